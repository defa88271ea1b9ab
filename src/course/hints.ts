import type { Tokens } from 'marked';
import { plainWords } from '../markdown/words.ts';

/** The hints of a quote that begins with `Hint:`, one after each such word; undefined: it is an ordinary quote. */
export function hintsIn(quote: Tokens.Blockquote): string[] | undefined {
  const words = plainWords(quote.tokens);
  if (!/^hint:/i.test(words)) return undefined;
  return words
    .split(/^hint:/im)
    .slice(1)
    .map((hint) => hint.trim());
}
