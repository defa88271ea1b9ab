/** Words of a session's plan. */
import type { Part, PlannedRun } from '../course/session-plan.ts';
import { clock } from './clock.ts';
import { plural } from './plural.ts';

export const planWords = {
  title: (stage: string, minutes: number | undefined) =>
    minutes === undefined ? `${stage}: the whole stage` : `${stage} in ${plural(minutes, 'minute')}`,
  /** `0:35` from minutes */
  clock,
  part: ({ kind, id, title }: Part) => `${kind.padEnd(7)}  ${title} (${id})`,
  run: ({ page, topology, faults, guessed }: PlannedRun) =>
    `${guessed ? 'guess and run' : 'run'}: ${page} (${[topology, ...faults].join(', ')})`,
  takes: (minutes: number) => `${minutes} min`,
  ends: 'end',
  spare: (minutes: number) =>
    `${plural(minutes, 'minute is', 'minutes are')} left for questions: nothing else fits whole.`,
  nothingFits: (minutes: number) =>
    `Nothing of this stage fits into ${plural(minutes, 'minute')}. Give more with --minutes.`,
  left: "Doesn't fit:",
  reckoned:
    'Lessons take as long as their files say, and a question takes a minute. A quiz or mission is taken whole or not at all.',
  notMinutes: (text: string) =>
    `--minutes needs a whole number from 1 to 600, not ${JSON.stringify(text)}: --minutes 50.`,
} as const;
