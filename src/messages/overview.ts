import type { Counts } from '../learner/progress.ts';
import type { Confidence } from '../learner/schedule.ts';

const MINUTE = 60_000;

/** A length of time as a person says it. */
export function spentWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Words of "where you stand", on the screen and in lines. */
export const overview = {
  title: 'Where you stand',
  columns: {
    read: 'read',
    answered: 'answered',
    right: 'right',
    sure: 'sure',
    mastered: 'mastered',
    due: 'due',
  },
  counts: (one: number, all: number) => `${one}/${all}`,
  calibration: 'How sure you were, and how often that was right',
  ofThem: { sure: 'sure', fairly: 'fairly sure', guess: 'a guess' } satisfies Record<Confidence, string>,
  right: ({ right, answered }: Counts) => `${right} of ${answered}`,
  notAskedYet: 'A review asks how sure you are; then it shows here.',
  spent: (ms: number) => `Time spent: ${spentWords(ms)}`,
  reviews: (days: number) => `Questions reviewed, the last ${days} days`,
  weak: 'Worth another look',
  noWeak: 'Nothing was answered wrong.',
  wereSure: 'you were sure',
  readAgain: (title: string) => `read: ${title}`,
  inLines: {
    due: (now: number, week: number, mastered: number, all: number) =>
      `To review: ${now} now, ${week} within a week. Mastered: ${mastered} of ${all}.`,
    calibration: (parts: readonly string[]) => `How sure you were: ${parts.join('; ')}.`,
    part: (name: string, { right, answered }: Counts) => `${name}, ${right} of ${answered} right`,
  },
  keys: {
    choose: { label: 'choose', help: 'Choose a question that is worth another look' },
    open: { label: 'read', help: 'Open the page that is about it' },
    ask: { label: 'ask it', help: 'Open the quiz at this question' },
  },
} as const;
