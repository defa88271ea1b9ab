import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { problemWith } from '../../src/simulator/faults/check.ts';
import { type Fault, faultOf } from '../../src/simulator/faults/fault.ts';
import { FAULTS, isUndoing, VERBS, type Verb } from '../../src/simulator/faults/table.ts';
import { candidates } from '../../src/simulator/faults/targets.ts';
import { VALUES } from '../../src/simulator/faults/values.ts';
import type { Topology } from '../../src/topology/types.ts';
import { read } from './play.ts';
import type { Script } from './settled.ts';

const lessons = join(process.cwd(), 'lessons');

/** A shipped topology, and what it is called with its switches. */
interface Site {
  readonly name: string;
  readonly topology: Topology;
}

/** Every shipped topology with little traffic, as it stands and in every other position of each of its switches. */
export const shipped: readonly Site[] = readdirSync(lessons, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .flatMap((file) => {
    const text = readFileSync(join(lessons, file), 'utf8');
    const site = (...switches: string[]): Site => ({
      name: [file, ...switches].join(' '),
      topology: read(text, ['traffic.rate=6', 'traffic.writes=30%', ...switches]),
    });
    const plain = site();
    const others = plain.topology.switches.flatMap(({ name, positions }) =>
      positions.slice(1).map((position) => site(`${name}=${position}`)),
    );
    return [plain, ...others];
  });

/** A name that leads elsewhere is cached for longer than a site is given to settle, and nothing takes it back. */
const LEFT_OUT: readonly Verb[] = ['dns-change'];

/** Everything that a verb can be said of. */
function faultsOf(verb: Verb, topology: Topology): Fault[] {
  const { targets, value, optional = 0 } = FAULTS[verb];
  const words = targets.map((wanted) => candidates(wanted, topology));
  const lengths = Array.from({ length: optional + 1 }, (_, left) => targets.length - left);
  const values = value === undefined ? [undefined] : VALUES[value].offered;
  return lengths
    .flatMap((length) => combinations(words.slice(0, length)))
    .flatMap((list) => values.map((each) => faultOf(verb, list, each)))
    .filter((fault) => problemWith(fault, topology) === undefined);
}

/** One word of each list, in every way. */
function combinations(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (heads, words) => heads.flatMap((head) => words.map((word) => [...head, word])),
    [[]],
  );
}

const menus = new Map<Topology, readonly (readonly Fault[])[]>();

function menuOf(topology: Topology): readonly (readonly Fault[])[] {
  let menu = menus.get(topology);
  if (menu === undefined) {
    const verbs = VERBS.filter((verb) => !isUndoing(verb) && !LEFT_OUT.includes(verb));
    menu = verbs.map((verb) => faultsOf(verb, topology)).filter((faults) => faults.length > 0);
    menus.set(topology, menu);
  }
  return menu;
}

/** Any faults within the time until all are undone: mostly 30 s, sometimes long enough for every timeout. */
export function scriptsFor(topology: Topology): fc.Arbitrary<Script> {
  const menu = menuOf(topology);
  const fault = fc
    .tuple(fc.nat(), fc.nat())
    .map(([a, b]) => {
      const faults = menu[a % menu.length] ?? [];
      return faults[b % faults.length];
    })
    .filter((each) => each !== undefined);
  return fc.record({
    seed: fc.integer({ min: 1, max: 3 }),
    undoneAt: fc.constantFrom(30, 30, 30, 30, 30, 30, 100),
    faults: fc.array(
      fc.record({ at: fc.integer({ min: 10, max: 299 }).map((tenths) => tenths / 10), fault }),
      { minLength: 1, maxLength: 8 },
    ),
  });
}
