/** A run of a shipped topology, told to its end: what the goldens hold and the tests read. */
import { openRun, runProblemLine } from '../../src/course/open-run.ts';
import type { StoryLine } from '../../src/story/story.ts';
import { ToldRun } from '../../src/story/told-run.ts';
import { shippedTopology } from '../ui/simulator/bench.ts';
import type { Truth } from './truth.ts';

export interface Telling {
  readonly seconds: number;
  /** `10s kill web-2` */
  readonly script: readonly string[];
  readonly set?: readonly string[];
  readonly rate?: number;
  readonly seed?: number;
}

const SECOND = 1_000_000;

/** The story of a run, and what became of its requests. */
export function told(
  id: string,
  telling: Telling,
): { readonly run: ToldRun; readonly lines: readonly StoryLine[]; readonly truth: Truth } {
  const { seconds, script, set = [], rate, seed = 1 } = telling;
  const end = seconds * SECOND;
  const asked = { topology: id, set, rate, for: end, fault: script, seed };
  const opened = openRun(asked, shippedTopology);
  if ('problems' in opened) throw new Error(opened.problems.map(runProblemLine).join('\n'));
  const run = new ToldRun(opened.run, { recordRequests: true });
  const stale: number[] = [];
  for (let second = 1; second <= seconds; second++) {
    const before = run.view.reads.stale;
    run.advance(second * SECOND);
    stale.push(run.view.reads.stale - before);
  }
  const [first] = opened.run.faults;
  const truth = { requests: run.simulation.requests(), stale, broken: (first?.at ?? end) / SECOND };
  return { run, lines: run.lines, truth };
}

/** The story as its golden file has it. */
export function storyText(lines: readonly StoryLine[]): string {
  return lines
    .map(({ t, who, text }) => `${t.toFixed(1).padStart(6)}  ${who.padEnd(12)}  ${text}\n`)
    .join('');
}
