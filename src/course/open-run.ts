import { courseMessages as say } from '../messages/course.ts';
import { sentence } from '../messages/plural.ts';
import { parseTimedFault } from '../simulator/faults/parse.ts';
import { excerpt } from '../text/excerpt.ts';
import { type Problem, problemLine } from '../text/problem.ts';
import { placeIn } from '../topology/changes.ts';
import { formatTime } from '../topology/duration.ts';
import type { Micros, Topology } from '../topology/types.ts';
import type { RunSpec } from './run-spec.ts';
import { type ScriptedFault, takeBetween, withTimesDrawn } from './scripted-fault.ts';
import type { OpenTopology } from './topologies.ts';

/** A run that is asked for: by a lesson, a question's proof, or a person at the screen or the command line. */
export interface AskedRun extends Pick<RunSpec, 'topology' | 'rate' | 'set' | 'fault'> {
  /** undefined: it goes on until it is left */
  readonly for: Micros | undefined;
  readonly seed: number;
}

/** A run that can begin: `beginRun(run.topology, run)`. */
export interface ReadyRun {
  /** with its switches, `set` and the rate */
  readonly topology: Topology;
  readonly seed: number;
  readonly for: Micros | undefined;
  readonly faults: readonly ScriptedFault[];
}

/** Something wrong in what was asked for, and which word of `set` or `fault` it is in. */
export interface RunProblem extends Problem {
  readonly part: 'topology' | 'set' | 'fault';
  /** place in `set` or `fault`, from 0 */
  readonly index: number;
}

export type OpenedRun = { readonly run: ReadyRun } | { readonly problems: readonly RunProblem[] };

/** Opens the run that is asked for, or says everything that stands in its way, each with its place. */
export function openRun(asked: AskedRun, openTopology: OpenTopology): OpenedRun {
  const read = openTopology(asked.topology, asked.set);
  if (read.topology === undefined) return { problems: topologyProblems(asked, read.problems) };
  const topology = withRate(read.topology, asked.rate);
  const faults: ScriptedFault[] = [];
  const problems: RunProblem[] = [];
  for (const [index, written] of asked.fault.entries()) {
    const { words, between } = takeBetween(written);
    const parsed = parseTimedFault(words, topology);
    if ('error' in parsed) problems.push(faultProblem(written, index, parsed.error));
    else if (asked.for !== undefined && (between?.to ?? parsed.timed.at) > asked.for) {
      problems.push(faultProblem(written, index, say.faultAfterEnd(formatTime(asked.for))));
    } else faults.push({ ...parsed.timed, between });
  }
  if (problems.length > 0) return { problems };
  return { run: withSeed({ topology, seed: asked.seed, for: asked.for, faults }, asked.seed) };
}

/** The same run with another seed: what is left to chance is drawn again, the times of its faults as well. */
export function withSeed(run: ReadyRun, seed: number): ReadyRun {
  return { ...run, seed, faults: withTimesDrawn(run.faults, seed) };
}

function withRate(topology: Topology, rate: number | undefined): Topology {
  return rate === undefined ? topology : { ...topology, traffic: { ...topology.traffic, rate } };
}

function topologyProblems({ set }: AskedRun, problems: readonly Problem[]): RunProblem[] {
  const places = set.map((written) => placeIn({ written }, 0).file);
  return problems
    .filter(({ severity }) => severity === 'error')
    .map((problem) => {
      const index = Math.max(0, places.indexOf(problem.file));
      return { ...problem, part: problem.file.startsWith('--set ') ? 'set' : 'topology', index };
    });
}

function faultProblem(words: string, index: number, why: string): RunProblem {
  const place = { file: `--fault '${excerpt(words)}'`, line: 1, column: 1, rule: 'fault' } as const;
  return { ...place, severity: 'error', message: sentence(why), part: 'fault', index };
}

/** One problem as one line, wherever the run was asked for. */
export function runProblemLine(problem: RunProblem): string {
  return problem.part === 'fault' ? `${problem.file}: ${problem.message}` : problemLine(problem);
}
