import { overBudget } from '../messages/budget.ts';
import { courseMessages as say } from '../messages/course.ts';
import { OverBudgetError } from '../simulator/budget.ts';
import { type Problem, problemLine } from '../text/problem.ts';
import { readTopology } from '../topology/read.ts';
import { measuredRun, type Simulate, valueWords } from './measured-run.ts';
import type { TextError } from './measures/measure.ts';
import { isTextError, type ParsedMeasure, parseMeasure } from './measures/parse.ts';
import type { Course, Proof, Question } from './model.ts';
import { openRun, runProblemLine, withSeed } from './open-run.ts';
import { inRange, parseRange } from './range.ts';
import { topologiesOf } from './topologies.ts';

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
  try {
    for (let seed = 1; seed <= proof.run.seeds; seed++) {
      const run = measuredRun(withSeed(opened.run, seed), proof.run.for, simulate);
      for (const { claim, values } of found) values.push(claim.measure.evaluate(run));
    }
  } catch (error) {
    if (!(error instanceof OverBudgetError)) throw error;
    return { holds: false, choices: [], failures: [overBudget(error.excess)] };
  }
  const choices = found.map(
    ({ claim, values }): ChoiceProof => ({
      choice: claim.choice,
      correct: claim.right,
      measure: claim.text,
      expect: claim.expect,
      values: values.map((value) => valueWords(value, claim.measure.unit)),
      held: values.map((value, seed) => claim.holds(value, (choice) => valuesOf(found, choice)?.[seed])),
    }),
  );
  const failures = choices.flatMap((choice, index) => failuresOf(choice, found[index]?.claim.fails));
  return { holds: failures.length === 0, choices, failures };
}

type Values = readonly (number | undefined)[];

function valuesOf(
  found: readonly { claim: ParsedClaim; values: Values }[],
  choice: number,
): Values | undefined {
  return found.find(({ claim }) => claim.choice === choice)?.values;
}

interface ParsedClaim {
  readonly choice: number;
  readonly right: boolean;
  readonly text: string;
  readonly measure: ParsedMeasure;
  /** in words */
  readonly expect: string;
  /** whether the value makes it true, beside the values of other choices in the same run */
  holds(value: number | undefined, other: (choice: number) => number | undefined): boolean;
  /** what to say when it doesn't hold and should, or the other way round */
  readonly fails: (choice: number, seed: number, value: string, expect: string) => string;
}

function claimsOf({ claims }: Proof): ParsedClaim[] | { readonly error: string } {
  const parsed: ParsedClaim[] = [];
  for (const claim of claims) {
    const { measure: text, expect } = claim;
    const measure = parseMeasure(text);
    if (isTextError(measure)) return { error: measure.error };
    const one = { ...claim, text, measure };
    const expected = 'after' in expect ? laterThan(expect.after) : within(expect.range, measure, claim.right);
    if ('error' in expected) return expected;
    parsed.push({ ...one, ...expected });
  }
  return parsed;
}

type Judgement = Pick<ParsedClaim, 'expect' | 'holds' | 'fails'>;

function within(expect: string, { unit }: ParsedMeasure, right: boolean): Judgement | TextError {
  const range = parseRange(expect, unit);
  if (isTextError(range)) return range;
  const fails = right ? say.proofFalseRight : say.proofTrueWrong;
  return { expect, fails, holds: (value) => inRange(value, range) };
}

function laterThan(steps: readonly number[]): Judgement {
  return {
    expect: say.afterSteps(steps),
    fails: say.proofOutOfOrder,
    holds: (value, other) =>
      value !== undefined && steps.every((step) => (other(step) ?? Number.POSITIVE_INFINITY) < value),
  };
}

function failuresOf(
  { choice, correct, values, held, expect }: ChoiceProof,
  fails: ParsedClaim['fails'] | undefined,
): string[] {
  const seed = held.findIndex((one) => one !== correct);
  return seed === -1 || !fails ? [] : [fails(choice, seed + 1, values[seed] ?? '', expect)];
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
