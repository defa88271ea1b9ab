import type { JournalEvent, QuestionProgress } from './progress.ts';
import { ratingOf, scheduled } from './schedule.ts';

type Answered = Extract<JournalEvent, { type: 'answer' }>;

/** The newest answer, and what can be brought back once it is taken back. */
export interface Counted extends QuestionProgress {
  readonly quiz: string;
  readonly earlier: Counted | undefined;
}

/** The same answer read twice: a line that the disk took without confirming it is written once more. */
export function isSame(event: Answered, before: Pick<QuestionProgress, 'at' | 'right' | 'answer'>): boolean {
  return (
    before.at === event.at &&
    before.right === event.right &&
    JSON.stringify(before.answer) === JSON.stringify(event.answer)
  );
}

/** A question that was skipped or whose answer was shown is no try. */
export function counted(event: Answered, before: Counted | undefined): Counted {
  const { quiz, answer, right, at, given, revision, confidence } = event;
  const rating = ratingOf(event);
  return {
    quiz,
    answer,
    right,
    given,
    at,
    revision,
    confidence,
    tries: (before?.tries ?? 0) + (given ? 0 : 1),
    first: before?.first ?? { at, right },
    rating,
    schedule: scheduled(before?.schedule, at, rating),
    before: before?.schedule,
    earlier: before && { ...before, earlier: undefined },
  };
}
