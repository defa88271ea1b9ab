import fc from 'fast-check';
import type { JournalEvent } from '../../src/learner/progress.ts';

const id = fc.constantFrom('one', 'two', 'three', '__proto__', 'a "b"\n\\c', 'ünïcode-漢');
const course = fc.constantFrom('web', 'other');
const at = fc.integer({ min: 0, max: 2e12 });

/** Every kind of event, with few ids so that they meet. */
export const someEvent: fc.Arbitrary<JournalEvent> = fc.oneof(
  fc.record({
    type: fc.constant('page' as const),
    at,
    course,
    lesson: id,
    page: fc.nat(4),
    pages: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    type: fc.constant('answer' as const),
    at,
    course,
    quiz: id,
    question: id,
    chosen: fc.uniqueArray(fc.nat(4), { maxLength: 3 }),
    right: fc.boolean(),
    hints: fc.nat(3),
    given: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('place' as const),
    at,
    course,
    place: fc.oneof(
      fc.record({ screen: fc.constant('map' as const) }),
      fc.record({ screen: fc.constant('lesson' as const), lesson: id, page: fc.nat(9) }),
      fc.record({ screen: fc.constant('quiz' as const), quiz: id, question: id }),
      fc.record({ screen: fc.constant('simulator' as const), topology: id }),
    ),
  }),
  fc.record({ type: fc.constant('reset' as const), at, course }),
  fc.record({ type: fc.constant('reset' as const), at, course, id }),
);
