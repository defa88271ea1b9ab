/** How the time of a run that is talked to goes on and back. */
import { plainWords } from '../../messages/plain.ts';
import { addInTime, type StoryLine } from '../../story/story.ts';
import { formatTime, parseTime } from '../../topology/duration.ts';
import type { Micros } from '../../topology/types.ts';
import { passedLines } from '../advance.ts';
import { type Bench, shownTime } from './bench.ts';

const words = plainWords.simulator;

/** No more at once, so that one mistyped word can't keep a machine busy for an hour. */
const longestRun: Micros = 3_600_000_000;
export const oneSecond: Micros = 1_000_000;
/** How long `next` waits for something to happen. */
const quietAtMost: Micros = 60 * oneSecond;

/** Lets time go by, then tells what happened and what the users felt. */
export function run(bench: Bench, span: Micros): void {
  const from = bench.now;
  tellPassed(bench, from, bench.advance(span));
}

export function runFor(bench: Bench, text: string): void {
  const span = parseTime(text);
  if (span === undefined || span === 0) bench.say([words.notATime(text)]);
  else if (span > longestRun) bench.say([words.tooLong(formatTime(longestRun))]);
  else run(bench, span);
}

/** Lets time go by until something happens, but not for long. */
export function runUntilNext(bench: Bench): void {
  const { simulation } = bench.told;
  const [from, happened] = [bench.now, simulation.happened];
  const fresh: StoryLine[] = [];
  while (simulation.happened === happened && fresh.length === 0 && bench.now < from + quietAtMost) {
    const before = bench.now;
    addInTime(fresh, bench.advance(oneSecond / 20));
    if (bench.now === before) break;
  }
  tellPassed(bench, from, fresh);
}

function tellPassed(bench: Bench, from: Micros, fresh: StoryLine[]): void {
  addInTime(fresh, bench.told.look());
  if (bench.now > from) bench.say(passedLines(bench.told, fresh, from, bench.width));
}

export function goBack(bench: Bench, text: string): void {
  const span = text === '' ? 10 * oneSecond : parseTime(text);
  if (span === undefined) return bench.say([words.notATime(text)]);
  const to = Math.max(0, bench.now - span);
  goBackTo(
    bench,
    to,
    bench.done.filter(({ at }) => at <= to),
  );
}

export function setMark(bench: Bench): void {
  bench.mark = { at: bench.now, done: bench.done };
  bench.say([words.marked(shownTime(bench.now))]);
}

export function goToMark(bench: Bench): void {
  if (bench.mark === undefined) return bench.say([words.noMark]);
  goBackTo(bench, bench.mark.at, bench.mark.done);
}

function goBackTo(bench: Bench, ...moment: Parameters<Bench['repeat']>): void {
  bench.repeat(...moment);
  bench.say([words.wentBack(shownTime(bench.now))]);
}
