/** Reads what was handed in, and believes nothing of it: somebody's editor may have been at it. */
import { plainLine } from '../../text/plain-text.ts';
import { readPlay } from '../event-line.ts';
import { type Fields, isCount, isRecord } from '../json-value.ts';
import { isConfidence } from '../schedule.ts';
import { readAnswerByForm } from '../stored-answer.ts';
import type { HandedAnswers, HandedMission, HandedPrediction, HandIn, Said } from './hand-in.ts';

/** Bytes. A hand-in of a course of 2,000 questions is smaller. */
export const largestHandIn = 2_000_000;

const mostParts = 20_000;
const longestText = 2_000;
/** Characters. */
export const longestName = 100;
const mostSeed = 2 ** 32 - 1;

/** Why a file is no hand-in. `format`: a later version wrote it. */
export type NoHandIn = 'json' | 'form' | 'format';

/** Reads the text of a file. */
export function readHandIn(text: string): HandIn | NoHandIn {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'json';
  }
  if (!isRecord(value)) return 'form';
  if (typeof value.format === 'number' && value.format > 1) return 'format';
  const { format, name, learner, written, course } = value;
  const at = typeof written === 'string' ? Date.parse(written) : Number.NaN;
  if (format !== 1 || !isText(name) || !isText(learner) || Number.isNaN(at) || !isRecord(course)) {
    return 'form';
  }
  const { id, origin, revision } = course;
  if (!isText(id) || !isText(revision) || (origin !== undefined && !isText(origin))) return 'form';
  const answers = listOf(value.answers, answersOf, ({ question }) => question);
  const missions = listOf(value.missions, missionOf, ({ mission }) => mission);
  const predictions = listOf(value.predictions, predictionOf, ({ lesson, prediction }) =>
    JSON.stringify([lesson, prediction]),
  );
  if (answers === undefined || missions === undefined || predictions === undefined) return 'form';
  return {
    name: [...plainLine(name).trim()].slice(0, longestName).join(''),
    learner: plainLine(learner).slice(0, longestName),
    written: at,
    course: { id, origin, revision },
    answers,
    missions,
    predictions,
  };
}

/** A list whose every part can be read, and no two of them about the same. */
function listOf<T>(
  value: unknown,
  read: (part: Fields) => T | undefined,
  about: (part: T) => string,
): readonly T[] | undefined {
  if (!Array.isArray(value) || value.length > mostParts) return undefined;
  const seen = new Map<string, T>();
  for (const one of value) {
    const part = isRecord(one) ? read(one) : undefined;
    if (part === undefined || seen.has(about(part))) return undefined;
    seen.set(about(part), part);
  }
  return [...seen.values()];
}

function answersOf(fields: Fields): HandedAnswers | undefined {
  const { quiz, question, revision, tries, hints, looked_up: lookedUp, confidence, seconds } = fields;
  const [first, last] = [saidOf(fields.first), saidOf(fields.last)];
  if (!isText(quiz) || !isText(question) || first === undefined || last === undefined) return undefined;
  if (!isSum(tries) || !isSum(hints) || !isSum(seconds) || typeof lookedUp !== 'boolean') {
    return undefined;
  }
  if (revision !== undefined && !isText(revision)) return undefined;
  if (confidence !== undefined && !isConfidence(confidence)) return undefined;
  return { quiz, question, revision, first, last, tries, hints, lookedUp, confidence, seconds };
}

function saidOf(value: unknown): Said | undefined {
  if (!isRecord(value) || typeof value.right !== 'boolean') return undefined;
  if (value.answer === undefined) return { answer: undefined, right: false };
  const answer = readAnswerByForm(value.answer);
  if (answer === undefined || JSON.stringify(answer).length > longestText) return undefined;
  return { answer, right: value.right };
}

function missionOf({ mission, stars, hints, plays, play }: Fields): HandedMission | undefined {
  if (!isText(mission) || !isSum(stars) || !isSum(hints) || !isSum(plays)) return undefined;
  if (play === undefined) return { mission, stars, hints, plays, play: undefined };
  const read = readPlay(play);
  if (read === undefined || JSON.stringify(read).length > longestText) return undefined;
  return { mission, stars, hints, plays, play: read };
}

function predictionOf({ lesson, prediction, guess, right, seed }: Fields): HandedPrediction | undefined {
  if (!isText(lesson) || !isText(prediction) || !isText(guess)) return undefined;
  if (typeof right !== 'boolean' || !isCount(seed) || seed > mostSeed) return undefined;
  return { lesson, prediction, guess, right, seed };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestText;
}

function isSum(value: unknown): value is number {
  return isCount(value) && value < 1e9;
}
