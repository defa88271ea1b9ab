import { expect, test } from 'vitest';
import { eventLine, readLine } from '../../src/learner/event-line.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';

const stamp = { at: 1, course: 'web' };
const result = { question: 'q', revision: 'r', answer: undefined, right: false, hints: 0 };
const answer = { form: 'text', text: 'rr' } as const;
const explained = { lesson: 'l', whiteboard: 'w', answered: 1, questions: 2, seconds: 9, limit: 60 };

const events: readonly JournalEvent[] = [
  { type: 'mission', ...stamp, mission: 'm', stars: 3, hints: 0, play: { set: ['checks=http'], fault: [] } },
  { type: 'exam-answer', ...stamp, quiz: 'q', question: 'q', revision: 'r', answer, hints: 0 },
  { type: 'exam-ended', ...stamp, quiz: 'q', results: [result, { ...result, answer, right: true }] },
  { type: 'explanation', ...stamp, ...explained, covered: 2, points: 2 },
];

test.each(events)('what is written of $type is read again', (event) => {
  expect(readLine(eventLine(event, 1))).toMatchObject({ kind: 'event', event });
});

test.each([
  ['a play that is none', events[0], '"fault":[]', '"fault":[1]'],
  ['an answer to an exam without an answer', events[1], '"form":"text"', '"form":7'],
  ['a result that can’t be', events[2], '"right":true', '"right":1'],
  ['more points made than there were', events[3], '"covered":2', '"covered":3'],
] as const)('%s is damage', (_what, event, from, to) => {
  const line = event === undefined ? '' : eventLine(event, 1);
  expect(line).toContain(from);
  expect(readLine(line.replace(from, to)).kind).toBe('damaged');
});
