/** Words of a session's plan. */
import type { Part, PlannedRun } from '../course/session-plan.ts';
import { clock } from './clock.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('plan');

const kinds: Readonly<Record<Part['kind'], string>> = {
  lesson: t`lesson`,
  quiz: t`quiz`,
  mission: t`mission`,
};

export const planWords = {
  title: (stage: string, minutes: number | undefined) =>
    minutes === undefined ? t`${stage}: the whole stage` : t`${stage} in ${minutes} ${['minute', 'minutes']}`,
  /** `0:35` from minutes */
  clock,
  part: ({ kind, id, title }: Part) => `${kinds[kind].padEnd(7)}  ${title} (${id})`,
  run: ({ page, topology, faults, guessed }: PlannedRun) =>
    `${guessed ? t`guess and run` : t`run`}: ${page} (${[topology, ...faults].join(', ')})`,
  takes: (minutes: number) => `${minutes} min`,
  ends: t`end`,
  spare: (minutes: number) =>
    t`${minutes} ${['minute is', 'minutes are']} left for questions: nothing else fits whole.`,
  nothingFits: (minutes: number) =>
    t`Nothing of this stage fits into ${minutes} ${['minute', 'minutes']}. Give more with --minutes.`,
  left: t`Doesn't fit:`,
  reckoned: t`Lessons take as long as their files say, and a question takes a minute. A quiz or mission is taken whole or not at all.`,
  notMinutes: (text: string) =>
    t`--minutes needs a whole number from 1 to 600, not ${JSON.stringify(text)}: --minutes 50.`,
} as const;
