/** Quizzes of strangers: whatever is in a file, it is read in a moment, and what is written is a quiz. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFormats } from '../../src/course/import/formats.ts';
import { importedBy } from '../course/import/imported.ts';

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
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((some) => some.join(''));

test.each(importFormats.map((format) => [format.name, format] as const))('%s', async (_, format) => {
  await fc.assert(
    fc.asyncProperty(text, async (source) => {
      const { text: written, problems, notes } = await importedBy(format, source);
      if (written.includes('<quiz>'))
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(written).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]/);
      for (const note of notes) expect(Number.parseInt(note, 10)).toBeGreaterThan(0);
    }),
    { numRuns: process.env.SOAK ? 20_000 : 150 },
  );
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
