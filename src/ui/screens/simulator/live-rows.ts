/** What happens, as rows: the site and what its users see. */
import { simulator as words } from '../../../messages/simulator.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, gap, height } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { rule } from '../../widgets/frame.ts';
import { scrollWindow } from '../../widgets/scroll.ts';
import { chartHeight, chartRows, oneRow } from './charts.ts';
import { headRows, ruleRow } from './head.ts';
import { type Layout, layoutOf } from './layout.ts';
import { emptyLog, logRows, newestRows } from './log-rows.ts';
import { eyeLog, eyeRows, eyeRule } from './monitor-eye.ts';
import { monitorRule } from './monitor-rule.ts';
import type { Live } from './state.ts';

/** The drawing, the charts under it, what the monitor says, and the newest of the log. */
export function liveRows(state: Live, context: Context): readonly Row[] {
  const layout = layoutOf(state, context);
  const { drawing, top, seen, air, rule: hasRule, log } = layout;
  const isMonitor = state.eye === 'monitor';
  const blank = Array.from({ length: air }, () => EMPTY);
  return [
    ...headRows(state, context),
    ...blank,
    ...drawing.rows.slice(top, top + seen),
    ...blank,
    ...(isMonitor ? monitorRows(state, layout, context) : seenRows(state, layout, context)),
    ...(hasRule
      ? [isMonitor ? rule(context.columns, context.glyphs) : monitorRule(state.view, context)]
      : []),
    ...height(shortLog(state, log, context), log),
  ];
}

/** What the users saw. */
function seenRows(state: Live, { charts, monitor }: Layout, context: Context): readonly Row[] {
  const { view } = state;
  return [
    monitor === 'above' ? monitorRule(view, context, words.usersSaw) : ruleRow(state, context),
    ...(charts === undefined ? [oneRow(view, context)] : chartRows(view, charts, context)),
  ];
}

/** In as many rows, what the monitoring service shows. */
function monitorRows({ view }: Live, { charts }: Layout, context: Context): readonly Row[] {
  return [eyeRule(view, context), ...eyeRows(view, charts === undefined ? 1 : chartHeight(charts), context)];
}

function shortLog(state: Live, count: number, context: Context): readonly Row[] {
  const { run, opening, chosen } = state;
  const log = state.eye === 'monitor' ? eyeLog(run.log, state.view) : run.log;
  if (run.log.length > 0) return newestRows({ log }, count, context);
  const isFree = opening.run === undefined;
  const isComponent = run.topology.components.some(({ id }) => id === chosen);
  const hints = isFree && isComponent ? [words.hints.kill(chosen), words.hints.after] : [];
  const legend = isFree && context.motion ? [words.hints.dots(run.sampler.sample.every)] : [];
  return emptyLog([...hints, ...legend], context.columns, count);
}

/** The log over the whole screen, the newest at the bottom. */
export function wholeLog({ run }: Live, up: number, context: Context): readonly Row[] {
  const rows = run.log.length > 0 ? logRows(run, context) : emptyLog([], context.columns, context.rows);
  const room = context.rows - 1;
  const top = Math.max(0, rows.length - room - up);
  const above = top > 0 ? `   ${words.moreAbove(top)}` : '';
  return [[gap(1), span(words.logTitle, 'strong'), span(above, 'dim')], ...scrollWindow(rows, top, room)];
}
