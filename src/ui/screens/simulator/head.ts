/** What stands above the drawing of a prepared run, and under it what is coming. */
import { overBudget } from '../../../messages/budget.ts';
import { simulator as words } from '../../../messages/simulator.ts';
import type { WorldView } from '../../../simulator/view.ts';
import { overheard } from '../../../story/overheard.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, ends, gap, rowWidth, widthOf, wrapped } from '../../../text/row-layout.ts';
import type { Topology } from '../../../topology/types.ts';
import type { Context } from '../../screen.ts';
import { chartSeconds, LONG_WAIT } from './charts.ts';
import { clockOf } from './clock.ts';
import { linkWords } from './overlay.ts';
import { comingIn, hasEnded, type Live } from './state.ts';

/** As many readers as there are sides of a TLS termination. */
const MOST_TAPS = 2;

/** What to look for, what acts on links and can't be drawn, and why a run goes no further. */
export function headRows({ opening, view, run }: Live, context: Context): readonly Row[] {
  const { columns, rows, glyphs } = context;
  const most = rows < 15 ? 1 : 2;
  const all = opening.lookFor === '' ? [] : wrapped(words.lookFor(opening.lookFor), columns - 2, 'strong');
  const cut =
    all.length > most ? [...all.slice(0, most - 1), clipped(all.slice(most - 1).flat(), context)] : all;
  const links = linkWords(view, '-');
  const acting: Row[] =
    links.length === 0
      ? []
      : [[gap(1), span(`${glyphs.partly} ${words.links} `, 'warn'), span(links.join('   '), 'warn')]];
  const excess = run.excess === undefined ? [] : wrapped(overBudget(run.excess), columns - 2, 'bad');
  return [
    ...[...excess, ...cut].map((row) => [gap(1), ...row]),
    ...[...acting, ...tapRows(view, run.topology, context)].map((row) =>
      clipRow(row, columns, glyphs.ellipsis),
    ),
  ];
}

/** What readers on the wire see: red where it is what nobody was to read. */
function tapRows(view: WorldView, topology: Topology, { columns, glyphs }: Context): readonly Row[] {
  return overheard(view, topology)
    .slice(-MOST_TAPS)
    .map(({ link, text, readable, messages }) => {
      const left: Row = [
        span(` ${glyphs.partly} `, 'warn'),
        span(words.tapped(link, text), readable > 0 ? 'bad' : 'plain'),
      ];
      return ends(left, [span(words.readable(readable, messages), 'dim')], columns - 1, glyphs.ellipsis);
    });
}

function clipped(row: Row, { columns, glyphs }: Context): Row {
  const text = row.map((part) => part.text).join(' ');
  return clipRow([span(text, 'strong')], columns - 2, glyphs.ellipsis);
}

/** The rule over the charts: over how long they go, how the whole run went, and what will happen next. */
export function ruleRow(state: Live, context: Context): Row {
  const { columns, glyphs } = context;
  const left = ` ${words.lastSeconds(chartSeconds(context))} `;
  const coming = comingWords(state);
  const right = ` ${coming === '' ? wholeWords(state) : coming} `;
  const line = (width: number) => span(glyphs.rule.repeat(Math.max(0, width)), 'dim');
  const row = [
    line(1),
    span(left, 'dim'),
    line(columns - 3 - widthOf(left) - widthOf(right)),
    span(right, coming === '' ? 'dim' : 'accent'),
    line(2),
  ];
  return rowWidth(row) <= columns ? row : [line(1), span(right.slice(0, columns - 2), 'accent'), line(1)];
}

/**
 * The share of the whole run's requests that were answered well. Who has waited for long counts as not served: as long
 * as everybody hangs, nobody fails.
 */
function servedSoFar({ traffic, oldestWait }: WorldView): number {
  const decided = Object.values(traffic.byOutcome).reduce((sum, count) => sum + count, 0);
  const stuck = oldestWait > LONG_WAIT ? traffic.waiting : 0;
  return decided + stuck === 0 ? 1 : (traffic.availability * decided) / (decided + stuck);
}

/** Never rounded up to all. */
function percentOf(share: number): string {
  const percent = Math.floor(share * 1000) / 10;
  return percent === 100 ? '100' : percent.toFixed(1);
}

/** How the whole run went so far. */
export function wholeWords({ view }: Live): string {
  return words.charts.wholeRun(percentOf(servedSoFar(view)), view.writes.lost);
}

/** What will happen next; nothing where nothing is prepared. */
export function comingWords(state: Live): string {
  if (hasEnded(state)) return words.ended;
  const [next] = comingIn(state);
  return next === undefined ? '' : words.next(clockOf(next.at), next.fault.words);
}
