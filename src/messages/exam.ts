import { excerpt } from '../text/excerpt.ts';
import { clock } from './clock.ts';
import { messagesOf } from './language.ts';
import { program } from './program.ts';

const t = messagesOf('exam');

/** What lint says of an exam. */
export const examMessages = {
  inExam: 'exam',
  missingMinutes: t`An exam says how long it takes: write exam: { minutes: 20 }.`,
  hints: (text: string) => t`Hints of an exam are on or off, and not "${excerpt(text)}".`,
  feedback: (text: string) =>
    t`Feedback of an exam comes after it: write feedback: after, or leave it out ("${excerpt(text)}" is unknown).`,
  draw: (draw: number, all: number) =>
    t`The exam draws ${draw} ${['question', 'questions']}, and this quiz has ${all}: write at most ${all}.`,
};

/** Words of an exam, on the screen and in lines. */
export const examWords = {
  title: t`Exam`,
  rules: (questions: number, minutes: number, attempt: number, attempts: number, hints: boolean) => [
    t`${t.counted(questions, 'question')}, ${t.counted(minutes, 'minute')}. This is attempt ${attempt} of ${attempts}.`,
    t`The clock starts when you begin, and goes on when you leave, and when the program ends.`,
    t`You hear what was right when it is over${hints ? '' : t`; there are no hints`}. Until then you can answer a question again.`,
  ],
  goesOn: (left: string) => t`This exam goes on: ${left} left.`,
  left: (seconds: number) => clock(seconds),
  status: (at: number, all: number, left: string) => t`question ${at} of ${all} · ${left} left`,
  answered: (said: string) => t`Your answer so far: ${said}`,
  taken: t`Taken down.`,
  open: (count: number) =>
    count === 0 ? t`Every question is answered.` : t`${count} ${['question', 'questions']} not answered yet.`,
  timeOver: t`The time is over. The exam is closed.`,
  closed: t`The exam is closed.`,
  result: (right: number, all: number) => t`${right} of ${all} right.`,
  handIn: (name: string) => t`Hand it in: ${program} hand-in --name ${name}`,
  yourName: t`'YOUR NAME'`,
  look: t`Open the quiz again to see each question with its answer.`,
  show: t`The questions are shown when the exam is taken.`,
  lines: {
    begin: t`Enter begins, m map, q quit:`,
    ask: (form: string, hints: boolean) =>
      t`${form}${hints ? t`, h hint` : ''}, n next, b back, e end the exam, q quit (the clock goes on):`,
    end: (open: string) => t`${open} End the exam now? y yes, Enter no:`,
  },
  keys: {
    begin: { label: t`begin`, help: t`begin the exam: the clock starts` },
    answer: { label: t`answer`, help: t`take this answer down, and go on` },
    next: { label: t`next`, help: t`the next question` },
    back: { label: t`back`, help: t`the question before` },
    hint: { label: t`hint`, help: t`a hint` },
    end: { label: t`end`, help: t`close the exam, and hear what was right` },
    leave: { label: t`leave`, help: t`back; the clock of a begun exam goes on` },
  },
  endNow: t`Yes, close it now`,
  goOn: t`No, go on`,
};
