import fc from 'fast-check';
import type { Answer, AnswerOf, FormName } from '../../src/course/model.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import { confidences, ratings } from '../../src/learner/schedule.ts';

const id = fc.constantFrom('one', 'two', 'three', '__proto__', 'a "b"\n\\c', 'ünïcode-漢');
const course = fc.constantFrom('web', 'other');
/** Some meet: what is taken back was given at its time. */
const at = fc.oneof(fc.integer({ min: 0, max: 2e12 }), fc.constantFrom(1_000, 2_000));

const some = fc.uniqueArray(id, { maxLength: 3 });
const answers: { readonly [Form in FormName]: fc.Arbitrary<AnswerOf<Form>> } = {
  one: fc.record({ form: fc.constant('one' as const), chosen: id }),
  some: fc.record({ form: fc.constant('some' as const), chosen: some }),
  ordered: fc.record({ form: fc.constant('ordered' as const), order: some }),
  place: fc.record({ form: fc.constant('place' as const), places: some }),
  number: fc.record({ form: fc.constant('number' as const), text: fc.string() }),
  text: fc.record({ form: fc.constant('text' as const), text: fc.string() }),
};

/** An answer in every form. */
export const someAnswer: fc.Arbitrary<Answer> = fc.oneof(...Object.values(answers));

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
    revision: fc.constantFrom('1', '2'),
    confidence: fc.constantFrom(...confidences),
    answer: someAnswer,
    right: fc.boolean(),
    hints: fc.nat(3),
    given: fc.constant(false),
  }),
  fc.record({
    type: fc.constant('answer' as const),
    at,
    course,
    quiz: id,
    question: id,
    answer: fc.constant(undefined),
    right: fc.constant(false),
    hints: fc.nat(3),
    given: fc.constant(true),
  }),
  fc.record({
    type: fc.constant('prediction' as const),
    at,
    course,
    lesson: id,
    prediction: id,
    guess: id,
    right: fc.boolean(),
    seed: fc.nat(9_999),
    value: id,
  }),
  fc.record({ type: fc.constant('exam-begun' as const), at, course, quiz: id }),
  fc.record({
    type: fc.constant('exam-answer' as const),
    at,
    course,
    quiz: id,
    question: id,
    revision: id,
    answer: fc.record({ form: fc.constant('text' as const), text: id }),
    hints: fc.nat(3),
  }),
  fc.record({
    type: fc.constant('exam-ended' as const),
    at,
    course,
    quiz: id,
    results: fc.array(
      fc.record({
        question: id,
        revision: id,
        answer: fc.constant(undefined),
        right: fc.boolean(),
        hints: fc.nat(3),
      }),
    ),
  }),
  fc.record({
    type: fc.constant('explanation' as const),
    at,
    course,
    lesson: id,
    whiteboard: id,
    covered: fc.nat(4),
    points: fc.integer({ min: 4, max: 9 }),
    answered: fc.nat(4),
    questions: fc.integer({ min: 4, max: 9 }),
    seconds: fc.nat(900),
    limit: fc.nat(900),
  }),
  fc.record({
    type: fc.constant('mission' as const),
    at,
    course,
    mission: id,
    stars: fc.nat(3),
    hints: fc.nat(3),
    play: fc.record({ set: fc.array(id), fault: fc.array(id) }),
  }),
  fc.record({
    type: fc.constant('place' as const),
    at,
    course,
    place: fc.oneof(
      fc.record({ screen: fc.constant('map' as const) }),
      fc.record({
        screen: fc.constant('lesson' as const),
        lesson: id,
        page: fc.nat(9),
        kept: fc.record({
          heading: id,
          down: fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true }).map(Math.abs),
        }),
      }),
      fc.record({ screen: fc.constant('lesson' as const), lesson: id, page: fc.nat(9) }),
      fc.record({ screen: fc.constant('quiz' as const), quiz: id, question: id }),
      fc.record({
        screen: fc.constantFrom('review' as const),
        question: id,
        kept: fc.record({ revision: id, answer: someAnswer, hints: fc.nat(3) }),
      }),
      fc.record({ screen: fc.constant('simulator' as const), topology: id }),
      fc.record({ screen: fc.constant('simulator' as const), topology: id, set: fc.array(fc.string()) }),
      fc.record({ screen: fc.constant('mission' as const), mission: id }),
      fc.record({
        screen: fc.constant('mission' as const),
        mission: id,
        kept: fc.record({
          set: fc.array(id),
          hints: fc.nat(3),
          told: fc.boolean(),
          attempt: fc.nat(9),
          run: fc.record({ site: id, seed: fc.nat(9_999), done: fc.array(id), at: fc.nat() }),
        }),
      }),
    ),
  }),
  fc.record({
    type: fc.constant('rating' as const),
    at,
    course,
    question: id,
    of: at,
    rating: fc.constantFrom(...ratings),
  }),
  fc.record({ type: fc.constant('undo' as const), at, course, question: id, of: at }),
  fc.record({ type: fc.constant('reset' as const), at, course }),
  fc.record({ type: fc.constant('reset' as const), at, course, id }),
);
