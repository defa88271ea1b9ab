import { readFileSync } from 'node:fs';
import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';
import { expect, test } from 'vitest';
import { proseInUse, wordsInUse } from './words-in-use.ts';

const used = wordsInUse();
const spelling = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
const unknown = [...used].filter(([word]) => !spelling.correct(word));

/** Words that every engineer knows and the dictionary doesn't. */
const terms = readFileSync('test/prose/terms.txt', 'utf8').trimEnd().split('\n');

test('every word is spelt as in British English, or stands among the terms', () => {
  const known = new Set(terms.map((term) => term.toLowerCase()));
  const wrong = unknown.filter(([word]) => !known.has(word.toLowerCase()));
  expect(wrong.map(([word, files]) => `${word}: ${[...files].join(', ')}`)).toEqual([]);
});

test('the terms are in order, and each is used', () => {
  expect(terms).toEqual([...new Set(terms)].sort());
  const words = new Set(unknown.map(([word]) => word.toLowerCase()));
  expect(terms.filter((term) => !words.has(term.toLowerCase()))).toEqual([]);
});

test('people are anybody: nobody is he', () => {
  const about = ['he', 'him', 'his', 'himself'].flatMap((word) =>
    [...(used.get(word) ?? [])].map((file) => `${word}: ${file}`),
  );
  // the guide to style shows one as it should not be
  expect(about).toEqual(['he: docs/style.md']);
});

test('nothing is written as the guide to style says not to', () => {
  const guide = readFileSync('docs/style.md', 'utf8');
  const avoided = [...guide.matchAll(/^\| (?!instead of)([^|-][^|]*?) \|/gm)].map(
    ([, phrase = '']) => phrase,
  );
  expect(avoided.length).toBeGreaterThan(10);
  const plain = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();
  const written = [...proseInUse()].filter(([file]) => file !== 'docs/style.md');
  const found = avoided.flatMap((phrase) =>
    written.flatMap(([file, text]) => (plain(text).includes(plain(phrase)) ? [`${phrase}: ${file}`] : [])),
  );
  expect(found).toEqual([]);
});
