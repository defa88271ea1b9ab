import { createHash } from 'node:crypto';
import type { Item, Question } from '../course/model.ts';
import type { Progress } from './progress.ts';

/**
 * A question with its items in the order for this learner and this try: nobody learns that the third one is right. It
 * stays the same until the question is answered, however often it is opened.
 */
export function shuffled(question: Question, { begun = 0, answers }: Progress): Question {
  const { id, asks, fixed } = question;
  if (fixed || (asks.form !== 'one' && asks.form !== 'some')) return question;
  const round = `${begun} ${answers.get(id)?.at ?? 0} ${id}`;
  const lots = new Map(asks.items.map((item) => [item, lot(round, item)]));
  const items = asks.items.toSorted((a, b) => ((lots.get(a) ?? '') < (lots.get(b) ?? '') ? -1 : 1));
  return { ...question, asks: { ...asks, items } };
}

function lot(round: string, { id }: Item): string {
  return createHash('sha256').update(`${round} ${id}`).digest('hex');
}
