import { formatTime } from '../../topology/duration.ts';
import type { Micros } from '../../topology/types.ts';
import { FAULTS, type Verb } from './table.ts';
import { VALUES, type Value } from './values.ts';

/** One fault, checked against its topology: `kill web-2`, `slow app-2 10`, `partition lb-host server-2`. */
export interface Fault {
  readonly verb: Verb;
  /** ids, names or kinds, as the verb wants them */
  readonly targets: readonly string[];
  readonly value: Value | undefined;
  /** as a person would write it, without the time */
  readonly words: string;
}

export interface TimedFault {
  readonly at: Micros;
  readonly fault: Fault;
}

/** A fault with its words. */
export function faultOf(verb: Verb, targets: readonly string[], value?: Value): Fault {
  const { value: kind } = FAULTS[verb];
  const last = kind === undefined || value === undefined ? [] : [VALUES[kind].write(value)];
  return { verb, targets, value, words: [verb, ...targets, ...last].join(' ') };
}

/** A fault with its time, as `--fault` takes it: `10s kill web-2`. */
export function timedWords({ at, fault }: TimedFault): string {
  return `${formatTime(at)} ${fault.words}`;
}

/** What it means in a line, after its targets. */
export function meaningOf(fault: Fault): string {
  return FAULTS[fault.verb].means(writtenValue(fault), fault.targets);
}

/** How much, as it is written after its targets; empty: it has no value. */
export function writtenValue({ verb, value }: Fault): string {
  const { value: kind } = FAULTS[verb];
  return kind === undefined || value === undefined ? '' : VALUES[kind].write(value);
}

/** A fault that acts on something, as it stands beside it: `slow 10`, `errors 20 %`. */
export function inShort({ verb, value }: Fault): string {
  const { value: kind } = FAULTS[verb];
  return kind === undefined || value === undefined ? verb : `${verb} ${VALUES[kind].show(value)}`;
}

/** What it acts on: its targets without the name of an attack or of a version. */
export function placeOf({ verb, targets }: Fault): readonly string[] {
  const kinds = FAULTS[verb].targets;
  return targets.filter((_, i) => kinds[i] !== 'attack' && kinds[i] !== 'version');
}

/** It acts on what lies between two ends, or around one. */
export function actsOnLink({ verb }: Fault): boolean {
  return FAULTS[verb].targets[0] === 'end';
}

/** What takes it away; undefined: it is over by itself, or nothing does. */
export function inverseOf(fault: Fault): Fault | undefined {
  const { undoneBy, passing } = FAULTS[fault.verb];
  const [first = ''] = fault.targets;
  if (undoneBy === undefined || passing?.includes(first) === true) return undefined;
  return faultOf(undoneBy, placeOf(fault));
}
