/** What is kept of a place beside where it is, so that it is found again as it was left. */
import type { Answer } from '../course/model.ts';

/** A page by what stands over it: pages before it may come and go. */
export interface KeptPage {
  readonly heading: string;
  /** the first row that was seen, as a share of all rows: another window has others */
  readonly down: number;
}

/** A question that was begun. */
export interface KeptAnswer {
  readonly revision: string;
  /** what was put down and not sent; undefined: nothing was */
  readonly answer?: Answer | undefined;
  readonly hints: number;
}

/** A run as its script: with the same site and seed it is the same run again. */
export interface KeptRun {
  /** a hash of the site that it ran on */
  readonly site: string;
  readonly seed: number;
  /** what was done by hand, as `--fault` takes it */
  readonly done: readonly string[];
  /** how far it was, in simulated microseconds */
  readonly at: number;
}

/** A mission in the middle. */
export interface KeptMission {
  readonly set: readonly string[];
  readonly hints: number;
  /** the debrief was read */
  readonly told: boolean;
  readonly attempt: number;
  /** undefined: it was not running */
  readonly run?: KeptRun | undefined;
}

/** A script that is longer is not kept: nobody writes it by hand, and every keeping writes it whole. */
export const longestScript = 200;
