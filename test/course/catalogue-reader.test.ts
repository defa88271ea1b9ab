import { describe, expect, it } from 'vitest';
import { laidOver, longestCatalogue, readCatalogue } from '../../src/course/catalogue-reader.ts';
import { catalogueState, writtenCatalogue } from '../../src/course/catalogue-writer.ts';

const read = (text: string) => readCatalogue('de', text, 'locales/de.yaml');
const problemsOf = (text: string) =>
  read(text).problems.list.map(({ line, severity, message }) => `${line} ${severity}: ${message}`);
const sections = (messages: string) => `messages:\n  map:\n${messages}`;

describe('a catalogue', () => {
  it('has hint words, texts, and texts by plural category', () => {
    const { catalogue, problems } = read(
      `hint: Hinweis\n${sections('    back: zurück\n    "{0} {star|stars}": { one: "{0} Stern", other: "{0} Sterne" }\n    next: ""\n')}`,
    );
    expect(problems.list).toEqual([]);
    expect(catalogue.hints).toEqual(['Hinweis']);
    const map = catalogue.sections.get('map');
    expect(map?.get('back')).toBe('zurück');
    expect(map?.get('{0} {star|stars}')).toEqual(
      new Map([
        ['one', '{0} Stern'],
        ['other', '{0} Sterne'],
      ]),
    );
    expect(map?.has('next')).toBe(false);
  });

  it('says with its place what is wrong, and leaves that to English', () => {
    const wrong = sections(
      '    "{0} read": "{1} gelesen"\n    "quiz {0}": Quiz\n    back: { one: zurück }\n',
    );
    expect(problemsOf(wrong)).toEqual([
      '3 error: {1} is nothing in "{0} read", so that English is said: take it out.',
      '4 warning: {0} is missing in this translation.',
      '5 error: This sentence depends on no number: write one text.',
    ]);
    expect([...(read(wrong).catalogue.sections.get('map') ?? [])]).toEqual([['quiz {0}', 'Quiz']]);
  });

  it('knows the plural categories of its language', () => {
    expect(problemsOf(sections('    "{0} {a|b}": { few: x }\n'))).toEqual([
      '3 error: "few" is no plural category of this language: write one, other.',
      '3 error: "other" is missing: it is said of every number without a text of its own.',
    ]);
  });

  it('lets through nothing that moves a cursor or hides', () => {
    const { catalogue, problems } = read(sections('    back: "z\\e[2J\\u202eurück"\n'));
    expect(catalogue.sections.get('map')?.get('back')).toBe('z[2Jurück');
    expect(problems.failed).toBe(true);
  });

  it('is refused unread where it is no catalogue, or too long', () => {
    for (const text of [
      '- a',
      'a',
      'messages: [a]',
      'messages: { map: a }',
      ': {',
      `a: ${'b'.repeat(longestCatalogue)}`,
    ])
      expect(read(text).problems.failed, text.slice(0, 20)).toBe(true);
  });

  it('of a course is laid over the one of the program', () => {
    const under = read(`hint: Hinweis\n${sections('    back: zurück\n    next: weiter\n')}`).catalogue;
    const over = read(`hint: Tipp\n${sections('    back: heim\n')}`).catalogue;
    const both = laidOver(under, over);
    expect(both.hints).toEqual(['Tipp', 'Hinweis']);
    expect(Object.fromEntries(both.sections.get('map') ?? [])).toEqual({ back: 'heim', next: 'weiter' });
  });
});

describe('a catalogue brought up to date', () => {
  const sentences = {
    map: [
      { key: 'back', slots: [] },
      { key: '{0} of {1} {star|stars}', slots: ['won', 'all'] },
    ],
  };

  it('keeps what is translated, leaves the new ones empty, and puts what is said no longer at the end', () => {
    const before = read(`hint: Hinweis\n${sections('    back: "zurück"\n    gone: "fort"\n')}`);
    const text = writtenCatalogue(sentences, before);
    expect(text.replace(/^# .*\n# .*\n/, '')).toBe(
      [
        'hint: ["Hinweis"]',
        'messages:',
        '',
        '  map:',
        '    "back": "zurück"',
        '    # {0} won, {1} all',
        '    "{0} of {1} {star|stars}":',
        '      one: ""',
        '      other: ""',
        '',
        '# No longer said:',
        '# map: "gone": "fort"',
        '',
      ].join('\n'),
    );
    expect(writtenCatalogue(sentences, read(text))).toBe(text.slice(0, text.indexOf('\n# No longer')));
    const { missing, stale } = catalogueState(sentences, before);
    expect(missing.map(({ key }) => key)).toEqual(['{0} of {1} {star|stars}']);
    expect(stale.map(({ key }) => key)).toEqual(['gone']);
  });
});
