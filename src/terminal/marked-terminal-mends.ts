/**
 * marked-terminal 7.3 with marked 18, mended where it is wrong. Each mend names its defect and has a test.
 */

import { Marked, type RendererObject, type Tokens } from 'marked';
import { markedTerminal, type TableOptions } from 'marked-terminal';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Glyphs } from './glyphs.ts';
import { highlight } from './highlight.ts';
import { toned } from './paint.ts';
import { columnWidths } from './table-widths.ts';

const as = (tone: Parameters<typeof toned>[1]) => (text: string) => toned(text, tone);
const asIs = (text: string): string => text;
/** between two columns of a table */
const COLUMN_GAP = '  ';

/** A parser of marked's tokens into styled text of a width. */
export function terminalMarked(width: number, glyphs: Glyphs): Marked {
  const tableOptions: TableOptions = {};
  const terminal = markedTerminal({
    code: asIs,
    blockquote: asIs,
    html: asIs,
    heading: as('strong'),
    firstHeading: as('strong'),
    hr: as('dim'),
    listitem: asIs,
    table: asIs,
    paragraph: asIs,
    strong: as('strong'),
    em: as('strong'),
    codespan: as('accent'),
    del: as('dim'),
    link: asIs,
    href: asIs,
    text: asIs,
    image: (_, __, text) => text,
    unescape: false,
    emoji: false,
    showSectionPrefix: false,
    tableOptions,
  });
  const base = terminal.renderer;
  /** columns for the block that is being written: lists and quotes take some away */
  let room = width;

  const wrap = (text: string): string => wrapAnsi(text, room, { hard: true });
  const within = (columns: number, write: () => string): string => {
    room = Math.max(8, room - columns);
    const text = write().trimEnd();
    room += columns;
    return text;
  };

  const mends: RendererObject<string, string> = {
    // bold and code in tight lists were printed literally; a source's line ends are no line ends;
    // entities were resolved one after the other, so that `&amp;lt;` became `<`
    text(token) {
      if ('tokens' in token && token.tokens) return this.parser.parseInline(token.tokens);
      return entitiesResolved(String(base.text.call(this, token)).replace(/\s*\n\s*/g, ' '));
    },
    // colons became `*#COLON|*` where no paragraph turned them back
    codespan({ text }) {
      return toned(text.replace(/\s*\n\s*/g, ' '), 'accent');
    },
    // wrapped by code units: lines of wide characters came out twice as wide
    paragraph(token) {
      return `${wrap(String(base.paragraph.call(this, token)).trim())}\n\n`;
    },
    heading(token) {
      return `${wrap(String(base.heading.call(this, token)).trim())}\n\n`;
    },
    // list items were never wrapped
    list({ items, ordered, start, loose }) {
      const first = ordered ? Number(start) : 0;
      const numberWidth = String(first + items.length - 1).length;
      const written = items.map((item, index) => {
        const mark = ordered ? `${String(first + index).padStart(numberWidth)}. ` : `${glyphs.bullet} `;
        return hang(
          mark,
          within(stringWidth(mark), () => this.listitem(item)),
        );
      });
      return `${written.join(loose ? '\n\n' : '\n')}\n\n`;
    },
    listitem({ tokens, task, checked }) {
      // marked 18 puts the box among the tokens, marked-terminal wrote its own before it
      const rest = tokens.filter(({ type }) => type !== 'checkbox');
      const box = task ? `${checked ? glyphs.checked : glyphs.unchecked} ` : '';
      return hang(
        box,
        within(stringWidth(box), () => blocks(rest, (token) => this.parser.parse([token]))),
      );
    },
    checkbox: () => '',
    blockquote({ tokens }) {
      const bar = `${toned(glyphs.quoteBar, 'dim')} `;
      const text = within(2, () => this.parser.parse(tokens));
      return `${prefixed(bar, bar, text)}\n\n`;
    },
    // needed a terminal's colour level and a highlighter of a megabyte
    code({ text, lang }) {
      return `${prefixed('  ', '  ', highlight(text, lang))}\n\n`;
    },
    // links went out as OSC 8, whatever their address was
    link({ href, tokens, raw }) {
      const text = this.parser.parseInline(tokens);
      const isWritten = raw.startsWith('[');
      return isWritten && isWeb(href) && text !== href ? `${text} (${href})` : text;
    },
    // tags were printed
    html: ({ text }) => (/^<br\s*\/?>/i.test(text) ? '\n' : ''),
    hr: () => `${toned(glyphs.rule.repeat(room), 'dim')}\n\n`,
    // tables were as wide as they liked, and boxed
    table(token) {
      Object.assign(
        tableOptions,
        tableLook(token, room, glyphs, (cell) => this.parser.parseInline(cell.tokens)),
      );
      const text = String(base.table.call(this, token)).trimEnd();
      return `${oneRule(text, glyphs)}\n\n`;
    },
  };
  // a tight item's text is no paragraph to marked; as one it is wrapped
  const blocks = (
    tokens: Tokens.ListItem['tokens'],
    write: (token: Tokens.ListItem['tokens'][number]) => string,
  ): string =>
    tokens.map((token) => (token.type === 'text' ? `${wrap(write(token))}\n` : write(token))).join('');

  return new Marked(terminal, { renderer: mends });
}

/** A mark before the first line; the others stand under its text. */
function hang(mark: string, text: string): string {
  return prefixed(mark, ' '.repeat(stringWidth(mark)), text);
}

function prefixed(first: string, others: string, text: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line === '' ? '' : others) + line)
    .join('\n');
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** The named ones; marked's lexer has resolved those with numbers. */
function entitiesResolved(text: string): string {
  return text.replace(/&(\w+);/g, (entity, name: string) => ENTITIES.get(name) ?? entity);
}

function isWeb(href: string): boolean {
  return /^https?:\/\/[!-~]+$/.test(href);
}

function tableLook(
  token: Tokens.Table,
  width: number,
  glyphs: Glyphs,
  inline: (cell: Tokens.TableCell) => string,
): TableOptions {
  const columns = token.header.map((cell, index) =>
    [cell, ...token.rows.flatMap((row) => row[index] ?? [])].map(inline),
  );
  const sides = ['top', 'bottom', 'left', 'right'];
  const none = sides.flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`, `mid-${side}`]);
  return {
    chars: {
      ...Object.fromEntries([...none, 'left-mid', 'right-mid'].map((name) => [name, ''])),
      middle: COLUMN_GAP,
      mid: glyphs.rule,
      'mid-mid': glyphs.rule.repeat(COLUMN_GAP.length),
    },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: columnWidths(columns, width - COLUMN_GAP.length * (columns.length - 1)),
    colAligns: token.align.map((align) => align ?? 'left'),
    wordWrap: true,
    truncate: glyphs.ellipsis,
  };
}

/** Of the rules between all rows only the one under the head stays, unless rows have several lines. */
function oneRule(text: string, glyphs: Glyphs): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const isRule = (line: string): boolean => line !== '' && line.replaceAll(glyphs.rule, '') === '';
  const first = lines.findIndex(isRule);
  return lines
    .filter((line, index) => !isRule(line) || index === first)
    .map((line, index) => (isRule(line) ? toned(line, 'dim') : index < first ? toned(line, 'strong') : line))
    .join('\n');
}
