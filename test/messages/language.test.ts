import { describe, expect, it } from 'vitest';
import { type Catalogue, messagesIn, type Said } from '../../src/messages/language.ts';

const catalogue = (said: Record<string, Said>, language = 'de'): Catalogue => ({
  language,
  hints: [],
  sections: new Map([['section', new Map(Object.entries(said))]]),
});

const english = messagesIn('section', () => undefined);
const says = (said: Record<string, Said>, language?: string) =>
  messagesIn('section', () => catalogue(said, language));

describe('a sentence', () => {
  it('is said in English where no language is spoken, where it has no translation, and where that is empty', () => {
    for (const t of [english, says({}), says({ '{0} % served': '' })])
      expect(t`${12} % served`).toBe('12 % served');
  });

  it('is said as the catalogue of its section has it, with its slots in any order', () => {
    const t = says({ '{0} of {1} read': 'von {1} sind {0} gelesen' });
    expect(t`${1} of ${3} read`).toBe('von 3 sind 1 gelesen');
    expect(messagesIn('another', () => catalogue({ back: 'zurück' }))`back`).toBe('back');
  });

  it('leaves braces alone that are no slots, in English and in what stands in a slot', () => {
    expect(english`write { 1: ${'{0}'} }`).toBe('write { 1: {0} }');
    const t = says({ 'write { 1: {0} } for {1}': 'schreiben Sie { 1: {0} } für {1}' });
    expect(t`write { 1: ${'{1}'} } for ${'x'}`).toBe('schreiben Sie { 1: {1} } für x');
  });
});

describe('a sentence that depends on a count', () => {
  const left = (t: typeof english, lines: number) =>
    t`${lines} ${['line', 'lines']} of ${'a.md'} ${['is', 'are']} left out`;

  it('takes the words of one or of more by the number before the first of them', () => {
    expect(left(english, 1)).toBe('1 line of a.md is left out');
    expect(left(english, 0)).toBe('0 lines of a.md are left out');
    expect(english.counted(1, 'quiz', 'quizzes')).toBe('1 quiz');
    expect(english.counted(2, 'quiz', 'quizzes')).toBe('2 quizzes');
  });

  it('takes them by a count that stands elsewhere', () => {
    const who = (ids: readonly string[]) => english.plural(ids.length)`${ids.join()} ${['has', 'have']} it`;
    expect(who(['a'])).toBe('a has it');
    expect(who(['a', 'b'])).toBe('a,b have it');
  });

  it('has a text for each category of its language', () => {
    const polish = new Map([
      ['one', '{0} wiersz z {1}'],
      ['few', '{0} wiersze z {1}'],
      ['many', '{0} wierszy z {1}'],
      ['other', '{0} wiersza z {1}'],
    ]);
    const t = says({ '{0} {line|lines} of {1} {is|are} left out': polish }, 'pl');
    expect([1, 2, 5, 1.5].map((lines) => left(t, lines))).toEqual([
      '1 wiersz z a.md',
      '2 wiersze z a.md',
      '5 wierszy z a.md',
      '1.5 wiersza z a.md',
    ]);
  });

  it('has one text where the language does not care', () => {
    const t = says({ '{0} {line|lines}': '{0} 行' }, 'ja');
    expect([t.counted(1, 'line'), t.counted(2, 'line')]).toEqual(['1 行', '2 行']);
  });
});
