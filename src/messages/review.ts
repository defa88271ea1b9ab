import type { Confidence, Rating } from '../learner/schedule.ts';
import { plural } from './plural.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** How long from now, in milliseconds, as a person says it. */
export function inTime(ms: number): string {
  if (ms < 1.5 * MINUTE) return 'in a minute';
  if (ms < 90 * MINUTE) return `in ${plural(Math.round(ms / MINUTE), 'minute')}`;
  if (ms < DAY) return `in ${plural(Math.round(ms / (60 * MINUTE)), 'hour')}`;
  if (ms < 60 * DAY) return `in ${plural(Math.round(ms / DAY), 'day')}`;
  if (ms < 700 * DAY) return `in ${plural(Math.round(ms / (30 * DAY)), 'month')}`;
  return `in ${plural(Math.round(ms / (365 * DAY)), 'year')}`;
}

/** Words of the review, on the screen and in lines. */
export const review = {
  title: 'Review',
  titleOf: (quiz: string) => `Review: ${quiz}`,
  howSure: 'How sure are you?',
  confidence: { sure: 'sure', fairly: 'fairly', guess: 'a guess' } satisfies Record<Confidence, string>,
  surelyWrong: 'You were sure of that: it comes first the next time.',
  comesBack: (ms: number, rating: Rating) => `Comes back ${inTime(ms)} (${rating}).`,
  overrule: 'Did you know it better or worse? 1 again, 2 hard, 3 good, 4 easy.',
  nothingDue: (next: number | undefined) =>
    next === undefined
      ? 'Nothing to review: answer some questions first.'
      : `Nothing to review now. The next question comes ${inTime(next)}.`,
  enoughToday: (most: number) => `That is enough for today: ${plural(most, 'question')} a day is the most.`,
  left: (more: number) => `${plural(more, 'question')} ${more === 1 ? 'is' : 'are'} left for another time.`,
  wereSure: 'you were sure',
  due: (now: number, surelyWrong: number) =>
    `${plural(now, 'question')} to review` +
    (surelyWrong > 0 ? `, ${surelyWrong} of them answered wrong though you were sure` : ''),
  replays: (runs: number) => `${plural(runs, 'run')} to do again`,
  doAgain: 'Worth doing again:',
  howTo: (command: string) => `${command} begins.`,
  keys: {
    sure: { label: 'sure', help: 'I am sure of this answer' },
    fairly: { label: 'fairly', help: 'I am fairly sure' },
    guess: { label: 'a guess', help: 'It is a guess' },
    change: { label: 'change it', help: 'Back to the answer, to change it' },
    rate: { label: 'better or worse', help: 'Say how well you knew it: 1 again, 2 hard, 3 good, 4 easy' },
    undo: { label: 'undo', help: 'Take the last answer back, as if it had never been given' },
    play: { label: 'do it', help: 'Open the first of these missions, predictions and explanations' },
    more: { label: 'more', help: 'Review what is left' },
  },
  lines: {
    askSure: 's sure, f fairly, g a guess:',
    onlyThese: 'Write s, f or g.',
    askNext: (canWatch: boolean) =>
      `Enter next, 1-4 again, hard, good, easy, u undo,${canWatch ? ' w watch it happen,' : ''} q quit:`,
    undone: 'Taken back.',
    question: (at: number, all: number, quiz: string) => `Review, question ${at} of ${all}: ${quiz}`,
    done: (right: number, all: number) => `${right} of ${all} right.`,
    askMore: (more: number) => `${plural(more, 'more question')} to review. m more, Enter go on, q quit:`,
  },
} as const;
