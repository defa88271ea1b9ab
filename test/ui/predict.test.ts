import { expect, it } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import type { Course } from '../../src/course/model.ts';
import { lessonRoom } from '../../src/plain/lesson.ts';
import { lesson, predictPage, smallCourse } from '../course/small-course.ts';
import { tutorInLines } from '../plain/tutor-in-lines.ts';
import { openTestTutor } from './tutor.tsx';

const files = smallCourse({ 'lessons/one/first.md': lesson('a', predictPage) });
const course = loadCourse('course', { files });

const page = () => openTestTutor({ course, place: { screen: 'lesson', lesson: 'a', page: 0 } });
/** Until the run has happened where nobody sees it. */
const heard = () => new Promise(setImmediate);

it('asks before the run, opens it with a seed of one’s own, and explains it afterwards', async () => {
  const tutor = page();
  expect(tutor.text()).toContain('Say first, then watch: What do users get after the kill?');
  expect(tutor.text()).not.toContain('Nobody asks it any more');
  tutor.press('enter');
  expect(tutor.shell.menu?.choices.map(({ label }) => label)).toEqual(['an error', 'an answer']);
  tutor.shell.choose(0);
  await heard();
  expect(tutor.shell.trail.at(-1)).toBe('simulator');
  const guess = tutor.events.find(({ type }) => type === 'prediction');
  // the clock stands at 1,000 ms
  expect(guess).toMatchObject({ lesson: 'a', guess: 'an error', right: true, seed: 1001 });
  tutor.press('escape');
  expect(tutor.text()).toMatch(/You said: an error\. In your run \(seed 1001\) it was 100%/);
  expect(tutor.text()).toContain('you were right');
  expect(tutor.text()).toContain('Nobody asks it any more');
});

it('lets one watch the same run again, or guess about another', async () => {
  const tutor = page();
  tutor.press('enter');
  tutor.shell.choose(1);
  await heard();
  tutor.press('escape');
  expect(tutor.text()).toContain('not so');
  tutor.press('enter');
  tutor.shell.choose(0);
  expect(tutor.shell.trail.at(-1)).toBe('simulator');
  tutor.press('escape', 'enter');
  tutor.shell.choose(1);
  expect(tutor.shell.menu?.title).toBe('What do you say?');
  tutor.press('escape');
  expect(tutor.shell.trail.at(-1)).toBe('lesson');
});

const numbered = loadCourse('course', {
  files: smallCourse({
    'lessons/one/first.md': lesson('a', predictPage.replace(/guesses.*/, 'number: 90%..100%')),
  }),
});

it('takes a number before the run, and tells it beside what the run came to', async () => {
  const tutor = openTestTutor({ course: numbered, place: { screen: 'lesson', lesson: 'a', page: 0 } });
  tutor.press('enter');
  tutor.press(...'lots');
  tutor.press('enter');
  expect(tutor.text()).toContain('Write a number such as 50 or 50 %');
  expect(tutor.shell.trail.at(-1)).toBe('lesson');
  for (const _letter of 'lots') tutor.press('backspace');
  tutor.press(...'30');
  expect(tutor.text()).toContain('Your number: 30_ %');
  expect(tutor.text()).not.toContain('Nobody asks it any more');
  tutor.press('enter');
  await heard();
  expect(tutor.shell.trail.at(-1)).toBe('simulator');
  tutor.press('escape');
  expect(tutor.text()).toContain('You said 30 %. In your run (seed 1001) it was 100%. Not so');
  expect(tutor.text()).toContain('Nobody asks it any more');
  expect(tutor.events).toContainEqual(
    expect.objectContaining({ type: 'prediction', guess: '30 %', right: false }),
  );
});

it('leaves a number that is being written, and the page is as it was', () => {
  const tutor = openTestTutor({ course: numbered, place: { screen: 'lesson', lesson: 'a', page: 0 } });
  const before = tutor.text();
  tutor.press('enter');
  tutor.press('3');
  tutor.press('escape');
  expect(tutor.text()).toBe(before);
});

/** What a lesson says in lines to somebody who writes these. */
async function inLines(asked: Course, lines: readonly string[]) {
  const { tutor, events, said } = tutorInLines(asked, lines, { columns: 80, clock: () => 41 });
  await lessonRoom(tutor, { screen: 'lesson', lesson: 'a', page: 0 });
  const inOrder = (...order: readonly string[]) => {
    const places = order.map((words) => said().indexOf(words));
    expect(places).toEqual(places.filter((place) => place >= 0).toSorted((a, b) => a - b));
  };
  return { events, inOrder };
}

it('does the same in lines', async () => {
  const { events, inOrder } = await inLines(course, ['t', '7', '2', 'quit', 'm']);
  inOrder('Write a number from 1 to 2', 'kill app-1', 'You said: an answer', 'Nobody asks it any more');
  expect(events).toContainEqual(expect.objectContaining({ type: 'prediction', right: false, seed: 42 }));
});

it('takes a number in lines', async () => {
  const { events, inOrder } = await inLines(numbered, ['t', 'many', '95', 'quit', 'm']);
  inOrder('Write a number such as 50', 'kill app-1', 'You said 95 %', 'Nobody asks it any more');
  expect(events).toContainEqual(expect.objectContaining({ type: 'prediction', guess: '95 %', right: true }));
});
