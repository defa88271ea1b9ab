/** The command that repeats a run on any machine: a run is its topology, its seed and what was done at which time. */
import { type TimedFault, timedWords } from '../simulator/faults/fault.ts';
import { formatTime } from '../topology/duration.ts';
import type { Micros } from '../topology/types.ts';

export interface Repeated {
  readonly topology: string;
  readonly seed: number;
  readonly for: Micros;
  readonly rate: number | undefined;
  /** switches and fields, as `--set` takes them */
  readonly set: readonly string[];
  readonly faults: readonly TimedFault[];
}

/** Word by word what a shell is given; together they are one line. */
export function repeatWords({ topology, seed, for: span, rate, set, faults }: Repeated): readonly string[] {
  return [
    `infra-tutor simulate ${quoted(topology)} --seed ${seed} --for ${formatTime(Math.max(1, span))}`,
    ...(rate === undefined ? [] : [`--rate ${rate}`]),
    ...set.map((change) => `--set ${quoted(change)}`),
    ...faults.map((timed) => `--fault ${quoted(timedWords(timed))}`),
  ];
}

/** As a POSIX shell reads it back. */
function quoted(word: string): string {
  return /^[\w./:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
