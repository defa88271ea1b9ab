import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  endPresented,
  type Presented,
  presentedFile,
  readPresented,
  tellPresented,
} from '../../src/learner/presented.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'infra-tutor-presented-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const slide: Presented = {
  title: 'A stage',
  slide: 'A page',
  at: 1,
  of: 2,
  stroke: 0,
  strokes: 0,
  answer: 'none',
  blank: false,
  notes: 'Say it.',
  next: '',
  startedAt: 5,
};
const [one, other] = [
  { machine: 'here', pid: 1 },
  { machine: 'here', pid: 2 },
];
const runs = () => false;
const found = (isGone: (pid: number) => boolean = runs, machine = 'here') =>
  readPresented(folder, machine, isGone);

test('what is told is read, and the one that moved last is followed', () => {
  expect(found()).toBe('nothing');
  tellPresented(folder, one, slide);
  expect(found()).toEqual({ slide });
  tellPresented(folder, other, { ...slide, at: 2 });
  expect(found()).toEqual({ slide: { ...slide, at: 2 } });
  // the first one ends, and leaves the other alone
  endPresented(folder, one);
  expect(found()).toEqual({ slide: { ...slide, at: 2 } });
  endPresented(folder, other);
  expect(found()).toBe('nothing');
  expect(readdirSync(folder)).toEqual([]);
});

test('a program that was killed presents nothing more; of another machine nobody here knows', () => {
  tellPresented(folder, one, slide);
  expect(found((pid) => pid === 1)).toBe('nothing');
  expect(found(() => true, 'elsewhere')).toEqual({ slide });
});

test.each([
  ['no JSON', '{'],
  ['no object', '[]'],
  ['nobody’s', JSON.stringify({ slide })],
  ['half of a slide', JSON.stringify({ by: one, slide: { ...slide, next: undefined } })],
  ['a number for a text', JSON.stringify({ by: one, slide: { ...slide, notes: 3 } })],
  ['a place before the first', JSON.stringify({ by: one, slide: { ...slide, at: -1 } })],
  ['another answer', JSON.stringify({ by: one, slide: { ...slide, answer: 'maybe' } })],
  ['far too much', JSON.stringify({ by: one, slide: { ...slide, notes: 'x'.repeat(700_000) } })],
])('a file that holds %s is damaged, and the next step mends it', (_what, text) => {
  writeFileSync(presentedFile(folder), text);
  expect(found()).toBe('damaged');
  endPresented(folder, one);
  tellPresented(folder, one, slide);
  expect(found()).toEqual({ slide });
});
