/** The run of a mission: the simulator's own screen, with nothing in it that the mission doesn't allow. */
import { changesLeft } from '../../../course/missions/choices.ts';
import { played } from '../../../course/missions/play.ts';
import { goalsAhead, goalsSoFar } from '../../../course/missions/so-far.ts';
import type { Mission, Play } from '../../../course/model.ts';
import { timedWords } from '../../../simulator/faults/fault.ts';
import type { Micros } from '../../../topology/types.ts';
import { actionOf, type KeyBinding } from '../../keys.ts';
import type { Context, Effect } from '../../screen.ts';
import { simulatorKeys } from '../simulator/keys.ts';
import { typedInList } from '../simulator/list-keys.ts';
import { reduceSimulator } from '../simulator/reduce.ts';
import { begin, type SimulatorAction, type SimulatorState } from '../simulator/state.ts';
import { type MissionAction, type MissionState, type Running, seedOf } from './state.ts';

/** A run is measured at most so often, however long it is. */
const MEASURED_AT_MOST = 120;
const SECOND: Micros = 1_000_000;

/** The mission's run from its beginning, with what the learner has changed. */
export function beginLive({ set, attempt }: MissionState, mission: Mission, context: Context): Running {
  const run = played(mission.run, { set, fault: [] });
  const opening = {
    topology: run.topology,
    set: run.set,
    run,
    lookFor: '',
    mission: { verbs: mission.may.faults },
  };
  const sim = begin(opening, [], false, { ...context, seed: seedOf(mission, attempt) });
  return {
    at: 'live',
    sim,
    goals: goalsAhead(mission),
    samples: [],
    measured: 0,
    note: '',
    asked: undefined,
  };
}

/** What the learner did: the changes before, and the faults at their times. */
export function playOf({ set }: MissionState, { sim }: Running): Play {
  const done = sim.kind === 'live' ? sim.run.done : [];
  return { set, fault: done.map(timedWords) };
}

/** The run has come to its end. */
export function isOver({ sim }: Running, { run }: Mission): boolean {
  return sim.kind === 'live' && (sim.run.now >= run.for || sim.run.excess !== undefined);
}

export interface Moved {
  readonly running: Running;
  readonly effects: readonly Effect<MissionAction>[];
}

/** Gives the simulator an action: what the mission doesn't allow now, it does not do. */
export function moved(state: MissionState, running: Running, action: SimulatorAction, at: At): Moved {
  const { mission, context } = at;
  const sim = withRules(state, running, mission);
  const { state: next, effects } = reduceSimulator(sim, action, context);
  const isTime = action.type === 'time';
  const note = isTime ? running.note : '';
  const asked = isTime ? running.asked : undefined;
  return {
    running: measured({ ...running, sim: next, note, asked }, mission),
    effects: effects.map(asOurs),
  };
}

interface At {
  readonly mission: Mission;
  readonly context: Context;
}

/** The simulator with the verbs that may be used now: none when no change is left. */
function withRules(state: MissionState, running: Running, mission: Mission): SimulatorState {
  const { sim } = running;
  const isUsedUp = changesLeft(mission, playOf(state, running)) === 0;
  const verbs = isUsedUp ? [] : mission.may.faults;
  return sim.kind === 'live' ? { ...sim, opening: { ...sim.opening, mission: { verbs } } } : sim;
}

/** The goals are measured again when enough time has gone by. */
function measured(running: Running, mission: Mission): Running {
  const { sim } = running;
  if (sim.kind !== 'live') return running;
  const every = Math.max(SECOND, Math.ceil(mission.run.for / MEASURED_AT_MOST / SECOND) * SECOND);
  const { now, counted } = sim.run;
  if (Math.floor(now / every) === Math.floor(running.measured / every) && !isOver(running, mission))
    return running;
  if (mission.may.sees === 'truth') return { ...running, measured: now, goals: goalsSoFar(mission, counted) };
  return { ...running, measured: now, samples: counted.report().monitor?.samples ?? [] };
}

/** What the simulator's screen offers in a mission: looking is free, and nothing is undone. */
function isOffered(action: SimulatorAction, { may }: Mission): boolean {
  switch (action.type) {
    case 'move':
    case 'next-thing':
    case 'stop-go':
    case 'speed':
    case 'step':
    case 'next-event':
      return true;
    case 'log':
    case 'scroll':
    case 'inspect':
    case 'scroll-inspector':
      return may.sees === 'truth';
    case 'open-list':
    case 'list':
    case 'letter':
    case 'hint':
      return may.faults.length > 0;
    case 'look':
      // why it happens is what the learner has to find out
      return may.sees === 'truth' && action.at === 'request';
    case 'traffic':
      return may.faults.includes('spike');
    default:
      return false;
  }
}

/** The log or the list of faults lies over the site, and has the keys. */
export function hasPanel({ sim }: Running): boolean {
  return sim.kind === 'live' && sim.panel !== undefined;
}

/** The simulator's keys that work in a mission. `taken` are keys that the mission's screen has a use for. */
export function liveKeys(
  state: MissionState,
  running: Running,
  at: At,
  taken: readonly string[],
): readonly KeyBinding<MissionAction>[] {
  const { mission, context } = at;
  return simulatorKeys(withRules(state, running, mission), context).flatMap(
    (binding): KeyBinding<MissionAction>[] => {
      const keys = binding.keys.filter((key) => !taken.includes(key));
      const [first] = keys;
      if (first === undefined || !isOffered(actionOf(binding, first), mission)) return [];
      return [{ ...binding, keys, action: (key) => ours(actionOf(binding, key)) }];
    },
  );
}

/** A letter that is written into the simulator's list of faults. */
export function typedInSite({ sim }: Running, text: string): MissionAction | undefined {
  const action = typedInList(sim, text);
  return action && ours(action);
}

function ours(action: SimulatorAction): MissionAction {
  return { type: 'simulator', action };
}

function asOurs(effect: Effect<SimulatorAction>): Effect<MissionAction> {
  if (effect.do === 'with-topologies') return { ...effect, action: ours(effect.action) };
  if (effect.do !== 'ask') return effect;
  return { ...effect, choices: effect.choices.map(({ label, action }) => ({ label, action: ours(action) })) };
}
