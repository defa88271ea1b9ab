/** The ways through the time of a run: on, back by running it again, to what happens next, to a mark. */
import { simulator as words } from '../../../messages/simulator.ts';
import { SOON } from '../../../story/moments.ts';
import type { StoryLine } from '../../../story/story.ts';
import type { Micros } from '../../../topology/types.ts';
import { clockOf } from './clock.ts';
import { type Run, SECOND } from './run.ts';
import { comingIn, endOf, type Goal, hasEnded, type Live } from './state.ts';

const BACK: Micros = 10 * SECOND;
/** How long before a prepared fault the way to what happens next ends, so that the fault itself is seen. */
const BEFORE: Micros = 2 * SECOND;
/** Where nothing happens, the way to what happens next ends after so long. */
const QUIET: Micros = 60 * SECOND;

/** To a moment, whether it lies ahead or behind. */
export function toMoment(state: Live, at: Micros): Live {
  return at < state.run.now ? backTo(state, at) : goTo(state, state.run, exactly(at));
}

/** To the next whole second. */
export function toNextSecond(state: Live): Live {
  return toMoment(state, (Math.floor(state.run.now / SECOND) + 1) * SECOND);
}

/** To the whole second before. */
export function toLastSecond(state: Live): Live {
  return backTo(state, (Math.ceil(state.run.now / SECOND) - 1) * SECOND);
}

export function someSecondsBack(state: Live): Live {
  return backTo(state, state.run.now - BACK);
}

/** Of what the log says since then: the line, if one stands earlier than where time has stopped for it. */
function lateWords({ log, now }: Run, told: ReadonlySet<StoryLine>): string {
  const late = log.findLast((line) => !told.has(line) && line.t * SECOND < now - SOON);
  return late === undefined ? '' : words.noticedLate(clockOf(Math.round(late.t * SECOND)));
}

/** To the next thing that happens; before a prepared fault it stops, so that nothing of it is missed. */
export function toNextEvent(state: Live): Live {
  const { run } = state;
  const [next] = comingIn(state);
  const before = next === undefined ? run.now : next.at - BEFORE;
  const far = Math.min(run.now + QUIET, endOf(state) ?? Number.POSITIVE_INFINITY);
  return goTo(state, run, { at: before > run.now ? Math.min(before, far) : far, untilNews: true });
}

/** This moment, to come back to. */
export function marked(state: Live): Live {
  const { run } = state;
  const done = run.done.filter(({ at }) => at <= run.now);
  return { ...state, mark: { at: run.now, done }, notice: words.marked };
}

/** Back to the mark: what was done since then has not been done. */
export function toMark(state: Live): Live {
  const { mark, run } = state;
  if (mark === undefined) return { ...state, notice: words.cannot.mark };
  return goTo({ ...goingOn(state), seen: undefined }, run.fresh(mark.done), exactly(mark.at));
}

/** As far towards a moment as one frame's work goes; the next frames do the rest. */
export function goTo(state: Live, run: Run, goal: Goal): Live {
  const at = Math.max(0, goal.at);
  const told = new Set(goal.untilNews ? run.log : []);
  const isNews = goal.untilNews && run.advanceToNews(at);
  if (!goal.untilNews) run.advance(at);
  const isThere = isNews || run.now >= at || run.excess !== undefined;
  const isQuiet = goal.untilNews && !isNews && run.now >= at && !isSoon(state, run);
  const there = { ...state, run, view: run.view, rest: 0, goal: isThere ? undefined : { ...goal, at } };
  const quiet = hasEnded({ ...there, stopped: true }) ? words.quietToTheEnd : words.quiet;
  return { ...there, notice: isQuiet ? quiet : isNews ? lateWords(run, told) : state.notice };
}

/** What was seen stays known: the time line goes to its end. */
function backTo(state: Live, at: Micros): Live {
  const { run, seen } = state;
  const isFarther = seen === undefined || run.now > seen.until;
  const known = isFarther ? { until: run.now, log: run.log } : seen;
  return goTo({ ...goingOn(state), seen: known }, run.fresh(), exactly(at));
}

/** A run that stands at its end goes on when it is begun again. */
function goingOn(state: Live): Live {
  return { ...state, stopped: state.stopped && !hasEnded(state) };
}

function exactly(at: Micros): Goal {
  return { at, untilNews: false };
}

/** A fault lies so near ahead that the way to what happens next ends before it. */
function isSoon(state: Live, { now }: Run): boolean {
  const [next] = comingIn(state);
  return next !== undefined && next.at <= now + BEFORE;
}
