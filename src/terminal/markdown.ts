/** Markdown as the screens show it. */
import type { Token } from 'marked';
import { tokensOf } from '../markdown/read.ts';
import { markdownRows as rowsOf } from '../markdown/rows.ts';
import type { Row } from '../text/row.ts';
import { glyphsOf } from './glyphs.ts';

export interface MarkdownOptions {
  readonly width: number;
  readonly ascii: boolean;
}

/** Tokens as rows: blocks with one empty row between them. */
export function markdownRows(tokens: readonly Token[], { width, ascii }: MarkdownOptions): readonly Row[] {
  const glyphs = glyphsOf(ascii);
  return rowsOf(tokens, Math.max(12, width), {
    ...glyphs,
    ascii,
    cut: glyphs.ellipsis,
    codeIndent: 2,
    wideTables: 'folded',
    longWords: 'broken',
  });
}

/** Markdown that was not parsed yet: a hint, a feedback. */
export function markdownTextRows(text: string, options: MarkdownOptions): readonly Row[] {
  return markdownRows(tokensOf(text), options);
}
