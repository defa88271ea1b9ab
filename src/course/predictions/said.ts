import { lesson as words } from '../../messages/lesson.ts';
import { isTextError } from '../measures/parse.ts';
import type { Prediction } from '../page-blocks.ts';
import { type QuantityUnit, quantityRange, quantityWords, readQuantity, withItsUnit } from '../quantity.ts';
import { inRange, parseRange, type Range } from '../range.ts';

/** What a learner said before a run: the place of a guess, or the number that was written. */
export type Said = number | string;

/** As the journal keeps it, in every language (measured-run.ts). */
const NEVER = 'never';

type Expected = Pick<Prediction, 'guesses' | 'number'>;

/** A guess as the journal keeps it. `trueOnes` are the places of the guesses that the run made true. */
export function judgeSaid(
  { guesses, number }: Expected,
  said: Said,
  trueOnes: readonly number[],
): { readonly guess: string; readonly right: boolean } {
  if (typeof said === 'number') return { guess: guesses[said]?.name ?? '', right: trueOnes.includes(said) };
  if (number === undefined) return { guess: said, right: false };
  const range = expectedRange(guesses, number);
  const given = readQuantity(said, number);
  const right = given !== undefined && inRange(given.from, range) && inRange(given.to, range);
  return { guess: withItsUnit(said.trim(), number), right };
}

/** Whether a guess of the journal is right. */
export function isRightGuess(prediction: Expected, guess: string, trueOnes: readonly number[]): boolean {
  const said = prediction.number ? guess : prediction.guesses.findIndex(({ name }) => name === guess);
  return judgeSaid(prediction, said, trueOnes).right;
}

/** What is told when the run is over: the guess beside what came of it. */
export function besideTheRun(
  { guesses, number }: Expected,
  {
    guess,
    right,
    seed,
    value,
  }: { readonly guess: string; readonly right: boolean; readonly seed: number; readonly value: string },
): string {
  const measured = value === NEVER ? words.never : value;
  if (number === undefined) {
    const said = guesses.find(({ name }) => name === guess)?.text ?? guess;
    return words.youSaid(said, measured, seed, right);
  }
  return words.youWrote(guess, measured, seed, right, rangeWords(expectedRange(guesses, number), number));
}

/** What every run comes to, in words, where a number is asked for. */
export function expectedWords({ guesses, number }: Expected): string | undefined {
  return number && rangeWords(expectedRange(guesses, number), number);
}

/** The values that every run comes to. */
function expectedRange(guesses: Expected['guesses'], { kind }: QuantityUnit): Range {
  const range = parseRange(guesses[0]?.range ?? '', kind);
  // the reader of lessons lets no other pass
  return isTextError(range) ? { from: undefined, to: Number.NaN } : range;
}

function rangeWords({ from = Number.NEGATIVE_INFINITY, to }: Range, unit: QuantityUnit): string {
  if (!Number.isFinite(from)) return words.orLess(quantityWords(to, unit));
  if (!Number.isFinite(to)) return words.orMore(quantityWords(from, unit));
  return from === to ? quantityWords(from, unit) : quantityRange(from, to, unit);
}
