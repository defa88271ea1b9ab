/** What every key, and time, does to the simulator. */
import { type Fault, faultOf } from '../../../simulator/faults/fault.ts';
import type { Micros } from '../../../topology/types.ts';
import { type Context, step } from '../../screen.ts';
import { nextThing, towards } from '../../widgets/choosing.ts';
import { scrolled } from '../../widgets/scroll.ts';
import { placesOf } from './layout.ts';
import { logRows } from './log-rows.ts';
import { menuOf } from './menus.ts';
import { type Run, SECOND, TICK } from './run.ts';
import {
  begin,
  endOf,
  hasEnded,
  type Live,
  type SimulatorAction,
  type SimulatorState,
  type SimulatorStep,
  SPEEDS,
  toggled,
} from './state.ts';

/** After a pause of the machine time doesn't leap. */
const LONGEST_FRAME_MS = 250;
const BACK: Micros = 10 * SECOND;
/** How long before a fault skipping stops. */
const BEFORE: Micros = 2 * SECOND;
/** Arrivals are multiplied by one of these. */
const TRAFFIC = [0.1, 0.5, 1, 2, 5, 10, 20] as const;

export function reduceSimulator(
  state: SimulatorState,
  action: SimulatorAction,
  context: Context,
): SimulatorStep {
  if (state.kind === 'broken') return step(state);
  switch (action.type) {
    case 'ask': {
      const menu = menuOf(action.menu, state, context);
      return menu.choices.length === 0 ? step(state) : step(state, menu);
    }
    case 'restart':
      return step(kept(begin(state.opening, state.changes, action.bare, context), state));
    case 'change':
      return step(changed(state, action.change, context));
    default:
      return step(live(state, action, context));
  }
}

function live(state: Live, action: SimulatorAction, context: Context): Live {
  switch (action.type) {
    case 'time':
      return passed(state, action.ms);
    case 'move':
      return { ...state, chosen: towards(placesOf(state, context), state.chosen, action.to) };
    case 'next-thing':
      return { ...state, chosen: nextThing(placesOf(state, context), state.chosen, action.by) };
    case 'log':
      return { ...state, log: state.log === undefined ? 0 : undefined };
    case 'scroll':
      return { ...state, log: scrolledLog(state, action.by, context) };
    case 'speed':
      return { ...state, speed: Math.min(SPEEDS.length - 1, Math.max(0, state.speed + action.by)) };
    case 'stop-go':
      return { ...state, stopped: !state.stopped };
    default:
      // until the moment is reached that it goes to, nothing can be done to it
      return state.goal === undefined ? acted(state, action) : state;
  }
}

function acted(state: Live, action: SimulatorAction): Live {
  const { run } = state;
  switch (action.type) {
    case 'fault':
      return broken(state, action.fault);
    case 'toggle':
      return broken(state, toggled(state, action.what));
    case 'traffic':
      return broken(state, trafficFault(run.trafficFactor, action.by));
    case 'step':
      return goTo(state, run, (Math.floor(run.now / SECOND) + 1) * SECOND);
    case 'skip': {
      const [next] = run.ahead;
      return next === undefined ? state : goTo(state, run, Math.max(run.now, next.at - BEFORE));
    }
    case 'back':
      return goTo({ ...state, stopped: state.stopped && !hasEnded(state) }, run.fresh(), run.now - BACK);
    default:
      return state;
  }
}

/** Lets a fault happen now, where there is one. */
function broken(state: Live, fault: Fault | undefined): Live {
  if (fault === undefined) return state;
  state.run.inject(fault);
  return { ...state, view: state.run.view };
}

/** The next step of traffic up or down; undefined: there is none. */
function trafficFault(factor: number, by: 1 | -1): Fault | undefined {
  const steps = by > 0 ? TRAFFIC : TRAFFIC.toReversed();
  const next = steps.find((each) => (by > 0 ? each > factor : each < factor));
  if (next === undefined) return undefined;
  return next === 1 ? faultOf('restore', ['traffic']) : faultOf('spike', ['traffic'], next);
}

/** Time that went by on the wall becomes simulated time, in whole ticks. */
function passed(state: Live, ms: number): Live {
  const { run, goal, stopped } = state;
  if (goal !== undefined) return goTo(state, run, goal);
  if (stopped) return state;
  const owed = state.rest + Math.min(ms, LONGEST_FRAME_MS) * 1000 * (SPEEDS[state.speed] ?? 1);
  const ticks = Math.floor(owed / TICK);
  if (ticks <= 0) return { ...state, rest: owed };
  const end = endOf(state) ?? Number.POSITIVE_INFINITY;
  // after a step to anywhere, ticks are again where they would have been
  const to = Math.min(end, Math.floor(run.now / TICK) * TICK + ticks * TICK);
  run.advance(to);
  return {
    ...state,
    view: run.view,
    rest: owed - ticks * TICK,
    stopped: run.now >= end || run.excess !== undefined,
  };
}

/** As far towards a moment as one frame's work goes; the next frames do the rest. */
function goTo(state: Live, run: Run, to: Micros): Live {
  const moment = Math.max(0, to);
  run.advance(moment);
  return {
    ...state,
    run,
    view: run.view,
    rest: 0,
    goal: run.now < moment && run.excess === undefined ? moment : undefined,
  };
}

/** Starts again with a switch in another position. */
function changed(state: Live, change: string, context: Context): SimulatorState {
  const [name] = change.split('=');
  const others = state.changes.filter((each) => each.split('=')[0] !== name);
  return kept(begin(state.opening, [...others, change], state.bare, context), state);
}

/** A new run keeps what the learner had set up on the screen. */
function kept(fresh: SimulatorState, { chosen, speed }: Live): SimulatorState {
  if (fresh.kind === 'broken') return fresh;
  const { components, hosts } = fresh.run.topology;
  const isThere = [...components, ...hosts].some(({ id }) => id === chosen);
  return { ...fresh, speed, chosen: isThere ? chosen : fresh.chosen };
}

/** Rows from the end: the newest are at the bottom. */
function scrolledLog(state: Live, by: number, context: Context): number {
  const count = logRows(state.run, context).length;
  return scrolled(state.log ?? 0, -by, count, context.rows - 1);
}
