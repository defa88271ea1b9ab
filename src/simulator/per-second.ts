import type { Micros } from '../topology/types.ts';

const SECOND: Micros = 1_000_000;

/** Counts by the second: the one that runs, and the last full one. */
export class PerSecond {
  private second = 0;
  private now = 0;
  private before = 0;

  count(at: Micros): void {
    this.turn(at);
    this.now++;
  }

  /** How many there were in the last full second. */
  last(at: Micros): number {
    this.turn(at);
    return this.before;
  }

  private turn(at: Micros): void {
    const second = Math.floor(at / SECOND);
    if (second === this.second) return;
    this.before = second === this.second + 1 ? this.now : 0;
    this.now = 0;
    this.second = second;
  }
}
