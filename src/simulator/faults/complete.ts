import type { Topology } from '../../topology/types.ts';
import { FAULTS, isVerb, VERBS } from './table.ts';
import { candidates, versionsOf } from './targets.ts';
import { VALUES } from './values.ts';

/**
 * What the last word of a fault may become, in the order of the file.
 *
 * @param words those before it, the verb first, without a time
 * @param begun the last word as far as it is written
 */
export function completeFault(
  words: readonly string[],
  begun: string,
  topology: Topology,
): readonly string[] {
  const [verb, ...targets] = words;
  if (verb === undefined) return VERBS.filter((each) => each.startsWith(begun));
  if (!isVerb(verb)) return [];
  const { targets: kinds, value, optional = 0 } = FAULTS[verb];
  const kind = kinds[targets.length];
  const known =
    kind === undefined
      ? []
      : kind === 'version'
        ? versionsOf(topology, targets[0] ?? '')
        : candidates(kind, topology);
  const worth =
    targets.length < kinds.length - optional || value === undefined ? [] : valuesOf(value, topology);
  return [...known, ...worth].filter((each) => each.startsWith(begun) && !targets.includes(each));
}

function valuesOf(value: keyof typeof VALUES, topology: Topology): readonly string[] {
  if (value === 'address') return candidates('process', topology);
  const { offered, write } = VALUES[value];
  return offered.map(write);
}
