import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepCrash } from '../../src/learner/crash-file.ts';
import { openingMark } from '../../src/learner/opening-mark.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'infra-tutor-crash-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

const crash = (at: number, error: unknown = new Error('broken')) =>
  keepCrash(join(directory, 'home'), { at, about: ['infra-tutor 1.2.3', 'place: map'], error });

test('keeps the stack, what it came from, and where it happened', () => {
  const file = crash(0, new Error('no pages', { cause: new Error('no file \x1b[2J') })) ?? '';
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(
    /^1970-01-01T00:00:00\.000Z\ninfra-tutor 1\.2\.3\nplace: map\n\nError: no pages\n +at /,
  );
  expect(text).toMatch(/\nbecause of Error: no file \[2J\n +at /);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('what is thrown need not be an error', () => {
  expect(readFileSync(crash(0, 'just words') ?? '', 'utf8')).toContain('just words');
});

test('keeps the newest ten, each of a bounded size, and touches nothing else', () => {
  writeFileSync(join(directory, 'journal.jsonl'), 'mine');
  const long = new Error('x'.repeat(1_000_000));
  const files = Array.from({ length: 14 }, (_, second) => crash(second * 1000, long));
  const kept = readdirSync(join(directory, 'home')).map((name) => join(directory, 'home', name));
  expect(kept.sort()).toEqual(files.slice(-10));
  for (const file of kept) expect(statSync(file).size).toBeLessThan(70_000);
  expect(readFileSync(join(directory, 'journal.jsonl'), 'utf8')).toBe('mine');
});

test('where nothing can be written, nothing is kept and nothing breaks', () => {
  writeFileSync(join(directory, 'home'), 'a file');
  expect(crash(0)).toBeUndefined();
  const mark = openingMark(join(directory, 'home'), 'web');
  mark.set({ screen: 'map' });
  mark.clear();
  expect(mark.found).toBeUndefined();
});

test('a place that was being opened is found at the next start, by its own course alone', () => {
  const place = { screen: 'lesson', lesson: 'hosts', page: 2 } as const;
  expect(openingMark(directory, 'web').found).toBeUndefined();
  openingMark(directory, 'web').set(place);
  expect(openingMark(directory, 'web').found).toEqual(place);
  expect(openingMark(directory, 'other').found).toBeUndefined();
  openingMark(directory, 'web').clear();
  expect(openingMark(directory, 'web').found).toBeUndefined();
});

test.each(['', '{', 'null', '[]', '{"course":"web"}', '{"course":"web","place":{"screen":"constructor"}}'])(
  'a mark that says %j stands for nothing',
  (text) => {
    writeFileSync(join(directory, 'opening.json'), text);
    expect(openingMark(directory, 'web').found).toBeUndefined();
  },
);
