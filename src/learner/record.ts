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
type Turned = Extract<JournalEvent, { type: 'page' }>;

/** The record of one course, of events in their order. */
export function recordOf(events: Iterable<JournalEvent>, course: string): LearningRecord {
  const recorder = new Recorder();
  for (const event of events) if (event.course === course) recorder.add(event);
  return recorder.record;
}

class Recorder {
  #answers: AnswerRecord[] = [];
  #missions: MissionRecord[] = [];
  #predictions: PredictionRecord[] = [];
  #explanations: ExplanationRecord[] = [];
  /** when each was read to its end */
  #lessons = new Map<string, number>();
  readonly #pages = new Map<string, Set<number>>();
  readonly #newest = new Map<string, AnswerRecord>();
  /** milliseconds for each question of the exam that goes on: there are no pauses in one */
  readonly #inExam = new Map<string, number>();
  #heard = 0;

  get record(): LearningRecord {
    return {
      answers: this.#answers,
      lessons: [...this.#lessons].map(([lesson, at]) => ({ lesson, at })),
      missions: this.#missions,
      predictions: this.#predictions,
      explanations: this.#explanations,
    };
  }

  add(event: JournalEvent): void {
    const pause = event.at - this.#heard;
    this.#heard = event.at;
    switch (event.type) {
      case 'answer':
        return this.#answered(event, pause);
      case 'exam-begun':
        return this.#inExam.clear();
      case 'exam-answer': {
        if (pause < 0) return;
        this.#inExam.set(event.question, (this.#inExam.get(event.question) ?? 0) + pause);
        return;
      }
      case 'exam-ended':
        for (const answer of answersOf(event)) this.#take(answer, this.#inExam.get(answer.question));
        return;
      case 'undo':
        this.#answers = this.#answers.filter(
          ({ at, question }) => at !== event.of || question !== event.question,
        );
        return;
      case 'page':
        return this.#read(event);
      case 'mission':
        this.#missions.push(missionOf(event));
        return;
      case 'prediction': {
        const { at, lesson, prediction, guess, right, seed, value } = event;
        this.#predictions.push({ at, lesson, prediction, guess, right, seed, value });
        return;
      }
      case 'explanation': {
        const { type: _, course: __, ...explained } = event;
        this.#explanations.push(explained);
        return;
      }
      case 'reset':
        return this.#forget((id) => event.id === undefined || event.id === id);
    }
  }

  #answered(event: Answered, pause: number): void {
    const before = this.#newest.get(event.question);
    if (before !== undefined && isSame(event, before)) return;
    this.#take(event, pause >= 0 && pause <= longestPause ? pause : undefined);
  }

  #take(event: Answered, took: number | undefined): void {
    const { at, quiz, question, revision, answer, right, given, hints, confidence } = event;
    const attempt = (this.#newest.get(question)?.attempt ?? 0) + 1;
    const taken = { at, quiz, question, revision, answer, right, given, hints, confidence, attempt, took };
    this.#answers.push(taken);
    this.#newest.set(question, taken);
  }

  #read({ at, lesson, page, pages }: Turned): void {
    const seen = (this.#pages.get(lesson) ?? new Set()).add(page);
    this.#pages.set(lesson, seen);
    if (seen.size >= pages && !this.#lessons.has(lesson)) this.#lessons.set(lesson, at);
  }

  #forget(isForgotten: (id: string) => boolean): void {
    this.#answers = this.#answers.filter(({ quiz }) => !isForgotten(quiz));
    this.#missions = this.#missions.filter(({ mission }) => !isForgotten(mission));
    this.#predictions = this.#predictions.filter(({ lesson }) => !isForgotten(lesson));
    this.#explanations = this.#explanations.filter(({ lesson }) => !isForgotten(lesson));
    this.#lessons = new Map([...this.#lessons].filter(([lesson]) => !isForgotten(lesson)));
    for (const lesson of [...this.#pages.keys()]) if (isForgotten(lesson)) this.#pages.delete(lesson);
  }
}

function missionOf({ at, mission, stars, hints, play }: Played): MissionRecord {
  return { at, mission, stars, hints, play };
}
