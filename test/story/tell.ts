/** A run of a shipped topology, told to its end: what the goldens hold and the tests read. */
import { openRun, runProblemLine } from '../../src/course/open-run.ts';
import type { StoryLine } from '../../src/story/story.ts';
import { ToldRun } from '../../src/story/told-run.ts';
import { shippedTopology } from '../ui/simulator/bench.ts';

export interface Telling {
  readonly seconds: number;
  /** `10s kill web-2` */
  readonly script: readonly string[];
  readonly set?: readonly string[];
  readonly rate?: number;
  readonly seed?: number;
  /** keep every request */
  readonly recordRequests?: boolean;
}

/** The run at its end, with its story. */
export function told(id: string, telling: Telling): ToldRun {
  const { seconds, script, set = [], rate, seed = 1, recordRequests = false } = telling;
  const end = seconds * 1_000_000;
  const asked = { topology: id, set, rate, for: end, fault: script, seed };
  const opened = openRun(asked, shippedTopology);
  if ('problems' in opened) throw new Error(opened.problems.map(runProblemLine).join('\n'));
  const run = new ToldRun(opened.run, { recordRequests });
  run.advance(end);
  return run;
}

/** The story as its golden file has it. */
export function storyText(lines: readonly StoryLine[]): string {
  return lines
    .map(({ t, who, text }) => `${t.toFixed(1).padStart(6)}  ${who.padEnd(12)}  ${text}\n`)
    .join('');
}
