/** One form of answer in lines: what is offered, how a line is read as an answer, and how an answer is told. */
import type { Answer, AnswerOf, Asks, AsksOf, FormName } from '../../course/model.ts';

/** An answer, or why a line is none. */
export type LineAnswer<Given = Answer> = { readonly answer: Given } | { readonly complaint: string };

export interface LineForm<Form extends FormName> {
  readonly form: Form;
  /** what is asked for at the end of the line, before the letters that work */
  ask(asks: AsksOf<Form>): string;
  /** what stands under the question */
  offered(asks: AsksOf<Form>, width: number): string[];
  read(line: string, asks: AsksOf<Form>): LineAnswer<AnswerOf<Form>>;
  /** the answer in a line */
  words(answer: AnswerOf<Form>, asks: AsksOf<Form>): string;
  /** what an item is called when something is said about it */
  label(item: string, asks: AsksOf<Form>): string;
}

/** A form with its own types closed over. */
export interface ClosedLineForm {
  ask(asks: Asks): string;
  offered(asks: Asks, width: number): string[];
  read(line: string, asks: Asks): LineAnswer | undefined;
  words(answer: Answer, asks: Asks): string;
  label(item: string, asks: Asks): string;
}

export function defineLineForm<Form extends FormName>(form: LineForm<Form>): ClosedLineForm {
  const isAsks = (asks: Asks): asks is AsksOf<Form> => asks.form === form.form;
  const isAnswer = (answer: Answer): answer is AnswerOf<Form> => answer.form === form.form;
  return {
    ask: (asks) => (isAsks(asks) ? form.ask(asks) : ''),
    offered: (asks, width) => (isAsks(asks) ? form.offered(asks, width) : []),
    read: (line, asks) => (isAsks(asks) ? form.read(line, asks) : undefined),
    words: (answer, asks) => (isAsks(asks) && isAnswer(answer) ? form.words(answer, asks) : ''),
    label: (item, asks) => (isAsks(asks) ? form.label(item, asks) : item),
  };
}
