import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../build/messages.mjs';
import { readCatalogue } from '../src/course/catalogue-reader.ts';
import { catalogueState } from '../src/course/catalogue-writer.ts';

const root = join(import.meta.dirname, '..');
const sentences = await sentencesOf(root);
const shipped = readdirSync(join(root, 'locales')).filter((name) => name.endsWith('.yaml'));

describe('what the program says', () => {
  it('is found in its sources, with what stands in its slots', () => {
    expect(sentences.map).toContainEqual({ key: '{0} of {1} read', slots: ['done', 'all'] });
    expect(sentences.map).toContainEqual({ key: '{0} {question|questions}', slots: ['count'] });
    expect(Object.values(sentences).flat().length).toBeGreaterThan(2_000);
  });
});

describe.each(shipped)('the catalogue %s', (name) => {
  const read = readCatalogue(
    name.replace('.yaml', ''),
    readFileSync(join(root, 'locales', name), 'utf8'),
    `locales/${name}`,
  );

  it('is right, slot by slot', () => {
    expect(read.problems.list).toEqual([]);
  });

  it('has nothing that the program does not say (npm start -- course locale TAG --write brings it up to date)', () => {
    expect(catalogueState(sentences, read).stale.map(({ section, key }) => `${section}: ${key}`)).toEqual([]);
  });
});
