/** Markdown as lines that read well aloud and in a log: no colours, no marks but dashes and numbers. */
import type { Token } from 'marked';
import type { Look } from '../markdown/look.ts';
import { tokensOf } from '../markdown/read.ts';
import { markdownRows } from '../markdown/rows.ts';
import { plainWords } from '../markdown/words.ts';
import { plain } from '../text/plain-text.ts';
import { span } from '../text/row.ts';
import { rowText } from '../text/row-layout.ts';
import { wrapRow } from '../text/wrap.ts';

/** `talk` writes the lines over where the terminal wants ASCII. */
const LOOK: Look = {
  ascii: false,
  bullet: '-',
  checked: '[x]',
  unchecked: '[ ]',
  quoteBar: '>',
  rule: '-',
  // code is there to be copied
  cut: undefined,
  codeIndent: 4,
  wideTables: 'told',
  longWords: 'whole',
};

/** The tokens as lines no wider than `width`, but for code and words longer than that. Blocks are parted by a line. */
export function proseLines(tokens: readonly Token[], width: number): string[] {
  return markdownRows(tokens, Math.max(10, width), LOOK).map((row) => rowText(row).trimEnd());
}

/** Folds text at spaces, every line after the first indented. */
export function folded(text: string, width: number, first = '', rest = ' '.repeat(first.length)): string[] {
  const rows = wrapRow([span(plain(text))], Math.max(10, width - first.length), 'whole');
  return rows.map((row, index) => `${index === 0 ? first : rest}${rowText(row)}`.trimEnd());
}

/** Markdown as words, for what follows a label on its line. */
export function spoken(markdown: string): string {
  return plainWords(tokensOf(markdown));
}
