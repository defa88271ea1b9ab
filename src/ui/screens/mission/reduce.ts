/** What every key, time and news of the judges do to a mission. */
import { beginningOf, isList, playProblems, withChange } from '../../../course/missions/choices.ts';
import type { Verdict } from '../../../course/missions/judge.ts';
import { played, subjectOf } from '../../../course/missions/play.ts';
import type { Mission } from '../../../course/model.ts';
import { missionScreen as words } from '../../../messages/missions.ts';
import { SINGLE } from '../../../simulator/budget.ts';
import { otherNights } from '../../../story/incident/night.ts';
import type { JobNews } from '../../job.ts';
import { type Context, type Effect, step } from '../../screen.ts';
import { scrolled } from '../../widgets/scroll.ts';
import { withMore, withoutLast } from '../../widgets/text-field.ts';
import type { SimulatorAction } from '../simulator/state.ts';
import { choicesNow } from './choices.ts';
import { beginLive, isOver, moved, playOf } from './live.ts';
import { endOfNight, pageRows } from './pages.ts';
import {
  BRIEFING,
  canPlan,
  findMission,
  hintsCounted,
  isEarly,
  isUnderWay,
  type Judged,
  type Judging,
  type MissionAction,
  type MissionState,
  type MissionStep,
  PLAN,
  type Planning,
  type Running,
} from './state.ts';

/** Columns of a value: a list of firewall rules is long. */
const LONGEST_VALUE = 240;

export function reduceMission(state: MissionState, action: MissionAction, context: Context): MissionStep {
  const mission = findMission(context.course, state.mission)?.mission;
  if (mission === undefined || mission.problem !== undefined) {
    return action.type === 'leave' ? step(state, { do: 'back' }) : step(state);
  }
  switch (action.type) {
    case 'scroll':
      return step(scrolledBy(state, action.by, context));
    case 'go':
      return step(gone(state, action.to, mission));
    case 'run':
      return step({ ...state, last: undefined, phase: beginLive(state, mission, context) });
    case 'again':
      return step({ ...state, attempt: state.attempt + 1, phase: canPlan(mission) ? PLAN : BRIEFING });
    case 'time':
      return ran(state, { type: 'time', ms: action.ms }, mission, context);
    case 'simulator':
      return ran(state, action.action, mission, context);
    case 'stop-run':
      return step(stopped(state, mission));
    case 'judge':
      return state.phase.at === 'live' ? toBeJudged(state, state.phase, mission) : step(state);
    case 'heard':
      return heard(state, action.news);
    case 'report':
      return reported(state, mission, context);
    case 'ask-hint':
      return step(state, hintMenu(state, mission));
    case 'hint':
      return step(hinted(state, action.index, mission));
    case 'leave':
      return step(state, { do: 'back' });
    default:
      return state.phase.at === 'plan' ? planned(state, state.phase, action, mission, context) : step(state);
  }
}

function scrolledBy(state: MissionState, by: number, context: Context): MissionState {
  const { phase } = state;
  if (!('top' in phase)) return state;
  const count = pageRows(state, context).length;
  return { ...state, phase: { ...phase, top: scrolled(phase.top, by, count, context.rows) } };
}

function gone(
  state: MissionState,
  to: 'briefing' | 'plan' | 'debrief' | 'verdict',
  mission: Mission,
): MissionState {
  switch (to) {
    case 'briefing':
      return { ...state, phase: BRIEFING };
    case 'plan':
      return { ...state, phase: canPlan(mission) ? PLAN : BRIEFING };
    case 'debrief':
      return {
        ...state,
        told: state.told || !isWon(state.last?.verdict),
        phase: { at: 'debrief', top: 0 },
      };
    case 'verdict':
      return { ...state, phase: state.last ?? BRIEFING };
  }
}

/** A run that is well under way is lost with it: that is asked before. */
function stopped(state: MissionState, mission: Mission): MissionState {
  const { phase } = state;
  if (phase.at !== 'live') return state;
  // it is the question whether to judge that Esc takes away
  if (phase.asked === 'judge') return { ...state, phase: { ...phase, note: '', asked: undefined } };
  const asks = isUnderWay(phase) && phase.asked === undefined;
  if (!asks) return gone(state, 'plan', mission);
  return { ...state, phase: { ...phase, note: words.stopAgain, asked: 'stop' } };
}

/** What is still to come may be lost yet: that is asked before. */
function toBeJudged(state: MissionState, running: Running, mission: Mission): MissionStep {
  if (!isEarly(running, mission) || running.asked === 'judge') return judged(state, running, mission);
  const note = words.judgeAgain(endOfNight(mission));
  return step({ ...state, phase: { ...running, note, asked: 'judge' } });
}

function isWon(verdict: Verdict | undefined): boolean {
  return verdict !== undefined && 'won' in verdict && verdict.won;
}

// -- before the run --------------------------------------------------------------------------------------------------

function planned(
  state: MissionState,
  phase: Planning,
  action: MissionAction,
  mission: Mission,
  context: Context,
): MissionStep {
  const choices = choicesNow(context.course, mission, state.set);
  const choice = choices[phase.chosen];
  const at = (more: Partial<Planning>): MissionState => ({ ...state, phase: { ...phase, ...more } });
  switch (action.type) {
    case 'move': {
      const chosen = Math.min(choices.length, Math.max(0, phase.chosen + action.by));
      return step(at({ chosen, problems: [] }));
    }
    case 'take': {
      if (choice === undefined) return reduceMission(state, { type: 'run' }, context);
      if (phase.writing !== undefined) return changed(state, phase, phase.writing, mission, context);
      if (choice.options === undefined) return step(at({ writing: beginningOf(choice), problems: [] }));
      const options = choice.options.map((value) => ({
        label: words.option(value, choice),
        action: { type: 'change', value } as const,
      }));
      return step(state, { do: 'ask', title: words.changeTitle(choice), choices: options });
    }
    case 'change':
      return changed(state, phase, action.value, mission, context);
    case 'undo': {
      const set = state.set.filter((change) => subjectOf(change) !== choice?.subject);
      return step({ ...at({ problems: [] }), set });
    }
    case 'write':
      return step(at({ writing: withMore(phase.writing ?? '', action.text, LONGEST_VALUE) }));
    case 'erase':
      return step(at({ writing: withoutLast(phase.writing ?? '') }));
    case 'stop-writing':
      return step(at({ writing: undefined, problems: [] }));
    default:
      return step(state);
  }
}

/** The chosen thing with a new value, where rules and simulator take it. */
function changed(
  state: MissionState,
  phase: Planning,
  value: string,
  mission: Mission,
  context: Context,
): MissionStep {
  const choice = choicesNow(context.course, mission, state.set)[phase.chosen];
  if (choice === undefined) return step(state);
  const isNothing = value.trim() === '' && !isList(choice);
  const set = isNothing ? state.set : withChange(state.set, choice, value);
  const problems = playProblems(context.course, mission, { set, fault: [] });
  if (problems.length > 0) return step({ ...state, phase: { ...phase, problems } });
  return step({ ...state, set, phase: { ...phase, writing: undefined, problems } });
}

// -- the run and its judges ------------------------------------------------------------------------------------------

function ran(state: MissionState, action: SimulatorAction, mission: Mission, context: Context): MissionStep {
  if (state.phase.at !== 'live') return step(state);
  const { running, effects } = moved(state, state.phase, action, { mission, context });
  const next = { ...state, phase: running };
  return isOver(running, mission) ? judged(next, running, mission) : step(next, ...effects);
}

function judged(state: MissionState, running: Running, mission: Mission): MissionStep {
  const { sim } = running;
  const play = playOf(state, running);
  const night = sim.kind === 'live' ? sim.run.night : undefined;
  const phase: Judging = { at: 'judging', play, night, done: 0, failed: undefined };
  const hintsTaken = hintsCounted(state);
  return step({ ...state, phase }, { do: 'work', job: { kind: 'judge', mission, play, hintsTaken } });
}

function heard(state: MissionState, news: JobNews): MissionStep {
  const { phase } = state;
  if (phase.at !== 'judging') return step(state);
  switch (news.state) {
    case 'going':
      return step({ ...state, phase: { ...phase, done: news.done } });
    case 'failed':
      return step({ ...state, phase: { ...phase, failed: news.why } });
    case 'part':
    case 'reported':
    case 'predicted':
    case 'presented':
      // another kind of job
      return step(state);
    case 'judged': {
      const { verdict } = news;
      const last: Judged = { at: 'verdict', play: phase.play, night: phase.night, verdict, top: 0 };
      const next = { ...state, last, phase: last };
      if ('refused' in verdict) return step(next);
      const { mission, hints } = state;
      return step(next, {
        do: 'record',
        event: { type: 'mission', mission, stars: verdict.stars, hints, play: phase.play },
      });
    }
  }
}

/** The report on the watched run. What another setting would have given is told to those who know what wins. */
function reported(state: MissionState, mission: Mission, { openTopology }: Context): MissionStep {
  const { last } = state;
  if (last?.night === undefined) return step(state);
  const { night, play, verdict } = last;
  const run = played(mission.run, play);
  const others = state.told || isWon(verdict) ? otherNights(night, run, openTopology) : undefined;
  return step(state, {
    do: 'open',
    target: { screen: 'incident', asked: { night, others, budget: SINGLE } },
  });
}

// -- hints -----------------------------------------------------------------------------------------------------------

/** Says what the next hint costs before it is taken; those that were taken can be read again. */
function hintMenu({ hints }: MissionState, mission: Mission): Effect<MissionAction> {
  const all = mission.hints.length;
  const taken = Array.from({ length: Math.min(hints, all) }, (_, index) => ({
    label: words.hintAgain(index + 1),
    action: { type: 'hint', index } as const,
  }));
  const next =
    hints < all
      ? [{ label: words.takeHint(hints + 1, all), action: { type: 'hint', index: hints } as const }]
      : [];
  const none = { label: words.noHint, action: { type: 'nothing' } as const };
  return { do: 'ask', title: words.hintTitle, choices: [...next, ...taken, none] };
}

function hinted(state: MissionState, index: number, mission: Mission): MissionState {
  const hints = Math.max(state.hints, index + 1);
  const note = words.hint(index + 1, mission.hints.length, mission.hints[index] ?? '');
  const { phase } = state;
  return phase.at === 'live'
    ? { ...state, hints, phase: { ...phase, note, asked: undefined } }
    : { ...state, hints };
}
