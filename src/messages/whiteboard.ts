import type { SelfGraded } from '../learner/progress.ts';
import { clock } from './clock.ts';
import { plural } from './plural.ts';

/** `6 of 7 points, 5 of 7 questions, in 2:40 of 3:00` */
export function explainedWords({ covered, points, answered, questions, seconds, limit }: SelfGraded): string {
  const asked = questions === 0 ? '' : `, ${answered} of ${plural(questions, 'question')}`;
  return `${covered} of ${plural(points, 'point')}${asked}, in ${clock(seconds)} of ${clock(limit)}`;
}

/** Words of explaining at the whiteboard. */
export const whiteboardWords = {
  title: 'At the whiteboard',
  explainIt: 'Explain it:',
  minutes: (minutes: number) => plural(minutes, 'minute'),
  begin: (minutes: number) =>
    `Take paper and a pen, and close your notes. You have ${plural(minutes, 'minute')}: draw it and say it aloud, to somebody or to the wall. The clock starts when you do.`,
  left: (seconds: number) => (seconds >= 0 ? `${clock(seconds)} left` : `${clock(-seconds)} over`),
  explaining: 'Draw, and say it aloud.',
  timeIsUp: 'Time is up. Finish your sentence.',
  tick: 'What did you say? Be honest: nobody else was listening, and the report says that you graded it yourself.',
  mentorAsks: (number: number, all: number) => `The mentor asks (${number} of ${all}). Answer aloud.`,
  mightHaveSaid: 'You might have said:',
  result: (graded: SelfGraded) => `By your own count: ${explainedWords(graded)}.`,
  missed: 'You left out:',
  nothingMissed: 'You left nothing out.',
  again: 'It comes back in the review when you are about to forget it.',
  newest: (graded: SelfGraded) => `Graded by yourself: ${explainedWords(graded)}.`,
  keys: {
    start: { label: 'start the clock', help: 'Start the clock' },
    done: { label: 'I have said it all', help: 'Stop the clock and go on to the points' },
    move: { label: 'choose', help: 'Choose a point' },
    tick: { label: 'I said that', help: 'Mark the point as said, or not' },
    graded: { label: 'go on', help: 'Go on to the questions of the mentor' },
    show: { label: 'show an answer', help: 'Show what might have been said' },
    knew: { label: 'I said that', help: 'Count it, and go on' },
    missed: { label: 'I did not', help: 'Go on without counting it' },
    close: { label: 'back', help: 'Back to the lesson' },
  },
  plain: {
    start: 'Enter starts the clock, m goes back:',
    done: 'Enter when you have said it all:',
    said: 'Did you say that? y or n:',
    answer: 'Enter shows an answer:',
    knew: 'Did you know that? y or n:',
    yesOrNo: 'Write y or n.',
    took: (seconds: number, limit: number) => `That took ${clock(seconds)} of ${clock(limit)}.`,
  },
} as const;
