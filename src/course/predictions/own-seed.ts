/** Seeds that a person can still write down. */
const SEEDS = 9_999;

/** A seed of the learner's own. @param now milliseconds since 1970, when the guess was made */
export function seedAt(now: number): number {
  return 1 + (Math.floor(now) % SEEDS);
}
