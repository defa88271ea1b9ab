import { expect, test } from 'vitest';
import { anki } from '../../../src/course/export/anki.ts';
import { sheetWithKey, sheetWithoutKey } from '../../../src/course/export/markdown.ts';
import { shipped, tricky } from './course.ts';

test('a sheet for learners gives no answer away, and the one with a key gives all', () => {
  const sheet = sheetWithoutKey.write(tricky.quizzes, tricky.course);
  expect(sheet).not.toMatch(/round robin|because 1 < 2|4 to 6/i);
  const withKey = sheetWithKey.write(tricky.quizzes, tricky.course);
  expect(withKey).toContain(sheet.trim());
  expect(withKey.slice(sheet.length)).toMatch(
    /1\. a: Because 1 < 2[\s\S]*2\. 4 to 6 s[\s\S]*3\. round robin or rr[\s\S]*4\. first/,
  );
  // steps are not offered in the right order
  const steps = shipped.quizzes.flatMap(({ questions }) =>
    questions.flatMap(({ answer }) => (answer.kind === 'order' ? [answer.steps.join('\n')] : [])),
  );
  const offered = sheetWithoutKey.write(shipped.quizzes, shipped.course).replaceAll('   - [ ] ', '');
  expect(steps.filter((order) => offered.includes(order))).toEqual([]);
});

test('every note for Anki is one row with a lasting id of its own', () => {
  const [notes, ...again] = [0, 1].map(() => anki.write(shipped.quizzes, shipped.course));
  expect(again).toEqual([notes]);
  const rows = rowsOf((notes ?? '').replace(/^#.*\n/gm, ''));
  const ids = shipped.quizzes.flatMap(({ questions }) =>
    questions.map(({ id }) => `${shipped.course.id}/${id}`),
  );
  expect(rows.map(([id]) => id)).toEqual(ids);
  expect(rows.filter((row) => row.length !== 4)).toEqual([]);
});

test('an author’s tags stay text in a note', () => {
  expect(anki.write(tricky.quizzes, tricky.course)).not.toMatch(/<(?:b|here)>/);
});

/** Rows of tab-separated text with quoted fields (RFC 4180, with tabs). */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  for (const [, quoted = '', end] of text.matchAll(/"((?:[^"]|"")*)"(\t|\n)/g)) {
    const row = rows.at(-1);
    if (row === undefined || row.at(-1) === '\n') rows.push([]);
    rows.at(-1)?.push(quoted.replaceAll('""', '"'));
    if (end === '\n') rows.at(-1)?.push('\n');
  }
  return rows.map((row) => row.filter((cell) => cell !== '\n'));
}
