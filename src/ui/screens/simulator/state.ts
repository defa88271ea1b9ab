/** The state of the simulator's screen. Everything in it is immutable but `run`, see run.ts. */
import type { RunSpec } from '../../../course/model.ts';
import { openRun, type ReadyRun, runProblemLine } from '../../../course/open-run.ts';
import { type Fault, faultOf } from '../../../simulator/faults/fault.ts';
import type { WorldView } from '../../../simulator/view.ts';
import type { Id, Micros } from '../../../topology/types.ts';
import { type Context, type Step, step, type TargetOf } from '../../screen.ts';
import type { Direction } from '../../widgets/choosing.ts';
import { Run } from './run.ts';

/** Simulated seconds a second. */
export const SPEEDS = [0.25, 1, 2, 4, 10] as const;
export const LIVE_SPEED = 1;

/** What was asked for; every restart begins with it again. */
export interface Opening {
  readonly topology: string;
  readonly set: readonly string[];
  readonly run: RunSpec | undefined;
  readonly lookFor: string;
}

export interface Live {
  readonly kind: 'live';
  readonly opening: Opening;
  /** changes by switches, over the opening's own */
  readonly changes: readonly string[];
  /** the prepared faults are left out */
  readonly bare: boolean;
  readonly run: Run;
  readonly view: WorldView;
  readonly chosen: Id;
  readonly stopped: boolean;
  /** index into SPEEDS */
  readonly speed: number;
  /** simulated time that is less than a tick */
  readonly rest: Micros;
  /** the moment that is being caught up with, a slice a frame */
  readonly goal: Micros | undefined;
  /** the log over the whole screen, and how many rows it is scrolled up; undefined: the drawing */
  readonly log: number | undefined;
}

/** What can't be run, and why. */
export interface Broken {
  readonly kind: 'broken';
  readonly opening: Opening;
  /** one line a problem */
  readonly why: readonly string[];
}

export type SimulatorState = Live | Broken;

export type MenuName = 'cut' | 'more' | 'host' | 'links' | 'site' | 'switches' | 'restart';

export type SimulatorAction =
  | { readonly type: 'time'; readonly ms: number }
  | { readonly type: 'move'; readonly to: Direction }
  | { readonly type: 'next-thing'; readonly by: 1 | -1 }
  | { readonly type: 'fault'; readonly fault: Fault }
  /** kill or start, power off or on: whichever makes sense for what is chosen */
  | { readonly type: 'toggle'; readonly what: 'life' | 'pause' | 'power' }
  | { readonly type: 'ask'; readonly menu: MenuName }
  | { readonly type: 'traffic'; readonly by: 1 | -1 }
  | { readonly type: 'stop-go' }
  | { readonly type: 'speed'; readonly by: 1 | -1 }
  | { readonly type: 'step' }
  | { readonly type: 'back' }
  | { readonly type: 'skip' }
  | { readonly type: 'log' }
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'restart'; readonly bare: boolean }
  | { readonly type: 'change'; readonly change: string }
  | { readonly type: 'nothing' };

export type SimulatorStep = Step<SimulatorState, SimulatorAction>;

export function openSimulator(target: TargetOf<'simulator'>, context: Context): SimulatorStep {
  const { topology, run } = target;
  const set = run?.set ?? target.set ?? [];
  return step(begin({ topology, set, run, lookFor: target.lookFor ?? '' }, [], false, context));
}

/** A run from its beginning. */
export function begin(
  opening: Opening,
  changes: readonly string[],
  bare: boolean,
  context: Context,
): SimulatorState {
  const asked = {
    topology: opening.topology,
    set: [...opening.set, ...changes],
    rate: opening.run?.rate,
    for: bare ? undefined : opening.run?.for,
    fault: bare ? [] : (opening.run?.fault ?? []),
    seed: context.seed,
  };
  const opened = openRun(asked, context.openTopology);
  if ('problems' in opened) return { kind: 'broken', opening, why: opened.problems.map(runProblemLine) };
  const run = new Run(opened.run);
  return {
    kind: 'live',
    opening,
    changes,
    bare,
    run,
    view: run.view,
    chosen: firstChosen(opened.run),
    stopped: false,
    speed: LIVE_SPEED,
    rest: 0,
    goal: undefined,
    log: undefined,
  };
}

/** What the first prepared fault hits, else one web server of several: a good thing to kill first. */
function firstChosen({ topology: { components, hosts }, faults }: ReadyRun): Id {
  const ids = new Set([...components, ...hosts].map(({ id }) => id));
  const hit = faults.flatMap(({ fault }) => fault.targets).find((target) => ids.has(target));
  const webServers = components.filter(({ kind }) => kind === 'web-server');
  return hit ?? (webServers[1] ?? webServers[0] ?? components[0])?.id ?? '';
}

/** Where a prepared run ends; undefined: it has no end, or the end is past. */
export function endOf({ opening, bare, run }: Live): Micros | undefined {
  const end = bare ? undefined : opening.run?.for;
  return end !== undefined && run.now < end ? end : undefined;
}

/** The prepared run has come to its end and stands there. */
export function hasEnded({ opening, bare, run, stopped }: Live): boolean {
  return stopped && !bare && opening.run !== undefined && run.now === opening.run.for;
}

/** The host of what is chosen. */
export function hostOf({ run, chosen }: Live): Id {
  return run.topology.components.find(({ id }) => id === chosen)?.host ?? chosen;
}

/** What a toggling key would do now; undefined: it has nothing to do. */
export function toggled(state: Live, what: 'life' | 'pause' | 'power'): Fault | undefined {
  const { view, chosen } = state;
  const component = view.components.find(({ id }) => id === chosen);
  if (what === 'power' || (what === 'life' && (component === undefined || component.state === 'off'))) {
    const host = hostOf(state);
    const isOn = view.hosts.find(({ id }) => id === host)?.on ?? true;
    return faultOf(isOn ? 'power-off' : 'power-on', [host]);
  }
  if (component === undefined) return undefined;
  const isGone = component.state === 'killed' || component.state === 'stopped';
  if (what === 'life') return faultOf(isGone ? 'start' : 'kill', [chosen]);
  if (component.state === 'paused') return faultOf('resume', [chosen]);
  return component.state === 'up' ? faultOf('pause', [chosen]) : undefined;
}
