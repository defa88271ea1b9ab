import { createHash } from 'node:crypto';
import { courseMessages as say } from '../../messages/course.ts';
import type { Place, Problems } from '../../text/problem.ts';
import type { Grade, Remark } from '../model.ts';
import { claimsInOrder } from '../proof-fields.ts';
import { type AnswerBlock, defineType } from './question-type.ts';
import { isList, isTaskList, itemOf, lintTwins, type WrittenItem, writtenItems } from './written-items.ts';

/** A step, in the right order of all. Steps of one rank may stand in any order among themselves. */
interface Step {
  readonly id: string;
  readonly rank: number;
  readonly feedback: string;
  readonly line: number;
}

const fewestSteps = 3;

/** A numbered list: its steps are to be put in this order. Steps with the same number may be swapped. */
export const order = defineType<'ordered', readonly Step[]>({
  name: 'order',
  form: 'ordered',
  isAnswer: (token) => isList(token) && token.ordered && !isTaskList(token),
  read({ blocks, question, at }, problems) {
    const written = writtenItems(blocks.slice(0, 1));
    const steps = ranked(written);
    checkSteps(written, steps, blocks, at, problems);
    const items = shuffled(steps, question).flatMap((id) => written.find((item) => item.id === id) ?? []);
    return { asks: { form: 'ordered', items: items.map(itemOf) }, key: steps };
  },
  grade: (key, answer) => gradeOrder(key, answer.order),
  solution: (key) => ({ form: 'ordered', order: key.map(({ id }) => id) }),
  saysToAnswers: (key) => key.some(({ feedback }) => feedback !== ''),
  prove: (key, fields) =>
    claimsInOrder(
      fields,
      key.map(({ rank }) => rank),
    ),
  lint({ asks, key }, at, problems) {
    const places = key.flatMap(({ id, line }) => {
      const item = asks.items.find((one) => one.id === id);
      return item ? [{ text: item.text, line }] : [];
    });
    lintTwins(places, at, problems);
  },
});

/** The steps with ranks from 1: a step begins a new rank unless it has the number of the one before. */
function ranked(written: readonly WrittenItem[]): readonly Step[] {
  let rank = 0;
  return written.map(({ id, number, feedback, line }, index) => {
    if (number !== written[index - 1]?.number) rank++;
    return { id, rank, feedback, line };
  });
}

function checkSteps(
  written: readonly WrittenItem[],
  steps: readonly Step[],
  [first, second]: readonly AnswerBlock[],
  at: Place,
  problems: Problems,
): void {
  const list = { ...at, line: first?.line ?? at.line };
  if (second) problems.error({ ...at, line: second.line }, 'second-order', say.secondOrder);
  if (steps.length < fewestSteps) problems.error(list, 'few-steps', say.fewSteps(fewestSteps));
  else if (steps.at(-1)?.rank === 1) problems.error(list, 'any-order', say.anyOrder);
  for (const [index, { number = 0, text, line }] of written.entries()) {
    const before = written[index - 1]?.number ?? 0;
    if (text === '') problems.error({ ...at, line }, 'empty-step', say.emptyStep);
    if (number < before) problems.error({ ...at, line }, 'step-number', say.stepNumber(number, before));
  }
}

/** An order that looks like chance, is the same for ever, and is not the right one. */
function shuffled(steps: readonly Step[], question: string): readonly string[] {
  const lot = (id: string): string => createHash('sha256').update(`${question} ${id}`).digest('hex');
  const ids = steps.map(({ id }) => id).sort((a, b) => (lot(a) < lot(b) ? -1 : 1));
  // turned round by one, an order that is right begins with a step that is not
  return placesRight(steps, ids) < ids.length ? ids : [...ids.slice(1), ...ids.slice(0, 1)];
}

/** How many steps from the beginning stand where they may. */
function placesRight(steps: readonly Step[], given: readonly string[]): number {
  const left = new Map(steps.map(({ id, rank }) => [id, rank]));
  for (const [place, id] of given.entries()) {
    const rank = left.get(id);
    if (rank === undefined || rank > Math.min(...left.values())) return place;
    left.delete(id);
  }
  return given.length;
}

function gradeOrder(steps: readonly Step[], given: readonly string[]): Grade {
  const places = placesRight(steps, given);
  if (places === steps.length) return { right: true, remarks: swaps(steps) };
  const wrong = steps.find(({ id }) => id === given[places]);
  const remarks: Remark[] = [{ item: undefined, text: say.rightUpTo(places) }];
  if (wrong) remarks.push({ item: wrong.id, text: `${say.tooEarly} ${wrong.feedback}`.trim() });
  return { right: false, remarks };
}

/** Which steps might as well have been the other way round, by their places in the order. */
function swaps(steps: readonly Step[]): readonly Remark[] {
  const ranks = [...new Set(steps.map(({ rank }) => rank))];
  return ranks.flatMap((rank) => {
    const places = steps.flatMap((step, index) => (step.rank === rank ? [index + 1] : []));
    return places.length > 1 ? [{ item: undefined, text: say.anyOrderOf(places) }] : [];
  });
}
