import type { Answer, Play } from '../course/model.ts';
import type { KeptAnswer, KeptMission, KeptPage, KeptRun } from './kept-place.ts';
import type { Confidence, Rating, Schedule } from './schedule.ts';
import type { StoredAnswer } from './stored-answer.ts';

/**
 * What a learner has done, folded from the journal (journal.ts), one course at a time.
 * Times are milliseconds since 1970, given from outside.
 */
export type JournalEvent =
  /** a page of a lesson was on the screen; `page` from 0, `pages` is how many the lesson has */
  | {
      readonly type: 'page';
      readonly at: number;
      readonly course: string;
      readonly lesson: string;
      readonly page: number;
      readonly pages: number;
    }
  | {
      readonly type: 'answer';
      readonly at: number;
      readonly course: string;
      readonly quiz: string;
      readonly question: string;
      /** which revision of the question it was; undefined: a version wrote it that knew none */
      readonly revision?: string | undefined;
      /** undefined: nothing was answered, or a newer version wrote it in a form that this one does not know */
      readonly answer: StoredAnswer | undefined;
      readonly right: boolean;
      readonly hints: number;
      /** the answer was shown (`a`) or the question skipped (`s`) */
      readonly given: boolean;
      /** how sure the learner was, where that was asked: in a review */
      readonly confidence?: Confidence | undefined;
    }
  /** the learner says how well the answer that was given at `of` was known */
  | {
      readonly type: 'rating';
      readonly at: number;
      readonly course: string;
      readonly question: string;
      readonly of: number;
      readonly rating: Rating;
    }
  /** takes back the answer that was given at `of`, as if it had never been */
  | {
      readonly type: 'undo';
      readonly at: number;
      readonly course: string;
      readonly question: string;
      readonly of: number;
    }
  /** a mission was played to its end and judged; `stars` 0: lost */
  | {
      readonly type: 'mission';
      readonly at: number;
      readonly course: string;
      readonly mission: string;
      readonly stars: number;
      readonly hints: number;
      /** what was played, so that others can play it again; undefined: an earlier version wrote it down nowhere */
      readonly play?: Play | undefined;
    }
  /** a guess about a run, and what came of the run with the learner's own seed */
  | {
      readonly type: 'prediction';
      readonly at: number;
      readonly course: string;
      readonly lesson: string;
      readonly prediction: string;
      readonly guess: string;
      readonly right: boolean;
      readonly seed: number;
      /** what was measured, as words */
      readonly value: string;
    }
  /** something was explained aloud; the learner counted what was said, nobody else was there */
  | ({
      readonly type: 'explanation';
      readonly at: number;
      readonly course: string;
      readonly lesson: string;
      readonly whiteboard: string;
    } & SelfGraded)
  /** an attempt at an exam was begun: its questions are drawn by this moment, and its clock starts */
  | { readonly type: 'exam-begun'; readonly at: number; readonly course: string; readonly quiz: string }
  /** what was answered in an exam that goes on; whether it is right is told when it is over */
  | {
      readonly type: 'exam-answer';
      readonly at: number;
      readonly course: string;
      readonly quiz: string;
      readonly question: string;
      readonly revision: string;
      readonly answer: Answer;
      readonly hints: number;
    }
  /** an attempt was closed, by the learner or since its time was over */
  | {
      readonly type: 'exam-ended';
      readonly at: number;
      readonly course: string;
      readonly quiz: string;
      readonly results: readonly ExamResult[];
    }
  /** where the learner is: the last one is where `infra-tutor` goes on */
  | { readonly type: 'place'; readonly at: number; readonly course: string; readonly place: Place }
  /** forgets one lesson, quiz or mission, or everything when `id` is absent */
  | { readonly type: 'reset'; readonly at: number; readonly course: string; readonly id?: string };

/** An explanation by the learner's own count. */
export interface SelfGraded {
  /** of the points that were to be made */
  readonly covered: number;
  readonly points: number;
  /** of the questions that a mentor asked */
  readonly answered: number;
  readonly questions: number;
  /** that it took, and that there were */
  readonly seconds: number;
  readonly limit: number;
}

/** What came of a question of an exam; without an answer it is wrong. */
export interface ExamResult {
  readonly question: string;
  readonly revision: string;
  readonly answer: Answer | undefined;
  readonly right: boolean;
  readonly hints: number;
}

export type Place =
  | { readonly screen: 'map' }
  | {
      readonly screen: 'lesson';
      readonly lesson: string;
      readonly page: number;
      readonly kept?: KeptPage;
    }
  | {
      readonly screen: 'quiz';
      readonly quiz: string;
      readonly question: string;
      readonly kept?: KeptAnswer;
    }
  /** with what is set otherwise than the file says, where anything is */
  | {
      readonly screen: 'simulator';
      readonly topology: string;
      readonly set?: readonly string[];
      readonly kept?: KeptRun;
    }
  /** what is due, from this question on while it is due */
  | { readonly screen: 'review'; readonly question?: string; readonly kept?: KeptAnswer }
  /** ten questions that say what may be skipped: opened on demand, and no place to come back to */
  | { readonly screen: 'placement' }
  | { readonly screen: 'mission'; readonly mission: string; readonly kept?: KeptMission };

/** The newest attempt at an exam. */
export interface ExamProgress {
  /** from 1 */
  readonly attempt: number;
  /** when it was begun, milliseconds since 1970: its questions are drawn by this */
  readonly begun: number;
  /** when something was last heard, and how many milliseconds had gone by until then */
  readonly heard: number;
  readonly used: number;
  /** by question, while it goes on */
  readonly answers: readonly (readonly [question: string, answer: ExamAnswer])[];
  readonly ended: boolean;
}

export interface ExamAnswer {
  readonly revision: string;
  readonly answer: Answer;
  readonly hints: number;
}

export interface Progress {
  /** when the first thing was done in this course; undefined: nothing was */
  readonly begun: number | undefined;
  /** lesson id -> pages seen (from 0); the lesson that was read last comes last */
  readonly pages: ReadonlyMap<string, ReadonlySet<number>>;
  /** lesson id -> all of its pages were seen */
  readonly read: ReadonlySet<string>;
  /** question id -> the newest answer */
  readonly answers: ReadonlyMap<string, QuestionProgress>;
  /** mission id -> the most stars that it was won with; 0: played, and never won */
  readonly missions: ReadonlyMap<string, number>;
  /** lesson id -> prediction id -> the newest guess */
  readonly predictions: ReadonlyMap<string, ReadonlyMap<string, PredictionProgress>>;
  /** lesson id -> whiteboard id -> the newest explanation */
  readonly explanations: ReadonlyMap<string, ReadonlyMap<string, ExplanationProgress>>;
  /** quiz id -> the newest attempt at its exam */
  readonly exams: ReadonlyMap<string, ExamProgress>;
  /** mission id -> when it is worth playing again */
  readonly replays: ReadonlyMap<string, Schedule>;
  /** answers in which it was said how sure the learner was */
  readonly calibration: Readonly<Record<Confidence, Counts>>;
  /** hours since 1970 -> questions answered in reviews in that hour */
  readonly reviews: ReadonlyMap<number, number>;
  /** the hours since 1970 in which anything was done */
  readonly active: ReadonlySet<number>;
  /** milliseconds spent on each lesson, quiz, mission and topology, by its id; pauses are not counted */
  readonly spent: ReadonlyMap<string, number>;
  /** where to go on; undefined the first time */
  readonly place: Place | undefined;
  /** screen -> the last place there, as it was left; the newest last */
  readonly left: ReadonlyMap<Place['screen'], Place>;
}

/** The newest guess about a run. */
export interface PredictionProgress {
  readonly guess: string;
  readonly right: boolean;
  readonly seed: number;
  readonly value: string;
  /** when it is worth making again */
  readonly schedule: Schedule;
}

/** The newest explanation, as the learner graded it. */
export interface ExplanationProgress extends SelfGraded {
  /** when it is worth doing again */
  readonly schedule: Schedule;
}

export interface Counts {
  readonly answered: number;
  readonly right: number;
}

/** The newest answer to a question. */
export interface QuestionProgress {
  readonly answer: StoredAnswer | undefined;
  readonly right: boolean;
  /** it was shown or skipped */
  readonly given: boolean;
  readonly at: number;
  /** which revision of the question was answered; undefined: nobody wrote it down */
  readonly revision: string | undefined;
  /** answers of the learner's own so far */
  readonly tries: number;
  readonly confidence: Confidence | undefined;
  /** the answer at the first meeting */
  readonly first: { readonly at: number; readonly right: boolean };
  readonly rating: Rating;
  readonly schedule: Schedule;
  /** what it was before this answer; undefined: nothing, or no longer known */
  readonly before: Schedule | undefined;
}
