/** The live simulator: a topology that runs, what becomes of its users, and keys to break it. */
import { simulator as words } from '../../../messages/simulator.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, gap, indent, rowWidth, widthOf, wrapped } from '../../../text/row-layout.ts';
import { type Context, defineScreen, type Picture } from '../../screen.ts';
import { bodyRows } from './body-rows.ts';
import { clockOf } from './clock.ts';
import { comingWords, wholeWords } from './head.ts';
import { simulatorKeys } from './keys.ts';
import { layoutOf } from './layout.ts';
import { typedInList } from './list-keys.ts';
import { openSimulator, placeOf } from './open.ts';
import { typedInCommand } from './panel-keys.ts';
import { reduceSimulator } from './reduce.ts';
import { stageOf } from './stage.ts';
import {
  type Broken,
  isMoving,
  isWorthKeeping,
  type Live,
  type SimulatorAction,
  type SimulatorState,
  SPEEDS,
} from './state.ts';

/** Columns at each end of the title's row, and at least so many between title and status. */
const MARGIN = 1;
const BETWEEN = 3;

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
  // what a lesson or a proof has prepared is not kept
  loses: (state) => state.kind === 'live' && state.opening.run !== undefined && isWorthKeeping(state),
  place: placeOf,
});

export function viewSimulator(state: SimulatorState, context: Context): Picture {
  const title = titleOf(state, context);
  if (state.kind === 'broken') return { title, status: [], body: brokenRows(state, context) };
  return {
    title,
    status: statusOf(state, rowWidth(title), context),
    body: bodyRows(state, context),
  };
}

/** `Break it › 1 Distributed, with redispatch on` */
function titleOf(state: SimulatorState, { course, glyphs }: Context): Row {
  const { topology, run, set } = state.opening;
  const file = course.topologies.find(({ id }) => id === topology);
  const stage = course.stages.find(({ id }) => id === file?.stage);
  const name = state.kind === 'live' ? file?.title || state.run.topology.title : topology;
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
function statusOf(state: Live, title: number, context: Context): Row {
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
  const row: Row = [
    span(stopped ? (ascii ? '||' : '‖') : glyphs.play, stopped ? 'warn' : 'good'),
    span(` ${clockOf(run.now)}  ${words.speed(SPEEDS[speed] ?? 1)}  `),
    span(mode, mode === words.status.live ? 'plain' : 'warn'),
  ];
  if (!hasNoRule(state, context)) return row;
  const coming = comingWords(state);
  if (coming !== '') return [span(coming, 'accent'), gap(BETWEEN), ...row];
  const whole = wholeWords(state);
  const room = context.columns - title - rowWidth(row) - 2 * MARGIN - BETWEEN;
  return widthOf(whole) + BETWEEN <= room ? [span(whole, 'dim'), gap(BETWEEN), ...row] : row;
}

/** Where the monitor has taken the rule over the charts, what stands on its right has no other place. */
function hasNoRule(state: Live, context: Context): boolean {
  // the layout is costly, and most runs have no monitor
  return state.view.monitor !== undefined && layoutOf(state, stageOf(state, context)).monitor === 'above';
}

function brokenRows({ why }: Broken, { columns }: Context): readonly Row[] {
  return [
    EMPTY,
    ...indent(wrapped(words.cannotOpen, columns - 2), 1),
    EMPTY,
    ...why.flatMap((line) => indent(wrapped(line, columns - 2, 'bad'), 1)),
  ];
}
