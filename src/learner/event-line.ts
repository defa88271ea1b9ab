import type { Play } from '../course/model.ts';
import { type Fields, isCount, isRecord, isTexts } from './json-value.ts';
import type { ExamResult, JournalEvent } from './progress.ts';
import { readPlace } from './read-place.ts';
import { isConfidence, isRating } from './schedule.ts';
import { readAnswer, readAnswerByForm, readPlaces } from './stored-answer.ts';

/** Lines of the first edition have no format, and no order but their places in the file. */
export const format = 2;

/** What one line of the journal turned out to be. */
export type ReadLine = OrderedLine | { readonly kind: 'damaged' };

export interface OrderedLine {
  /**
   * `unknown`: well formed, but of a type that this version does not know; `newer`: in a format of a later version.
   * Whoever wrote them can read them: they are left where they are, and go along when histories are merged.
   */
  readonly kind: 'event' | 'unknown' | 'newer';
  readonly event: JournalEvent | undefined;
  /** what puts lines in order, also those of two machines; undefined: the first edition wrote it */
  readonly order: number | undefined;
  readonly value: Readonly<Record<string, unknown>>;
}

const damaged: ReadLine = { kind: 'damaged' };

/** One event as one line. JSON leaves no line break inside. */
export function eventLine(event: JournalEvent, order: number): string {
  return lineOf({ ...event }, order);
}

/** A line in today's format. */
export function lineOf(value: Readonly<Record<string, unknown>>, order: number): string {
  return JSON.stringify({ v: format, ...(order === value.at ? {} : { t: order }), ...value });
}

/** Reads one line, and believes nothing of it. */
export function readLine(line: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return damaged;
  }
  if (!isRecord(value) || !isTyped(value)) return damaged;
  const { v, t = value.at } = value;
  if (v === undefined) return readFields(value, undefined);
  if (typeof v !== 'number' || v < format || !isCount(t)) return damaged;
  if (v > format) return { kind: 'newer', event: undefined, order: t, value };
  return readFields(value, t);
}

function readFields(value: Fields & { readonly type: string }, order: number | undefined): ReadLine {
  const read = readers.get(value.type);
  if (read === undefined) return { kind: 'unknown', event: undefined, order, value };
  const { at, course } = value;
  if (typeof at !== 'number' || typeof course !== 'string') return damaged;
  const event = read(value, { at, course });
  return event === undefined ? damaged : { kind: 'event', event, order, value };
}

interface Stamp {
  readonly at: number;
  readonly course: string;
}
type Reader = (fields: Fields, stamp: Stamp) => JournalEvent | undefined;

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  [
    'page',
    ({ lesson, page, pages }, stamp) =>
      typeof lesson === 'string' && isCount(page) && isCount(pages)
        ? { type: 'page', ...stamp, lesson, page, pages }
        : undefined,
  ],
  ['answer', readAnswered],
  [
    'rating',
    ({ question, of, rating }, stamp) =>
      typeof question === 'string' && typeof of === 'number' && isRating(rating)
        ? { type: 'rating', ...stamp, question, of, rating }
        : undefined,
  ],
  [
    'undo',
    ({ question, of }, stamp) =>
      typeof question === 'string' && typeof of === 'number'
        ? { type: 'undo', ...stamp, question, of }
        : undefined,
  ],
  [
    'mission',
    ({ mission, stars, hints, play }, stamp) => {
      if (typeof mission !== 'string' || !isCount(stars) || !isCount(hints)) return undefined;
      const event = { type: 'mission', ...stamp, mission, stars, hints } as const;
      if (play === undefined) return event;
      const read = readPlay(play);
      return read && { ...event, play: read };
    },
  ],
  [
    'exam-begun',
    ({ quiz }, stamp) => (typeof quiz === 'string' ? { type: 'exam-begun', ...stamp, quiz } : undefined),
  ],
  [
    'exam-answer',
    ({ quiz, ...said }, stamp) => {
      const read = readExamResult({ ...said, right: false });
      if (typeof quiz !== 'string' || read?.answer === undefined) return undefined;
      const { question, revision, answer, hints } = read;
      return { type: 'exam-answer', ...stamp, quiz, question, revision, answer, hints };
    },
  ],
  [
    'exam-ended',
    ({ quiz, results }, stamp) => {
      if (typeof quiz !== 'string' || !Array.isArray(results)) return undefined;
      const read = results.flatMap((result) => (isRecord(result) ? (readExamResult(result) ?? []) : []));
      return read.length < results.length ? undefined : { type: 'exam-ended', ...stamp, quiz, results: read };
    },
  ],
  [
    'prediction',
    ({ lesson, prediction, guess, right, seed, value }, stamp) =>
      typeof lesson === 'string' &&
      typeof prediction === 'string' &&
      typeof guess === 'string' &&
      typeof right === 'boolean' &&
      isCount(seed) &&
      typeof value === 'string'
        ? { type: 'prediction', ...stamp, lesson, prediction, guess, right, seed, value }
        : undefined,
  ],
  [
    'explanation',
    ({ lesson, whiteboard, covered, points, answered, questions, seconds, limit }, stamp) =>
      typeof lesson === 'string' &&
      typeof whiteboard === 'string' &&
      isCount(covered) &&
      isCount(points) &&
      isCount(answered) &&
      isCount(questions) &&
      covered <= points &&
      answered <= questions &&
      isCount(seconds) &&
      isCount(limit)
        ? {
            ...{ type: 'explanation', ...stamp, lesson, whiteboard },
            ...{ covered, points, answered, questions, seconds, limit },
          }
        : undefined,
  ],
  [
    'place',
    ({ place }, stamp) => {
      const read = readPlace(place);
      return read && { type: 'place', ...stamp, place: read };
    },
  ],
  [
    'reset',
    ({ id }, stamp) => {
      if (id === undefined) return { type: 'reset', ...stamp };
      return typeof id === 'string' ? { type: 'reset', ...stamp, id } : undefined;
    },
  ],
]);

/** The first edition wrote `chosen`, places in the file; an answer that was given or skipped has none. */
function readAnswered(fields: Fields, stamp: Stamp): JournalEvent | undefined {
  const { quiz, question, chosen, answer, right, hints, given, revision, confidence } = fields;
  if (typeof quiz !== 'string' || typeof question !== 'string' || !isCount(hints)) return undefined;
  if (typeof right !== 'boolean' || typeof given !== 'boolean') return undefined;
  if (revision !== undefined && typeof revision !== 'string') return undefined;
  if (confidence !== undefined && !isConfidence(confidence)) return undefined;
  const asked = revision === undefined ? { question } : { question, revision };
  const said = confidence === undefined ? {} : { confidence };
  const event = { type: 'answer', ...stamp, quiz, ...asked, right, hints, given, ...said } as const;
  if (answer === undefined && chosen === undefined) {
    return given ? { ...event, answer: undefined } : undefined;
  }
  const read = chosen === undefined ? readAnswer(answer) : readPlaces(chosen);
  if (read.kind === 'damaged') return undefined;
  return { ...event, answer: read.kind === 'answer' && !given ? read.answer : undefined };
}

function readExamResult({ question, revision, answer, right, hints }: Fields): ExamResult | undefined {
  if (typeof question !== 'string' || typeof revision !== 'string') return undefined;
  if (typeof right !== 'boolean' || !isCount(hints)) return undefined;
  const result = { question, revision, right, hints } as const;
  if (answer === undefined) return { ...result, answer: undefined };
  const read = readAnswerByForm(answer);
  return read && { ...result, answer: read };
}

/** What was played in a mission as JSON has it; undefined when it is none. */
export function readPlay(value: unknown): Play | undefined {
  if (!isRecord(value) || !isTexts(value.set) || !isTexts(value.fault)) return undefined;
  return { set: value.set, fault: value.fault };
}

function isTyped(value: Fields): value is Fields & { readonly type: string } {
  return typeof value.type === 'string';
}
