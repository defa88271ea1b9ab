/**
 * One form of answer on the screen: what the learner has put down so far, the keys that change it, and how it looks
 * while it is asked and once it is judged. A form knows nothing of the types that ask by it, and never what is right
 * before it is told.
 */
import type { Answer, AnswerOf, Asks, AsksOf, FormName, Remark } from '../../../../course/model.ts';
import type { Row } from '../../../../text/row.ts';
import { actionOf, type KeyBinding } from '../../../keys.ts';
import type { Context } from '../../../screen.ts';

/** Rows, and the one that must be in sight. */
export interface FormRows {
  readonly rows: readonly Row[];
  readonly lookAt: number;
}

/** What came of a question. */
export interface Judged<Given = Answer> {
  /** undefined: skipped, shown, or no longer known */
  readonly answer: Given | undefined;
  readonly right: boolean;
  readonly remarks: readonly Remark[];
  readonly given: 'no' | 'skipped' | 'shown';
  readonly solution: { readonly answer: Given; readonly remarks: readonly Remark[] };
}

export interface AnswerForm<Form extends FormName, Draft, Action> {
  readonly form: Form;
  /** what to do, where the question alone does not say it */
  readonly instruction?: string | undefined;
  begin(asks: AsksOf<Form>): Draft;
  /** with what was put down earlier; items that are gone since are left out */
  resume(answer: AnswerOf<Form>, asks: AsksOf<Form>): Draft;
  reduce(draft: Draft, action: Action, asks: AsksOf<Form>, context: Context): Draft;
  /** the keys that fill it in; Enter, hints and skipping are the screen's */
  keys(draft: Draft, asks: AsksOf<Form>, context: Context): readonly KeyBinding<Action>[];
  /** what a letter or a paste adds; undefined: here it is a key */
  typed?(draft: Draft, text: string): Draft | undefined;
  /** the answer, or the sentence that says what it lacks */
  answer(draft: Draft, asks: AsksOf<Form>): AnswerOf<Form> | string;
  /** while it is asked */
  asking(draft: Draft, asks: AsksOf<Form>, context: Context): FormRows;
  /** once it is judged, with all that is said to it */
  answered(judged: Judged<AnswerOf<Form>>, asks: AsksOf<Form>, context: Context): readonly Row[];
  /** an answer in words, a text for each of its parts */
  words(answer: AnswerOf<Form>, asks: AsksOf<Form>): readonly string[];
}

/** An answer that is being put down, its form closed over. Immutable. */
export interface Sheet {
  keys(context: Context): readonly KeyBinding<Sheet>[];
  type(text: string): Sheet | undefined;
  readonly answer: Answer | string;
  rows(context: Context): FormRows;
}

/** A form with its own types closed over; every one of these asks of it what is its own, else it is undefined. */
export interface ClosedForm {
  readonly form: FormName;
  readonly instruction: string | undefined;
  /** a sheet to answer on, with what was put down earlier */
  sheet(asks: Asks, answer?: Answer): Sheet | undefined;
  answered(judged: Judged, asks: Asks, context: Context): readonly Row[] | undefined;
  words(answer: Answer, asks: Asks): readonly string[] | undefined;
}

export function defineForm<Form extends FormName, Draft, Action>(
  form: AnswerForm<Form, Draft, Action>,
): ClosedForm {
  const isAsks = (asks: Asks): asks is AsksOf<Form> => asks.form === form.form;
  const isAnswer = (answer: Answer): answer is AnswerOf<Form> => answer.form === form.form;
  const sheetOf = (draft: Draft, asks: AsksOf<Form>): Sheet => ({
    keys: (context) =>
      form.keys(draft, asks, context).map((binding) => ({
        ...binding,
        action: (key: string) => sheetOf(form.reduce(draft, actionOf(binding, key), asks, context), asks),
      })),
    type(text) {
      const typed = form.typed?.(draft, text);
      return typed && sheetOf(typed, asks);
    },
    answer: form.answer(draft, asks),
    rows: (context) => form.asking(draft, asks, context),
  });
  return {
    form: form.form,
    instruction: form.instruction,
    sheet(asks, answer) {
      if (!isAsks(asks)) return undefined;
      const isOurs = answer !== undefined && isAnswer(answer);
      return sheetOf(isOurs ? form.resume(answer, asks) : form.begin(asks), asks);
    },
    answered(judged, asks, context) {
      const { answer, solution } = judged;
      if (!isAsks(asks) || !isAnswer(solution.answer)) return undefined;
      const own = answer !== undefined && isAnswer(answer) ? answer : undefined;
      const right = { ...solution, answer: solution.answer };
      return form.answered({ ...judged, answer: own, solution: right }, asks, context);
    },
    words: (answer, asks) => (isAsks(asks) && isAnswer(answer) ? form.words(answer, asks) : undefined),
  };
}
