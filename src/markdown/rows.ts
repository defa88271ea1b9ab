/**
 * Markdown as rows: the blocks of marked's lexer, laid out in a width. The screens and the lines of plain mode go this
 * one way; a `Look` says in what they differ. Every text is cleaned here, since `&#27;` is a control character only
 * once it is parsed.
 */
import type { MarkedToken, Token, Tokens } from 'marked';
import { toAscii } from '../text/ascii.ts';
import { cells } from '../text/cells.ts';
import { plain } from '../text/plain-text.ts';
import type { Row, Tone } from '../text/row.ts';
import { span } from '../text/row.ts';
import { clipRow, EMPTY, rowWidth, shiftedRow } from '../text/row-layout.ts';
import { wrapRow } from '../text/wrap.ts';
import { highlight } from './highlight.ts';
import { entitiesResolved, withoutTags } from './html.ts';
import { inlineSpans } from './inline.ts';
import type { Look } from './look.ts';
import { tableRows } from './table.ts';

/** The tokens as rows no wider than `width`, but for what the look leaves whole. Blocks are parted by an empty row. */
export function markdownRows(tokens: readonly Token[], width: number, look: Look): readonly Row[] {
  return stacked(tokens, width, look, true);
}

function stacked(tokens: readonly Token[], width: number, look: Look, parted: boolean): readonly Row[] {
  const blocks = blocksOf(tokens)
    .map((token) => blockRows(token, Math.max(1, width), look))
    .filter((rows) => rows.length > 0);
  return blocks.flatMap((rows, index) => (index > 0 && parted ? [EMPTY, ...rows] : rows));
}

/** Inline tokens that stand among blocks, as those of a quiz's choice do, are one paragraph. */
function blocksOf(tokens: readonly Token[]): readonly Token[] {
  const blocks: Token[] = [];
  let inline: Token[] | undefined;
  for (const token of tokens) {
    if (!isInline(token)) {
      inline = undefined;
      blocks.push(token);
    } else if (inline === undefined) {
      inline = [token];
      blocks.push({ type: 'paragraph', raw: '', text: '', tokens: inline } satisfies Tokens.Paragraph);
    } else inline.push(token);
  }
  return blocks;
}

/** The text of a tight item is no paragraph to marked, but it holds inline tokens as one. */
function isInline(token: Token): boolean {
  return token.type === 'text' ? token.tokens === undefined : INLINE.has(token.type);
}

const INLINE: ReadonlySet<string> = new Set([
  'escape',
  'strong',
  'em',
  'codespan',
  'del',
  'link',
  'image',
  'br',
] satisfies MarkedToken['type'][]);

function blockRows(token: Token, width: number, look: Look): readonly Row[] {
  switch (token.type) {
    case 'paragraph':
    case 'text':
      return wrapRow(spansIn(token.tokens ?? [], look), width, look.longWords);
    case 'heading':
      return wrapRow(inTone(spansIn(token.tokens ?? [], look), 'strong'), width, look.longWords);
    case 'list':
      return listRows(token as Tokens.List, width, look);
    case 'blockquote': {
      const bar = span(`${look.quoteBar} `, 'dim');
      return stacked(token.tokens ?? [], width - cells(bar.text), look, true).map((row) => [bar, ...row]);
    }
    case 'code':
      return codeRows(token as Tokens.Code, width, look);
    case 'table':
      return tableRows(token as Tokens.Table, width, look, (cell) => spansIn(cell.tokens, look));
    case 'hr':
      return [[span(look.rule.repeat(width), 'dim')]];
    case 'html':
      return htmlRows((token as Tokens.HTML).text, width, look);
    case 'space':
    case 'def':
    case 'checkbox':
      return [];
    default:
      return wrapRow([span(written(token.raw, look))], width, look.longWords);
  }
}

/** Inline tokens as spans in the characters of the look. */
function spansIn(tokens: readonly Token[], look: Look): Row {
  const spans = inlineSpans(tokens);
  return look.ascii ? spans.map(({ text, tone }) => ({ text: toAscii(text), tone })) : spans;
}

function written(text: string, { ascii }: Look): string {
  return ascii ? toAscii(plain(text)) : plain(text);
}

/** A row whose plain text has a tone. */
function inTone(spans: Row, tone: Tone): Row {
  return spans.map((own) => (own.tone === 'plain' ? { text: own.text, tone } : own));
}

function listRows({ items, ordered, start, loose }: Tokens.List, width: number, look: Look): readonly Row[] {
  const first = start === '' ? 1 : start;
  const numberWidth = String(first + items.length - 1).length;
  return items.flatMap((item, index) => {
    const mark = ordered ? `${String(first + index).padStart(numberWidth)}. ` : `${look.bullet} `;
    const rows = itemRows(item, mark, width, look);
    return loose && index > 0 ? [EMPTY, ...rows] : rows;
  });
}

/** An item behind its mark, and behind its box if it has one; every further row stands under its text. */
function itemRows(item: Tokens.ListItem, mark: string, width: number, look: Look): readonly Row[] {
  const box = item.task ? `${item.checked ? look.checked : look.unchecked} ` : '';
  const lead = span(mark + box);
  const margin = span(' '.repeat(cells(lead.text)));
  const rows = stacked(item.tokens, width - cells(lead.text), look, item.loose);
  const [first = EMPTY, ...more] = rows;
  return [[lead, ...first], ...more.map((row) => (row.length === 0 ? row : [margin, ...row]))];
}

function codeRows({ text, lang }: Tokens.Code, width: number, look: Look): readonly Row[] {
  const margin = span(' '.repeat(look.codeIndent));
  const room = Math.max(1, width - look.codeIndent);
  const rows = highlight(written(text, look), lang);
  const { cut, shift = 0 } = look;
  const beyond = shift === 0 ? 0 : Math.max(0, ...rows.map((row) => rowWidth(row) - room));
  return rows.map((row) => {
    const kept = cut === undefined ? row : clipRow(shiftedRow(row, Math.min(shift, beyond), cut), room, cut);
    return kept.length === 0 ? EMPTY : [margin, ...kept];
  });
}

/** Columns that the code in these tokens needs, with what stands before it. */
export function widthOfCode(tokens: readonly Token[], { codeIndent }: Pick<Look, 'codeIndent'>): number {
  let widest = 0;
  const look = (inner: readonly Token[], before: number): void => {
    for (const token of inner) {
      if (token.type === 'code') {
        const lines = (token as Tokens.Code).text.split('\n');
        widest = Math.max(widest, ...lines.map((line) => before + codeIndent + cells(line)));
      } else if (token.type === 'list') {
        const { items, ordered } = token as Tokens.List;
        for (const item of items) look(item.tokens, before + (ordered ? `${items.length}. `.length : 2));
      } else if (token.type === 'blockquote') look(token.tokens ?? [], before + 2);
    }
  };
  look(tokens, 0);
  return widest;
}

/** What stands between tags is shown, the tags are not; comments are for authors. */
function htmlRows(html: string, width: number, look: Look): readonly Row[] {
  const lines = withoutTags(plain(html).replaceAll('\n', ' ')).split('\n');
  const text = lines.map((line) => entitiesResolved(line.trim().split(/\s+/).join(' '))).filter(Boolean);
  return text.flatMap((line) => wrapRow([span(written(line, look))], width, look.longWords));
}
