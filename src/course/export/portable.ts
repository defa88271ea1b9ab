/** A question as other programs know questions: choices, a number, a word, an order. Texts are markdown. */
import type { Token } from 'marked';
import { accepted, grade, saysToAnswers, solve } from '../grade.ts';
import type { Answer, Asks, AsksOf, Question, Quiz } from '../model.ts';
import { amountIn } from '../quantity.ts';
import type { OpenTopology } from '../topologies.ts';

export interface PortableChoice {
  readonly text: string;
  readonly right: boolean;
  readonly feedback: string;
}

export type PortableAnswer =
  | { readonly kind: 'choices'; readonly several: boolean; readonly choices: readonly PortableChoice[] }
  | PortableNumber
  /** the best one first */
  | { readonly kind: 'text'; readonly accepted: readonly string[] }
  /** in the right order */
  | { readonly kind: 'order'; readonly steps: readonly string[] };

/** In `unit`, which is in the question's words; null is open. */
export interface PortableNumber {
  readonly kind: 'number';
  readonly from: number | null;
  readonly to: number | null;
  readonly unit: string;
}

export interface PortableQuestion {
  readonly id: string;
  readonly prompt: string;
  readonly hints: readonly string[];
  readonly explanation: string;
  readonly answer: PortableAnswer;
  /** its choices stay in their order: it is part of their sense */
  readonly fixed: boolean;
  /** a run decides about its answer */
  readonly proven: boolean;
  /** some of its steps may be swapped; `answer` has one of the right orders */
  readonly swaps: boolean;
  /** its author says something to certain numbers or steps, which `answer` hasn't */
  readonly remarks: boolean;
  /** it was answered in a drawing, which is now a list of its components */
  readonly drawn: boolean;
}

export interface PortableQuiz {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly PortableQuestion[];
  /** questions that can't be asked, and so can't be taken along */
  readonly broken: readonly string[];
}

/** A quiz with its questions; drafts are the author's own matter and come along. */
export function portableQuiz({ id, title, questions }: Quiz, openTopology: OpenTopology): PortableQuiz {
  const portable = questions.map((question) => portableQuestion(question, openTopology));
  return {
    id,
    title,
    questions: portable.flatMap((question) => question ?? []),
    broken: questions.filter((_, i) => portable[i] === undefined).map((question) => question.id),
  };
}

function portableQuestion(question: Question, openTopology: OpenTopology): PortableQuestion | undefined {
  const answer = answerOf(question, openTopology);
  if (answer === undefined) return undefined;
  return {
    id: question.id,
    prompt: written(question.prompt),
    hints: question.hints,
    explanation: written(question.explanation),
    answer,
    fixed: question.fixed && answer.kind === 'choices',
    proven: question.proof !== undefined,
    swaps: answer.kind === 'order' && maySwap(question, openTopology),
    remarks: saysToAnswers(question),
    drawn: question.asks.form === 'place',
  };
}

/** Whether two steps that follow each other might as well stand the other way round. */
function maySwap(question: Question, openTopology: OpenTopology): boolean {
  const solution = solve(question, openTopology)?.answer;
  if (solution?.form !== 'ordered') return false;
  const { order } = solution;
  return order.some((id, i) => {
    const next = order[i + 1];
    if (next === undefined) return false;
    const swapped = [...order.slice(0, i), next, id, ...order.slice(i + 2)];
    return grade(question, { form: 'ordered', order: swapped }, openTopology).right;
  });
}

/** Markdown as its author wrote it. */
function written(tokens: readonly Token[]): string {
  return tokens
    .map(({ raw }) => raw)
    .join('')
    .trim();
}

function answerOf(question: Question, openTopology: OpenTopology): PortableAnswer | undefined {
  const solution = solve(question, openTopology)?.answer;
  if (solution === undefined) return undefined;
  const { asks } = question;
  switch (asks.form) {
    case 'one':
    case 'some':
      return {
        kind: 'choices',
        several: asks.form === 'some',
        choices: choicesOf(question, asks, openTopology),
      };
    case 'place':
      return { kind: 'choices', several: true, choices: placesOf(question, asks, solution, openTopology) };
    case 'ordered': {
      const { order } = solution as Extract<Answer, { form: 'ordered' }>;
      const textOf = (id: string) => written(asks.items.find((item) => item.id === id)?.tokens ?? []);
      return { kind: 'order', steps: order.map(textOf) };
    }
    case 'number':
    case 'text':
      return fieldAnswer(question, asks);
  }
}

function fieldAnswer(question: Question, asks: AsksOf<'number' | 'text'>): PortableAnswer | undefined {
  const all = accepted(question);
  if (all === undefined) return undefined;
  if ('spellings' in all) return { kind: 'text', accepted: all.spellings };
  if (asks.form !== 'number') return undefined;
  const { unit } = asks;
  const inUnit = (value: number | null) => (value === null ? null : amountIn(value, unit));
  return { kind: 'number', from: inUnit(all.from), to: inUnit(all.to), unit: unit.word };
}

function choicesOf(
  question: Question,
  asks: Extract<Asks, { form: 'one' | 'some' }>,
  openTopology: OpenTopology,
): readonly PortableChoice[] {
  const right = rightIds(solve(question, openTopology)?.answer);
  return asks.items.map(({ id, tokens }) => {
    const answer: Answer = asks.form === 'one' ? { form: 'one', chosen: id } : { form: 'some', chosen: [id] };
    return {
      text: written(tokens),
      right: right.includes(id),
      feedback: remarkOn(id, grade(question, answer, openTopology).remarks),
    };
  });
}

function placesOf(
  question: Question,
  { topology }: AsksOf<'place'>,
  solution: Answer,
  openTopology: OpenTopology,
): readonly PortableChoice[] {
  const right = rightIds(solution);
  const { topology: opened } = openTopology(topology, []);
  return (opened?.components ?? []).map(({ id }) => ({
    text: id,
    right: right.includes(id),
    feedback: remarkOn(id, grade(question, { form: 'place', places: [id] }, openTopology).remarks),
  }));
}

function rightIds(answer: Answer | undefined): readonly string[] {
  switch (answer?.form) {
    case 'one':
      return [answer.chosen];
    case 'some':
      return answer.chosen;
    case 'place':
      return answer.places;
    default:
      return [];
  }
}

function remarkOn(id: string, remarks: ReturnType<typeof grade>['remarks']): string {
  return remarks
    .filter(({ item }) => item === id)
    .map(({ text }) => text)
    .join(' ');
}
