/** The items of a list that a question is answered with: choices, steps, ranges. */
import { createHash } from 'node:crypto';
import type { Token, Tokens } from 'marked';
import { inlineWords, newlines, plainWords } from '../../markdown/words.ts';
import { courseMessages as say } from '../../messages/course.ts';
import type { Place, Problems } from '../../text/problem.ts';
import type { Item } from '../model.ts';
import type { AnswerBlock } from './question-type.ts';

/** An item as its author wrote it. */
export interface WrittenItem extends Item {
  /** what stands in its box, a space or an `x`; undefined: it has none */
  readonly box: string | undefined;
  /** what stands before it in a numbered list */
  readonly number: number | undefined;
  /** the quote inside of it, as the markdown that was written; empty when there is none */
  readonly feedback: string;
  readonly line: number;
}

export function isList(token: Token): token is Tokens.List {
  return token.type === 'list';
}

/** A list in which some item begins with `[ ]` or `[x]`. */
export function isTaskList(token: Token): token is Tokens.List {
  return isList(token) && token.items.some(({ task }) => task);
}

/** Every item of these lists, in the order of the file. */
export function writtenItems(blocks: readonly AnswerBlock[]): readonly WrittenItem[] {
  const items = blocks.flatMap(({ token, line, ids }) => (isList(token) ? itemsOf(token, line, ids) : []));
  const seen = new Map<string, number>();
  return items.map((item) => {
    const twins = seen.get(item.id) ?? 0;
    seen.set(item.id, twins + 1);
    return twins === 0 ? item : { ...item, id: `${item.id}-${twins + 1}` };
  });
}

function itemsOf(list: Tokens.List, firstLine: number, ids: readonly string[] = []): readonly WrittenItem[] {
  let line = firstLine;
  return list.items.map((item, index) => {
    const quotes = item.tokens.filter((token): token is Tokens.Blockquote => token.type === 'blockquote');
    const tokens = bare(item.tokens.filter((token) => token.type !== 'blockquote'));
    const text = plainWords(tokens);
    const at = line;
    line += newlines(item.raw);
    return {
      id: ids[index] ?? /<!--\s*id:\s*(\S+)\s*-->/.exec(item.raw)?.[1] ?? identityOf(text),
      tokens,
      text,
      number: list.ordered ? Number.parseInt(item.raw, 10) : undefined,
      box: item.task ? (item.checked ? 'x' : ' ') : undefined,
      feedback: quotes.map((quote) => quote.text.trim()).join('\n\n'),
      line: at,
    };
  });
}

/** The item without what a learner may not see yet. */
export function itemOf({ id, tokens, text }: WrittenItem): Item {
  return { id, tokens, text };
}

/** Tells of items that say the same as one before. */
export function lintTwins(
  items: readonly { readonly text: string; readonly line: number }[],
  at: Place,
  problems: Problems,
): void {
  const first = new Map<string, number>();
  for (const { text, line } of items) {
    const words = text.toLowerCase().replace(/\s+/g, ' ');
    const twin = first.get(words);
    if (twin !== undefined && words !== '') {
      problems.error({ ...at, line }, 'duplicate-choice', say.duplicateChoice(twin));
    }
    first.set(words, line);
  }
}

/** A text's identity, so that what was answered is still known when the items change places. */
export function identityOf(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(words).digest('hex').slice(0, 8);
}

/**
 * An item's tokens without its box, which a loose list keeps inside the first paragraph, and without comments; a
 * paragraph that holds nothing else is gone.
 */
function bare(tokens: readonly Token[]): Token[] {
  return tokens.filter(isShown).flatMap((token) => {
    if (!('tokens' in token) || token.tokens === undefined || token.tokens.every(isShown)) return token;
    const inner = token.tokens.filter(isShown);
    if (inner.length === 0) return [];
    return { ...token, raw: inner.map(({ raw }) => raw).join(''), text: inlineWords(inner), tokens: inner };
  });
}

function isShown(token: Token): boolean {
  return token.type !== 'checkbox' && !(token.type === 'html' && token.raw.startsWith('<!--'));
}
