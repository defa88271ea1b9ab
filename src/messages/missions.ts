import { excerpt } from '../text/excerpt.ts';
import { plural } from './plural.ts';

function allowed(words: readonly string[]): string {
  return words.length === 0
    ? 'nothing here may be'
    : `what may be: ${words.map((word) => excerpt(word)).join(', ')}`;
}

/** What the program says about missions. */
export const missionWords = {
  mayNotChange: (subject: string, may: readonly string[]) =>
    `In this mission ${excerpt(subject)} can't be changed; ${allowed(may)}.`,
  mayNotDo: (verb: string, may: readonly string[]) =>
    `In this mission you can't use "${excerpt(verb)}"; ${allowed(may)}.`,
  tooMany: (changes: number, most: number) =>
    `That is ${plural(changes, 'change')}, and this mission allows ${most}: take some back.`,
};
