import type { SelfGraded } from '../learner/progress.ts';
import { clock } from './clock.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('whiteboard');

/** `6 of 7 points, 5 of 7 questions, in 2:40 of 3:00` */
export function explainedWords({ covered, points, answered, questions, seconds, limit }: SelfGraded): string {
  const asked = questions === 0 ? '' : t`, ${answered} of ${questions} ${['question', 'questions']}`;
  return t`${covered} of ${points} ${['point', 'points']}${asked}, in ${clock(seconds)} of ${clock(limit)}`;
}

/** Words of explaining at the whiteboard. */
export const whiteboardWords = {
  title: t`At the whiteboard`,
  explainIt: t`Explain it:`,
  minutes: (minutes: number) => t.counted(minutes, 'minute'),
  begin: (minutes: number) =>
    t`Take paper and a pen, and close your notes. You have ${minutes} ${['minute', 'minutes']}: draw it and say it aloud, to somebody or to the wall. The clock starts when you do.`,
  left: (seconds: number) => (seconds >= 0 ? t`${clock(seconds)} left` : t`${clock(-seconds)} over`),
  explaining: t`Draw, and say it aloud.`,
  timeIsUp: t`Time is up. Finish your sentence.`,
  tick: t`What did you say? Be honest: nobody else was listening, and the report says that you graded it yourself.`,
  mentorAsks: (number: number, all: number) => t`The mentor asks (${number} of ${all}). Answer aloud.`,
  mightHaveSaid: t`You might have said:`,
  result: (graded: SelfGraded) => t`By your own count: ${explainedWords(graded)}.`,
  missed: t`You left out:`,
  nothingMissed: t`You left nothing out.`,
  again: t`It comes back in the review when you are about to forget it.`,
  newest: (graded: SelfGraded) => t`Graded by yourself: ${explainedWords(graded)}.`,
  keys: {
    start: { label: t`start the clock`, help: t`Start the clock` },
    done: { label: t`I have said it all`, help: t`Stop the clock and go on to the points` },
    move: { label: t`choose`, help: t`Choose a point` },
    tick: { label: t`I said that`, help: t`Mark the point as said, or not` },
    graded: { label: t`go on`, help: t`Go on to the questions of the mentor` },
    show: { label: t`show an answer`, help: t`Show what might have been said` },
    knew: { label: t`I said that`, help: t`Count it, and go on` },
    missed: { label: t`I did not`, help: t`Go on without counting it` },
    close: { label: t`back`, help: t`Back to the lesson` },
  },
  plain: {
    start: t`Enter starts the clock, m goes back:`,
    done: t`Enter when you have said it all:`,
    said: t`Did you say that? y or n:`,
    answer: t`Enter shows an answer:`,
    knew: t`Did you know that? y or n:`,
    yesOrNo: t`Write y or n.`,
    took: (seconds: number, limit: number) => t`That took ${clock(seconds)} of ${clock(limit)}.`,
  },
} as const;
