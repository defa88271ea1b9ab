/** What many first answers say about one question. Only sums are kept, so that a class may be of any size. */

/** Fewer answers than this say nothing about how a question discriminates. */
export const fewestForDiscrimination = 10;

/** Other wrong answers than so many different ones are not counted one by one: nobody reads them. */
const mostDifferent = 1_000;

export interface WrongAnswer {
  /** the answer, as JSON */
  readonly answer: string;
  readonly count: number;
}

export class ItemStatistics {
  answered = 0;
  right = 0;
  readonly #wrong = new Map<string, number>();
  #rests = 0;
  #restSum = 0;
  #restSquares = 0;
  #restRight = 0;
  #restSumOfRight = 0;

  /**
   * @param answer the wrong answer as JSON; undefined when it was right, looked up or skipped
   * @param rest share of this learner's other first answers that were right, from 0 to 1; undefined: there are none
   */
  take(right: boolean, answer: string | undefined, rest: number | undefined): void {
    this.answered++;
    if (right) this.right++;
    else if (answer !== undefined) this.#count(answer);
    if (rest === undefined) return;
    this.#rests++;
    this.#restSum += rest;
    this.#restSquares += rest * rest;
    if (!right) return;
    this.#restRight++;
    this.#restSumOfRight += rest;
  }

  #count(answer: string): void {
    const before = this.#wrong.get(answer);
    if (before === undefined && this.#wrong.size >= mostDifferent) return;
    this.#wrong.set(answer, (before ?? 0) + 1);
  }

  /** The wrong answers, most chosen first. */
  get wrong(): readonly WrongAnswer[] {
    const all = [...this.#wrong].map(([answer, count]) => ({ answer, count }));
    return all.sort((a, b) => b.count - a.count || (a.answer < b.answer ? -1 : 1));
  }

  /**
   * The corrected point-biserial correlation, from -1 to 1: of having this question right with the share of the others that
   * was right (Henrysson 1963, "Correction of item-total correlations in item analysis"). Undefined where too few have
   * answered, or all of them alike.
   */
  get discrimination(): number | undefined {
    const n = this.#rests;
    if (n < fewestForDiscrimination) return undefined;
    const p = this.#restRight / n;
    const mean = this.#restSum / n;
    const variance = this.#restSquares / n - mean * mean;
    const spread = Math.sqrt(Math.max(0, variance) * p * (1 - p));
    if (spread < 1e-9) return undefined;
    return (this.#restSumOfRight / n - p * mean) / spread;
  }
}
