/** The live simulator: a topology that runs, what becomes of its users, and keys to break it. */
import type { Place } from '../../../learner/progress.ts';
import { simulator as words } from '../../../messages/simulator.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, gap, height, indent, rowWidth, wrapped } from '../../../text/row-layout.ts';
import { type Context, defineScreen, type Picture } from '../../screen.ts';
import { rule } from '../../widgets/frame.ts';
import { scrollWindow } from '../../widgets/scroll.ts';
import { chartRows, oneRow } from './charts.ts';
import { clockOf } from './clock.ts';
import { commandRows, repeatRows } from './command-rows.ts';
import { comingWords, headRows, ruleRow } from './head.ts';
import { overRows } from './inspector-deeds.ts';
import { inspectorRows } from './inspector-rows.ts';
import { simulatorKeys } from './keys.ts';
import { drawingRows, layoutOf } from './layout.ts';
import { typedInList } from './list-keys.ts';
import { listRows } from './list-rows.ts';
import { emptyLog, logRows, newestRows } from './log-rows.ts';
import { monitorRule } from './monitor-rule.ts';
import { typedInCommand } from './panel-keys.ts';
import { reduceSimulator } from './reduce.ts';
import { inspectorWidth, placingOf, stageOf } from './stage.ts';
import {
  type Broken,
  isMoving,
  type Live,
  openSimulator,
  type SimulatorAction,
  type SimulatorState,
  SPEEDS,
} from './state.ts';
import { timesRows } from './times.ts';

export const simulatorScreen = defineScreen<'simulator', SimulatorState, SimulatorAction>({
  name: 'simulator',
  title: words.title,
  open: openSimulator,
  reduce: reduceSimulator,
  keys: simulatorKeys,
  view: viewSimulator,
  tick: (ms) => ({ type: 'time', ms }),
  ticking: isMoving,
  typed: (state, text) => typedInList(state, text) ?? typedInCommand(state, text),
  returned: () => ({ type: 'came-back' }),
  place: placeOf,
});

/** What a lesson or a proof has prepared is no place to come back to. */
function placeOf(state: SimulatorState): Place | undefined {
  const { topology, run, set: opened } = state.opening;
  if (run !== undefined) return undefined;
  const set = [...opened, ...(state.kind === 'live' ? state.changes : [])];
  return { screen: 'simulator', topology, ...(set.length === 0 ? {} : { set }) };
}

export function viewSimulator(state: SimulatorState, context: Context): Picture {
  const title = titleOf(state, context);
  if (state.kind === 'broken') return { title, status: [], body: brokenRows(state, context) };
  return {
    title,
    status: statusOf(state, context),
    body: withLast(bodyRows(state, context), state, context),
  };
}

function bodyRows(state: Live, context: Context): readonly Row[] {
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

/** A panel over the drawing, and over more where it is longer; then a rule parts it from what is left. */
function over(panel: readonly Row[], live: readonly Row[], state: Live, context: Context): readonly Row[] {
  const { columns, glyphs } = context;
  const drawn = drawingRows(state, context);
  if (panel.length <= drawn) return [...height(panel, drawn), ...live.slice(drawn)];
  return [...panel, rule(columns, glyphs), ...live.slice(panel.length + 1)];
}

/** What is written behind `:`, or what the last key has to say, stands in the last rows, whatever is there else. */
function withLast(body: readonly Row[], state: Live, context: Context): readonly Row[] {
  const { panel, notice } = state;
  const { columns, glyphs } = context;
  if (panel?.kind === 'command') return under(body, commandRows(state, panel.text, context), context);
  if (notice === '') return body;
  return under(body, [clipRow([gap(1), span(notice, 'warn')], columns, glyphs.ellipsis)], context);
}

/** `Break it › 1 Distributed, with redispatch on` */
function titleOf(state: SimulatorState, { course, glyphs }: Context): Row {
  const { topology, run, set } = state.opening;
  const stageId = course.topologies.find(({ id }) => id === topology)?.stage;
  const stage = course.stages.find(({ id }) => id === stageId);
  const name = state.kind === 'live' ? state.run.topology.title : topology;
  const own = state.kind === 'live' ? [...set, ...state.changes] : set;
  const changes = [...new Map(own.map((change) => [change.split('=')[0], change])).values()];
  return [
    span(`${run === undefined ? words.breakIt : words.tryIt} ${glyphs.crumb} `, 'dim'),
    span(stage === undefined ? name : `${stage.number} ${name}`, 'strong'),
    ...(changes.length === 0
      ? []
      : [span(` ${words.changed(changes.map((change) => change.replace('=', ' ')).join(', '))}`, 'dim')]),
  ];
}

/** `▶ 00:15.4  1x  live` */
function statusOf(state: Live, context: Context): Row {
  const { run, stopped, speed, goal } = state;
  const { glyphs, ascii } = context;
  const mode =
    goal !== undefined
      ? words.status.goingBack
      : stopped
        ? words.status.stopped
        : state.seen !== undefined && run.now < state.seen.until
          ? words.status.replay
          : words.status.live;
  // where the monitor has taken the rule over the charts, what is coming stands here
  const coming = layoutOf(state, stageOf(state, context)).monitor === 'above' ? comingWords(state) : '';
  return [
    ...(coming === '' ? [] : [span(coming, 'accent'), gap(3)]),
    span(stopped ? (ascii ? '||' : '‖') : glyphs.play, stopped ? 'warn' : 'good'),
    span(` ${clockOf(run.now)}  ${words.speed(SPEEDS[speed] ?? 1)}  `),
    span(mode, mode === words.status.live ? 'plain' : 'warn'),
  ];
}

function liveRows(state: Live, context: Context): readonly Row[] {
  const { drawing, charts, top, seen, air, monitor, rule: hasRule, log } = layoutOf(state, context);
  const { view } = state;
  const blank = Array.from({ length: air }, () => EMPTY);
  return [
    ...headRows(state, context),
    ...blank,
    ...drawing.rows.slice(top, top + seen),
    ...blank,
    monitor === 'above' ? monitorRule(view, context) : ruleRow(state, context),
    ...(charts === undefined ? [oneRow(view, context)] : chartRows(view, charts, context)),
    ...(hasRule ? [monitorRule(view, context)] : []),
    ...height(shortLog(state, log, context), log),
  ];
}

function shortLog(state: Live, count: number, context: Context): readonly Row[] {
  const { run, opening, chosen } = state;
  if (run.log.length > 0) return newestRows(run, count, context);
  const isFree = opening.run === undefined;
  const isComponent = run.topology.components.some(({ id }) => id === chosen);
  const hints = isFree && isComponent ? [words.hints.kill(chosen), words.hints.after] : [];
  const legend = isFree && context.motion ? [words.hints.dots(run.sampler.sample.every)] : [];
  return emptyLog([...hints, ...legend], context.columns).slice(0, count);
}

/** The log over the whole screen, the newest at the bottom. */
function wholeLog({ run }: Live, up: number, context: Context): readonly Row[] {
  const rows = run.log.length > 0 ? logRows(run, context) : emptyLog([], context.columns);
  const room = context.rows - 1;
  const top = Math.max(0, rows.length - room - up);
  const above = top > 0 ? `   ${words.moreAbove(top)}` : '';
  return [[gap(1), span(words.logTitle, 'strong'), span(above, 'dim')], ...scrollWindow(rows, top, room)];
}

function brokenRows({ why }: Broken, { columns }: Context): readonly Row[] {
  return [
    EMPTY,
    ...indent(wrapped(words.cannotOpen, columns - 2), 1),
    EMPTY,
    ...why.flatMap((line) => indent(wrapped(line, columns - 2, 'bad'), 1)),
  ];
}
