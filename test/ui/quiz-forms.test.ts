import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import type { Problem } from '../../src/text/problem.ts';
import { openTestTutor, type TestTutor } from './tutor.tsx';

const course = loadCourse('test/ui/forms');
const ask = (question: string) =>
  openTestTutor({ course, place: { screen: 'quiz', quiz: 'forms', question } });

function answers({ events }: TestTutor) {
  return events.flatMap((event) => (event.type === 'answer' ? [event] : []));
}

/** Skips what is left, up to the result, in a window that holds all of it. */
function skipRest(tutor: TestTutor): void {
  tutor.shell.resize(80, 60);
  tutor.press('enter');
  for (let left = 4; left > 0 && !tutor.text().includes('Worth another look'); left--)
    tutor.press('tab', 's');
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
    tutor.press('space', 'down', 'space', 'enter');
    skipRest(tutor);
    expect(tutor.text()).toMatch(/you {4}1 {2}Clear read_only/);
    expect(tutor.text()).toMatch(/right {2}1 {2}Make sure that db-1/);
  });
});

describe('a number', () => {
  it('is written, and letters are keys until it begins', () => {
    const tutor = ask('number');
    tutor.press('i');
    expect(tutor.text()).toContain('Hint 1 of 1');
    tutor.press('5', '0', 'backspace', ' ', 's', 'enter');
    expect(answers(tutor)).toMatchObject([
      { question: 'number', right: true, hints: 1, answer: { form: 'number', text: '5 s' } },
    ]);
  });

  it('is not answered with nothing, or with what is no number', () => {
    const tutor = ask('number');
    tutor.press('enter', 'enter');
    expect(tutor.text()).toContain('Write a number, then press Enter.');
    tutor.press('5', 'k', 'm', 'enter');
    expect(tutor.text()).toContain('That is no answer: write a number such as 5 or 5 s');
    expect(answers(tutor)).toEqual([]);
    tutor.press('backspace', 'backspace', 'enter');
    expect(answers(tutor)).toMatchObject([{ right: true, answer: { text: '5' } }]);
  });

  it('is skipped with s as long as nothing is written', () => {
    const tutor = ask('number');
    tutor.press('s');
    expect(answers(tutor)).toMatchObject([{ question: 'number', given: true, answer: undefined }]);
  });

  it('stands in the result with its unit', () => {
    const tutor = ask('number');
    tutor.press('1', 'enter');
    skipRest(tutor);
    expect(tutor.text()).toMatch(/you {4}1 s/);
    expect(tutor.text()).toMatch(/right {2}4 to 6 s/);
  });
});

describe('a text', () => {
  const type = (tutor: TestTutor, text: string) =>
    tutor.press(...[...text].map((one) => (one === ' ' ? 'space' : one)));

  it('takes every letter, also those that are keys elsewhere, and a paste', () => {
    const tutor = ask('text');
    type(tutor, 'q?/hgs j1');
    expect(tutor.text()).toContain('▸ q?/hgs j1_');
    expect(tutor.text()).not.toContain('q quit');
    expect(tutor.shell.trail).toEqual(['map', 'quiz']);
    for (const _ of 'q?/hgs j1') tutor.press('backspace');
    tutor.shell.press({ name: 'paste', text: '  Split\n brain\x1b' });
    tutor.press('enter');
    expect(answers(tutor)).toMatchObject([{ right: true, answer: { form: 'text', text: 'Split brain' } }]);
  });

  it('makes letters keys and text again with Tab', () => {
    const tutor = ask('text');
    tutor.press('tab', 'i');
    expect(tutor.text()).toContain('Hint 1 of 1');
    expect(tutor.text()).toContain('q quit');
    tutor.press('tab', 'a', 'tab');
    expect(answers(tutor)).toEqual([]);
    tutor.press('a');
    expect(answers(tutor)).toMatchObject([{ given: true, answer: undefined }]);
    expect(tutor.text()).toContain('split brain');
  });

  it('is not answered with nothing', () => {
    const tutor = ask('text');
    tutor.press('space', 'enter');
    expect(tutor.text()).toContain('Write your answer, then press Enter.');
    expect(answers(tutor)).toEqual([]);
  });

  it('is never longer than the window', () => {
    const tutor = ask('text');
    type(tutor, 'x'.repeat(200));
    expect(tutor.text()).toMatch(/▸ x{60}_/);
    tutor.shell.resize(40, 20);
    expect(tutor.text()).toMatch(/▸ …x+_/);
  });
});

describe('a place in the drawing', () => {
  const pointed = (tutor: TestTutor) => /▸([a-z]+-\d)/.exec(tutor.text())?.[1];

  it('is chosen with the arrows, with h j k l and with Tab, among components alone', () => {
    const tutor = ask('point');
    expect(pointed(tutor)).toBe('lb-1');
    const seen = ['right', 'down', 'left', 'l', 'j', 'k', 'h', 'tab', 'tab', 'tab', 'up'].map((key) => {
      tutor.press(key);
      return pointed(tutor);
    });
    expect(seen).toEqual([
      'web-1',
      'web-2',
      'lb-1',
      'web-1',
      'web-2',
      'web-1',
      'lb-1',
      'web-1',
      'web-2',
      'lb-1',
      'lb-1',
    ]);
  });

  it('is marked with Space, unmarked with another, and answered with Enter', () => {
    const tutor = ask('point');
    tutor.press('enter', 'enter');
    expect(tutor.text()).toContain('Mark what you mean with Space');
    tutor.press('space', 'right', 'space', 'space');
    expect(tutor.text()).toMatch(/lb-1 {2}\[✓\][^\n]*\n[^\n]*\n/);
    tutor.press('enter');
    expect(answers(tutor)).toMatchObject([{ right: true, answer: { form: 'place', places: ['lb-1'] } }]);
    expect(tutor.text()).toContain('When it dies, all reads fail.');
  });

  it('gives a hint with i, since h moves', () => {
    const tutor = ask('point');
    expect(tutor.text()).toContain('i hint');
    tutor.press('h');
    expect(tutor.text()).not.toContain('Hint 1');
    tutor.press('i');
    expect(tutor.text()).toContain('Hint 1 of 1');
  });

  it('stands in the result by its name', () => {
    const tutor = ask('point');
    tutor.press('right', 'space', 'enter');
    skipRest(tutor);
    expect(tutor.text()).toMatch(/you {4}web-1/);
    expect(tutor.text()).toMatch(/right {2}lb-1/);
  });

  it('cannot be answered without a drawing, and says why', () => {
    const place = { file: 'pair.yaml', line: 3, column: 1, rule: 'x' };
    const problem: Problem = { ...place, severity: 'error', message: 'Mend it.' };
    const tutor = openTestTutor({
      course,
      openTopology: () => ({ topology: undefined, problems: [problem] }),
      place: { screen: 'quiz', quiz: 'forms', question: 'point' },
    });
    tutor.press('space', 'right', 'enter', 'k');
    expect(tutor.text()).toContain('pair.yaml:3:1: Mend it.');
    expect(answers(tutor)).toEqual([]);
    tutor.press('s');
    expect(answers(tutor)).toMatchObject([{ given: true }]);
  });
});
