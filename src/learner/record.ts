import type { Play } from '../course/model.ts';
import { isSame } from './counted-answer.ts';
import { answersOf } from './exam.ts';
import { longestPause } from './fold-progress.ts';
import type { JournalEvent } from './progress.ts';
import type { Confidence } from './schedule.ts';
import type { StoredAnswer } from './stored-answer.ts';

/** One answer, and which of this learner's to its question it was. */
export interface AnswerRecord {
  readonly at: number;
  readonly quiz: string;
  readonly question: string;
  /** which revision of the question it was; undefined: nobody wrote it down */
  readonly revision: string | undefined;
  readonly answer: StoredAnswer | undefined;
  readonly right: boolean;
  /** shown or skipped */
  readonly given: boolean;
  readonly hints: number;
  readonly confidence: Confidence | undefined;
  /** from 1 */
  readonly attempt: number;
  /** milliseconds since whatever was done before; undefined: it was the first thing, or came after a pause */
  readonly took: number | undefined;
}

/** A mission that was played to its end. */
export interface MissionRecord {
  readonly at: number;
  readonly mission: string;
  readonly stars: number;
  readonly hints: number;
  readonly play: Play | undefined;
}

/** Everything that was done in a course, one by one, in order; what was taken back or forgotten is not in it. */
export interface LearningRecord {
  readonly answers: readonly AnswerRecord[];
  /** lessons, when their last page was first seen */
  readonly lessons: readonly { readonly at: number; readonly lesson: string }[];
  readonly missions: readonly MissionRecord[];
  /** guesses that were made before a run */
  readonly predictions: readonly PredictionRecord[];
  /** what was explained aloud, graded by the learner */
  readonly explanations: readonly ExplanationRecord[];
}

export type ExplanationRecord = Omit<Extract<JournalEvent, { type: 'explanation' }>, 'type' | 'course'>;

export interface PredictionRecord {
  readonly at: number;
  readonly lesson: string;
  readonly prediction: string;
  readonly guess: string;
  readonly right: boolean;
  readonly seed: number;
  readonly value: string;
}

type Answered = Extract<JournalEvent, { type: 'answer' }>;
type Played = Extract<JournalEvent, { type: 'mission' }>;

/** The record of one course, of events in their order. */
export function recordOf(events: Iterable<JournalEvent>, course: string): LearningRecord {
  let answers: AnswerRecord[] = [];
  let missions: MissionRecord[] = [];
  let predictions: PredictionRecord[] = [];
  let explanations: ExplanationRecord[] = [];
  let lessons = new Map<string, number>();
  const pages = new Map<string, Set<number>>();
  const newest = new Map<string, AnswerRecord>();
  /** milliseconds for each question of the exam that goes on: there are no pauses in one */
  const inExam = new Map<string, number>();
  let heard = 0;
  for (const event of events) {
    if (event.course !== course) continue;
    const pause = event.at - heard;
    heard = event.at;
    switch (event.type) {
      case 'answer': {
        const before = newest.get(event.question);
        if (before !== undefined && isSame(event, before)) break;
        const took = pause >= 0 && pause <= longestPause ? pause : undefined;
        const answer = { ...answerOf(event, (before?.attempt ?? 0) + 1), took };
        answers.push(answer);
        newest.set(event.question, answer);
        break;
      }
      case 'exam-begun':
        inExam.clear();
        break;
      case 'exam-answer':
        if (pause >= 0) inExam.set(event.question, (inExam.get(event.question) ?? 0) + pause);
        break;
      case 'exam-ended':
        for (const answer of answersOf(event)) {
          const attempt = (newest.get(answer.question)?.attempt ?? 0) + 1;
          const told = { ...answerOf(answer, attempt), took: inExam.get(answer.question) };
          answers.push(told);
          newest.set(answer.question, told);
        }
        break;
      case 'undo':
        answers = answers.filter(({ at, question }) => at !== event.of || question !== event.question);
        break;
      case 'page': {
        const seen = (pages.get(event.lesson) ?? new Set()).add(event.page);
        pages.set(event.lesson, seen);
        if (seen.size >= event.pages && !lessons.has(event.lesson)) lessons.set(event.lesson, event.at);
        break;
      }
      case 'mission':
        missions.push(missionOf(event));
        break;
      case 'prediction': {
        const { at, lesson, prediction, guess, right, seed, value } = event;
        predictions.push({ at, lesson, prediction, guess, right, seed, value });
        break;
      }
      case 'explanation': {
        const { type: _, course: __, ...explained } = event;
        explanations.push(explained);
        break;
      }
      case 'reset': {
        const stays = (id: string): boolean => event.id !== undefined && event.id !== id;
        answers = answers.filter(({ quiz }) => stays(quiz));
        missions = missions.filter(({ mission }) => stays(mission));
        predictions = predictions.filter(({ lesson }) => stays(lesson));
        explanations = explanations.filter(({ lesson }) => stays(lesson));
        lessons = new Map([...lessons].filter(([lesson]) => stays(lesson)));
        for (const lesson of [...pages.keys()]) if (!stays(lesson)) pages.delete(lesson);
        break;
      }
    }
  }
  const read = [...lessons].map(([lesson, at]) => ({ lesson, at }));
  return { answers, lessons: read, missions, predictions, explanations };
}

function answerOf(event: Answered, attempt: number): Omit<AnswerRecord, 'took'> {
  const { at, quiz, question, revision, answer, right, given, hints, confidence } = event;
  return { at, quiz, question, revision, answer, right, given, hints, confidence, attempt };
}

function missionOf({ at, mission, stars, hints, play }: Played): MissionRecord {
  return { at, mission, stars, hints, play };
}
