import type { Counts } from '../learner/progress.ts';
import type { Confidence } from '../learner/schedule.ts';

const MINUTE = 60_000;

/** A length of time as a person says it. */
export function spentWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const ofThem = { sure: 'sure', fairly: 'fairly sure', guess: 'a guess' } satisfies Record<Confidence, string>;

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
  calibration: 'How sure you were, and how often right',
  ofThem,
  right: ({ right, answered }: Counts) => `${right} of ${answered}`,
  notAskedYet: 'A review asks how sure you are; then it shows here.',
  spent: (ms: number) => `Time spent: ${spentWords(ms)}`,
  byObjective: 'By what each lesson is for',
  noObjectives: 'No lesson of this course says what it is for.',
  coming: 'Coming back, day by day',
  comingIn: (days: number) => `Coming back, today and the next ${days - 1} days`,
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  play: (title: string) => `play: ${title}`,
  streak: (days: number) => (days === 1 ? 'One day in a row.' : `${days} days in a row.`),
  reviews: (days: number) => `Questions reviewed, the last ${days} days`,
  weak: 'Worth another look',
  noWeak: 'Nothing was answered wrong.',
  wereSure: 'you were sure',
  readAgain: (title: string) => `read: ${title}`,
  inLines: {
    mastered: (mastered: number, all: number) => `Mastered: ${mastered} of ${all}.`,
    /** what is due in each week, the next first */
    weeks: (counts: readonly number[]) => `Coming back, week by week: ${counts.join(', ')}.`,
    objective: (title: string, read: boolean) => `${title} (${read ? 'read' : 'not read yet'})`,
    /** of each confidence, how often it was right */
    calibration(counts: readonly (readonly [Confidence, Counts])[]): string {
      const parts = counts.map(
        ([confidence, { right, answered }]) => `${ofThem[confidence]}, ${right} of ${answered} right`,
      );
      return `How sure you were: ${parts.join('; ')}.`;
    },
  },
  keys: {
    choose: { label: 'choose', help: 'Choose a question that is worth another look' },
    open: { label: 'read', help: 'Open the page that is about it' },
    ask: { label: 'ask it', help: 'Open the quiz at this question' },
    play: { label: 'play', help: 'Play the mission that is about it' },
    byObjective: { label: 'objectives', help: 'See how it goes with what each lesson is for' },
    byStage: { label: 'stages', help: 'See it stage by stage again' },
    scroll: { label: 'scroll', help: 'Scroll' },
  },
} as const;
