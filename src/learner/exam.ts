/** Attempts at an exam, folded from the journal. An attempt goes on, with its clock, until it is closed or its time is over. */
import type { Exam, Quiz } from '../course/model.ts';
import type { ExamProgress, JournalEvent, Progress } from './progress.ts';

export type ExamEvent = Extract<JournalEvent, { type: 'exam-begun' | 'exam-answer' | 'exam-ended' }>;

/** How an attempt, which has heard the event's time (`heardAt`), stands after the event. */
export function afterExamEvent(before: ExamProgress | undefined, event: ExamEvent): ExamProgress | undefined {
  if (event.type === 'exam-begun') {
    const attempt = (before?.attempt ?? 0) + 1;
    return { attempt, begun: event.at, heard: event.at, used: 0, answers: [], ended: false };
  }
  if (before === undefined || before.ended) return before;
  if (event.type === 'exam-ended') return { ...before, answers: [], ended: true };
  const { question, revision, answer, hints } = event;
  const others = before.answers.filter(([id]) => id !== question);
  return { ...before, answers: [...others, [question, { revision, answer, hints }]] };
}

/** The same attempt, heard of at some time. A clock that was set back gives no time back: what had gone by stays gone. */
export function heardAt(exam: ExamProgress, now: number): ExamProgress {
  return { ...exam, heard: now, used: exam.used + Math.max(0, now - exam.heard) };
}

/** Milliseconds that are left of an attempt. */
export function timeLeft({ minutes }: Exam, progress: ExamProgress, now: number): number {
  return Math.max(0, minutes * 60_000 - heardAt(progress, now).used);
}

/** What there is to do with an exam; undefined: it is over, or the quiz is none, and may be looked at. */
export function openExam(quiz: Quiz, { exams }: Progress): OpenExam | undefined {
  const { exam } = quiz;
  if (exam === undefined || quiz.problem !== undefined) return undefined;
  const last = exams.get(quiz.id);
  if (last !== undefined && !last.ended) return { quiz, exam, running: last, attempt: last.attempt };
  const attempt = (last?.attempt ?? 0) + 1;
  return attempt > exam.attempts ? undefined : { quiz, exam, running: undefined, attempt };
}

export interface OpenExam {
  readonly quiz: Quiz;
  readonly exam: Exam;
  /** undefined: not begun yet */
  readonly running: ExamProgress | undefined;
  /** from 1 */
  readonly attempt: number;
}

/** An attempt that was closed, as the answers that it comes to. */
export function answersOf(event: Extract<JournalEvent, { type: 'exam-ended' }>) {
  const { at, course, quiz, results } = event;
  return results.map(({ question, revision, answer, right, hints }) => {
    const asked = { type: 'answer', at, course, quiz, question, revision } as const;
    return { ...asked, answer, right, hints, given: answer === undefined };
  });
}
