import type { Counts } from '../learner/progress.ts';
import type { Confidence } from '../learner/schedule.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('overview');

const MINUTE = 60_000;

/** A length of time as a person says it. */
export function spentWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const ofThem = { sure: t`sure`, fairly: t`fairly sure`, guess: t`a guess` } satisfies Record<
  Confidence,
  string
>;

/** Words of "where you stand", on the screen and in lines. */
export const overview = {
  title: t`Where you stand`,
  columns: {
    read: t`read`,
    answered: t`answered`,
    right: t`right`,
    sure: t`sure`,
    mastered: t`mastered`,
    due: t`due`,
  },
  counts: (one: number, all: number) => `${one}/${all}`,
  calibration: t`How sure you were, and how often right`,
  ofThem,
  right: ({ right, answered }: Counts) => t`${right} of ${answered}`,
  notAskedYet: t`A review asks how sure you are; then it shows here.`,
  spent: (ms: number) => t`Time spent: ${spentWords(ms)}`,
  byObjective: t`By what each lesson is for`,
  noObjectives: t`No lesson of this course says what it is for.`,
  coming: t`Coming back, day by day`,
  comingIn: (days: number) => t`Coming back, today and the next ${days - 1} days`,
  weekdays: [t`Mo`, t`Tu`, t`We`, t`Th`, t`Fr`, t`Sa`, t`Su`],
  play: (title: string) => t`play: ${title}`,
  streak: (days: number) => (days === 1 ? t`One day in a row.` : t`${days} days in a row.`),
  reviews: (days: number) => t`Questions reviewed, the last ${days} days`,
  weak: t`Worth another look`,
  noWeak: t`Nothing was answered wrong.`,
  wereSure: t`you were sure`,
  readAgain: (title: string) => t`read: ${title}`,
  inLines: {
    mastered: (mastered: number, all: number) => t`Mastered: ${mastered} of ${all}.`,
    /** what is due in each week, the next first */
    weeks: (counts: readonly number[]) => t`Coming back, week by week: ${counts.join(', ')}.`,
    objective: (title: string, read: boolean) => `${title} (${read ? t`read` : t`not read yet`})`,
    /** of each confidence, how often it was right */
    calibration(counts: readonly (readonly [Confidence, Counts])[]): string {
      const parts = counts.map(
        ([confidence, { right, answered }]) => t`${ofThem[confidence]}, ${right} of ${answered} right`,
      );
      return t`How sure you were: ${parts.join('; ')}.`;
    },
  },
  keys: {
    choose: { label: t`choose`, help: t`Choose a question that is worth another look` },
    open: { label: t`read`, help: t`Open the page that is about it` },
    ask: { label: t`ask it`, help: t`Open the quiz at this question` },
    play: { label: t`play`, help: t`Play the mission that is about it` },
    byObjective: { label: t`objectives`, help: t`See how it goes with what each lesson is for` },
    byStage: { label: t`stages`, help: t`See it stage by stage again` },
    scroll: { label: t`scroll`, help: t`Scroll` },
  },
} as const;
