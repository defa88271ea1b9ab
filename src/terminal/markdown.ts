/** Markdown as the screens show it. */
import type { Token } from 'marked';
import { tokensOf } from '../markdown/read.ts';
import { widthOfCode as codeWidth, markdownRows as rowsOf } from '../markdown/rows.ts';
import type { Row } from '../text/row.ts';
import { glyphsOf } from './glyphs.ts';

const CODE_INDENT = 2;

export interface MarkdownOptions {
  readonly width: number;
  readonly ascii: boolean;
  /** columns that code which is too wide has been moved to the left */
  readonly shift?: number;
}

/** Tokens as rows: blocks with one empty row between them. */
export function markdownRows(
  tokens: readonly Token[],
  { width, ascii, shift = 0 }: MarkdownOptions,
): readonly Row[] {
  const glyphs = glyphsOf(ascii);
  return rowsOf(tokens, Math.max(12, width), {
    ...glyphs,
    ascii,
    cut: glyphs.ellipsis,
    shift,
    codeIndent: CODE_INDENT,
    wideTables: 'folded',
    longWords: 'broken',
  });
}

/** Columns that the code in tokens needs. */
export function widthOfCode(tokens: readonly Token[]): number {
  return codeWidth(tokens, { codeIndent: CODE_INDENT });
}

/** Markdown that was not parsed yet: a hint, a feedback. */
export function markdownTextRows(text: string, options: MarkdownOptions): readonly Row[] {
  return markdownRows(tokensOf(text), options);
}
