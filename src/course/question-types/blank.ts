import type { Token } from 'marked';

/** What stands in a paragraph that is nothing but `[[...]]`; undefined for every other block. */
export function blankIn(token: Token): string | undefined {
  if (token.type !== 'paragraph') return undefined;
  return /^\[\[([^\n]*)\]\]$/.exec(token.raw.trim())?.[1]?.trim();
}
