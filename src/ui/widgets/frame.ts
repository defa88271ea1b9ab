/** What stands around every screen: title, rules and the keys that work now. */
import type { Glyphs } from '../../terminal/glyphs.ts';
import type { Row, Span } from '../../text/row.ts';
import { span } from '../../text/row.ts';
import { EMPTY, ends, gap, height, rowWidth } from '../../text/row-layout.ts';
import type { KeyLine } from '../keys.ts';
import type { Picture } from '../screen.ts';

/** Rows that the frame takes: title, rule, rule, keys. */
export const FRAME_ROWS = 4;

/** A thin line over the whole width. */
export function rule(columns: number, glyphs: Glyphs): Row {
  return [span(glyphs.rule.repeat(columns), 'dim')];
}

/** The whole window: exactly `rows` rows. */
export function framed(
  picture: Picture,
  keys: Row,
  size: { readonly columns: number; readonly rows: number },
  glyphs: Glyphs,
): readonly Row[] {
  const { columns, rows } = size;
  const title = ends(
    [gap(1), ...picture.title],
    picture.status.length === 0 ? [] : [...picture.status, gap(1)],
    columns,
    glyphs.ellipsis,
  );
  const line = rule(columns, glyphs);
  return [title, line, ...height(picture.body, rows - FRAME_ROWS), line, keys];
}

/** Rows that a bare screen's frame takes: an empty one, and the quiet line. */
export const QUIET_ROWS = 2;

/** The whole window of a bare screen: a quiet line under the body, or the keys of the menu that lies over it. */
export function quietlyFramed(
  { title, status, body }: Picture,
  keys: Row | undefined,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  glyphs: Glyphs,
): readonly Row[] {
  const line = ends([gap(1), ...title], [...status, gap(1)], columns, glyphs.ellipsis);
  return [...height(body, rows - QUIET_ROWS), EMPTY, keys ?? line];
}

/**
 * The keys that work now, as many as fit: `first` by importance, then `last`, which always stay.
 * Two spaces stand between them.
 */
export function keyBar(first: readonly KeyLine[], last: readonly KeyLine[], columns: number): Row {
  const ending = last.map(shownKey);
  const endingWidth = ending.reduce((sum, item) => sum + rowWidth(item) + 2, 0);
  const kept: Row[] = [];
  let left = columns - 2 - endingWidth;
  for (const line of first) {
    const item = shownKey(line);
    const width = rowWidth(item) + 2;
    if (width > left) continue;
    left -= width;
    kept.push(item);
  }
  return [gap(1), ...joined([...kept, ...ending])];
}

function shownKey({ shown, label }: KeyLine): Span[] {
  return [span(shown, 'strong'), span(` ${label}`, 'dim')];
}

function joined(items: readonly Row[]): Span[] {
  return items.flatMap((item, index) => (index === 0 ? [...item] : [gap(2), ...item]));
}
