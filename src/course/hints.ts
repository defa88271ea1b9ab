import type { Tokens } from 'marked';

/**
 * The hints of a quote that begins with `Hint:`, one after each such word, as the markdown that was written;
 * undefined: it is an ordinary quote.
 */
export function hintsIn({ text }: Tokens.Blockquote): string[] | undefined {
  if (!/^\s*hint:/i.test(text)) return undefined;
  return text
    .split(/^\s*hint:/im)
    .slice(1)
    .map((hint) => hint.trim());
}
