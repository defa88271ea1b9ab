import { tokensOf } from '../markdown/read.ts';
import { courseMessages as say } from '../messages/course.ts';
import { type Located, valueAt } from '../text/located.ts';
import type { Problems } from '../text/problem.ts';
import type { Fields } from './fields.ts';
import type { Whiteboard } from './page-blocks.ts';
import { identityOf } from './question-types/written-items.ts';

export const whiteboardKeys = ['ask', 'minutes', 'points', 'mentor'] as const;

/** Longer than this nobody stands at a whiteboard. */
export const MOST_MINUTES = 60;

/** Reads a `whiteboard` block; undefined when there is nothing to explain, or nothing to judge it by. */
export function readWhiteboard(fields: Fields, problems: Problems): Whiteboard | undefined {
  fields.knowOnly(whiteboardKeys, say.inWhiteboard);
  const ask = fields.text('ask')?.trim() ?? '';
  if (ask === '') problems.error(fields.at('ask'), 'whiteboard', say.missingInWhiteboard('ask'));
  const minutes = readMinutes(fields, problems);
  const points = fields.texts('points').map(({ text }) => tokensOf(text.trim()));
  if (points.length < 2) problems.error(fields.at('points'), 'whiteboard', say.fewPoints);
  const mentor = readMentor(fields.value('mentor'), problems);
  if (ask === '' || minutes === undefined || points.length < 2) return undefined;
  return { id: identityOf(ask), ask, minutes, points, mentor };
}

function readMinutes(fields: Fields, problems: Problems): number | undefined {
  const minutes = Number(fields.text('minutes') ?? Number.NaN);
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES) return minutes;
  problems.error(fields.at('minutes'), 'whiteboard', say.whiteboardMinutes(MOST_MINUTES));
  return undefined;
}

function readMentor(value: Located | undefined, problems: Problems): Whiteboard['mentor'] {
  if (value === undefined) return [];
  const items = value.type === 'list' ? value.items : [value];
  return items.flatMap((item) => {
    const [ask, answer] = [wordsAt(item, 'ask'), wordsAt(item, 'answer')];
    if (ask !== '' && answer !== '') return [{ ask: tokensOf(ask), answer: tokensOf(answer) }];
    problems.error(item.at, 'whiteboard', say.mentorForm);
    return [];
  });
}

function wordsAt(item: Located, key: string): string {
  const value = valueAt(item, key);
  return value?.type === 'scalar' ? value.text.trim() : '';
}
