/** How the journal keeps an answer, and how it is read again. */
import type { Answer, Item, Question } from '../course/model.ts';
import { type Fields, isCount, isRecord, isTexts } from './json-value.ts';

/** An answer; the first edition of the program knew choices only by their places in the file, from 0. */
export type StoredAnswer = Answer | { readonly form: 'places-in-file'; readonly chosen: readonly number[] };

/** What was read of a stored answer. `unknown`: well formed, but in a form that only a newer version knows. */
export type ReadAnswer =
  | { readonly kind: 'answer'; readonly answer: StoredAnswer }
  | { readonly kind: 'unknown' | 'damaged' };

const damaged: ReadAnswer = { kind: 'damaged' };

/** Reads the `answer` of a line of the journal, and believes nothing of it. */
export function readAnswer(value: unknown): ReadAnswer {
  if (!isRecord(value) || typeof value.form !== 'string') return damaged;
  const read = readers.get(value.form);
  if (read === undefined) return { kind: 'unknown' };
  const answer = read(value);
  return answer === undefined ? damaged : { kind: 'answer', answer };
}

/** Reads an answer where the first edition wrote none; undefined when it is none, or in a form that is not known here. */
export function readAnswerByForm(value: unknown): Answer | undefined {
  const read = readAnswer(value);
  return read.kind === 'answer' && read.answer.form !== 'places-in-file' ? read.answer : undefined;
}

/** Reads the `chosen` of a line of the first edition. */
export function readPlaces(chosen: unknown): ReadAnswer {
  if (!Array.isArray(chosen) || !chosen.every(isCount)) return damaged;
  return { kind: 'answer', answer: { form: 'places-in-file', chosen } };
}

/** The answer to a question as it stands now; undefined when the question has changed its form since. */
export function answerTo({ asks }: Question, stored: StoredAnswer | undefined): Answer | undefined {
  if (stored === undefined) return undefined;
  if (stored.form !== 'places-in-file') return stored.form === asks.form ? stored : undefined;
  if (asks.form !== 'one' && asks.form !== 'some') return undefined;
  const chosen = idsAt(asks.items, stored.chosen);
  if (asks.form === 'some') return { form: 'some', chosen };
  return chosen[0] === undefined ? undefined : { form: 'one', chosen: chosen[0] };
}

function idsAt(items: readonly Item[], places: readonly number[]): readonly string[] {
  return places.flatMap((place) => items[place]?.id ?? []);
}

type Reader = (fields: Fields) => Answer | undefined;

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['one', ({ chosen }) => (typeof chosen === 'string' ? { form: 'one', chosen } : undefined)],
  ['some', ({ chosen }) => (isTexts(chosen) ? { form: 'some', chosen } : undefined)],
  ['ordered', ({ order }) => (isTexts(order) ? { form: 'ordered', order } : undefined)],
  ['place', ({ places }) => (isTexts(places) ? { form: 'place', places } : undefined)],
  ['number', ({ text }) => (typeof text === 'string' ? { form: 'number', text } : undefined)],
  ['text', ({ text }) => (typeof text === 'string' ? { form: 'text', text } : undefined)],
]);
