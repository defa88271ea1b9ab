import type { Confidence, Rating } from '../learner/schedule.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('review');

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** How long from now, in milliseconds, as a person says it. */
export function inTime(ms: number): string {
  if (ms < 1.5 * MINUTE) return t`in a minute`;
  if (ms < 90 * MINUTE) return t`in ${Math.round(ms / MINUTE)} ${['minute', 'minutes']}`;
  if (ms < DAY) return t`in ${Math.round(ms / (60 * MINUTE))} ${['hour', 'hours']}`;
  if (ms < 60 * DAY) return t`in ${Math.round(ms / DAY)} ${['day', 'days']}`;
  if (ms < 700 * DAY) return t`in ${Math.round(ms / (30 * DAY))} ${['month', 'months']}`;
  return t`in ${Math.round(ms / (365 * DAY))} ${['year', 'years']}`;
}

const ratingWords: Readonly<Record<Rating, string>> = {
  again: t`again`,
  hard: t`hard`,
  good: t`good`,
  easy: t`easy`,
};

/** Words of the review, on the screen and in lines. */
export const review = {
  title: t`Review`,
  titleOf: (quiz: string) => t`Review: ${quiz}`,
  howSure: t`How sure are you?`,
  confidence: { sure: t`sure`, fairly: t`fairly`, guess: t`a guess` } satisfies Record<Confidence, string>,
  surelyWrong: t`You were sure of that: it comes first the next time.`,
  comesBack: (ms: number, rating: Rating) => t`Comes back ${inTime(ms)} (${ratingWords[rating]}).`,
  overrule: t`How well did you know it? 1 again, 2 hard, 3 good, 4 easy.`,
  nothingDue: (next: number | undefined) =>
    next === undefined
      ? t`Nothing to review: answer some questions first.`
      : t`Nothing to review now. The next question comes ${inTime(next)}.`,
  enoughToday: (most: number) =>
    t`That is enough for today: ${most} ${['question', 'questions']} a day is the most.`,
  left: (more: number) => t`${more} ${['question', 'questions']} ${['is', 'are']} left for another time.`,
  wereSure: t`you were sure`,
  due: (now: number, surelyWrong: number) =>
    t`${now} ${['question', 'questions']} to review` +
    (surelyWrong > 0 ? t`, ${surelyWrong} of them answered wrong though you were sure` : ''),
  replays: (runs: number) => t`${runs} ${['run', 'runs']} to do again`,
  doAgain: t`Worth doing again:`,
  howTo: (command: string) => t`${command} begins.`,
  keys: {
    sure: { label: t`sure`, help: t`I am sure of this answer` },
    fairly: { label: t`fairly`, help: t`I am fairly sure` },
    guess: { label: t`a guess`, help: t`It is a guess` },
    change: { label: t`change it`, help: t`Back to the answer, to change it` },
    rate: { label: t`better or worse`, help: t`Say how well you knew it: 1 again, 2 hard, 3 good, 4 easy` },
    undo: { label: t`undo`, help: t`Take the last answer back, as if it had never been given` },
    play: { label: t`do it`, help: t`Open the first of these missions, predictions and explanations` },
    more: { label: t`more`, help: t`Review what is left` },
  },
  lines: {
    askSure: t`s sure, f fairly, g a guess:`,
    onlyThese: t`Write s, f or g.`,
    askNext: (canWatch: boolean) =>
      t`Enter next, 1-4 again, hard, good, easy, u undo,${canWatch ? t` w watch it happen,` : ''} q quit:`,
    undone: t`Taken back.`,
    question: (at: number, all: number, quiz: string) => t`Review, question ${at} of ${all}: ${quiz}`,
    done: (right: number, all: number) => t`${right} of ${all} right.`,
    askMore: (more: number) =>
      t`${more} ${['more question', 'more questions']} to review. m more, Enter go on, q quit:`,
  },
} as const;
