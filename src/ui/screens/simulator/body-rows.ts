/** What lies beside, over and under what happens: the inspector, the list of faults, the time line, what is written. */
import { simulator as words } from '../../../messages/simulator.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, gap, height, rowWidth } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { rule } from '../../widgets/frame.ts';
import { scrollWindow } from '../../widgets/scroll.ts';
import { commandRows, repeatRows } from './command-rows.ts';
import { overRows } from './inspector-deeds.ts';
import { inspectorRows } from './inspector-rows.ts';
import { rowsAbove } from './layout.ts';
import { listRows } from './list-rows.ts';
import { liveRows, wholeLog } from './live-rows.ts';
import { inspectorWidth, placingOf, stageOf } from './stage.ts';
import type { Live } from './state.ts';
import { timesRows } from './times.ts';

/** Everything between the title and the keys. */
export function bodyRows(state: Live, context: Context): readonly Row[] {
  return withLast(shownRows(state, context), state, context);
}

function shownRows(state: Live, context: Context): readonly Row[] {
  const { panel } = state;
  if (panel?.kind === 'log') return wholeLog(state, panel.up, context);
  const stage = stageOf(state, context);
  const live = liveRows(state, stage);
  switch (placingOf(state, context)) {
    case 'beside':
      return beside(stageRows(state, live, stage), inspectorBeside(state, context), stage);
    case 'over':
      return panel === undefined
        ? over(inspectorOver(state, context), live, state, stage)
        : stageRows(state, live, stage);
    case 'closed':
      return stageRows(state, live, stage);
  }
}

/** What happens; and over it, while something is asked, the list of faults, the time line or what is written. */
function stageRows(state: Live, live: readonly Row[], stage: Context): readonly Row[] {
  const { panel } = state;
  switch (panel?.kind) {
    case 'faults':
      return over(listRows(state, panel.list, stage.rows - 1, stage), live, state, stage);
    case 'line':
      return over(repeatRows(state, stage), live, state, stage);
    case 'times':
      return under(live, timesRows(state, panel.at, stage), stage);
    default:
      return live;
  }
}

/** Rows in place of the last ones. */
function under(live: readonly Row[], rows: readonly Row[], stage: Context): readonly Row[] {
  return [...height(live, Math.max(0, stage.rows - rows.length)), ...rows];
}

function inspectorBeside(state: Live, context: Context): readonly Row[] {
  const rows = inspectorRows(state, { ...context, columns: inspectorWidth(context) });
  return seenRows(rows, state.inspector.top, context.rows, context);
}

function inspectorOver(state: Live, context: Context): readonly Row[] {
  const rows = inspectorRows(state, context);
  return seenRows(rows, state.inspector.top, overRows(state, context), context);
}

/** The rows that there is room for; the last says how many more there are. */
function seenRows(rows: readonly Row[], top: number, room: number, { glyphs }: Context): readonly Row[] {
  const seen = scrollWindow(rows, top, room);
  const below = rows.length - top - room;
  if (below <= 0) return seen;
  const more = `${glyphs.more} ${words.moreBelow(below + 1)}`;
  return [...seen.slice(0, -1), [gap(3), span(more, 'dim')]];
}

/** Two columns with a line between them. */
function beside(
  left: readonly Row[],
  right: readonly Row[],
  { columns, rows, glyphs }: Context,
): readonly Row[] {
  return Array.from({ length: rows }, (_, index) => {
    const row = left[index] ?? EMPTY;
    return [...row, gap(columns - rowWidth(row)), span(glyphs.quoteBar, 'dim'), ...(right[index] ?? EMPTY)];
  });
}

/**
 * A panel over the drawing, and where it is longer over all of the charts: a part of them would tell nothing. Then a rule
 * parts it from the log that is left.
 */
function over(panel: readonly Row[], live: readonly Row[], state: Live, context: Context): readonly Row[] {
  const { columns, glyphs } = context;
  const { drawn, charted, rule: isParted } = rowsAbove(state, context);
  if (panel.length <= drawn) return [...height(panel, drawn), ...live.slice(drawn)];
  if (panel.length <= charted && isParted) return [...height(panel, charted), ...live.slice(charted)];
  const covered = Math.max(panel.length, charted);
  return [...height(panel, covered), rule(columns, glyphs), ...live.slice(covered + 1)];
}

/** What is written behind `:`, or what the last key has to say, stands in the last rows, whatever is there else. */
function withLast(body: readonly Row[], state: Live, context: Context): readonly Row[] {
  const { panel, notice } = state;
  const { columns, glyphs } = context;
  if (panel?.kind === 'command') return under(body, commandRows(state, panel.text, context), context);
  if (notice === '') return body;
  return under(body, [clipRow([gap(1), span(notice, 'warn')], columns, glyphs.ellipsis)], context);
}
