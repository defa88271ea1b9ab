/** The state of a mission's screen: what the learner decided so far, and which part of the play is on. */
import type { Verdict } from '../../../course/missions/judge.ts';
import type { GoalSoFar } from '../../../course/missions/so-far.ts';
import type { Course, Mission, Play, Stage } from '../../../course/model.ts';
import type { MonitorSample } from '../../../simulator/report.ts';
import type { Night } from '../../../story/incident/night.ts';
import type { Micros } from '../../../topology/types.ts';
import type { JobNews } from '../../job.ts';
import { type Step, step } from '../../screen.ts';
import type { SimulatorAction, SimulatorState } from '../simulator/state.ts';

/** From so long a run on Esc and `q` ask. */
const LONG: Micros = 10_000_000;
/** While more than this share of a run is left `d` asks. */
const EARLY = 0.2;

/** A page to read, scrolled so many rows down. */
export interface Reading {
  readonly at: 'briefing' | 'debrief';
  readonly top: number;
}

export interface Planning {
  readonly at: 'plan';
  /** place in the list of what may be changed; behind the last stands the run */
  readonly chosen: number;
  /** the new value of the chosen field as far as it is written; undefined: nothing is being written */
  readonly writing: string | undefined;
  /** why the last change can't be made; sentences */
  readonly problems: readonly string[];
}

export interface Running {
  readonly at: 'live';
  readonly sim: SimulatorState;
  readonly goals: readonly GoalSoFar[];
  /** what the monitoring service was told, where that is all that the learner sees */
  readonly samples: readonly MonitorSample[];
  /** when goals and samples were taken */
  readonly measured: Micros;
  /** a hint, or a question; the next key takes it away */
  readonly note: string;
  /** what was asked for once and is done the second time: Esc stops the run, `d` has it judged */
  readonly asked: 'stop' | 'judge' | undefined;
}

/** What was played, and the run in which the learner watched it. */
interface Played {
  readonly play: Play;
  readonly night: Night | undefined;
}

export interface Judging extends Played {
  readonly at: 'judging';
  /** seeds that are done */
  readonly done: number;
  /** why it can't be judged */
  readonly failed: string | undefined;
}

export interface Judged extends Played {
  readonly at: 'verdict';
  readonly verdict: Verdict;
  readonly top: number;
}

export type Phase = Reading | Planning | Running | Judging | Judged;

export interface MissionState {
  readonly mission: string;
  /** switches and fields that were changed */
  readonly set: readonly string[];
  /** hints taken since the mission was opened */
  readonly hints: number;
  /** the debrief was read before the mission was won */
  readonly told: boolean;
  /** which run this is, from 1: each has a seed of its own */
  readonly attempt: number;
  /** how the last run ended; it is gone when the next begins */
  readonly last: Judged | undefined;
  readonly phase: Phase;
}

export type MissionAction =
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'go'; readonly to: 'briefing' | 'plan' | 'debrief' | 'verdict' }
  | { readonly type: 'move'; readonly by: number }
  /** changes what is chosen, or begins the run */
  | { readonly type: 'take' }
  | { readonly type: 'change'; readonly value: string }
  | { readonly type: 'undo' }
  | { readonly type: 'write'; readonly text: string }
  | { readonly type: 'erase' }
  | { readonly type: 'stop-writing' }
  | { readonly type: 'run' }
  | { readonly type: 'simulator'; readonly action: SimulatorAction }
  | { readonly type: 'time'; readonly ms: number }
  | { readonly type: 'stop-run' }
  /** the run goes no further: it is judged by what was done so far */
  | { readonly type: 'judge' }
  | { readonly type: 'heard'; readonly news: JobNews }
  | { readonly type: 'ask-hint' }
  /** takes or shows a hint, from 0 */
  | { readonly type: 'hint'; readonly index: number }
  /** the same changes again, with a new seed */
  | { readonly type: 'again' }
  /** the incident report on the run that was watched */
  | { readonly type: 'report' }
  | { readonly type: 'leave' }
  | { readonly type: 'nothing' };

export type MissionStep = Step<MissionState, MissionAction>;

export const BRIEFING: Reading = { at: 'briefing', top: 0 };
export const PLAN: Planning = { at: 'plan', chosen: 0, writing: undefined, problems: [] };

export function openMission(mission: string): MissionStep {
  return step({ mission, set: [], hints: 0, told: false, attempt: 1, last: undefined, phase: BRIEFING });
}

/** A mission by id, with its stage. */
export function findMission(
  course: Course,
  id: string,
): { readonly mission: Mission; readonly stage: Stage } | undefined {
  for (const stage of course.stages) {
    const mission = stage.missions.find((each) => each.id === id);
    if (mission !== undefined) return { mission, stage };
  }
  return undefined;
}

/** Something may be changed before the run. */
export function canPlan({ may }: Mission): boolean {
  return may.switches.length + may.fields.length > 0;
}

/** The run has gone on for so long that it is asked for before it is lost. */
export function isUnderWay({ sim }: Running): boolean {
  return sim.kind === 'live' && sim.run.now > LONG;
}

/** So much of the night is still to come that it is asked for before it is judged. */
export function isEarly({ sim }: Running, { run }: Mission): boolean {
  return sim.kind === 'live' && run.for - sim.run.now > EARLY * run.for;
}

/** The seed of a run that is watched: none of those that a play is judged on. */
export function seedOf({ run }: Mission, attempt: number): number {
  return run.seeds + attempt;
}

/** Hints as the stars count them: who has read the debrief has read them all. */
export function hintsCounted({ hints, told }: MissionState): number {
  return told ? Number.MAX_SAFE_INTEGER : hints;
}
