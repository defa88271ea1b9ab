import { type Counted, counted, isSame } from './counted-answer.ts';
import { afterExamEvent, answersOf, type ExamEvent, heardAt } from './exam.ts';
import { leadsTo, partOf } from './part-of.ts';
import type {
  Counts,
  ExamProgress,
  ExplanationProgress,
  JournalEvent,
  Place,
  PredictionProgress,
  Progress,
  QuestionProgress,
} from './progress.ts';
import { type Confidence, confidences, ratingOfStars, type Schedule, scheduled } from './schedule.ts';

type Answered = Extract<JournalEvent, { type: 'answer' }>;
type Explained = Extract<JournalEvent, { type: 'explanation' }>;
type Guessed = Extract<JournalEvent, { type: 'prediction' }>;

const HOUR = 3_600_000;

/** Whoever says so much of what there is to say doesn't have to say it again soon. */
const GOOD_SHARE = 0.75;

/** Milliseconds. Whoever is not heard of for longer has done something else meanwhile. */
export const longestPause = 300_000;

/**
 * What the events of one course add up to. Events count in the order of the journal, not of their clocks:
 * two machines may disagree about the time, but never about what was appended after what.
 */
export function foldProgress(events: Iterable<JournalEvent>, course: string): Progress {
  const fold = new CourseFold();
  for (const event of events) if (event.course === course) fold.take(event);
  return fold.progress();
}

/** What a `CourseFold` has added up, as data that survives JSON. */
export interface FoldState {
  readonly begun?: number | undefined;
  readonly place?: Place | undefined;
  readonly left: readonly (readonly [screen: Place['screen'], place: Place])[];
  readonly pages: readonly (readonly [lesson: string, seen: readonly number[]])[];
  readonly lengths: readonly (readonly [lesson: string, pages: number])[];
  readonly answers: readonly (readonly [question: string, answer: Counted])[];
  readonly missions: readonly (readonly [mission: string, stars: number])[];
  readonly predictions: readonly (readonly [
    lesson: string,
    guesses: readonly (readonly [prediction: string, guess: PredictionProgress])[],
  ])[];
  readonly explanations: readonly (readonly [
    lesson: string,
    explained: readonly (readonly [whiteboard: string, explanation: ExplanationProgress])[],
  ])[];
  readonly exams: readonly (readonly [quiz: string, exam: ExamProgress])[];
  readonly replays: readonly (readonly [mission: string, schedule: Schedule])[];
  readonly calibration: readonly (readonly [confidence: Confidence, counts: Counts])[];
  readonly reviews: readonly (readonly [hour: number, count: number])[];
  readonly active: readonly number[];
  readonly spent: readonly (readonly [id: string, ms: number])[];
  readonly doing?: Doing | undefined;
}

/** What the learner was at, when something was last heard. */
interface Doing {
  readonly id: string;
  readonly at: number;
}

/** The events of one course, added up one by one. */
export class CourseFold {
  #begun: number | undefined;
  readonly #pages = new Map<string, ReadonlySet<number>>();
  /** how many pages a lesson had when it was last read */
  readonly #lengths = new Map<string, number>();
  readonly #answers = new Map<string, Counted>();
  readonly #missions = new Map<string, number>();
  readonly #predictions = new Map<string, ReadonlyMap<string, PredictionProgress>>();
  readonly #explanations = new Map<string, ReadonlyMap<string, ExplanationProgress>>();
  readonly #exams = new Map<string, ExamProgress>();
  readonly #replays = new Map<string, Schedule>();
  readonly #calibration = new Map<Confidence, Counts>();
  readonly #reviews = new Map<number, number>();
  readonly #active = new Set<number>();
  readonly #spent = new Map<string, number>();
  #doing: Doing | undefined;
  #place: Place | undefined;
  readonly #left = new Map<Place['screen'], Place>();
  #progress: Progress | undefined;

  /** Goes on from what was added up earlier. */
  static from(state: FoldState): CourseFold {
    const fold = new CourseFold();
    fold.#begun = state.begun;
    fold.#place = state.place;
    for (const [screen, place] of state.left) fold.#left.set(screen, place);
    for (const [lesson, seen] of state.pages) fold.#pages.set(lesson, new Set(seen));
    for (const [lesson, pages] of state.lengths) fold.#lengths.set(lesson, pages);
    for (const [question, answer] of state.answers) fold.#answers.set(question, answer);
    for (const [mission, stars] of state.missions) fold.#missions.set(mission, stars);
    for (const [lesson, guesses] of state.predictions) fold.#predictions.set(lesson, new Map(guesses));
    for (const [lesson, explained] of state.explanations) fold.#explanations.set(lesson, new Map(explained));
    for (const [quiz, exam] of state.exams) fold.#exams.set(quiz, exam);
    for (const [mission, schedule] of state.replays) fold.#replays.set(mission, schedule);
    for (const [confidence, counts] of state.calibration) fold.#calibration.set(confidence, counts);
    for (const [hour, count] of state.reviews) fold.#reviews.set(hour, count);
    for (const hour of state.active) fold.#active.add(hour);
    for (const [id, ms] of state.spent) fold.#spent.set(id, ms);
    fold.#doing = state.doing;
    return fold;
  }

  get state(): FoldState {
    return {
      begun: this.#begun,
      place: this.#place,
      left: [...this.#left],
      pages: [...this.#pages].map(([lesson, seen]) => [lesson, [...seen]]),
      lengths: [...this.#lengths],
      answers: [...this.#answers],
      missions: [...this.#missions],
      predictions: [...this.#predictions].map(([lesson, guesses]) => [lesson, [...guesses]]),
      explanations: [...this.#explanations].map(([lesson, explained]) => [lesson, [...explained]]),
      exams: [...this.#exams],
      replays: [...this.#replays],
      calibration: [...this.#calibration],
      reviews: [...this.#reviews],
      active: [...this.#active],
      spent: [...this.#spent],
      doing: this.#doing,
    };
  }

  take(event: JournalEvent): void {
    this.#progress = undefined;
    this.#begun ??= event.at;
    if (event.type !== 'reset') this.#active.add(Math.floor(event.at / HOUR));
    this.#spendTime(event);
    this.#hearExams(event.at);
    switch (event.type) {
      case 'page':
        this.#sawPage(event.lesson, event.page, event.pages);
        break;
      case 'answer':
        this.#answered(event);
        break;
      case 'rating':
        this.#rated(event);
        break;
      case 'undo':
        this.#undone(event);
        break;
      case 'mission':
        this.#played(event);
        break;
      case 'prediction':
        this.#guessed(event);
        break;
      case 'explanation':
        this.#explained(event);
        break;
      case 'exam-begun':
      case 'exam-answer':
        this.#examined(event);
        break;
      case 'exam-ended':
        this.#examined(event);
        for (const answer of answersOf(event)) this.#answered(answer);
        break;
      case 'place':
        this.#isAt(event.place);
        break;
      case 'reset':
        this.#forget(event.id);
        break;
    }
  }

  /** What they add up to now; it does not change when more is taken in. */
  progress(): Progress {
    this.#progress ??= {
      begun: this.#begun,
      pages: new Map(this.#pages),
      read: new Set([...this.#pages].flatMap(([id, seen]) => (this.#isRead(id, seen) ? [id] : []))),
      answers: new Map(this.#answers),
      missions: new Map(this.#missions),
      predictions: new Map(this.#predictions),
      explanations: new Map(this.#explanations),
      exams: new Map(this.#exams),
      replays: new Map(this.#replays),
      calibration: {
        sure: this.#countsOf('sure'),
        fairly: this.#countsOf('fairly'),
        guess: this.#countsOf('guess'),
      },
      reviews: new Map(this.#reviews),
      active: new Set(this.#active),
      spent: new Map(this.#spent),
      place: this.#place,
      left: new Map(this.#left),
    };
    return this.#progress;
  }

  #isAt(place: Place): void {
    this.#place = place;
    // the newest stands last
    this.#left.delete(place.screen);
    this.#left.set(place.screen, place);
  }

  /** The time since the event before belongs to what the learner was at. */
  #spendTime(event: JournalEvent): void {
    const before = this.#doing;
    const took = before === undefined ? 0 : event.at - before.at;
    if (before !== undefined && before.id !== '' && took > 0 && took <= longestPause) {
      this.#spent.set(before.id, (this.#spent.get(before.id) ?? 0) + took);
    }
    this.#doing = { id: partOf(event) ?? before?.id ?? '', at: event.at };
  }

  #sawPage(lesson: string, page: number, pages: number): void {
    const seen = this.#pages.get(lesson);
    // the lesson that was read last is to come last
    this.#pages.delete(lesson);
    this.#pages.set(lesson, seen?.has(page) ? seen : new Set([...(seen ?? []), page]));
    this.#lengths.set(lesson, pages);
  }

  /** Whether every page of a lesson was seen, counted by its newest length. */
  #isRead(lesson: string, seen: ReadonlySet<number>): boolean {
    const length = this.#lengths.get(lesson) ?? 0;
    const still = [...seen].filter((page) => page < length);
    return length > 0 && still.length === length;
  }

  #answered(event: Answered): void {
    const before = this.#answers.get(event.question);
    if (before !== undefined && isSame(event, before)) return;
    this.#answers.set(event.question, counted(event, before));
    this.#countReview(event, 1);
  }

  #played({ at, mission, stars }: Extract<JournalEvent, { type: 'mission' }>): void {
    this.#missions.set(mission, Math.max(stars, this.#missions.get(mission) ?? 0));
    this.#replays.set(mission, scheduled(this.#replays.get(mission), at, ratingOfStars(stars)));
  }

  #rated({ question, of, rating }: Extract<JournalEvent, { type: 'rating' }>): void {
    const answer = this.#answers.get(question);
    if (answer?.at !== of) return;
    this.#answers.set(question, { ...answer, rating, schedule: scheduled(answer.before, of, rating) });
  }

  /** Only the newest answer can be taken back, once. */
  #undone({ question, of }: Extract<JournalEvent, { type: 'undo' }>): void {
    const answer = this.#answers.get(question);
    if (answer?.at !== of) return;
    if (answer.earlier === undefined) this.#answers.delete(question);
    else this.#answers.set(question, answer.earlier);
    this.#countReview(answer, -1);
  }

  #countReview({ at, confidence, right }: QuestionProgress | Answered, by: 1 | -1): void {
    if (confidence === undefined) return;
    const counts = this.#countsOf(confidence);
    this.#calibration.set(confidence, {
      answered: counts.answered + by,
      right: counts.right + (right ? by : 0),
    });
    const hour = Math.floor(at / HOUR);
    this.#reviews.set(hour, (this.#reviews.get(hour) ?? 0) + by);
  }

  #countsOf(confidence: Confidence): Counts {
    return this.#calibration.get(confidence) ?? { answered: 0, right: 0 };
  }

  /** The clock of an exam goes on, whatever is done meanwhile. */
  #hearExams(at: number): void {
    for (const [quiz, exam] of this.#exams) if (!exam.ended) this.#exams.set(quiz, heardAt(exam, at));
  }

  /** Attempts are never forgotten: there are only so many. */
  #examined(event: ExamEvent): void {
    const after = afterExamEvent(this.#exams.get(event.quiz), event);
    if (after !== undefined) this.#exams.set(event.quiz, after);
  }

  #guessed({ at, lesson, prediction, guess, right, seed, value }: Guessed): void {
    const guesses = new Map(this.#predictions.get(lesson));
    const before = guesses.get(prediction)?.schedule;
    const schedule = scheduled(before, at, right ? 'good' : 'again');
    this.#predictions.set(lesson, guesses.set(prediction, { guess, right, seed, value, schedule }));
  }

  #explained({ at, lesson, whiteboard, type: _, course: __, ...graded }: Explained): void {
    const explained = new Map(this.#explanations.get(lesson));
    const { covered, points, answered, questions } = graded;
    const isGood = covered + answered >= GOOD_SHARE * (points + questions);
    const schedule = scheduled(explained.get(whiteboard)?.schedule, at, isGood ? 'good' : 'again');
    this.#explanations.set(lesson, explained.set(whiteboard, { ...graded, schedule }));
  }

  #forget(id: string | undefined): void {
    if (id === undefined || leadsTo(this.#place, id)) this.#place = undefined;
    for (const [screen, place] of this.#left) {
      if (id === undefined || leadsTo(place, id)) this.#left.delete(screen);
    }
    if (id === undefined) {
      this.#begun = undefined;
      this.#doing = undefined;
      const all = [
        this.#pages,
        this.#answers,
        this.#missions,
        this.#replays,
        this.#predictions,
        this.#explanations,
        this.#reviews,
        this.#active,
        this.#spent,
      ];
      for (const one of all) one.clear();
      for (const confidence of confidences) this.#calibration.delete(confidence);
      return;
    }
    this.#pages.delete(id);
    this.#missions.delete(id);
    this.#predictions.delete(id);
    this.#explanations.delete(id);
    this.#replays.delete(id);
    for (const [question, { quiz }] of this.#answers) if (quiz === id) this.#answers.delete(question);
  }
}

/** The progress of somebody who has done nothing yet. */
export const noProgress: Progress = foldProgress([], '');
