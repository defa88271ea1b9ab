import type { Glyphs } from '../../terminal/glyphs.ts';
import type { Row } from '../../text/row.ts';
import { span } from '../../text/row.ts';

/** A bar of `cells` signs: full only at the end, and never empty once something is done. */
export function progressBar(done: number, all: number, cells: number, glyphs: Glyphs): Row {
  const share = all === 0 ? 0 : done / all;
  const exact = Math.floor(share * cells);
  const full = share > 0 && exact === 0 ? 1 : Math.min(cells, exact);
  const rest = glyphs.barEmpty.repeat(cells - full);
  return [span(glyphs.barFull.repeat(full), share >= 1 ? 'good' : 'accent'), span(rest, 'dim')].filter(
    ({ text }) => text !== '',
  );
}
