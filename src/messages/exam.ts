import { excerpt } from '../text/excerpt.ts';
import { clock } from './clock.ts';
import { plural } from './plural.ts';
import { program } from './program.ts';

/** What lint says of an exam. */
export const examMessages = {
  inExam: 'exam',
  missingMinutes: 'An exam says how long it takes: write exam: { minutes: 20 }.',
  hints: (text: string) => `Hints of an exam are on or off, and not "${excerpt(text)}".`,
  feedback: (text: string) =>
    `Feedback of an exam comes after it: write feedback: after, or leave it out ("${excerpt(text)}" is unknown).`,
  draw: (draw: number, all: number) =>
    `The exam draws ${plural(draw, 'question')}, and this quiz has ${all}: write at most ${all}.`,
};

/** Words of an exam, on the screen and in lines. */
export const examWords = {
  title: 'Exam',
  rules: (questions: number, minutes: number, attempt: number, attempts: number, hints: boolean) => [
    `${plural(questions, 'question')}, ${plural(minutes, 'minute')}. This is attempt ${attempt} of ${attempts}.`,
    'The clock starts when you begin, and goes on when you leave, and when the program ends.',
    `You hear what was right when it is over${hints ? '' : '; there are no hints'}. Until then you can answer a question again.`,
  ],
  goesOn: (left: string) => `This exam goes on: ${left} left.`,
  left: (seconds: number) => clock(seconds),
  status: (at: number, all: number, left: string) => `question ${at} of ${all} · ${left} left`,
  answered: (said: string) => `Your answer so far: ${said}`,
  taken: 'Taken down.',
  open: (count: number) =>
    count === 0 ? 'Every question is answered.' : `${plural(count, 'question')} not answered yet.`,
  timeOver: 'The time is over. The exam is closed.',
  closed: 'The exam is closed.',
  result: (right: number, all: number) => `${right} of ${all} right.`,
  handIn: (name: string) => `Hand it in: ${program} hand-in --name ${name}`,
  yourName: "'YOUR NAME'",
  look: 'Open the quiz again to see each question with its answer.',
  show: 'The questions are shown when the exam is taken.',
  lines: {
    begin: 'Enter begins, m map, q quit:',
    ask: (form: string, hints: boolean) =>
      `${form}${hints ? ', h hint' : ''}, n next, b back, e end the exam, q quit (the clock goes on):`,
    end: (open: string) => `${open} End the exam now? y yes, Enter no:`,
  },
  keys: {
    begin: { label: 'begin', help: 'begin the exam: the clock starts' },
    answer: { label: 'answer', help: 'take this answer down, and go on' },
    next: { label: 'next', help: 'the next question' },
    back: { label: 'back', help: 'the question before' },
    hint: { label: 'hint', help: 'a hint' },
    end: { label: 'end', help: 'close the exam, and hear what was right' },
    leave: { label: 'leave', help: 'back; the clock of a begun exam goes on' },
  },
  endNow: 'Yes, close it now',
  goOn: 'No, go on',
};
