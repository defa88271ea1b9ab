import type { Topology } from '../../topology/types.ts';
import { problemWith } from './check.ts';
import { type Fault, faultOf, inverseOf, meaningOf } from './fault.ts';
import { parseFault } from './parse.ts';
import { FAULTS, isUndoing, VERBS, type Verb } from './table.ts';
import { addressesIn, candidates } from './targets.ts';
import { VALUES, type Value } from './values.ts';

/** A fault as a help text tells it. */
export interface FaultHelp {
  readonly written: string;
  readonly means: string;
  /** undefined: nothing takes it away, or it is over by itself */
  readonly undo: string | undefined;
}

/** What can go wrong, as the table's examples have it; without what only takes other faults away. */
export const faultHelp: readonly FaultHelp[] = VERBS.filter((verb) => !isUndoing(verb)).flatMap((verb) =>
  FAULTS[verb].examples.map((written) => helpOf(unchecked(verb, written))),
);

/** What can go wrong in one topology. */
export function faultHelpFor(topology: Topology): readonly FaultHelp[] {
  return VERBS.filter((verb) => !isUndoing(verb)).flatMap((verb) => examplesOn(verb, topology).map(helpOf));
}

function helpOf(fault: Fault): FaultHelp {
  return { written: fault.words, means: meaningOf(fault), undo: inverseOf(fault)?.words };
}

/** An example is about no topology in particular. */
function unchecked(verb: Verb, written: string): Fault {
  const { value: kind } = FAULTS[verb];
  const [, ...words] = written.split(' ');
  if (kind === undefined) return faultOf(verb, words);
  const value = VALUES[kind].read(words.at(-1) ?? '');
  return value === undefined ? faultOf(verb, words) : faultOf(verb, words.slice(0, -1), value);
}

/** A verb as it can be said of a topology: as in the table, else with the first targets that it can act on. */
export function examplesOn(verb: Verb, topology: Topology): readonly Fault[] {
  const asWritten = FAULTS[verb].examples.flatMap((written) => {
    const parsed = parseFault(written, topology);
    return 'fault' in parsed ? [parsed.fault] : [];
  });
  if (asWritten.length > 0) return asWritten;
  for (const targets of choices(verb, topology)) {
    for (const value of valuesOf(verb, topology)) {
      const fault = faultOf(verb, targets, value);
      if (problemWith(fault, topology) === undefined) return [fault];
    }
  }
  return [];
}

/** Every list of targets that a verb may be given, one after the other. */
function* choices(verb: Verb, topology: Topology): Generator<readonly string[]> {
  const [first, second] = FAULTS[verb].targets.map((wanted) => candidates(wanted, topology));
  for (const a of first ?? []) {
    if (second === undefined) yield [a];
    for (const b of second ?? []) yield [a, b];
  }
}

function valuesOf(verb: Verb, topology: Topology): readonly (Value | undefined)[] {
  const { value: kind } = FAULTS[verb];
  if (kind === undefined) return [undefined];
  return kind === 'address' ? addressesIn(topology) : VALUES[kind].offered;
}
