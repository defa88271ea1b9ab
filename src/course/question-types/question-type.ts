import type { Token } from 'marked';
import type { Place, Problems } from '../../text/problem.ts';
import type {
  AnswerOf,
  Asks,
  AsksOf,
  Course,
  FormName,
  Grade,
  Question,
  Remark,
  Solution,
} from '../model.ts';
import type { Claims, ProofFields } from '../proof-fields.ts';
import type { Stops } from '../stops.ts';
import type { OpenTopology } from '../topologies.ts';

/** A block that a question is answered with, e.g. its task list, and the line where it begins. */
export interface AnswerBlock {
  readonly token: Token;
  readonly line: number;
  /** what its items are called elsewhere: a translation has those of the original */
  readonly ids?: readonly string[];
}

/** Where a question stands: what its type may need to read the answer. */
export interface AnswerSource {
  readonly blocks: readonly AnswerBlock[];
  readonly question: string;
  /** where the question begins */
  readonly at: Place;
  /** the topology that its quiz is about */
  readonly topology: string | undefined;
}

/** Everything that is right: ways to write it, or a range of numbers; null is open. Times in seconds, shares of 1. */
export type Accepted =
  | { readonly spellings: readonly string[] }
  | { readonly from: number | null; readonly to: number | null };

/** What lint may ask of the course. */
export interface LintHelp {
  readonly course: Pick<Course, 'topologies'>;
  readonly openTopology: OpenTopology;
  readonly stops: Stops;
}

/**
 * One type of question on one form of answer: how its author writes it, and what is right. `Key` is its own
 * knowledge of that, as plain data: it survives JSON.
 */
export interface TypeOnForm<Form extends FormName, Key> {
  readonly name: string;
  readonly form: Form;
  /** whether this block is (a part of) what such a question is answered with */
  isAnswer(token: Token): boolean;
  /** whether these blocks make a question of this type; without it, they all do */
  claims?(blocks: readonly AnswerBlock[]): boolean;
  /** Reads the blocks; tells what makes the question unfit to be asked. */
  read(source: AnswerSource, problems: Problems): { readonly asks: AsksOf<Form>; readonly key: Key };
  /** Finds what the author left to the simulator. */
  settle?(key: Key, asks: AsksOf<Form>, stops: Stops): Key;
  grade(key: Key, answer: AnswerOf<Form>): Grade;
  /** The right answer that is shown; `grade` calls it right. */
  solution(key: Key): AnswerOf<Form>;
  /** All that is right, where that is more than what `solution` says. */
  accepts?(key: Key): Accepted;
  /** Whether its author says something to a range of numbers, or to a step that comes too early. */
  saysToAnswers?(key: Key): boolean;
  /** What a proof of such a question has to show; without it, there is nothing to prove. */
  prove?(key: Key, fields: ProofFields): Claims;
  /** What the question can be asked without, but should not be. */
  lint?(
    read: { readonly asks: AsksOf<Form>; readonly key: Key },
    at: Place,
    problems: Problems,
    help: LintHelp,
  ): void;
}

/** A type of question with its form and key closed over: what the list in `all.ts` holds. */
export interface QuestionType {
  readonly name: string;
  isAnswer(token: Token): boolean;
  claims(blocks: readonly AnswerBlock[]): boolean;
  read(source: AnswerSource, problems: Problems): { readonly asks: Asks; readonly key: unknown };
  /** The question with all that the simulator was to find; `grade` and `solve` want it so. */
  settle(question: Question, stops: Stops): Question;
  grade(question: Question, answer: { readonly form: FormName }): Grade;
  solve(question: Question): Solution;
  /** undefined: nothing but what `solve` says */
  accepts(question: Question): Accepted | undefined;
  saysToAnswers(question: Question): boolean;
  /** undefined: a question of this type has nothing to prove */
  readonly prove: ((key: unknown, fields: ProofFields) => Claims) | undefined;
  lint(question: Question, at: Place, problems: Problems, help: LintHelp): void;
}

/** Closes over a type's form and key. Both come from its own `read`, so that both are what it says. */
export function defineType<Form extends FormName, Key>(type: TypeOnForm<Form, Key>): QuestionType {
  const isMine = (answer: { readonly form: FormName }): answer is AnswerOf<Form> => answer.form === type.form;
  return {
    name: type.name,
    isAnswer: (token) => type.isAnswer(token),
    claims: (blocks) => type.claims?.(blocks) ?? true,
    read: (source, problems) => type.read(source, problems),
    settle(question, stops) {
      const { asks, key } = question;
      if (!type.settle) return question;
      return { ...question, key: type.settle(key as Key, asks as AsksOf<Form>, stops) };
    },
    grade: ({ key }, answer) =>
      isMine(answer) ? type.grade(key as Key, answer) : { right: false, remarks: [] },
    solve({ key }) {
      const answer = type.solution(key as Key);
      return { answer, remarks: type.grade(key as Key, answer).remarks };
    },
    accepts: ({ key }) => type.accepts?.(key as Key),
    saysToAnswers: ({ key }) => type.saysToAnswers?.(key as Key) ?? false,
    prove: type.prove && ((key, fields) => type.prove?.(key as Key, fields) ?? []),
    lint({ asks, key }, at, problems, help) {
      type.lint?.({ asks: asks as AsksOf<Form>, key: key as Key }, at, problems, help);
    },
  };
}

/** The remarks about these items, in this order, where the author wrote any. */
export function remarksOn(
  items: readonly { readonly id: string; readonly feedback: string }[],
  ids: readonly string[],
): readonly Remark[] {
  return ids.flatMap((id) => {
    const text = items.find((item) => item.id === id)?.feedback ?? '';
    return text === '' ? [] : [{ item: id, text }];
  });
}
