import { DatabaseProcess } from '../../src/simulator/components/database.ts';
import { KeepalivedProcess } from '../../src/simulator/components/keepalived.ts';
import type { Fault } from '../../src/simulator/faults/fault.ts';
import { Simulation } from '../../src/simulator/simulation.ts';
import type { World } from '../../src/simulator/world.ts';
import type { Topology } from '../../src/topology/types.ts';
import { SECOND } from './play.ts';
import { undoOf } from './undo.ts';

/** How long a site has to settle after everything was undone, and how much of that is looked at. */
const SETTLING = 150;
const LOOKED_AT = 20;

/** Faults that stand until `undoneAt`. */
export interface Script {
  readonly seed: number;
  readonly faults: readonly { readonly at: number; readonly fault: Fault }[];
  /** seconds */
  readonly undoneAt: number;
}

/** What a site is like when it has had time to settle. */
export interface Settled {
  /** of the requests of the last seconds: how each ended that wasn't answered well */
  readonly failures: readonly string[];
  readonly requests: number;
  /** host -> the share of its CPUs in use */
  readonly cpu: ReadonlyMap<string, number>;
  /** component -> what is inside or waits there */
  readonly inside: ReadonlyMap<string, number>;
  /** events a second, and how many are still to come */
  readonly events: number;
  readonly pending: number;
  /** what is wrong with databases and virtual IPs, in words */
  readonly wrong: readonly string[];
}

/** What no screen shows: whether anything is left in work. */
function worldOf(simulation: Simulation): World {
  return (simulation as unknown as { readonly world: World }).world;
}

/** Lets a script happen, undoes it, and looks at the last seconds of the time to settle. */
export function settle(topology: Topology, { seed, faults, undoneAt }: Script): Settled {
  const simulation = new Simulation(topology, { seed, recordRequests: true });
  for (const { at, fault } of faults) simulation.schedule({ at: Math.round(at * SECOND), fault });
  for (const fault of undoOf(
    faults.map((each) => each.fault),
    topology,
  ))
    simulation.schedule({ at: undoneAt * SECOND, fault });
  const end = undoneAt + SETTLING;
  const start = end - LOOKED_AT;
  simulation.advance(start * SECOND);
  const before = simulation.eventsFired;
  const cpu = new Map<string, number>();
  for (let second = start + 1; second <= end; second++) {
    simulation.advance(second * SECOND);
    for (const host of simulation.view().hosts)
      cpu.set(host.id, (cpu.get(host.id) ?? 0) + host.cpu / LOOKED_AT);
  }
  const events = (simulation.eventsFired - before) / LOOKED_AT;
  const world = worldOf(simulation);
  const byHand = faults.some(({ fault }) => fault.verb === 'failover' || fault.verb === 'switchover');
  const settled = {
    cpu,
    events,
    pending: world.clock.pending,
    inside: new Map(world.allProcesses().map((process) => [process.id, process.unfinished])),
    wrong: [...wrongDatabases(world, byHand), ...wrongVips(world), ...wrongProcesses(world)],
  };
  // whoever came last is answered, or has lost his patience
  simulation.advance(end * SECOND + topology.traffic.timeout);
  const late = simulation.requests().filter(({ t }) => t >= start && t < end);
  const failures = late.filter(({ outcome }) => Number(outcome) !== 200).map(({ outcome }) => outcome);
  return { ...settled, failures, requests: late.length };
}

/**
 * As many primaries take writes as the file has, and every other database follows one and has what it has, but for what
 * is on its way. There may be two for good, each with its followers, after a promotion without fencing, and where an orchestrator could not
 * see whom a person promoted.
 */
function wrongDatabases(world: World, byHand: boolean): string[] {
  const databases = world.all(DatabaseProcess);
  if (databases.length === 0) return [];
  const primaries = databases.filter(({ readOnly }) => !readOnly);
  const meant = databases.filter(({ conf }) => conf.role === 'primary').length;
  const unfenced = databases.some(({ conf }) => !conf.fencing);
  const twoDecide = byHand && world.orchestrators.length > 0;
  const split = world.authority !== undefined && (unfenced || twoDecide);
  const wrong: string[] = [];
  if (primaries.length === 0) wrong.push('no database takes writes');
  if (primaries.length > meant && !split)
    wrong.push(`${primaries.map(({ id }) => id).join(' and ')} take writes`);
  for (const database of databases.filter(({ readOnly }) => readOnly)) {
    const source = sourceOf(database);
    if (database.stream?.receives !== true) wrong.push(`${database.id} receives nothing`);
    else if (source.readOnly) wrong.push(`${database.id} follows ${source.id}, which takes no writes`);
    else if (source.log.minus(database.log).length > 10)
      wrong.push(`${database.id} lacks rows of ${source.id}`);
  }
  return wrong;
}

/** Where its rows come from in the end. */
function sourceOf(database: DatabaseProcess): DatabaseProcess {
  let source = database;
  for (let hops = 0; hops < 5 && source.stream !== undefined; hops++) source = source.stream.source;
  return source;
}

/** One keepalived of each virtual IP is its master, and its host alone has the address. */
function wrongVips(world: World): string[] {
  const keepaliveds = world.all(KeepalivedProcess);
  return [...new Set(keepaliveds.map(({ conf }) => conf.vip))].flatMap((vip) => {
    const holders = world.keepalivedsOf(vip).filter(({ holdsVip }) => holdsVip);
    const masters = world.keepalivedsOf(vip).filter(({ vrrp }) => vrrp === 'MASTER');
    const right = holders.length === 1 && masters.length === 1 && masters[0] === holders[0];
    return right
      ? []
      : [`${vip} is held by [${holders.map(({ id }) => id)}], masters [${masters.map(({ id }) => id)}]`];
  });
}

function wrongProcesses(world: World): string[] {
  return world
    .allProcesses()
    .filter(({ state }) => state !== 'up')
    .map(({ id, state }) => `${id} is ${state}`);
}

/** In what a site that was disturbed is worse than the same one undisturbed; nothing when it is as well. */
export function worse(disturbed: Settled, undisturbed: Settled): string[] {
  const found = [...disturbed.wrong];
  const failed = disturbed.failures.length / Math.max(1, disturbed.requests);
  const usual = undisturbed.failures.length / Math.max(1, undisturbed.requests);
  if (failed > usual + (usual === 0 ? 0 : 0.05)) {
    found.push(
      `${disturbed.failures.length} of ${disturbed.requests} requests fail: ${[...new Set(disturbed.failures)]}`,
    );
  }
  for (const [host, share] of disturbed.cpu) {
    const before = undisturbed.cpu.get(host) ?? 0;
    if (share > before + 0.1)
      found.push(`${host} uses ${share.toFixed(2)} of its CPU, ${before.toFixed(2)} undisturbed`);
  }
  for (const [id, inside] of disturbed.inside) {
    const before = undisturbed.inside.get(id) ?? 0;
    if (inside > before + 8) found.push(`${id} has ${inside} inside, ${before} undisturbed`);
  }
  if (disturbed.events > undisturbed.events * 1.3 + 10) {
    found.push(`${disturbed.events} events a second, ${undisturbed.events} undisturbed`);
  }
  if (disturbed.pending > undisturbed.pending * 1.5 + 60) {
    found.push(`${disturbed.pending} events to come, ${undisturbed.pending} undisturbed`);
  }
  return found;
}
