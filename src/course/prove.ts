import { courseMessages as say } from '../messages/course.ts';
import type { TimedFault } from '../simulator/faults/fault.ts';
import type { RequestReport, SimulationReport } from '../simulator/report.ts';
import { type Problem, problemLine } from '../text/problem.ts';
import { formatTime } from '../topology/duration.ts';
import { readTopology } from '../topology/read.ts';
import type { Micros, Topology } from '../topology/types.ts';
import type { MeasuredRun, Unit } from './measures/measure.ts';
import { isTextError, type ParsedMeasure, parseMeasure } from './measures/parse.ts';
import type { Claim, Course, Proof, Question } from './model.ts';
import { openRun, type ReadyRun, runProblemLine } from './open-run.ts';
import { inRange, parseRange, type Range } from './range.ts';
import { topologiesOf } from './topologies.ts';

/** The simulator as a proof needs it. */
export type Simulate = (
  topology: Topology,
  options: {
    readonly seed: number;
    readonly for: Micros;
    readonly faults: readonly TimedFault[];
    readonly recordRequests: boolean;
  },
) => { readonly report: SimulationReport; readonly requests?: readonly RequestReport[] | undefined };

/** What the runs said of one choice. */
export interface ChoiceProof {
  /** from 1, in file order */
  readonly choice: number;
  readonly correct: boolean;
  readonly measure: string;
  readonly expect: string;
  /** one value a seed, as words: `4.8s`, `51%`, `never` */
  readonly values: readonly string[];
  /** whether the value lay in the range, one a seed */
  readonly held: readonly boolean[];
}

export interface ProofResult {
  /** every right choice held with every seed, and no other ever did */
  readonly holds: boolean;
  readonly choices: readonly ChoiceProof[];
  /** why it does not hold, as parts of a sentence; empty when it does */
  readonly failures: readonly string[];
}

/** Runs a question's proof with every seed from 1. */
export function proveQuestion(
  course: Pick<Course, 'topologies'>,
  proof: Proof,
  simulate: Simulate,
): ProofResult {
  const opened = openRun({ ...proof.run, seed: 1 }, topologiesOf(course, readTopology));
  if ('problems' in opened) {
    return { holds: false, choices: [], failures: opened.problems.map(runProblemLine) };
  }
  const claims = claimsOf(proof);
  if ('error' in claims) return { holds: false, choices: [], failures: [claims.error] };
  const found = claims.map((claim) => ({ claim, values: [] as (number | undefined)[] }));
  for (let seed = 1; seed <= proof.run.seeds; seed++) {
    const run = measuredRun({ ...opened.run, seed }, proof, simulate);
    for (const { claim, values } of found) values.push(claim.measure.evaluate(run));
  }
  const choices = found.map(
    ({ claim, values }): ChoiceProof => ({
      choice: claim.choice,
      correct: claim.right,
      measure: claim.text,
      expect: claim.expect,
      values: values.map((value) => valueWords(value, claim.measure.unit)),
      held: values.map((value) => inRange(value, claim.range)),
    }),
  );
  const failures = choices.flatMap(failuresOf);
  return { holds: failures.length === 0, choices, failures };
}

interface ParsedClaim extends Omit<Claim, 'measure'> {
  readonly text: string;
  readonly measure: ParsedMeasure;
  readonly range: Range;
}

function claimsOf({ claims }: Proof): ParsedClaim[] | { readonly error: string } {
  const parsed: ParsedClaim[] = [];
  for (const { choice, right, measure: text, expect } of claims) {
    const measure = parseMeasure(text);
    if (isTextError(measure)) return { error: measure.error };
    const range = parseRange(expect, measure.unit);
    if (isTextError(range)) return { error: range.error };
    parsed.push({ choice, right, text, expect, measure, range });
  }
  return parsed;
}

function measuredRun(run: ReadyRun, proof: Proof, simulate: Simulate): MeasuredRun {
  const { topology, faults, seed } = run;
  const whole = simulate(topology, { seed, for: proof.run.for, faults, recordRequests: true });
  return {
    topology,
    report: whole.report,
    requests: whole.requests ?? [],
    reportAt: (seconds) => {
      const until = Math.round(seconds * 1e6);
      const earlier = faults.filter((fault) => fault.at <= until);
      return simulate(topology, { seed, for: until, faults: earlier, recordRequests: false }).report;
    },
  };
}

/** A value as an author writes it in a range. */
function valueWords(value: number | undefined, unit: Unit): string {
  if (value === undefined) return say.never;
  if (unit === 'time') return formatTime(Math.round(value * 1e6));
  return unit === 'share' ? `${Number((value * 100).toFixed(2))}%` : String(value);
}

function failuresOf({ choice, correct, values, held, expect }: ChoiceProof): string[] {
  const seed = held.findIndex((one) => one !== correct);
  if (seed === -1) return [];
  const told = correct ? say.proofFalseRight : say.proofTrueWrong;
  return [told(choice, seed + 1, values[seed] ?? '', expect)];
}

/** A question that has a proof, or one that can't be read. */
export interface ProvenQuestion {
  readonly quiz: string;
  readonly question: Question;
  readonly file: string;
  readonly line: number;
  readonly proof: Proof | Problem;
}

/** Every question of a course that is to be proven, in the order of the course. */
export function provenQuestions(course: Course): ProvenQuestion[] {
  return course.stages
    .flatMap(({ quizzes }) => quizzes)
    .flatMap(({ id, file, questions }) =>
      questions.flatMap((question) => {
        const proof = question.proofProblem ?? question.proof;
        return proof === undefined ? [] : [{ quiz: id, question, file, line: proof.line, proof }];
      }),
    );
}

/** What comes out for a proof that can't even be read. */
export function unreadable(problem: Problem): ProofResult {
  return { holds: false, choices: [], failures: [problemLine(problem)] };
}

/** Whether it is what is wrong with a proof rather than one. */
export function isProblem(proof: Proof | Problem): proof is Problem {
  return 'rule' in proof;
}
