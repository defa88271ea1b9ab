import { Lexer, Marked, type Token, type Tokens } from 'marked';
import { markdownMessages as say } from '../messages/markdown.ts';
import { excess, type Fault, isTooIntricate } from './limits.ts';
import { newlines } from './words.ts';

/** One block of a markdown file and the line where it begins (from 1). */
export interface MarkdownBlock {
  readonly token: Token;
  readonly line: number;
}

/** A text in its blocks, and what is wrong in it (`line` counts from 1 here). */
export interface ReadMarkdown {
  readonly blocks: readonly MarkdownBlock[];
  readonly faults: readonly Fault[];
  /** why it was not read at all */
  readonly refused: Fault | undefined;
}

/** Options of their own: what others teach the shared `marked` must not change how a course is read. */
const options = new Marked({ gfm: true }).defaults;

/** Each further one costs another look at all that follows. */
const mostOpened = 5;

/**
 * Cuts markdown into its blocks. Lines come from the running sum of what each block was written as.
 * Text that marked should not be asked to read, or throws at, is refused; this never throws.
 */
export function readMarkdown(text: string, firstLine: number): ReadMarkdown {
  const fault = excess(text);
  if (fault) return { blocks: [], faults: [], refused: { ...fault, line: firstLine + fault.line } };
  const reader = new Reader();
  try {
    reader.read(text, firstLine);
  } catch (error) {
    if (!(error instanceof LexerError)) throw error;
    const line = firstLine + stumblingBlock(text);
    return { blocks: [], faults: [], refused: { line, sentence: say.unreadable } };
  }
  return { blocks: reader.blocks, faults: reader.faults, refused: undefined };
}

/** The tokens of a short text; one that is refused is shown as it was written. */
export function tokensOf(text: string): readonly Token[] {
  const { blocks, refused } = readMarkdown(text, 1);
  return refused
    ? [{ type: 'text', raw: text, text } satisfies Tokens.Text]
    : blocks.map(({ token }) => token);
}

class Reader {
  readonly blocks: MarkdownBlock[] = [];
  readonly faults: Fault[] = [];
  #opened = 0;

  read(text: string, firstLine: number): void {
    let line = firstLine;
    for (const token of this.#lex(text, firstLine)) {
      const at = line + leadingNewlines(token.raw);
      line += newlines(token.raw);
      const open = stillOpen(token);
      const rest = open === undefined ? undefined : this.#afterOpen(token, open, at);
      if (rest === undefined) this.blocks.push({ token, line: at });
      else this.read(rest.text, rest.line);
    }
  }

  /** marked's lexer in its two steps: first the blocks, then what stands in each. */
  #lex(text: string, firstLine: number): readonly Token[] {
    const lexer = lexedBlocks(text);
    for (const { src, tokens } of lexer.inlineQueue) {
      if (!isTooIntricate(src)) lexer.inlineTokens(src, tokens);
      else {
        tokens.push({ type: 'text', raw: src, text: src } satisfies Tokens.Text);
        this.faults.push({ line: firstLine + lineOf(src, text), sentence: say.tooIntricate });
      }
    }
    return lexer.tokens;
  }

  /**
   * What is never closed would swallow every page or question after it: it ends at the next one. What comes after it,
   * where there is such a place.
   */
  #afterOpen(
    token: Token,
    sentence: string,
    line: number,
  ): { readonly text: string; readonly line: number } | undefined {
    this.faults.push({ line, sentence });
    const raw = token.raw.replace(/^\n+/, '');
    const next = raw.search(/^(?:## |<\/?quiz>)/m);
    if (next <= 0 || ++this.#opened > mostOpened) return undefined;
    const kept = raw.slice(0, next);
    const text = token.type === 'code' ? kept.slice(kept.indexOf('\n') + 1).replace(/\n$/, '') : kept;
    this.blocks.push({ token: { ...token, raw: kept, text }, line });
    return { text: raw.slice(next), line: line + newlines(kept) };
  }
}

/** marked 18 throws at some quotes and lists in lists: `- a\n  > 401. b\n</quiz>`. */
class LexerError extends Error {}

/** @throws LexerError */
function lexedBlocks(text: string): Lexer {
  const lexer = new Lexer(options);
  try {
    lexer.blockTokens(text, lexer.tokens);
  } catch (error) {
    throw new LexerError('marked threw', { cause: error });
  }
  return lexer;
}

/** The line, from 0, with which marked begins to throw. */
function stumblingBlock(text: string): number {
  const lines = text.split('\n');
  let read = 0;
  let thrown = lines.length;
  while (thrown - read > 1) {
    const middle = (read + thrown) >> 1;
    try {
      lexedBlocks(lines.slice(0, middle).join('\n'));
      read = middle;
    } catch {
      thrown = middle;
    }
  }
  return read;
}

/** What is wrong with a fence or a comment that nothing closes; undefined for all other blocks. */
function stillOpen({ type, raw }: Token): string | undefined {
  if (type === 'html') return /^\s*<!--/.test(raw) && !raw.includes('-->') ? say.commentOpen : undefined;
  const fence = type === 'code' ? /^\n* {0,3}(`{3,}|~{3,})/.exec(raw)?.[1] : undefined;
  if (fence === undefined) return undefined;
  const lines = raw.trimEnd().split('\n');
  const last = (lines.at(-1) ?? '').trim();
  const closes = last.startsWith(fence) && last.replaceAll(fence.charAt(0), '') === '';
  return lines.length < 2 || !closes ? say.fenceOpen(fence) : undefined;
}

/** The line, from 0, of the first place where a piece of a text stands. */
function lineOf(piece: string, text: string): number {
  const at = text.indexOf(piece.split('\n')[0] ?? '');
  return newlines(text.slice(0, Math.max(0, at)));
}

function leadingNewlines(raw: string): number {
  let count = 0;
  while (raw[count] === '\n') count++;
  return count === raw.length ? 0 : count;
}
