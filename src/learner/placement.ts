/** Which stages a newcomer knows already, from a few questions: the most telling one is asked next. */
import { createHash } from 'node:crypto';
import type { Course, Question } from '../course/model.ts';
import type { Progress } from './progress.ts';

/** What came of a question of a stage. */
export interface Placed {
  /** the stage's place in the course, from 0 */
  readonly stage: number;
  readonly question: string;
  readonly quiz: string;
  readonly right: boolean;
}

export interface PlacementQuestion {
  readonly stage: number;
  readonly quiz: string;
  readonly question: Question;
}

/** How many questions are asked. */
export const placementLength = 10;

/** Who knows a stage slips now and then; who does not guesses, and every fourth guess or so is right. */
const rightIfKnown = 0.9;
const rightIfNot = 0.3;

/** A stage may be skipped by whom it is known to with this probability. */
const sureEnough = 0.8;

/**
 * How likely each stage is known, from the first on. Stages build on each other, so somebody knows the first few and no
 * other: the probability of each such number of stages follows from the answers by Bayes' rule, all being equally likely
 * before.
 */
export function likelyKnownStages(placed: readonly Placed[], stages: number): readonly number[] {
  const weights = Array.from({ length: stages + 1 }, (_, known) =>
    placed.reduce((weight, { stage, right }) => {
      const likely = stage < known ? rightIfKnown : rightIfNot;
      return weight * (right ? likely : 1 - likely);
    }, 1),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from({ length: stages }, (_, stage) => {
    const knowing = weights.slice(stage + 1).reduce((sum, weight) => sum + weight, 0);
    return knowing / all;
  });
}

/** How many stages may be skipped, from the first on. */
export function stagesToSkip(placed: readonly Placed[], stages: number): number {
  const unknown = likelyKnownStages(placed, stages).findIndex((likely) => likely < sureEnough);
  return unknown < 0 ? stages : unknown;
}

/**
 * The question to ask next: of the stage that it is least certain about, and of a quiz that was not asked yet, where there
 * is one. Undefined when enough were asked, or there are no more.
 */
export function nextToPlace(
  course: Course,
  { begun = 0 }: Progress,
  placed: readonly Placed[],
): PlacementQuestion | undefined {
  if (placed.length >= placementLength) return undefined;
  const asked = new Set(placed.map(({ question }) => question));
  const quizzes = new Set(placed.map(({ quiz }) => quiz));
  const likely = likelyKnownStages(placed, course.stages.length);
  const byDoubt = course.stages
    .map((stage, index) => ({ stage, index, doubt: Math.abs((likely[index] ?? 0) - 0.5) }))
    .toSorted((a, b) => a.doubt - b.doubt);
  for (const { stage, index } of byDoubt) {
    const open = stage.quizzes.flatMap(({ id, questions, exam }) =>
      (exam === undefined ? questions : [])
        .filter((question) => question.problem === undefined && !asked.has(question.id))
        .map((question) => ({ stage: index, quiz: id, question })),
    );
    const lot = ({ question }: PlacementQuestion): string =>
      createHash('sha256').update(`${begun} ${question.id}`).digest('hex');
    const rank = (each: PlacementQuestion): string => `${quizzes.has(each.quiz) ? 1 : 0}${lot(each)}`;
    const [first] = open.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
    if (first !== undefined) return first;
  }
  return undefined;
}
