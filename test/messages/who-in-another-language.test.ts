import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

/** Words are chosen while their file is loaded, so that they are loaded after the language is. */
async function inGerman() {
  vi.resetModules();
  const { speak } = await import('../../src/messages/language.ts');
  const said = new Map([
    ['users', 'Nutzer'],
    ['you', 'du'],
  ]);
  const why = new Map([['you {0}', 'du: {0}']]);
  speak({
    language: 'de',
    hints: [],
    sections: new Map([
      ['simulator-users', said],
      ['why', why],
    ]),
  });
  const { storyWords } = await import('../../src/messages/simulator-users.ts');
  const { whyWords } = await import('../../src/messages/why.ts');
  const { spofGame } = await import('../../src/messages/spof.ts');
  return { storyWords, whyWords, spofGame };
}

describe('who a line is about, in another language', () => {
  let words: Awaited<ReturnType<typeof inGerman>>;
  beforeAll(async () => {
    words = await inGerman();
  });
  afterAll(() => vi.resetModules());

  it('is not said where the users are the subject of the sentence themselves', () => {
    const { storyWords, whyWords, spofGame } = words;
    expect(whyWords.felt(storyWords.users, 'jede Anfrage wartet')).toBe('jede Anfrage wartet.');
    expect(spofGame.because(storyWords.users, 'jede Anfrage wartet')).toBe('jede Anfrage wartet.');
  });

  it('is whoever ordered the fault', () => {
    expect(words.whyWords.fault(words.storyWords.you, 'kill web-2')).toBe('du: kill web-2.');
  });
});
