/** A class, counted hand-in by hand-in: nothing of a hand-in is kept but what its row says. */
import { grade } from '../../course/grade.ts';
import type { Answer, Course, Question } from '../../course/model.ts';
import type { OpenTopology } from '../../course/topologies.ts';
import { quizzesOf } from '../standing.ts';
import type { HandedAnswers, HandIn } from './hand-in.ts';
import { ItemStatistics } from './item-statistics.ts';
import type { Seen } from './who-handed-in.ts';

/** One learner of the class. */
export interface LearnerRow {
  readonly name: string;
  readonly file: string;
  readonly answered: number;
  readonly rightFirst: number;
  readonly rightLast: number;
  readonly hints: number;
  readonly lookedUp: number;
  readonly seconds: number;
  readonly missionsWon: number;
  readonly stars: number;
  readonly predictions: number;
  readonly predictionsRight: number;
  /** by the number of the question in the course: 0 not answered, 1 wrong, 2 right at first */
  readonly marks: Uint8Array;
  /** answers that say otherwise in the file than the course says */
  readonly otherwise: number;
  /** answers to what the course asks no longer, or never did */
  readonly strangers: number;
}

export interface Item {
  readonly quiz: string;
  readonly question: Question;
  readonly statistics: ItemStatistics;
}

const unanswered = 0;
const wrong = 1;
export const rightAtFirst = 2;

/** Answers whose grade is remembered, of one question: most of a class give the same few. */
const mostRemembered = 5_000;

export class ClassTally {
  /** every question of the course, in its order */
  readonly items: readonly Item[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #openTopology: OpenTopology;
  readonly #grades = new Map<Question, Map<string, boolean>>();

  constructor(course: Course, openTopology: OpenTopology) {
    this.items = quizzesOf(course).flatMap(({ id, questions }) =>
      questions.map((question) => ({ quiz: id, question, statistics: new ItemStatistics() })),
    );
    this.#numbers = new Map(this.items.map(({ question }, number) => [question.id, number]));
    this.#openTopology = openTopology;
  }

  /** Counts one hand-in. What is right is found anew: the file's word for it is not taken. */
  take({ file, name }: Pick<Seen, 'file' | 'name'>, { answers, missions, predictions }: HandIn): LearnerRow {
    const marks = new Uint8Array(this.items.length);
    const known = answers.flatMap((handed) => this.#judged(handed) ?? []);
    const rightFirst = count(known, ({ first }) => first);
    for (const { number, first, answer } of known) {
      marks[number] = first ? rightAtFirst : wrong;
      const others = known.length - 1;
      const rest = others > 0 ? (rightFirst - (first ? 1 : 0)) / others : undefined;
      const said = first || answer === undefined ? undefined : JSON.stringify(answer);
      this.items[number]?.statistics.take(first, said, rest);
    }
    const sum = (of: (handed: HandedAnswers) => number): number =>
      known.reduce((all, { handed }) => all + of(handed), 0);
    return {
      name,
      file,
      answered: known.length,
      rightFirst,
      rightLast: count(known, ({ last }) => last),
      hints: sum(({ hints }) => hints),
      lookedUp: count(known, ({ handed }) => handed.lookedUp),
      seconds: sum(({ seconds }) => seconds),
      missionsWon: count(missions, ({ stars }) => stars > 0),
      stars: missions.reduce((all, { stars }) => all + Math.min(3, stars), 0),
      predictions: predictions.length,
      predictionsRight: count(predictions, ({ right }) => right),
      marks,
      otherwise: count(
        known,
        ({ handed, first, last }) => handed.first.right !== first || handed.last.right !== last,
      ),
      strangers: answers.length - known.length,
    };
  }

  /** What was answered to a question that the course asks in this way; undefined: it doesn't, or no longer. */
  #judged(handed: HandedAnswers): Judged | undefined {
    const number = this.#numbers.get(handed.question);
    const question = number === undefined ? undefined : this.items[number]?.question;
    if (number === undefined || question === undefined) return undefined;
    if ((handed.revision ?? question.revision) !== question.revision) return undefined;
    const { first, last } = handed;
    return {
      number,
      handed,
      answer: first.answer,
      first: this.#isRight(question, first.answer),
      last: this.#isRight(question, last.answer),
    };
  }

  #isRight(question: Question, answer: Answer | undefined): boolean {
    if (answer === undefined || answer.form !== question.asks.form) return false;
    const grades = this.#grades.get(question) ?? new Map<string, boolean>();
    this.#grades.set(question, grades);
    const said = JSON.stringify(answer);
    const before = grades.get(said);
    if (before !== undefined) return before;
    const { right } = grade(question, answer, this.#openTopology);
    if (grades.size < mostRemembered) grades.set(said, right);
    return right;
  }
}

interface Judged {
  readonly number: number;
  readonly handed: HandedAnswers;
  readonly answer: Answer | undefined;
  readonly first: boolean;
  readonly last: boolean;
}

function count<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.reduce((sum, one) => sum + (is(one) ? 1 : 0), 0);
}

/** Whether a learner has answered a question at all. */
export function wasAnswered({ marks }: LearnerRow, number: number): boolean {
  return (marks[number] ?? unanswered) !== unanswered;
}
