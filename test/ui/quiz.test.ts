import { describe, expect, it } from 'vitest';
import type { Course } from '../../src/course/model.ts';
import { quizLayout } from '../../src/ui/screens/quiz/quiz-layout.ts';
import { openQuiz } from '../../src/ui/screens/quiz/round.ts';
import { openTestTutor, smallCourse, type TestTutor } from './tutor.tsx';

const quiz = (question = 'one') => openTestTutor({ place: { screen: 'quiz', quiz: 'choices', question } });

function answers({ events }: TestTutor) {
  return events.flatMap((event) => (event.type === 'answer' ? [event] : []));
}

/** The ids of the choices of a question, in the order of the file. */
function choices(id: string): readonly string[] {
  const asked = smallCourse.stages.flatMap(({ quizzes }) => quizzes).flatMap(({ questions }) => questions);
  const asks = asked.find((question) => question.id === id)?.asks;
  return asks && 'items' in asks ? asks.items.map((item) => item.id) : [];
}

it('grades, writes the answer down with the hints that were used, and tells why', () => {
  const tutor = quiz();
  tutor.press('i', 'down', 'down', 'enter');
  const answer = { form: 'one', chosen: choices('one')[1] };
  expect(answers(tutor)).toMatchObject([
    { quiz: 'choices', question: 'one', answer, right: true, hints: 1, given: false },
  ]);
  expect(tutor.text()).toContain('Three retries, one second apart.');
  expect(tutor.text()).toContain('That is what retries means.');
});

it('answers nothing by a key too many: a choice is made first', () => {
  const tutor = quiz();
  tutor.press('enter', 'enter');
  expect(answers(tutor)).toEqual([]);
  expect(tutor.text()).toContain('Choose an answer with the arrows or its number, then press Enter.');
  tutor.press('up');
  expect(tutor.text()).not.toContain('then press Enter.');
  tutor.press('enter');
  expect(answers(tutor)).toMatchObject([{ answer: { form: 'one', chosen: choices('one')[2] } }]);
});

it('wants the marks of a question with several right answers', () => {
  const tutor = quiz('several');
  tutor.press('enter');
  expect(tutor.text()).toContain('Mark what you think is right with Space');
  tutor.press('1', 'down', 'space', 'space', 'down', 'space', 'enter');
  expect(answers(tutor)).toMatchObject([
    { answer: { form: 'some', chosen: [choices('several')[0], choices('several')[2]] }, right: true },
  ]);
});

it('shows hints one by one and no more than there are', () => {
  const tutor = quiz();
  // h moves elsewhere
  tutor.press('h');
  expect(tutor.text()).not.toContain('Hint 1 of 2');
  tutor.press('i');
  expect(tutor.text()).toContain('Hint 1 of 2');
  expect(tutor.text()).not.toContain('Hint 2 of 2');
  tutor.press('i', 'i', 'i');
  expect(tutor.text()).toContain('Hint 2 of 2');
});

it('writes down a skipped question and a shown answer as given', () => {
  const tutor = quiz();
  tutor.press('s', 'a');
  expect(answers(tutor)).toMatchObject([
    { question: 'one', answer: undefined, right: false, given: true },
    { question: 'several', answer: undefined, right: false, given: true },
  ]);
  expect(tutor.text()).toContain('This is the answer.');
});

it('opens the run that proves the answer, only once it is answered', () => {
  const tutor = quiz();
  tutor.press('w');
  expect(tutor.shell.trail).toEqual(['map', 'quiz']);
  tutor.press('2', 'enter', 'w');
  expect(tutor.shell.trail).toEqual(['map', 'quiz', 'simulator']);
  expect(tutor.text()).toContain('5s kill web-2');
  tutor.press('escape', 'enter');
  expect(tutor.text()).toContain('question 2 of 2');
});

describe('the result', () => {
  it('shows what was wrong, and asks only that again', () => {
    const tutor = quiz();
    tutor.press('1', 'enter', 'enter', '1', '3', 'enter', 'enter');
    expect(tutor.text()).toContain('1 of 2 right.');
    expect(tutor.text()).toContain('It throws the request away');
    tutor.press('o');
    expect(tutor.text()).toContain('question 1 of 1');
    tutor.press('2', 'enter', 'enter');
    expect(tutor.text()).toContain('Right.');
  });

  it('is no place to go on at', () => {
    const tutor = quiz();
    tutor.press('s', 's');
    const last = tutor.events.filter(({ type }) => type === 'place').at(-1);
    expect(last).toMatchObject({ place: { screen: 'map' } });
  });
});

it('goes on at the first open question, and asks before it starts again', () => {
  const tutor = quiz();
  tutor.press('2', 'enter', 'escape', 'down', 'enter');
  const again = openTestTutor({
    events: tutor.events,
    place: { screen: 'quiz', quiz: 'choices', question: 'one' },
  });
  expect(again.text()).toContain('question 2 of 2 · 1 right');
  again.press('s');
  const third = openTestTutor({
    events: again.events,
    place: { screen: 'quiz', quiz: 'choices', question: 'one' },
  });
  expect(third.shell.menu?.choices.map(({ label }) => label)).toEqual([
    'Start it again',
    'Only the one you got wrong',
    'Look at the result',
    'Leave it',
  ]);
  third.shell.choose(1);
  expect(third.text()).toContain('question 1 of 1 · 0 right');
});

it('is laid out once for a state and a window, for keys and picture together', () => {
  const tutor = quiz();
  const context = tutor.shell.context();
  const { state } = openQuiz({ screen: 'quiz', quiz: 'choices' }, context);
  const layout = quizLayout(state, context);
  expect(quizLayout(state, tutor.shell.context())).toBe(layout);
  tutor.shell.resize(60, 20);
  expect(quizLayout(state, tutor.shell.context())).not.toBe(layout);
});

it('asks again what its author has changed since, and says so', () => {
  const tutor = quiz();
  tutor.press('2', 'enter');
  const [answer] = answers(tutor);
  if (answer === undefined) throw new Error('nothing was answered');
  const place = { screen: 'quiz', quiz: 'choices', question: 'one' } as const;
  const unchanged = openTestTutor({ events: [answer], place });
  expect(unchanged.text()).toContain('question 2 of 2');
  const changed = openTestTutor({ events: [{ ...answer, revision: 'another' }], place });
  expect(changed.text()).toContain('question 1 of 2 · 0 right');
  expect(changed.text()).toContain('This question has changed since you answered it');
  changed.press('2', 'enter');
  expect(changed.text()).not.toContain('has changed');
});

/** The small course with choices that may change places. */
const loose: Course = {
  ...smallCourse,
  stages: smallCourse.stages.map((stage) => ({
    ...stage,
    quizzes: stage.quizzes.map((each) => ({
      ...each,
      questionIds: each.questionIds,
      questions: each.questions.map((question) => ({ ...question, fixed: false })),
    })),
  })),
};

it('shuffles the choices for each learner, and grades what was chosen by its number as it is shown', () => {
  const numbers = Array.from({ length: 12 }, (_, begun) => {
    const place = { screen: 'quiz', quiz: 'choices', question: 'one' } as const;
    const tutor = openTestTutor({ course: loose, clock: { now: () => begun }, place });
    const [, number = ''] = /(\d) {2}It tries, is refused/.exec(tutor.text()) ?? [];
    tutor.press(number, 'enter');
    expect(answers(tutor)).toMatchObject([{ right: true }]);
    expect(tutor.text()).toMatch(new RegExp(`${number} {2}It tries, is refused.*right`));
    return number;
  });
  expect(new Set(numbers)).toEqual(new Set(['1', '2', '3']));
});
