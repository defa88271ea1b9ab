/** Two runs side by side: how far they are, and whether they go on. */
import { withChange } from '../../../course/one-change.ts';
import { type AskedRun, openRun, type ReadyRun, runProblemLine } from '../../../course/open-run.ts';
import { type Excess, excessOf, LIVE } from '../../../simulator/budget.ts';
import { heldMemory } from '../../../simulator/held-memory.ts';
import { SideBySide } from '../../../story/compare/side-by-side.ts';
import type { Micros } from '../../../topology/types.ts';
import { type Context, type Step, step, type TargetOf } from '../../screen.ts';

/** Simulated seconds a second. */
export const SPEEDS = [1, 2, 4, 10] as const;

export interface Comparing {
  readonly kind: 'comparing';
  /** mutable: two runs that a reducer copied for every tick would be too slow */
  readonly pair: SideBySide;
  readonly asked: AskedRun;
  readonly changed: AskedRun;
  /** as it was chosen: `set redispatch=on` */
  readonly change: string;
  /** the moment that both catch up with: the one at which the run below was left */
  readonly goal: Micros;
  readonly stopped: boolean;
  /** index into SPEEDS */
  readonly speed: number;
  readonly excess: Excess | undefined;
  /** bytes that were held before both runs */
  readonly before: number;
}

/** What can't be run, and why. */
export interface NotComparable {
  readonly kind: 'broken';
  readonly change: string;
  readonly why: readonly string[];
}

export type CompareState = Comparing | NotComparable;

export type CompareAction =
  | { readonly type: 'time'; readonly ms: number }
  | { readonly type: 'stop-go' }
  | { readonly type: 'speed'; readonly by: 1 | -1 }
  /** the changed site, to be broken by hand */
  | { readonly type: 'take' }
  | { readonly type: 'close' };

/** Events of the engine that one frame may cost, for both runs together. */
const WORK = 40_000;

export function openCompare(
  target: TargetOf<'compare'>,
  context: Context,
): Step<CompareState, CompareAction> {
  const { asked, change, until } = target;
  const changed = withChange(asked, change);
  if ('error' in changed) return step({ kind: 'broken', change, why: [changed.error] });
  const [before, after] = [asked, changed].map((run) => openRun(run, context.openTopology));
  const problems = [before, after].flatMap((opened) =>
    opened !== undefined && 'problems' in opened ? opened.problems.map(runProblemLine) : [],
  );
  if (problems.length > 0) return step({ kind: 'broken', change, why: problems });
  const pair = new SideBySide(readyOf(before), readyOf(after));
  return step({
    kind: 'comparing',
    pair,
    asked,
    changed,
    change,
    goal: until,
    stopped: false,
    speed: 0,
    excess: undefined,
    before: heldMemory(),
  });
}

function readyOf(opened: ReturnType<typeof openRun> | undefined): ReadyRun {
  if (opened === undefined || !('run' in opened)) throw new Error('a run with problems is not compared');
  return opened.run;
}

export function reduceCompare(state: CompareState, action: CompareAction): Step<CompareState, CompareAction> {
  if (action.type === 'close') return step(state, { do: 'back' });
  if (state.kind === 'broken') return step(state);
  switch (action.type) {
    case 'time':
      return step(passed(state, action.ms));
    case 'stop-go':
      return step({ ...state, stopped: !state.stopped });
    case 'speed':
      return step({ ...state, speed: Math.min(SPEEDS.length - 1, Math.max(0, state.speed + action.by)) });
    case 'take': {
      const { topology, set } = state.changed;
      return step(state, { do: 'replace', target: { screen: 'simulator', topology, set } });
    }
  }
}

/** Both have to get to where the run below was left before time goes on as on the wall. */
export function isCatchingUp({ pair, goal }: Comparing): boolean {
  return pair.now < goal;
}

export function isMoving(state: CompareState): boolean {
  return state.kind === 'comparing' && state.excess === undefined && (isCatchingUp(state) || !state.stopped);
}

function passed(state: Comparing, ms: number): Comparing {
  const { pair, goal, speed, before } = state;
  const owed = Math.round(Math.min(ms, 250) * 1000 * (SPEEDS[speed] ?? 1));
  pair.advance(isCatchingUp(state) ? goal : pair.now + owed, WORK);
  return { ...state, excess: excessOf(pair.simulation, LIVE, before) };
}
