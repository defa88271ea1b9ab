import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCourse } from '../../../src/course/load-course.ts';
import { handInOf, handInText } from '../../../src/learner/class/hand-in.ts';
import { readHandIn } from '../../../src/learner/class/read-hand-in.ts';
import type { JournalEvent } from '../../../src/learner/progress.ts';
import { recordOf } from '../../../src/learner/record.ts';
import { someEvent } from '../arbitrary-events.ts';

const course = loadCourse('test/ui/course');
const [question] = course.stages.flatMap(({ quizzes }) => quizzes.flatMap(({ questions }) => questions));
const stamp = { name: 'Müller, A.', learner: 'a1b2c3d4', written: Date.UTC(2026, 2, 2) };

function answered(at: number, right: boolean, more: Partial<Extract<JournalEvent, { type: 'answer' }>> = {}) {
  const items = question?.asks.form === 'one' ? question.asks.items : [];
  return {
    type: 'answer',
    at,
    course: course.id,
    quiz: 'choices',
    question: question?.id ?? '',
    revision: question?.revision,
    answer: { form: 'one', chosen: items[right ? 1 : 0]?.id ?? '' },
    right,
    hints: 0,
    given: false,
    ...more,
  } as const;
}

function handedIn(events: readonly JournalEvent[]) {
  return handInOf(course, recordOf(events, course.id), stamp);
}

test('holds the first and the last answer, what was looked up, and the seconds without pauses', () => {
  const place = { screen: 'quiz', quiz: 'choices', question: 'one' } as const;
  const handIn = handedIn([
    { type: 'place', at: 1_000_000, course: course.id, place },
    answered(1_012_000, false, { hints: 1 }),
    answered(1_030_000, false, { answer: undefined, given: true }),
    // an hour later
    answered(4_630_000, true, { confidence: 'sure' }),
  ]);
  const [handed] = handIn.answers;
  expect(handed).toMatchObject({ tries: 2, hints: 1, lookedUp: true, confidence: 'sure', seconds: 30 });
  expect([handed?.first.right, handed?.last.right]).toEqual([false, true]);
});

test('leaves out what was answered to another revision of a question', () => {
  expect(handedIn([answered(1, true, { revision: 'earlier' })]).answers).toEqual([]);
});

test('of a mission the best play goes along as a script, of a prediction the first guess', () => {
  const played = (at: number, stars: number): JournalEvent => {
    const play = { set: [`lb-1.retries=${at}`], fault: [] };
    return { type: 'mission', at, course: course.id, mission: 'one-of-two', stars, hints: 0, play };
  };
  const guessed = (at: number, right: boolean): JournalEvent => {
    const about = { lesson: 'first', prediction: 'p', guess: 'none', seed: at, value: '1 s' };
    return { type: 'prediction', at, course: course.id, ...about, right };
  };
  const { missions, predictions } = handedIn([
    played(1, 0),
    played(2, 3),
    played(3, 1),
    guessed(4, false),
    guessed(5, true),
  ]);
  expect(missions).toEqual([
    { mission: 'one-of-two', stars: 3, hints: 0, plays: 3, play: { set: ['lb-1.retries=2'], fault: [] } },
  ]);
  expect(predictions).toEqual([{ lesson: 'first', prediction: 'p', guess: 'none', right: false, seed: 4 }]);
});

test('is read again as it was written, whatever was done', () => {
  fc.assert(
    fc.property(fc.array(someEvent, { maxLength: 30 }), fc.string(), (events, name) => {
      const mine = events.map((event) => ({ ...event, course: course.id }));
      const handIn = { ...handedIn(mine), name: name.replace(/[^a-z]/g, '') };
      const read = readHandIn(handInText(handIn));
      expect(JSON.stringify(read)).toBe(JSON.stringify(handIn));
    }),
    { numRuns: 50 },
  );
});

test('whatever stands in a file, it is read or refused', () => {
  const written = handInText(handedIn([answered(1, true)]));
  fc.assert(
    fc.property(fc.nat(written.length), fc.nat(20), fc.string({ maxLength: 5 }), (from, length, put) => {
      const read = readHandIn(written.slice(0, from) + put + written.slice(from + length));
      expect(['json', 'form', 'format', 'object']).toContain(typeof read === 'string' ? read : typeof read);
    }),
  );
  fc.assert(fc.property(fc.jsonValue(), (value) => typeof readHandIn(JSON.stringify(value)) === 'string'));
  expect(readHandIn('['.repeat(500_000))).toBe('json');
  expect(readHandIn(written.replace('"format": 1', '"format": 2'))).toBe('format');
});
