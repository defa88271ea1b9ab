/** A mission that was left in the middle: how it is kept, and how it is opened again. */
import { playProblems } from '../../../course/missions/choices.ts';
import type { Mission } from '../../../course/model.ts';
import type { KeptMission } from '../../../learner/kept-place.ts';
import type { Place } from '../../../learner/progress.ts';
import { shell } from '../../../messages/shell.ts';
import { type Context, step, type TargetOf, told } from '../../screen.ts';
import { goneOnWith, keptIn } from '../simulator/open.ts';
import { beginLive } from './live.ts';
import { findMission, type MissionState, type MissionStep, openMission, PLAN } from './state.ts';

export function placeOf(state: MissionState): Place {
  const { mission, set, hints, told: isTold, attempt, phase } = state;
  const run = phase.at === 'live' && phase.sim.kind === 'live' ? keptIn(phase.sim) : undefined;
  const isUntouched = run === undefined && set.length === 0 && hints === 0 && !isTold && attempt === 1;
  if (isUntouched) return { screen: 'mission', mission };
  const kept: KeptMission = { set, hints, told: isTold, attempt, ...(run === undefined ? {} : { run }) };
  return { screen: 'mission', mission, kept };
}

/** The mission from its briefing, or as it was left. */
export function openLeft({ mission: id, kept }: TargetOf<'mission'>, context: Context): MissionStep {
  const fresh = openMission(id);
  const mission = findMission(context.course, id)?.mission;
  if (kept === undefined || mission === undefined || mission.problem !== undefined) return fresh;
  const again = goneOn(fresh.state, mission, kept, context);
  return again === undefined
    ? step(fresh.state, told(shell.resume.mission, { type: 'nothing' }))
    : step(again);
}

/** Undefined: the mission no longer allows what was done, or its run is another one now. */
function goneOn(
  fresh: MissionState,
  mission: Mission,
  { set, hints, told, attempt, run }: KeptMission,
  context: Context,
): MissionState | undefined {
  const problems = playProblems(context.course, mission, { set, fault: run?.done ?? [] });
  if (problems.length > 0) return undefined;
  const state = { ...fresh, set, hints, told, attempt };
  if (run === undefined) return set.length === 0 ? state : { ...state, phase: PLAN };
  const running = beginLive(state, mission, context);
  const sim = running.sim.kind === 'live' ? goneOnWith(running.sim, run) : undefined;
  return sim && { ...state, phase: { ...running, sim, note: shell.resume.here } };
}
