/** Quizzes of strangers: whatever is in a file, it is read in a moment, and what is written is a quiz. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { gift } from '../../src/course/export/gift.ts';
import { importFormats } from '../../src/course/import/formats.ts';
import { tricky } from '../course/export/course.ts';
import { importedBy } from '../course/import/imported.ts';

const RUNS = process.env.SOAK === undefined ? 150 : 5_000;
if (process.env.SOAK !== undefined) vi.setConfig({ testTimeout: 600_000 });

const pieces = [
  ...'=~#{}:\\[]%<>&"\'`*_-+|.!\t\n\n 19',
  ...[
    '\n\n',
    '::',
    '####',
    '->',
    '..',
    '//',
    '$CATEGORY:',
    '[html]',
    '[markdown]',
    '[plain]',
    'T',
    '\\n',
    '%50%',
  ],
  ...[
    'A. ',
    'B) ',
    'ANSWER: A',
    '[[questions]]\n',
    'type = "ShortAnswer"\n',
    'prompt.prompt = ',
    '"""',
    'answer.answer',
  ],
  ...[
    '<quiz>\n',
    '</quiz>\n',
    '<!-- id: x -->',
    '<!--',
    '- [x] ',
    '> Hint: ',
    '```prove\n',
    '```\n',
    '---\n',
    '[[a|b]]',
  ],
  ...[
    '\u0000',
    '\u001b[2J',
    '\u009b',
    '\u202e',
    '\ud800',
    '&#27;',
    '&#x1b;',
    '<b>',
    '<pre>',
    '</p>',
    'who',
    '1e999',
  ],
];
const noise = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((some) => some.join(''));

const whole: Readonly<Record<string, string>> = {
  gift: gift.write(tricky.quizzes, tricky.course),
  aiken: 'Who?\nA. Ana\nB. Bo\nANSWER: B\n\nWhat?\nA) this\nB) that\nANSWER: A\n',
  'mdbook-quiz': ['MultipleChoice', 'ShortAnswer']
    .map(
      (type) =>
        `[[questions]]\ntype = "${type}"\nprompt.prompt = "q"\nprompt.distractors = ["a"]\nanswer.answer = "b"\n`,
    )
    .join('\n'),
};

/** A quiz with a few pieces put into it, or taken out of it. */
function mutated(source: string): fc.Arbitrary<string> {
  const change = fc.tuple(fc.nat(source.length), fc.nat(3), fc.constantFrom('', ...pieces));
  return fc
    .array(change, { maxLength: 4 })
    .map((changes) =>
      changes.reduce((text, [at, out, piece]) => text.slice(0, at) + piece + text.slice(at + out), source),
    );
}

test.each(importFormats.map((format) => [format.name, format] as const))('%s', async (_, format) => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(noise, mutated(whole[format.name] ?? '')), async (source) => {
      const { text, problems, questions, notes } = await importedBy(format, source);
      taken += questions.length;
      const errors = problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
      expect(errors).toEqual(questions.length > 0 ? [] : ['empty-quiz']);
      expect(text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]/);
      for (const note of notes) expect(Number.parseInt(note, 10)).toBeGreaterThan(0);
    }),
    { numRuns: RUNS, seed: process.env.SOAK === undefined ? 20 : Date.now() },
  );
  expect(taken).toBeGreaterThan(RUNS / 10);
});

test.each([
  ['gift', '{'.repeat(100_000)],
  ['gift', 'Q?{=%'.repeat(20_000)],
  ['gift', `Q? ${'= a ->'.repeat(20_000)}{=x ~y}`],
  ['gift', `Q?{${'=a\n'.repeat(20_000)}`],
  ['gift', `[html]${'<!--'.repeat(20_000)}${'&lt'.repeat(20_000)}<b {=x ~y}`],
  ['gift', 'Q?{T}\n\n'.repeat(3_000)],
  ['gift', '\\'.repeat(99_999)],
  ['aiken', 'A. b\n'.repeat(20_000)],
  ['mdbook-quiz', '['.repeat(100_000)],
  ['mdbook-quiz', '[[questions]]\n'.repeat(7_000)],
])('time does not run away: %s %#', async (name, source) => {
  const format = importFormats.find((one) => one.name === name);
  if (format === undefined) throw new Error(name);
  const start = performance.now();
  await format.read(source);
  expect(performance.now() - start).toBeLessThan(2_000);
});
