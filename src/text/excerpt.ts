import { plainLine } from './plain-text.ts';

/** Nobody reads more of a quotation than this before the sentence around it goes on. */
const longestWords = 60;
/** A path is of use only as a whole; but some are made to be long. */
export const longestPath = 300;

/** What others wrote, as a sentence quotes it: one line, nothing that a terminal obeys, and cut where it is long. */
export function excerpt(text: string, longest = longestWords): string {
  // some of it may be taken out
  const beginning = 4 * longest;
  // by code points: a surrogate pair is never cut in two
  const characters = [...plainLine(text.slice(0, beginning))];
  if (characters.length <= longest && text.length <= beginning) return characters.join('');
  return `${characters.slice(0, longest - 3).join('')}...`;
}
