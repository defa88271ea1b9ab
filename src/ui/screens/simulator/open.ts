/** How the simulator's screen is opened: a run from its beginning, or one that was left, as it stood then. */
import type { KeptRun } from '../../../learner/kept-place.ts';
import { doneAgain, keptRun } from '../../../learner/kept-run.ts';
import type { Place } from '../../../learner/progress.ts';
import { shell } from '../../../messages/shell.ts';
import { type Context, step, type TargetOf, told } from '../../screen.ts';
import { goTo } from './go-to.ts';
import { begin, type Live, type SimulatorState, type SimulatorStep } from './state.ts';

export function openSimulator(target: TargetOf<'simulator'>, context: Context): SimulatorStep {
  const { topology, run, lookFor = '', kept, seed = kept?.seed } = target;
  const set = run?.set ?? target.set ?? [];
  const state = begin({ topology, set, run, lookFor, seed }, [], false, context);
  if (kept === undefined || state.kind === 'broken') return step(state);
  const again = goneOnWith(state, kept);
  if (again === undefined) return step(state, told(shell.resume.run, { type: 'nothing' }));
  const notice = kept.at === 0 ? shell.resume.prepared(kept.done.length) : shell.resume.here;
  return step({ ...again, notice });
}

/**
 * The run that was left: what was done in it is done again, and it stands where it was. Undefined: its site or its seed
 * is another one now.
 */
export function goneOnWith(state: Live, kept: KeptRun): Live | undefined {
  const done = doneAgain(kept, state.run.topology);
  if (done === undefined || kept.seed !== state.run.seed) return undefined;
  return goTo({ ...state, stopped: true }, state.run.fresh(done), { at: kept.at, untilNews: false });
}

/** What a lesson or a proof has prepared is no place to come back to: its page is. */
export function placeOf(state: SimulatorState): Place | undefined {
  const { topology, run, set: opened } = state.opening;
  if (run !== undefined) return undefined;
  const set = [...opened, ...(state.kind === 'live' ? state.changes : [])];
  const kept = state.kind === 'live' ? keptIn(state) : undefined;
  return {
    screen: 'simulator',
    topology,
    ...(set.length === 0 ? {} : { set }),
    ...(kept === undefined ? {} : { kept }),
  };
}

/** The run as it stands, or the moment that it is on its way to. */
export function keptIn({ run, goal }: Live): KeptRun | undefined {
  const at = goal === undefined || goal.untilNews ? run.now : goal.at;
  return keptRun(run.topology, run.seed, run.done, at);
}
