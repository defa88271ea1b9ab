/** One form of answer in lines: what is offered, how a line is read as an answer, and how an answer is told. */
import type { Answer, AnswerOf, Asks, AsksOf, FormName } from '../../course/model.ts';
import type { OpenTopology } from '../../course/topologies.ts';

/** An answer, or why a line is none. */
export type LineAnswer<Given = Answer> = { readonly answer: Given } | { readonly complaint: string };

/** Where it is written, and what can be looked up. */
export interface Page {
  readonly width: number;
  readonly openTopology: OpenTopology;
}

export interface LineForm<Form extends FormName> {
  readonly form: Form;
  /** what is asked for at the end of the line, before the letters that work */
  ask(asks: AsksOf<Form>): string;
  /** what stands under the question */
  offered(asks: AsksOf<Form>, page: Page): string[];
  read(line: string, asks: AsksOf<Form>, page: Page): LineAnswer<AnswerOf<Form>>;
  /** the answer in a line */
  words(answer: AnswerOf<Form>, asks: AsksOf<Form>): string;
  /** what an item is called when something is said about it */
  label(item: string, asks: AsksOf<Form>): string;
}

/** A form with its own types closed over. */
export interface ClosedLineForm {
  ask(asks: Asks): string;
  offered(asks: Asks, page: Page): string[];
  read(line: string, asks: Asks, page: Page): LineAnswer | undefined;
  words(answer: Answer, asks: Asks): string;
  label(item: string, asks: Asks): string;
}

export function defineLineForm<Form extends FormName>(form: LineForm<Form>): ClosedLineForm {
  const isAsks = (asks: Asks): asks is AsksOf<Form> => asks.form === form.form;
  const isAnswer = (answer: Answer): answer is AnswerOf<Form> => answer.form === form.form;
  return {
    ask: (asks) => (isAsks(asks) ? form.ask(asks) : ''),
    offered: (asks, page) => (isAsks(asks) ? form.offered(asks, page) : []),
    read: (line, asks, page) => (isAsks(asks) ? form.read(line, asks, page) : undefined),
    words: (answer, asks) => (isAsks(asks) && isAnswer(answer) ? form.words(answer, asks) : ''),
    label: (item, asks) => (isAsks(asks) ? form.label(item, asks) : item),
  };
}
