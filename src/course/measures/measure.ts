import type { RequestReport, SimulationReport } from '../../simulator/report.ts';
import type { Topology } from '../../topology/types.ts';

/** One run as a measure sees it. */
export interface MeasuredRun {
  readonly topology: Topology;
  readonly report: SimulationReport;
  /** in order of their start */
  readonly requests: readonly RequestReport[];
  /** the report of the same run as it stood at that second: what only whole runs count is the difference of two */
  reportAt(seconds: number): SimulationReport;
}

/** What a value counts: seconds, a share of 0..1, or things. */
export type Unit = 'time' | 'share' | 'count';

/** What is wrong with a text, and at which of its characters (from 0). */
export interface TextError {
  readonly error: string;
  readonly at: number;
}

/** A measure with its arguments. Undefined is never: there was nothing to measure. */
export type Evaluate = (run: MeasuredRun) => number | undefined;

/** A part of a run in seconds: the first belongs to it, the last does not. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** One word between the brackets of a measure. */
export interface Argument {
  readonly text: string;
  /** its first character in the measure's text */
  readonly at: number;
}

/** A measure. To add one is to add a file here and a line in `all.ts`. */
export interface Measure {
  readonly name: string;
  readonly unit: Unit;
  /** how it is written, for sentences about mistakes and for the documentation */
  readonly example: string;
  parse(args: readonly Argument[]): Evaluate | TextError;
  /** the words that must be components or hosts of the topology: of others there would never be anything to measure */
  ids?(args: readonly Argument[]): readonly Argument[];
}
