import { sentencesOf } from '../../build/messages.mjs';
import type { Catalogue, Said } from '../../src/messages/language.ts';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = [...'áƀćđéƒǧĥíĵķĺɱñöƥʠŕšťúṽŵẋýžÁƁĆĐÉƑǦĤÍĴĶĹṀÑÖƤɊŔŠŤÚṼŴẊÝŽ'];

/**
 * A language in which everything has other letters and is two fifths longer, as German may be: what is said in English
 * can be seen, and what is cut or too wide.
 */
export async function pseudoLocale(root: string): Promise<Catalogue> {
  const sections = Object.entries(await sentencesOf(root)).map(
    ([section, sentences]) =>
      [section, new Map(sentences.map(({ key }) => [key, saidLonger(key)] as const))] as const,
  );
  return { language: 'de', hints: [], sections: new Map(sections) };
}

function saidLonger(key: string): Said {
  // what English says of one and of more
  const text = key.replace(/\{([^{}|]*)\|[^{}]*\}/g, '$1');
  const letters = text.replace(/\{\d+\}/g, '').trim().length;
  const longer = text.split(/(\{\d+\})/).map((part) => (part.startsWith('{') ? part : inOtherLetters(part)));
  const [, end = ''] = /(\s*)$/.exec(text) ?? [];
  return `${longer.join('').trimEnd()}${'~'.repeat(Math.ceil(letters * 0.4))}${end}`;
}

function inOtherLetters(text: string): string {
  return text.replace(/[a-zA-Z]/g, (letter) => accented[plain.indexOf(letter)] ?? letter);
}
