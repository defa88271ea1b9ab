/** Markdown as lines that read well aloud and in a log: no colours, no marks but dashes and numbers. */
import type { MarkedToken, Token, Tokens } from 'marked';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { plain } from '../text/plain-text.ts';

/** The tokens as lines no wider than `width`, but for code, which is never folded. Blocks are parted by a line. */
export function proseLines(tokens: readonly Token[], width: number): string[] {
  const blocks = tokens.map((token) => blockLines(token, width)).filter((lines) => lines.length > 0);
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** Folds text at spaces, every line after the first indented. */
export function folded(text: string, width: number, first = '', rest = ' '.repeat(first.length)): string[] {
  const lines = wrapAnsi(plain(text), Math.max(10, width - first.length), { trim: true }).split('\n');
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd());
}

function blockLines(token: Token, width: number): string[] {
  if (!isKnown(token)) return folded(token.raw.trim(), width);
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'html':
      return isComment(token.text) ? [] : folded(token.text.trim(), width);
    case 'hr':
      return ['-'.repeat(Math.min(width, 40))];
    case 'heading':
      return folded(inlineText(token.tokens), width);
    case 'code':
      return plain(token.text)
        .split('\n')
        .map((line) => `    ${line}`.trimEnd());
    case 'blockquote':
      return proseLines(token.tokens, width - 2).map((line) => `> ${line}`.trimEnd());
    case 'list':
      return listLines(token, width);
    case 'table':
      return tableLines(token, width);
    case 'paragraph':
      return folded(inlineText(token.tokens), width);
    default:
      return folded(inlineText([token]), width);
  }
}

function listLines(list: Tokens.List, width: number): string[] {
  const start = list.start === '' ? 1 : list.start;
  return list.items.flatMap((item, index) => {
    const box = item.task ? (item.checked ? '[x] ' : '[ ] ') : '';
    const mark = list.ordered ? `${start + index}. ` : '- ';
    const inside = itemLines(item, width - mark.length - box.length);
    return inside.map((line, at) =>
      at === 0 ? `${mark}${box}${line}` : `${' '.repeat(mark.length)}${line}`,
    );
  });
}

/** What stands in one item: its first words, then whatever hangs under them without an empty line between. */
function itemLines(item: Tokens.ListItem, width: number): string[] {
  const lines = item.tokens
    .filter(({ type }) => type !== 'checkbox')
    .flatMap((token) => blockLines(token, width));
  return lines.length > 0 ? lines : [''];
}

/** An address that is its own text, as `www.foobar.com` is for marked, or one that leads nowhere from here. */
function isToldTwice(text: string, href: string): boolean {
  return !/^https?:/.test(href) || href.replace(/^https?:\/\//, '') === text.replace(/^https?:\/\//, '');
}

/** Columns where they fit; else row by row, each cell after the name of its column. */
function tableLines({ header, rows }: Tokens.Table, width: number): string[] {
  const names = header.map(cellText);
  const cells = rows.map((row) => row.map(cellText));
  const widths = names.map((name, column) =>
    Math.max(stringWidth(name), ...cells.map((row) => stringWidth(row[column] ?? ''))),
  );
  const total = widths.reduce((sum, own) => sum + own + 2, -2);
  if (total > width) return cells.flatMap((row) => spokenRow(names, row, width));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell)))
      .join('  ')
      .trimEnd();
  const head = names.every((name) => name === '') ? [] : [line(names)];
  return [...head, widths.map((own) => '-'.repeat(own)).join('  '), ...cells.map(line)];
}

function spokenRow(names: readonly string[], row: readonly string[], width: number): string[] {
  const parts = row.map((cell, column) => (names[column] ? `${names[column]}: ${cell}` : cell));
  return folded(`${parts.join('; ')}.`, width, '- ');
}

function cellText(cell: Tokens.TableCell): string {
  return plain(inlineText(cell.tokens)).replaceAll('\n', ' ');
}

/** Running text without its markdown. */
export function inlineText(tokens: readonly Token[] | undefined): string {
  return (tokens ?? []).map(inlinePiece).join('');
}

function inlinePiece(token: Token): string {
  if (!isKnown(token)) return token.raw;
  switch (token.type) {
    case 'br':
      return '\n';
    case 'link': {
      const text = inlineText(token.tokens);
      return isToldTwice(text, token.href) ? text : `${text} (${token.href})`;
    }
    case 'image':
      return token.text;
    case 'html':
      return isComment(token.text) ? '' : token.text;
    case 'text':
      return token.tokens === undefined
        ? decoded(token.text.replaceAll('\n', ' '))
        : inlineText(token.tokens);
    case 'strong':
    case 'em':
    case 'del':
      return inlineText(token.tokens);
    case 'codespan':
    case 'escape':
      return token.text;
    default:
      return token.raw;
  }
}

/** The named references that marked leaves as they are; it decodes the numeric ones. */
const references: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

function decoded(text: string): string {
  return text.replace(/&([a-z]+);/g, (whole, name: string) => references.get(name) ?? whole);
}

function isComment(html: string): boolean {
  return html.trimStart().startsWith('<!--');
}

const knownTypes = new Set<string>([
  'space',
  'def',
  'html',
  'hr',
  'heading',
  'code',
  'blockquote',
  'list',
  'table',
  'paragraph',
  'text',
  'br',
  'link',
  'image',
  'strong',
  'em',
  'del',
  'codespan',
  'escape',
] satisfies MarkedToken['type'][]);

/** marked's own union has a member of any type, which would hide all others. */
function isKnown(token: Token): token is MarkedToken {
  return knownTypes.has(token.type);
}
