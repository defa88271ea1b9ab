/** When a question comes back, by the free spaced repetition scheduler (FSRS, ts-fsrs) with its own parameters. */
import { type CardInput, fsrs, type Grade, State } from 'ts-fsrs';

/** How well it was known: the ratings of FSRS, the worst first. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];

/** How sure a learner was before the answer was judged. */
export const confidences = ['sure', 'fairly', 'guess'] as const;
export type Confidence = (typeof confidences)[number];

export function isRating(value: unknown): value is Rating {
  return ratings.some((rating) => rating === value);
}

export function isConfidence(value: unknown): value is Confidence {
  return confidences.some((confidence) => confidence === value);
}

/** What FSRS keeps of a question, as plain data. Times are milliseconds since 1970. */
export interface Schedule {
  /** it comes back then */
  readonly due: number;
  /** it was answered last */
  readonly at: number;
  /** days until nine of ten would still know it */
  readonly stability: number;
  /** from 1 to 10 */
  readonly difficulty: number;
  readonly state: State;
  /** its place among the short steps of the first minutes */
  readonly step: number;
  readonly days: number;
  readonly reps: number;
  readonly lapses: number;
}

const DAY = 86_400_000;

/** No clock that is any good says a time before 1970 or beyond the year 5000. */
const latest = 95_600_000_000_000;
/** ts-fsrs takes 0 for no date at all, and throws. */
const earliest = 1;

const grades: Readonly<Record<Rating, Grade>> = { again: 1, hard: 2, good: 3, easy: 4 };

// without fuzz, so that the same history always gives the same day
const scheduler = fsrs({ enable_fuzz: false });

/**
 * The schedule after an answer at this time.
 *
 * A clock that has jumped back since the last answer says that no time has passed: what comes then is counted from the
 * clock as it is now.
 */
export function scheduled(before: Schedule | undefined, at: number, rating: Rating): Schedule {
  const now = Math.min(latest, Math.max(earliest, at));
  const { card } = scheduler.next(cardOf(before, now), now, grades[rating]);
  return {
    due: card.due.getTime(),
    at: now,
    stability: card.stability,
    difficulty: card.difficulty,
    state: card.state,
    step: card.learning_steps,
    days: card.scheduled_days,
    reps: card.reps,
    lapses: card.lapses,
  };
}

/** How likely it is still known, from 0 to 1. */
export function likelyKnown(schedule: Schedule, now: number): number {
  return scheduler.get_retrievability(cardOf(schedule, now), Math.max(earliest, now), false);
}

/**
 * Whether it is time. An answer that lies more than a day ahead was given under a clock that was wrong; it says nothing
 * about when it is time, so it is asked now.
 */
export function isDue({ due, at }: Schedule, now: number): boolean {
  return due <= now || at > now + DAY;
}

function cardOf(schedule: Schedule | undefined, now: number): CardInput {
  if (schedule === undefined) {
    return { ...nothingKnown, due: now, state: State.New };
  }
  const { due, at, stability, difficulty, state, step, days, reps, lapses } = schedule;
  return {
    due,
    stability,
    difficulty,
    elapsed_days: 0,
    scheduled_days: days,
    learning_steps: step,
    reps,
    lapses,
    state,
    last_review: Math.max(earliest, Math.min(at, now)),
  };
}

const nothingKnown = {
  stability: 0,
  difficulty: 0,
  elapsed_days: 0,
  scheduled_days: 0,
  learning_steps: 0,
  reps: 0,
  lapses: 0,
};

/** What a play of a mission says: the stars it was won with, 0 when it was lost. */
export function ratingOfStars(stars: number): Rating {
  return ratings[Math.min(ratings.length - 1, stars)] ?? 'again';
}

/** What an answer says by itself; the learner may overrule it. */
export function ratingOf(answer: {
  readonly right: boolean;
  readonly hints: number;
  readonly confidence?: Confidence | undefined;
}): Rating {
  if (!answer.right) return 'again';
  if (answer.hints > 0 || answer.confidence === 'guess') return 'hard';
  return answer.confidence === 'sure' ? 'easy' : 'good';
}
