import type { Course } from '../../course/model.ts';
import type { Rerun } from '../../learner/class/rerun.ts';
import type { Item, LearnerRow } from '../../learner/class/tally.ts';
import { plainWords } from '../../markdown/words.ts';
import { classWords as words } from '../../messages/class.ts';
import { answerWords, inOneLine } from '../report/told-answer.ts';

/** A class, counted: what text, CSV, HTML and JSON tell in their ways. */
export interface ClassReport {
  readonly course: Course;
  /** what is reported on: the course, or one quiz of it */
  readonly title: string;
  readonly files: number;
  readonly learners: readonly LearnerRow[];
  /** in the order of the course */
  readonly items: readonly Item[];
  readonly rerun: Rerun;
  /** sentences on files and learners that somebody should look at */
  readonly notes: readonly string[];
}

/** A question with what the class made of it, in words. */
export interface ToldItem {
  readonly id: string;
  readonly quiz: string;
  readonly prompt: string;
  readonly answered: number;
  readonly right: number;
  readonly wrong: { readonly answer: string; readonly count: number } | undefined;
  readonly discrimination: number | undefined;
}

/** Questions that somebody answered, hardest first. */
export function hardestFirst(items: readonly Item[]): readonly ToldItem[] {
  return items
    .filter(({ statistics }) => statistics.answered > 0)
    .map(({ quiz, question, statistics }) => {
      const { answered, right, discrimination } = statistics;
      const [wrong] = statistics.wrong;
      return {
        id: question.id,
        quiz,
        prompt: inOneLine(plainWords(question.prompt)),
        answered,
        right,
        wrong: wrong && { answer: answerWords(JSON.parse(wrong.answer), question), count: wrong.count },
        discrimination,
      };
    })
    .toSorted((a, b) => a.right / a.answered - b.right / b.answered);
}

/** What stands beside a learner's name in a table, in the order of its heads. */
export function learnerCells(learner: LearnerRow): readonly string[] {
  const { answered, rightFirst, rightLast, hints, lookedUp, seconds } = learner;
  const { missionsWon, stars, predictions, predictionsRight } = learner;
  return [
    `${rightFirst}/${answered}`,
    `${rightLast}/${answered}`,
    String(hints),
    String(lookedUp),
    String(Math.round(seconds / 60)),
    String(missionsWon),
    String(stars),
    `${predictionsRight}/${predictions}`,
  ];
}

/** What was checked of all this, and what nobody can. */
export function checkedLines({ rerun }: ClassReport): readonly string[] {
  const { run, left, without, differs } = rerun;
  return [
    words.graded,
    ...(run > 0 ? [words.rerun(run, differs.length)] : []),
    ...(left > 0 ? [words.left(left)] : []),
    ...(without > 0 ? [words.without(without)] : []),
    words.uncheckable,
  ];
}

export function twoDigits(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(2);
}

export function percent(right: number, answered: number): number {
  return Math.round((100 * right) / answered);
}
