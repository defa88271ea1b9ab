import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { smallCourse, lesson as written } from '../course/small-course.ts';
import { openTestTutor } from './tutor.tsx';

const lesson = (page: number, id = 'blocks') =>
  openTestTutor({ place: { screen: 'lesson', lesson: id, page } });

it('turns pages, and goes on to what comes next in the course', () => {
  const tutor = lesson(0);
  tutor.press('right', 'right');
  expect(tutor.text()).toContain('page 3 of 3');
  tutor.press('right');
  expect(tutor.text()).toContain('A long page');
  tutor.press('left');
  expect(tutor.text()).toContain('page 3 of 3');
  expect(tutor.shell.trail).toEqual(['map', 'lesson']);
});

it('goes from the last lesson of a stage to its quiz', () => {
  const tutor = lesson(0, 'broken');
  tutor.press('right');
  // a lesson without pages has nothing to turn, but it is no trap
  expect(tutor.shell.trail.at(-1)).toMatch(/quiz|lesson/);
});

it('scrolls no further than the text, and Space turns the page at its end', () => {
  const tutor = lesson(0, 'long');
  tutor.press('end', 'down', 'down');
  expect(tutor.text()).toContain('Paragraph 30');
  tutor.press('home', 'up');
  expect(tutor.text()).toContain('Scroll me');
  for (let press = 0; press < 12 && tutor.text().includes('A long page'); press++) tutor.press('space');
  expect(tutor.text()).not.toContain('page 1 of 1');
});

describe('runs', () => {
  it('are opened with what to look for', () => {
    const tutor = lesson(2);
    tutor.press('enter');
    expect(tutor.text()).toContain('5s kill web-2');
    expect(tutor.text()).toContain('Who notices first?');
    tutor.press('escape');
    expect(tutor.text()).toContain('page 3 of 3');
  });

  it('are chosen with Tab', () => {
    const tutor = lesson(2);
    tutor.press('tab', 't');
    expect(tutor.text()).toContain('slow web-2 10');
    tutor.press('escape', 'tab', 't');
    expect(tutor.text()).toContain('kill web-2');
  });
});

it('draws a topology, and says it in words where it cannot', () => {
  const tutor = lesson(1);
  expect(tutor.text()).toContain('users ---> lb-1 ---> web-1');
});

describe('a page that was written for a web page', () => {
  const open = (body: string) => {
    const files = smallCourse({ 'lessons/one/first.md': written('a', body) });
    const course = loadCourse('course', { files });
    return openTestTutor({ course, place: { screen: 'lesson', lesson: 'a', page: 0 } });
  };

  it('has links that a key follows, and Esc comes back', () => {
    const tutor = open('## A\n\nSee [the second](second.md).\n');
    expect(tutor.text()).toContain('o follow a link');
    tutor.press('o');
    expect(tutor.text()).toContain('Lesson b');
    tutor.press('escape');
    expect(tutor.text()).toContain('Lesson a');
  });

  it('asks which of several links', () => {
    const tutor = open('## A\n\n[One](second.md), [two](q) and [nothing](nowhere.md).\n');
    tutor.press('o');
    expect(tutor.shell.menu?.choices.map(({ label }) => label)).toEqual(['One', 'two']);
    tutor.press('2');
    expect(tutor.shell.trail).toEqual(['map', 'lesson', 'quiz']);
  });

  describe('shows where it has a claim from', () => {
    const claim = '## A\n\nIt is so.[^a] And [so](second.md).[^b]\n\n';
    const address = `https://example.com/${'long/'.repeat(30)}end`;
    const sources = `[^a]: The manual, [section 5](${address}).\n[^b]: See [the third](../two/third.md).\n`;

    it('with a key, in place of the page, and Esc brings it back', () => {
      const tutor = open(claim + sources);
      expect(tutor.text()).toContain('It is so.[1] And so.[2]');
      expect(tutor.text()).not.toContain('The manual');
      tutor.press('s');
      expect(tutor.text()).toContain('[1] The manual, section 5');
      expect(tutor.text().replace(/\s/g, '')).toContain(address);
      expect(tutor.text()).not.toContain('It is so.');
      tutor.press('escape');
      expect(tutor.text()).toContain('It is so.[1]');
      expect(tutor.shell.trail).toEqual(['map', 'lesson']);
      tutor.press('s', 's');
      expect(tutor.text()).toContain('It is so.[1]');
    });

    it('as it was scrolled, and scrolls the sources by themselves', () => {
      const many = Array.from({ length: 30 }, (_, index) => `[^n${index}]: Source number ${index}.`).join(
        '\n',
      );
      const marks = Array.from({ length: 30 }, (_, index) => `Claim ${index}.[^n${index}]`).join('\n\n');
      const tutor = open(`## A\n\n${marks}\n\n${many}\n`);
      tutor.press('down', 'down', 'down');
      const page = tutor.text();
      tutor.press('s');
      expect(tutor.text()).toContain('[1]');
      expect(tutor.text()).toContain('Source number 0.');
      expect(tutor.text()).not.toContain('Source number 29.');
      tutor.press('end');
      expect(tutor.text()).toContain('[30] Source number 29.');
      tutor.press('s');
      expect(tutor.text()).toBe(page);
    });

    it('with links that a key follows, and comes back to them', () => {
      const tutor = open(claim + sources);
      tutor.press('s', 'o');
      expect(tutor.shell.menu?.choices.map(({ label }) => label)).toEqual(['so', 'the third']);
      tutor.press('2');
      expect(tutor.text()).toContain('Lesson c');
      tutor.press('escape');
      expect(tutor.text()).toContain('[1] The manual');
    });

    it('only where there is something to show', () => {
      expect(open(claim + sources).text()).toContain('s sources');
      const tutor = open('## A\n\nIt is so.\n');
      const before = tutor.text();
      expect(before).not.toContain('s sources');
      tutor.press('s');
      expect(tutor.text()).toBe(before);
    });
  });

  it('moves wide code sideways as far as its end, and back', () => {
    const long = `${'0123456789'.repeat(9)}END`;
    const tutor = open(`## A\n\n\`\`\`\n${long}\nshort\n\`\`\`\n`);
    expect(tutor.text()).not.toContain('END');
    expect(tutor.text()).toContain('< > sideways');
    tutor.press('>', '>', '>', '>');
    expect(tutor.text()).toContain('END');
    expect(tutor.text()).not.toContain('short');
    tutor.press('<', '<', '<', '<');
    expect(tutor.text()).toContain('0123456789');
    expect(tutor.text()).toContain('short');
  });

  it('offers neither where there is nothing to follow or to move', () => {
    const tutor = open('## A\n\nText.\n');
    expect(tutor.text()).not.toContain('sideways');
    expect(tutor.text()).not.toContain('follow');
  });
});
