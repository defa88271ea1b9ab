import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { openTestTutor, type TestTutor } from './tutor.tsx';

const course = loadCourse('test/ui/forms');
const ask = (question: string) =>
  openTestTutor({ course, place: { screen: 'quiz', quiz: 'forms', question } });

function answers({ events }: TestTutor) {
  return events.flatMap((event) => (event.type === 'answer' ? [event] : []));
}

/** The rows that begin with a number, as they stand on the screen. */
function numbered(tutor: TestTutor): readonly string[] {
  return tutor
    .text()
    .split('\n')
    .flatMap((line) => /^ {2}[ ▸] \d {2}(.{5})/.exec(line)?.[1] ?? []);
}

describe('an order', () => {
  const offered = ['Point', 'Clear', 'Make ', 'Let d', 'Point'];

  it('is changed by taking a step, moving it and putting it down', () => {
    const tutor = ask('order');
    expect(numbered(tutor)).toEqual(offered);
    tutor.press('down', 'space', 'down', 'down');
    expect(numbered(tutor)).toEqual(['Point', 'Make ', 'Let d', 'Clear', 'Point']);
    tutor.press('space', 'up', 'up');
    expect(numbered(tutor)).toEqual(['Point', 'Make ', 'Let d', 'Clear', 'Point']);
    tutor.press('1', 'space', '4', 'space');
    expect(numbered(tutor)).toEqual(['Make ', 'Let d', 'Clear', 'Point', 'Point']);
    tutor.press('enter');
    expect(answers(tutor)).toMatchObject([{ question: 'order', right: true, answer: { form: 'ordered' } }]);
    expect(tutor.text()).toContain('Steps 4 and 5 may come in any order.');
  });

  it('is not answered as it was offered, nor with a step in the hand', () => {
    const tutor = ask('order');
    tutor.press('enter', 'enter');
    expect(tutor.text()).toContain('Put the steps in order first');
    tutor.press('space', 'down', 'enter');
    expect(tutor.text()).toContain('Put the step down with Space');
    tutor.press('up', 'space', 'enter');
    expect(tutor.text()).toContain('Put the steps in order first');
    expect(answers(tutor)).toEqual([]);
  });

  it('moves with j and k, and stays inside the list', () => {
    const tutor = ask('order');
    tutor.press('space', 'k', 'j', 'j', 'j', 'j', 'j', 'j', '9');
    expect(numbered(tutor)).toEqual(['Clear', 'Make ', 'Let d', 'Point', 'Point']);
  });

  it('is told with the right one in the result', () => {
    const tutor = ask('order');
    tutor.press('space', 'down', 'space', 'enter', 'enter');
    expect(tutor.text()).toMatch(/you {4}1 {2}Clear read_only/);
    expect(tutor.text()).toMatch(/right {2}1 {2}Make sure that db-1/);
  });
});
