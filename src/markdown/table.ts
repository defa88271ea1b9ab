/** Tables of markdown as rows: columns where they fit, and what the look wants where they don't. */
import type { Tokens } from 'marked';
import { cells } from '../text/cells.ts';
import type { Row } from '../text/row.ts';
import { span } from '../text/row.ts';
import { EMPTY, gap, rowText, rowWidth } from '../text/row-layout.ts';
import { wrapRow } from '../text/wrap.ts';
import type { Look } from './look.ts';
import { columnWidths } from './table-widths.ts';

const GAP = 2;

type Align = Tokens.Table['align'][number];

/** A table as rows; `inline` gives the spans of a cell. */
export function tableRows(
  { header, rows, align }: Tokens.Table,
  width: number,
  look: Look,
  inline: (cell: Tokens.TableCell) => Row,
): readonly Row[] {
  const names = header.map(inline);
  const body = rows.map((row) => row.map(inline));
  const room = width - GAP * (names.length - 1);
  const columns = names.map((name, column) =>
    [name, ...body.map((row) => row[column] ?? EMPTY)].map(rowText),
  );
  const { widths, fits } = columnWidths(columns, room);
  if (!fits && look.wideTables === 'told')
    return body.flatMap((row) => told(names.map(rowText), row, width, look));
  const rule = look.rule.repeat(widths.reduce((sum, own) => sum + own, GAP * (widths.length - 1)));
  const isNamed = names.some((name) => rowWidth(name) > 0);
  return [
    ...(isNamed ? lines(names.map(strong), widths, align) : []),
    [span(rule, 'dim')],
    ...body.flatMap((row) => lines(row, widths, align)),
  ];
}

function strong(spans: Row): Row {
  return spans.map(({ text, tone }) => ({ text, tone: tone === 'plain' ? 'strong' : tone }));
}

/** One row of a table: as many lines as its longest cell takes. */
function lines(row: readonly Row[], widths: readonly number[], align: readonly Align[]): readonly Row[] {
  const folded = row.map((cell, column) => wrapRow(cell, widths[column] ?? 1));
  const height = folded.reduce((most, cell) => Math.max(most, cell.length), 1);
  return Array.from({ length: height }, (_, at) => {
    const parts = folded.map((cell, column) =>
      aligned(cell[at] ?? EMPTY, widths[column] ?? 1, align[column]),
    );
    const line = parts.flatMap((part, column) => (column === 0 ? part : [gap(GAP), ...part]));
    return withoutTrailingSpaces(line);
  });
}

function aligned(spans: Row, width: number, align: Align | undefined): Row {
  const left = width - rowWidth(spans);
  const before = align === 'right' ? left : align === 'center' ? Math.floor(left / 2) : 0;
  return [gap(before), ...spans, gap(left - before)].filter(({ text }) => text !== '');
}

function withoutTrailingSpaces(line: Row): Row {
  const last = line.findLastIndex(({ text }) => text.trim() !== '');
  return line.slice(0, last + 1);
}

/** A row in words, each cell after the name of its column. */
function told(names: readonly string[], row: readonly Row[], width: number, look: Look): readonly Row[] {
  const parts = row.map((cell, column) => {
    const name = names[column];
    return [...(column === 0 ? [] : [span('; ')]), ...(name ? [span(`${name}: `)] : []), ...cell];
  });
  const mark = span(`${look.bullet} `);
  const margin = span(' '.repeat(cells(mark.text)));
  const folded = wrapRow([...parts.flat(), span('.')], width - cells(mark.text), look.longWords);
  return folded.map((line, index) => [index === 0 ? mark : margin, ...line]);
}
