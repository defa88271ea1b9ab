import type { Token } from 'marked';
import type { Place, Problems } from '../../text/problem.ts';
import type { Answer, Choice, Grade, Proof, Question } from '../model.ts';

/** A fenced block of a question, e.g. `prove`, and where its first line of YAML stands. */
export interface FencedBlock {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

/** What stands between `<quiz>` and `</quiz>`, before anybody has said what type of question it is. */
export interface QuestionForm {
  readonly id: string;
  readonly at: Place;
  readonly prompt: readonly Token[];
  readonly hints: readonly string[];
  readonly explanation: readonly Token[];
  /** the task list, in file order; empty when there is none */
  readonly choices: readonly Choice[];
  /** fenced blocks that a question type may want (`point`, `predict`); `prove` is read by the reader */
  readonly fences: readonly FencedBlock[];
  readonly proof: Proof | undefined;
  readonly proofAt: Place | undefined;
}

/** A kind of question. To add one is to add a file here and a line in `all.ts`. */
export interface QuestionType {
  readonly name: string;
  /** whether a question written so is of this type */
  claims(form: QuestionForm): boolean;
  /** tells what makes a question of this type unfit to be asked */
  check(form: QuestionForm, problems: Problems): void;
  grade(question: Question, answer: Answer): Grade;
  /** the choices (from 1) that a proof must make true; every other must be false */
  provenTrue(question: Question): ReadonlySet<number>;
}

/** The places of the right choices, from 0. */
export function rightPlaces(choices: readonly Choice[]): readonly number[] {
  return choices.flatMap((choice, place) => (choice.correct ? [place] : []));
}

/** The feedback of each chosen choice, in the order of the answer. */
export function feedbackOf(question: Question, answer: Answer): Grade['feedback'] {
  return answer.chosen.flatMap((place) => {
    const choice = question.choices[place];
    return choice ? [{ choice: place, text: choice.feedback, right: choice.correct }] : [];
  });
}
