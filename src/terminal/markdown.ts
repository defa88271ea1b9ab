/**
 * Markdown for the terminal: the tokens of marked's lexer become rows of spans, never wider than asked for.
 * Every text is cleaned here, after parsing, since `&#27;` is a control character only once it is parsed.
 */
import { lexer, type Token } from 'marked';
import { plain } from '../text/plain-text.ts';
import type { Row } from '../text/row.ts';
import { toAscii } from './ascii.ts';
import { glyphsOf } from './glyphs.ts';
import { terminalMarked } from './marked-terminal-mends.ts';
import { type Paint, paintRow } from './paint.ts';
import { rowsOf } from './styled-lines.ts';

export interface MarkdownOptions {
  readonly width: number;
  readonly ascii: boolean;
}

/** Tokens as rows: blocks with one empty row between them. */
export function markdownRows(tokens: readonly Token[], { width, ascii }: MarkdownOptions): readonly Row[] {
  const clean = cleaned(tokens, (text) => (ascii ? toAscii(plain(text)) : plain(text)));
  const text = terminalMarked(Math.max(12, width), glyphsOf(ascii)).parser(blocksOf(clean));
  return rowsOf(text.replace(/\n{3,}/g, '\n\n').replace(/^\n+|\s+$/g, ''));
}

/** Markdown that was not parsed yet: a hint, a feedback, a glossary entry. */
export function markdownTextRows(text: string, options: MarkdownOptions): readonly Row[] {
  return markdownRows(lexer(text), options);
}

/** The same as lines for the terminal, with colour or without. */
export function markdownLines(tokens: readonly Token[], options: MarkdownOptions & Paint): readonly string[] {
  return markdownRows(tokens, options).map((row) => paintRow(row, options, options.width));
}

/** A choice of a quiz is inline text alone: what is no block of its own becomes a paragraph, so that it is wrapped. */
const INLINE: ReadonlySet<string> = new Set([
  'text',
  'escape',
  'strong',
  'em',
  'codespan',
  'del',
  'link',
  'image',
  'br',
]);

function blocksOf(tokens: readonly Token[]): Token[] {
  const blocks: Token[] = [];
  let inline: Token[] | undefined;
  for (const token of tokens) {
    if (!INLINE.has(token.type)) {
      inline = undefined;
      blocks.push(token);
    } else if (inline === undefined) {
      inline = [token];
      blocks.push({ type: 'paragraph', raw: '', text: '', tokens: inline });
    } else {
      inline.push(token);
    }
  }
  return blocks;
}

/** A copy of the tokens with every text cleaned; the tokens stay as they are, others read them too. */
function cleaned(tokens: readonly Token[], clean: (text: string) => string): Token[] {
  return tokens.map((token) => copy(token, clean));
}

function copy<Value>(value: Value, clean: (text: string) => string): Value {
  return JSON.parse(JSON.stringify(value), (key, part: unknown) =>
    typeof part === 'string' && key !== 'type' && key !== 'align' ? clean(part) : part,
  );
}
