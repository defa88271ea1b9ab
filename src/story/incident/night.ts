/** A run as it can be told to another thread, and run again to the same moment. */
import { type AskedRun, openRun } from '../../course/open-run.ts';
import type { OpenTopology } from '../../course/topologies.ts';
import { BETWEEN_LOOKS, type Budget, type Excess, excessAhead, excessOf } from '../../simulator/budget.ts';
import { problemWith } from '../../simulator/faults/check.ts';
import { heldMemory } from '../../simulator/held-memory.ts';
import type { ScriptedFault, Simulation } from '../../simulator/simulation.ts';
import type { Micros, Topology } from '../../topology/types.ts';
import { ComparedRun } from '../compare/side-by-side.ts';

/** Everything that makes a run what it is, as plain data. */
export interface Night {
  readonly topology: Topology;
  readonly seed: number;
  /** up to here it went */
  readonly until: Micros;
  readonly script: readonly ScriptedFault[];
  /** so many of the script's first are those of a lesson, a proof or a mission; the others are the learner's */
  readonly prepared: number;
}

/** A run as far as it went. */
export function nightOf(run: Simulation, prepared: number): Night {
  const { topology, seed, now, script } = run;
  return { topology, seed, until: now, script: [...script], prepared };
}

/** Runs a night again, with each fault between the same events as before; or says what it costs too much. */
export function retold(night: Night, budget: Budget): ComparedRun | Excess {
  const { topology, seed, until, script, prepared } = night;
  const ahead = excessAhead(topology, until, budget);
  if (ahead !== undefined) return ahead;
  const before = heldMemory();
  const faults = script.slice(0, prepared);
  const run = new ComparedRun({ topology, seed, for: until, faults }, { script: true });
  const { told } = run;
  const goOn = (to: Micros): Excess | undefined => {
    while (told.now < to) {
      told.advance(to, BETWEEN_LOOKS);
      const excess = told.now < to ? excessOf(told.simulation, budget, before) : undefined;
      if (excess !== undefined) return excess;
    }
    return undefined;
  };
  for (const { at, fault, said, live } of script.slice(prepared)) {
    const excess = goOn(said);
    if (excess !== undefined) return excess;
    if (live) told.inject(fault);
    else told.schedule({ at, fault });
  }
  const excess = goOn(until);
  told.look();
  return excess ?? run;
}

/** The same night with one switch in another position. */
export interface OtherNight {
  /** `redispatch=on` */
  readonly change: string;
  readonly night: Night;
}

/** The night with each other position of each switch, as far as the site can be so. */
export function otherNights(
  night: Night,
  asked: Pick<AskedRun, 'topology' | 'set' | 'rate'>,
  openTopology: OpenTopology,
): readonly OtherNight[] {
  const changes = night.topology.switches.flatMap(({ name, positions, at }) =>
    positions.filter((position) => position !== at).map((position) => ({ name, position })),
  );
  return changes.flatMap(({ name, position }) => {
    const change = `${name}=${position}`;
    const set = [...asked.set.filter((each) => !each.startsWith(`${name}=`)), change];
    const opened = openRun({ ...asked, set, for: undefined, fault: [], seed: night.seed }, openTopology);
    if ('problems' in opened) return [];
    const { topology } = opened.run;
    return canBeIn(night, topology) ? [{ change, night: { ...night, topology } }] : [];
  });
}

/** Every fault of the night can happen there, too. */
function canBeIn({ script }: Night, topology: Topology): boolean {
  return script.every(({ fault }) => problemWith(fault, topology) === undefined);
}
