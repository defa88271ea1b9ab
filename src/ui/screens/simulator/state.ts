/** The state of the simulator's screen. Everything in it is immutable but `run`, see run.ts. */

import { type AskedRun, openRun, type ReadyRun, runProblemLine } from '../../../course/open-run.ts';
import type { RunSpec } from '../../../course/run-spec.ts';
import type { Fault, TimedFault } from '../../../simulator/faults/fault.ts';
import type { WorldView } from '../../../simulator/view.ts';
import type { StoryLine } from '../../../story/story.ts';
import type { Id, Micros } from '../../../topology/types.ts';
import type { Context, Step } from '../../screen.ts';
import type { Direction } from '../../widgets/choosing.ts';
import type { FaultList } from './fault-list.ts';
import type { Bench } from './faults-for.ts';
import { Run, SECOND } from './run.ts';

/** Simulated seconds a second. */
export const SPEEDS = [0.25, 1, 2, 4, 10] as const;
export const LIVE_SPEED = 1;
/** From so long a run on Esc and `q` ask. */
const LONG: Micros = 15 * SECOND;

/** What was asked for; every restart begins with it again. */
export interface Opening {
  readonly topology: string;
  readonly set: readonly string[];
  readonly run: RunSpec | undefined;
  readonly lookFor: string;
  readonly seed?: number | undefined;
  /** in a mission the prepared faults are not told, every request is kept to be measured, and only these verbs may be used */
  readonly mission?: { readonly verbs: readonly string[] };
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
  readonly goal: Goal | undefined;
  /** whose eye one looks with */
  readonly eye: 'truth' | 'monitor';
  /** what has the keys instead of the drawing */
  readonly panel: Panel | undefined;
  readonly inspector: Inspector;
  /** how far the run was seen before time went back, and what happened until there; undefined: it never did */
  readonly seen: Seen | undefined;
  /** a moment to come back to, with what had been done until then */
  readonly mark: Mark | undefined;
  /** lines that were written behind `:`, the newest last */
  readonly said: readonly string[];
  /** why the last key did nothing, or what it wants to know, until the next */
  readonly notice: string;
  /** Esc was pressed once: the next one leaves */
  readonly leaving: boolean;
}

/** What tells of the chosen thing. */
export interface Inspector {
  /** undefined: it is open where there is much room beside the drawing */
  readonly open: boolean | undefined;
  /** its first row that is seen */
  readonly top: number;
}

export interface Seen {
  readonly until: Micros;
  readonly log: readonly StoryLine[];
}

export interface Mark {
  readonly at: Micros;
  readonly done: readonly TimedFault[];
}

/** Where time goes to by itself. */
export interface Goal {
  readonly at: Micros;
  /** it stops on the way as soon as something happens */
  readonly untilNews: boolean;
}

/** What lies over the drawing and has the keys. */
export type Panel =
  /** the log over the whole screen, and how many rows it is scrolled up */
  | { readonly kind: 'log'; readonly up: number }
  | { readonly kind: 'faults'; readonly list: FaultList }
  /** the time line, and where one is on it */
  | { readonly kind: 'times'; readonly at: Micros }
  /** a line that is being written behind `:`; `back`: the line said so many lines ago is looked at again */
  | { readonly kind: 'command'; readonly text: string; readonly back: number }
  /** the command that repeats this run */
  | { readonly kind: 'line' };

/** What can't be run, and why. */
export interface Broken {
  readonly kind: 'broken';
  readonly opening: Opening;
  /** one line a problem */
  readonly why: readonly string[];
}

export type SimulatorState = Live | Broken;

export type MenuName = 'what-if' | 'restart';

export type SimulatorAction =
  | { readonly type: 'time'; readonly ms: number }
  | { readonly type: 'move'; readonly to: Direction }
  | { readonly type: 'next-thing'; readonly by: 1 | -1 }
  | { readonly type: 'fault'; readonly fault: Fault }
  /** the fault behind a capital letter: at once where there is one, else the list of them */
  | { readonly type: 'letter'; readonly letter: string }
  /** a small letter that does nothing, where its capital would */
  | { readonly type: 'hint'; readonly letter: string }
  | { readonly type: 'open-list' }
  | { readonly type: 'inspect' }
  | { readonly type: 'scroll-inspector'; readonly by: number }
  | { readonly type: 'list'; readonly deed: ListDeed }
  | { readonly type: 'ask'; readonly menu: MenuName }
  | { readonly type: 'traffic'; readonly by: 1 | -1 }
  | { readonly type: 'stop-go' }
  | { readonly type: 'speed'; readonly by: 1 | -1 }
  | { readonly type: 'step' }
  /** a second back */
  | { readonly type: 'step-back' }
  | { readonly type: 'back' }
  | { readonly type: 'times'; readonly deed: TimesDeed }
  | { readonly type: 'set-mark' }
  | { readonly type: 'to-mark' }
  | { readonly type: 'command'; readonly deed: CommandDeed }
  /** shows the command that repeats this run, or takes it away */
  | { readonly type: 'line' }
  /** on to the next thing that happens */
  | { readonly type: 'next-event' }
  /** a closer look at the run, on a screen of its own */
  | { readonly type: 'look'; readonly at: 'request' | 'why' }
  /** the game of what alone stops this site */
  | { readonly type: 'game' }
  /** the run has gone on meanwhile */
  | { readonly type: 'came-back' }
  /** the incident report on the run so far */
  | { readonly type: 'report' }
  | { readonly type: 'leave' }
  | { readonly type: 'log' }
  | { readonly type: 'eye' }
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'restart'; readonly bare: boolean }
  | { readonly type: 'change'; readonly change: string }
  /** the same run with one change beside it */
  | { readonly type: 'compare'; readonly change: string }
  | { readonly type: 'nothing' };

/** What a key does in the list of faults. */
export type ListDeed =
  | { readonly to: 'move'; readonly by: 1 | -1 }
  | { readonly to: 'type'; readonly text: string }
  | { readonly to: 'erase' | 'take' | 'back' };

/** What a key does on the time line. */
export type TimesDeed =
  | { readonly to: 'open' | 'take' | 'close' }
  | { readonly to: 'move'; readonly by: Micros }
  | { readonly to: 'event'; readonly by: 1 | -1 };

/** What a key does in the line behind `:`. */
export type CommandDeed =
  | { readonly to: 'open' | 'complete' | 'erase' | 'close' }
  | { readonly to: 'take' }
  | { readonly to: 'type'; readonly text: string }
  | { readonly to: 'history'; readonly by: 1 | -1 };

export type SimulatorStep = Step<SimulatorState, SimulatorAction>;

/** A run from its beginning. */
export function begin(
  opening: Opening,
  changes: readonly string[],
  bare: boolean,
  context: Context,
): SimulatorState {
  const asked: AskedRun = {
    topology: opening.topology,
    set: [...opening.set, ...changes],
    rate: opening.run?.rate,
    for: bare ? undefined : opening.run?.for,
    fault: bare ? [] : (opening.run?.fault ?? []),
    seed: opening.seed ?? context.seed,
  };
  const opened = openRun(asked, context.openTopology);
  if ('problems' in opened) return { kind: 'broken', opening, why: opened.problems.map(runProblemLine) };
  const isMission = opening.mission !== undefined;
  const run = new Run({ ...opened.run, recordRequests: isMission, untold: isMission });
  return {
    kind: 'live',
    opening,
    changes,
    bare,
    run,
    view: run.view,
    chosen: firstChosen(isMission ? { ...opened.run, faults: [] } : opened.run),
    stopped: false,
    speed: LIVE_SPEED,
    rest: 0,
    goal: undefined,
    panel: undefined,
    eye: 'truth',
    inspector: { open: undefined, top: 0 },
    seen: undefined,
    mark: undefined,
    said: [],
    notice: '',
    leaving: false,
  };
}

/** What the first prepared fault hits, else one web server of several: a good thing to kill first. */
function firstChosen({ topology: { components, hosts }, faults }: ReadyRun): Id {
  const ids = new Set([...components, ...hosts].map(({ id }) => id));
  const hit = faults.flatMap(({ fault }) => fault.targets).find((target) => ids.has(target));
  const webServers = components.filter(({ kind }) => kind === 'web-server');
  return hit ?? (webServers[1] ?? webServers[0] ?? components[0])?.id ?? '';
}

/** Time stands still while a fault is chosen. */
export function isMoving(state: SimulatorState): boolean {
  if (state.kind === 'broken') return false;
  const isAsked = state.panel !== undefined && state.panel.kind !== 'log';
  return state.goal !== undefined || (!state.stopped && !isAsked);
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

/** The faults that lie ahead, as far as the learner may know. */
export function comingIn({ run, opening }: Live): readonly TimedFault[] {
  return opening.mission === undefined ? run.ahead : [];
}

/** What the faults that may happen are found by. */
export function benchOf({ run, view, opening }: Live): Bench {
  return { topology: run.topology, view, only: opening.mission?.verbs };
}

/** What Esc or `q` would lose: it is asked for before. What nobody touched is the same again at any time. */
export function isWorthKeeping({ run }: Live): boolean {
  return run.done.length > 0 && run.now > LONG;
}
