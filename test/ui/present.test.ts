import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import type { Found, Presented } from '../../src/learner/presented.ts';
import { lesson, predictPage, question, quiz, smallCourse } from '../course/small-course.ts';
import { openTestTutor, type TutorSettings } from './tutor.tsx';

const diagram = `\`\`\`diagram
words: Two of them.
steps:
  - words: The first one.
    art: |
      one
  - words: The second one.
    art: |
      one two
\`\`\``;

const files = smallCourse({
  'lessons/one/first.md': lesson(
    'a',
    `## Drawn\n\n${diagram}\n\n\`\`\`notes\nSay *this*.\n\`\`\`\n\n${predictPage}\n## Long\n\n${'Line.\n\n'.repeat(30)}## Run\n\n\`\`\`simulate\ntopology: tiny\nfor: 20s\nlook-for: Who waits?\n\`\`\`\n`,
  ),
  'quizzes/q.md': quiz('q', question('q-1'), question('q-2', { prompt: 'And this?' })),
});
const course = loadCourse('course', { files });

function presenting(id: string, settings: TutorSettings = {}) {
  const heard: Presented[] = [];
  const announce = (presented: Presented): void => void heard.push(presented);
  const tutor = openTestTutor({ course, place: { screen: 'present', id }, announce, ...settings });
  return { ...tutor, heard, slide: () => tutor.text().split('\n').at(-1)?.trim() ?? '' };
}

/** Until a run has happened where nobody sees it. */
const ran = () => new Promise(setImmediate);

describe('slides', () => {
  it('stand alone in the window, with a quiet line below', () => {
    const tutor = presenting('a');
    const lines = tutor.text().split('\n');
    expect(lines).toHaveLength(24);
    expect(lines.at(-1)).toMatch(/^ Lesson a .* \? keys {3}1 of 4$/);
    expect(lines[0]).toBe('');
    expect(tutor.shell.trail).toEqual(['present']);
    tutor.press('escape');
    expect(tutor.shell.trail).toEqual(['present']);
  });

  it('are drawn stroke by stroke, forward and back', () => {
    const tutor = presenting('a');
    expect(tutor.text()).toContain('1 of 2  The first one.');
    tutor.press('space');
    expect(tutor.text()).toContain('2 of 2  The second one.');
    tutor.press('right');
    expect(tutor.slide()).toMatch(/2 of 4$/);
    tutor.press('left');
    expect(tutor.text()).toContain('2 of 2  The second one.');
    tutor.press('pageup');
    expect(tutor.text()).toContain('1 of 2  The first one.');
  });

  it('scroll on before the next one comes', () => {
    const tutor = presenting('a');
    tutor.press('right', 'right', 'right');
    expect(tutor.text()).toContain('more lines');
    let pressed = 0;
    for (; tutor.slide().endsWith('3 of 4') && pressed < 10; pressed++) tutor.press('pagedown');
    expect(pressed).toBeGreaterThan(2);
    expect(tutor.slide()).toMatch(/4 of 4$/);
  });

  it('go black and come back as they were', () => {
    const tutor = presenting('a');
    const before = tutor.text();
    tutor.press('b');
    expect(tutor.text().trim()).toBe('');
    expect(tutor.heard.at(-1)).toMatchObject({ blank: true });
    tutor.press('right');
    expect(tutor.text()).toBe(before);
  });

  it('show their sources in their place', () => {
    const tutor = openTestTutor({ place: { screen: 'present', id: 'blocks' } });
    expect(tutor.text()).not.toContain('HAProxy 2.6');
    tutor.press('s');
    expect(tutor.text()).toContain('HAProxy 2.6');
    expect(tutor.text()).not.toContain('A load balancer gives');
    tutor.press('left');
    expect(tutor.text()).toContain('A load balancer gives');
  });

  it('open their run, and Esc comes back to them', () => {
    const tutor = presenting('a');
    tutor.press('end', 'enter');
    expect(tutor.text()).toContain('Who waits?');
    tutor.press('escape');
    expect(tutor.slide()).toMatch(/4 of 4$/);
  });
});

it('stay at their number when the author saves the course, as far as there are so many', () => {
  const tutor = presenting('a');
  tutor.press('end');
  const shorter = loadCourse('course', {
    files: smallCourse({ 'lessons/one/first.md': lesson('a', '## New\n\nText.\n\n## Newer\n\nText.\n') }),
  });
  tutor.shell.reload({ course: shorter, errors: [] });
  expect(tutor.text()).toContain('Newer');
  expect(tutor.slide()).toMatch(/2 of 2$/);
  tutor.press('left');
  expect(tutor.heard.at(-1)).toMatchObject({ slide: 'New', at: 1, of: 2 });
});

describe('questions', () => {
  it('keep their answers until they are asked for, and choices in the order of the file', () => {
    const tutor = presenting('q');
    expect(tutor.text()).toMatch(/1 {2}No[\s\S]*2 {2}Yes/);
    expect(tutor.text()).not.toContain('Since it is');
    expect(tutor.slide()).toContain('a answer');
    expect(tutor.heard.at(-1)).toMatchObject({ answer: 'hidden', next: 'And this?' });
    tutor.press('enter');
    expect(tutor.text()).toMatch(/2 {2}Yes +✓ the answer/);
    expect(tutor.text()).toContain('Since it is');
    expect(tutor.heard.at(-1)).toMatchObject({ answer: 'shown' });
    tutor.press('enter', 'left');
    expect(tutor.text()).toContain('Since it is');
  });

  it('leave the question where it is when the answer comes', () => {
    const tutor = presenting('q');
    const row = () =>
      tutor
        .text()
        .split('\n')
        .findIndex((line) => line.includes('Is it?'));
    const column = () => tutor.text().split('\n')[row()]?.indexOf('Is it?');
    const before = [row(), column()];
    tutor.press('a');
    expect([row(), column()]).toEqual(before);
  });

  it('about a run are read out with their guesses; the run says what is right', async () => {
    const tutor = presenting('a');
    tutor.press('right', 'right');
    expect(tutor.text()).toMatch(/1 {2}an error[\s\S]*2 {2}an answer/);
    expect(tutor.text()).not.toContain('Nobody asks it');
    tutor.press('a');
    await ran();
    expect(tutor.text()).toMatch(/✓ 1 {2}an error/);
    expect(tutor.text()).toContain('It was 100%.');
    expect(tutor.text()).toContain('Nobody asks it any more.');
    tutor.press('enter');
    expect(tutor.text()).toContain('What do users get after the kill?');
    expect(tutor.shell.trail).toEqual(['present', 'simulator']);
  });

  it('are no part of what their teacher once did, and nothing of it is written down', async () => {
    const prediction = { type: 'prediction', lesson: 'a', seed: 3, value: '100%', right: true } as const;
    const page = course.stages[0]?.lessons.find(({ id }) => id === 'a')?.pages[1];
    const [block] = page?.blocks ?? [];
    const id = block?.kind === 'predict' ? block.prediction.id : '';
    const made = { ...prediction, prediction: id, guess: 'an error', at: 1, course: 'small' };
    const tutor = presenting('a', { events: [made] });
    tutor.press('right', 'right');
    expect(tutor.text()).toContain('1  an error');
    expect(tutor.text()).not.toContain('You said');
    tutor.press('a');
    await ran();
    tutor.press('end', 'home');
    expect(tutor.events).toEqual([made]);
  });
});

it('tells the notes beside it of each step, and of nothing else', () => {
  const tutor = presenting('a');
  expect(tutor.heard).toMatchObject([
    { title: 'Lesson a', slide: 'Drawn', at: 1, of: 4, stroke: 1, strokes: 2, notes: 'Say *this*.' },
  ]);
  expect(tutor.heard[0]).toMatchObject({ next: 'See it happen', startedAt: 1_000, answer: 'none' });
  tutor.press('up', '>');
  expect(tutor.heard).toHaveLength(1);
  tutor.press('right', 'right', 'end');
  expect(tutor.heard.map(({ at, stroke }) => [at, stroke])).toEqual([
    [1, 1],
    [1, 2],
    [2, 0],
    [4, 0],
  ]);
  expect(tutor.heard.at(-1)).toMatchObject({ next: '', notes: '' });
});

describe('the notes', () => {
  /** The notes, and what makes them hear of a presentation. */
  function notes(minutes?: number, now = 1_000) {
    let tell: (found: Found) => void = () => undefined;
    const tutor = openTestTutor({
      course,
      place: { screen: 'notes', id: undefined, minutes },
      doJob: (_job, news) => {
        tell = (found) => news({ state: 'presented', found });
      },
      clock: { now: () => now },
    });
    return { ...tutor, tell: (found: Found) => tell(found) };
  }
  const [first = undefined] = presenting('a').heard;
  if (first === undefined) throw new Error('a presentation tells of its first slide');

  it('wait for a presentation, follow it, and say when it is over', () => {
    const tutor = notes();
    expect(tutor.text()).toContain('Nothing is being presented yet');
    expect(tutor.text()).toContain('infra-tutor present ID');
    tutor.tell({ slide: first });
    expect(tutor.text()).toMatch(/1 of 4 {2}Drawn[\s\S]*Say this\.[\s\S]*Next: See it happen/);
    tutor.tell({ slide: { ...first, notes: '', next: '', blank: true, answer: 'hidden' } });
    expect(tutor.text()).toContain('There are no notes on this slide');
    expect(tutor.text()).toContain('This is the last slide');
    expect(tutor.text()).toMatch(/answer hidden +the room sees an empty screen/);
    tutor.tell('damaged');
    expect(tutor.text()).toContain("can't be read");
    tutor.tell('nothing');
    expect(tutor.text()).toContain('The presentation has ended');
  });

  it('say how long it has gone on, and what is left', () => {
    const tutor = notes(50, 12 * 60_000 + 1_000);
    tutor.tell({ slide: first });
    expect(tutor.text()).toMatch(/12:00 gone +38:00 left +\d\d:\d\d/);
    const late = notes(10, 12 * 60_000 + 1_000);
    late.tell({ slide: first });
    expect(late.text()).toContain('2:00 over');
  });

  it('scroll where they are long, and begin anew on the next slide', () => {
    const tutor = notes();
    const long = Array.from({ length: 40 }, (_, index) => `Say ${index}.`).join('\n\n');
    tutor.tell({ slide: { ...first, notes: long } });
    tutor.press('down', 'down');
    expect(tutor.text()).not.toContain('Say 0.');
    tutor.tell({ slide: { ...first, notes: long } });
    expect(tutor.text()).not.toContain('Say 0.');
    tutor.tell({ slide: { ...first, at: 2, slide: 'B', notes: long } });
    expect(tutor.text()).toContain('Say 0.');
  });
});
