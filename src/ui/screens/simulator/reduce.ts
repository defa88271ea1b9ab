/** What every key, and time, does to the simulator. */
import { simulator as words } from '../../../messages/simulator.ts';
import { SINGLE } from '../../../simulator/budget.ts';
import { type Fault, faultOf } from '../../../simulator/faults/fault.ts';
import { otherNights } from '../../../story/incident/night.ts';
import type { NightToReport } from '../../../workers/make-incident.ts';
import { type Context, step, type Target } from '../../screen.ts';
import { towards } from '../../widgets/choosing.ts';
import { scrolled } from '../../widgets/scroll.ts';
import { taken, written } from './command-deeds.ts';
import { wholeList } from './fault-list.ts';
import { goTo, marked, someSecondsBack, toLastSecond, toMark, toNextEvent, toNextSecond } from './go-to.ts';
import { chose, inspected, nextOf, scrolledInspector } from './inspector-deeds.ts';
import { placesOf } from './layout.ts';
import { behindLetter, hinted, injected, listed } from './list-deeds.ts';
import { logRows } from './log-rows.ts';
import { askedUntilNow, menuOf } from './menus.ts';
import { TICK } from './run.ts';
import { stageOf } from './stage.ts';
import {
  begin,
  type CommandDeed,
  endOf,
  type Live,
  type SimulatorAction,
  type SimulatorState,
  type SimulatorStep,
  SPEEDS,
} from './state.ts';
import { timesMoved } from './times.ts';

/** After a pause of the machine time doesn't leap. */
const LONGEST_FRAME_MS = 250;
/** Arrivals are multiplied by one of these. */
const TRAFFIC = [0.1, 0.5, 1, 2, 5, 10, 20] as const;

export function reduceSimulator(
  state: SimulatorState,
  action: SimulatorAction,
  context: Context,
): SimulatorStep {
  if (state.kind === 'broken') return step(state);
  if (action.type === 'time') return step(passed(state, action.ms));
  const heard: Live = { ...state, notice: '', leaving: false };
  switch (action.type) {
    case 'ask':
      return openedMenu(heard, menuOf(action.menu, heard, context));
    case 'look':
      return step(heard, { do: 'open', target: lookAt(state, action.at) });
    case 'compare': {
      const { now: until } = state.run;
      const asked = askedUntilNow(state);
      return step(heard, { do: 'open', target: { screen: 'compare', asked, change: action.change, until } });
    }
    case 'game': {
      const { topology, set } = askedUntilNow(state);
      return step(heard, { do: 'open', target: { screen: 'spof', topology, set } });
    }
    case 'report':
      return step(heard, { do: 'open', target: { screen: 'incident', asked: reportOn(heard, context) } });
    case 'came-back':
      return step({ ...heard, view: state.run.view });
    case 'leave':
      return state.leaving ? step(heard, { do: 'back' }) : step(asked(heard));
    case 'restart':
      return step(kept(begin(state.opening, state.changes, action.bare, context), heard));
    case 'change':
      return step(changed(heard, action.change, context));
    case 'command':
      return step(commanded(heard, action.deed, context));
    default:
      return step(live(heard, action, context));
  }
}

/** A screen that looks closer at this run. In a mission nothing is tried beside it. */
function lookAt(state: Live, at: 'request' | 'why'): Target {
  const { run, chosen, opening } = state;
  const asked = askedUntilNow(state);
  if (at === 'why') return { screen: 'why', run, asked };
  return { screen: 'request', run, asked: opening.mission === undefined ? asked : undefined, chosen };
}

/** A menu without choices would be a dead end. */
function openedMenu(state: Live, menu: ReturnType<typeof menuOf>): SimulatorStep {
  return menu.choices.length === 0 ? step({ ...state, notice: words.cannot.switches }) : step(state, menu);
}

/** The line behind `:` is written on, or done. */
function commanded(state: Live, deed: CommandDeed, context: Context): SimulatorState {
  if (deed.to !== 'take') return written(state, deed);
  if (state.goal !== undefined) return state;
  const said = taken(state);
  if ('state' in said) return said.state;
  if ('change' in said) return changed({ ...state, panel: undefined }, said.change, context);
  if ('restart' in said) return kept(begin(state.opening, state.changes, false, context), state);
  return { ...state, notice: said.error };
}

/** The run so far, and the same night with each other position of a switch. */
function reportOn(state: Live, { openTopology }: Context): NightToReport {
  const { night } = state.run;
  return { night, others: otherNights(night, askedUntilNow(state), openTopology), budget: SINGLE };
}

/** What was done in a run is lost with it. */
function asked(state: Live): Live {
  return { ...state, leaving: true, notice: words.leaving };
}

function live(state: Live, action: SimulatorAction, context: Context): Live {
  switch (action.type) {
    case 'move':
      return chose(state, towards(placesOf(state, stageOf(state, context)), state.chosen, action.to));
    case 'next-thing':
      return chose(state, nextOf(state, action.by, context));
    case 'inspect':
      return inspected(state, context);
    case 'scroll-inspector':
      return { ...state, inspector: scrolledInspector(state, action.by, context) };
    case 'eye':
      return otherEye(state);
    case 'log':
      return { ...state, panel: state.panel?.kind === 'log' ? undefined : { kind: 'log', up: 0 } };
    case 'scroll':
      return { ...state, panel: scrolledLog(state, action.by, context) };
    case 'open-list':
      return { ...state, panel: { kind: 'faults', list: wholeList } };
    case 'line':
      return { ...state, panel: state.panel?.kind === 'line' ? undefined : { kind: 'line' } };
    // what only moves in a panel, or closes it, has no need to wait for the moment that is gone to
    case 'times':
      return action.deed.to === 'take' && state.goal !== undefined ? state : timesMoved(state, action.deed);
    case 'list':
      return action.deed.to === 'take' && state.goal !== undefined ? state : listed(state, action.deed);
    case 'hint':
      return hinted(state, action.letter);
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
  switch (action.type) {
    case 'fault':
      return injected(state, action.fault);
    case 'letter':
      return behindLetter(state, action.letter);
    case 'traffic':
      return withTraffic(state, action.by);
    case 'step':
      return toNextSecond(state);
    case 'step-back':
      return toLastSecond(state);
    case 'next-event':
      return toNextEvent(state);
    case 'back':
      return someSecondsBack(state);
    case 'set-mark':
      return marked(state);
    case 'to-mark':
      return toMark(state);
    default:
      return state;
  }
}

/** The next step of traffic up or down; undefined: there is none. */
function trafficFault(factor: number, by: 1 | -1): Fault | undefined {
  const steps = by > 0 ? TRAFFIC : TRAFFIC.toReversed();
  const next = steps.find((each) => (by > 0 ? each > factor : each < factor));
  if (next === undefined) return undefined;
  return next === 1 ? faultOf('restore', ['traffic']) : faultOf('spike', ['traffic'], next);
}

function withTraffic(state: Live, by: 1 | -1): Live {
  const fault = trafficFault(state.run.trafficFactor, by);
  return fault === undefined ? { ...state, notice: words.cannot.traffic } : injected(state, fault);
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

/** Starts again with a switch in another position. */
function changed(state: Live, change: string, context: Context): SimulatorState {
  const [name] = change.split('=');
  const others = state.changes.filter((each) => each.split('=')[0] !== name);
  return kept(begin(state.opening, [...others, change], state.bare, context), state);
}

/** A new run keeps what the learner had set up on the screen. */
function kept(fresh: SimulatorState, { chosen, speed, inspector, said }: Live): SimulatorState {
  if (fresh.kind === 'broken') return fresh;
  const { components, hosts } = fresh.run.topology;
  const isThere = [...components, ...hosts].some(({ id }) => id === chosen);
  return { ...fresh, speed, inspector, said, chosen: isThere ? chosen : fresh.chosen };
}

/** Rows from the end: the newest are at the bottom. */
function otherEye(state: Live): Live {
  if (state.run.topology.monitoring === undefined) return { ...state, notice: words.eye.none };
  return { ...state, eye: state.eye === 'truth' ? 'monitor' : 'truth' };
}

function scrolledLog(state: Live, by: number, context: Context): Live['panel'] {
  const { panel } = state;
  if (panel?.kind !== 'log') return panel;
  const count = logRows(state.run, context).length;
  return { kind: 'log', up: scrolled(panel.up, -by, count, context.rows - 1) };
}
