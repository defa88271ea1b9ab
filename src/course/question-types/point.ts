import type { Token, Tokens } from 'marked';
import { courseMessages as say } from '../../messages/course.ts';
import type { FunctionName } from '../../simulator/function-name.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Place, Problems } from '../../text/problem.ts';
import type { Topology } from '../../topology/types.ts';
import { type Fields, readFields } from '../fields.ts';
import type { Grade, Remark } from '../model.ts';
import type { Stops } from '../stops.ts';
import { findTopology } from '../topologies.ts';
import { type AnswerBlock, defineType } from './question-type.ts';

/** A component as the block names it, and where. */
interface Named {
  readonly id: string;
  readonly line: number;
  readonly column: number;
}

interface PointKey {
  /** undefined: the simulator has to find them */
  readonly right: readonly Named[] | undefined;
  /** the right ones are those whose death stops this */
  readonly stops: FunctionName | undefined;
  readonly feedback: readonly (Named & { readonly text: string })[];
  readonly answerAt: { readonly line: number; readonly column: number };
}

export const pointKeys = ['topology', 'answer', 'feedback', 'words'] as const;

/** A `point` block: components of a drawing, listed by their author or found by the simulator. */
export const point = defineType<'place', PointKey>({
  name: 'point',
  form: 'place',
  isAnswer: isPointBlock,
  read({ blocks: [block, second], at, topology: fallback }, problems) {
    if (second) problems.error({ ...at, line: second.line }, 'second-point', say.secondPoint);
    const start = { ...at, line: block?.line ?? at.line };
    const { fields, problems: told } = readFields(
      textOf(block),
      { ...start, line: start.line + 1 },
      start,
      problems,
    );
    fields.knowOnly(pointKeys, say.inPoint);
    const topology = fields.text('topology') ?? fallback;
    if (topology === undefined) told.error(start, 'missing-topology', say.missingTopology('point'));
    const asks = { form: 'place', topology: topology ?? '', words: fields.text('words') ?? '' } as const;
    return { asks, key: keyOf(fields, told) };
  },
  settle: (key, { topology }, stops) => settled(key, topology, stops),
  grade: (key, { places }) => gradePlaces(key, places),
  solution: ({ right = [] }) => ({ form: 'place', places: right.map(({ id }) => id) }),
  lint({ asks, key }, at, problems, { course, openTopology, stops }) {
    const found = findTopology(course, asks.topology);
    const place = { ...at, ...key.answerAt };
    if ('error' in found) problems.error(place, 'unknown-topology', found.error);
    const { topology } = openTopology(asks.topology);
    if (topology) lintPlaces(settled(key, asks.topology, stops), topology, at, problems);
  },
});

function isPointBlock(token: Token): token is Tokens.Code {
  return token.type === 'code' && /^point(\s|$)/.test((token as Tokens.Code).lang ?? '');
}

function textOf(block: AnswerBlock | undefined): string {
  return block && isPointBlock(block.token) ? block.token.text : '';
}

function keyOf(fields: Fields, problems: Problems): PointKey {
  const { line, column } = fields.at('answer');
  const named = fields
    .texts('answer')
    .map(({ text, at }) => ({ id: text, line: at.line, column: at.column }));
  const [only = '', ...others] = named.map(({ id }) => id);
  const [, name] = others.length === 0 ? (/^spof\((\w*)\)$/.exec(only) ?? []) : [];
  const stops = name === 'reads' || name === 'writes' ? name : undefined;
  if (only === '') problems.error(fields.at('answer'), 'point-answer', say.missingPoint);
  else if (name !== undefined && !stops) problems.error(fields.at('answer'), 'point-answer', say.spofForm);
  const right = stops ? undefined : named;
  return { right, stops, feedback: feedbackIn(fields, problems), answerAt: { line, column } };
}

function feedbackIn(fields: Fields, problems: Problems): PointKey['feedback'] {
  const value = fields.value('feedback');
  if (value !== undefined && value.type !== 'map') problems.error(value.at, 'wrong-form', say.feedbackForm);
  if (value?.type !== 'map') return [];
  return [...value.entries].flatMap(([id, { at, value: said }]) => {
    if (said.type === 'scalar') return [{ id, text: said.text, line: at.line, column: at.column }];
    problems.error(at, 'wrong-form', say.expectedText(`feedback: ${id}`));
    return [];
  });
}

function settled(key: PointKey, topology: string, stops: Stops): PointKey {
  if (key.right || !key.stops) return key;
  return { ...key, right: stops(topology, key.stops).map((id) => ({ id, ...key.answerAt })) };
}

function gradePlaces({ right = [], stops, feedback }: PointKey, places: readonly string[]): Grade {
  const rightOnes = new Set(right.map(({ id }) => id));
  const given = new Set(places);
  const remarks = [...given].flatMap((id): readonly Remark[] => {
    const own = feedback.find((said) => said.id === id)?.text;
    const found = stops && (rightOnes.has(id) ? say.deathStops(stops) : say.deathDoesNotStop(stops));
    const text = own ?? found;
    return text === undefined ? [] : [{ item: id, text }];
  });
  const isRight = given.size === rightOnes.size && [...given].every((id) => rightOnes.has(id));
  return { right: isRight, remarks };
}

/** Components that are not there, and answers that leave nothing to choose. */
function lintPlaces(
  { right = [], feedback, answerAt }: PointKey,
  topology: Topology,
  at: Place,
  problems: Problems,
) {
  const known = topology.components.map(({ id }) => id);
  for (const { id, line, column } of [...right, ...feedback]) {
    if (known.includes(id)) continue;
    const message = say.noSuchComponent(id, topology.id, nearestWord(id, known));
    problems.error({ ...at, line, column }, 'unknown-component', message);
  }
  const place = { ...at, ...answerAt };
  if (right.length === 0) problems.error(place, 'point-answer', say.nothingStops(topology.id));
  if (known.every((id) => right.some((one) => one.id === id))) {
    problems.error(place, 'point-answer', say.everythingRight);
  }
}
