import type { Id, Micros } from '../topology/types.ts';
import { DatabaseProcess } from './components/database.ts';
import { injected } from './event.ts';
import type { Fault } from './faults/fault.ts';
import type { World } from './world.ts';

/** how often a planned switchover looks whether the replica has everything */
const LOOK: Micros = 10_000;

/** The pair that a promotion is about: the primary now, and the replica that takes over. */
function pair(
  world: World,
  named: Id | undefined,
): { old: DatabaseProcess | undefined; heir: DatabaseProcess | undefined } {
  const databases = world.all(DatabaseProcess);
  const chosen = named === undefined ? undefined : databases.find((database) => database.id === named);
  const heir =
    chosen?.role === 'replica'
      ? chosen
      : databases
          .filter((database) => database.role === 'replica' && database.running && database !== chosen)
          .reduce<DatabaseProcess | undefined>(
            (best, database) => (best === undefined || database.received > best.received ? database : best),
            undefined,
          );
  const old = databases.find((database) => database.role === 'primary' && database.id === heir?.source);
  return { old: old ?? databases.find((database) => database.role === 'primary'), heir };
}

/**
 * Unplanned: the replica applies what it has received and becomes the primary. With `fencing` the old one is shut out
 * of writing first; without it, an old primary that lives goes on writing, and there are two.
 */
export function failover(world: World, fault: Fault): void {
  const { old, heir } = pair(world, fault.targets[0]);
  if (heir === undefined || !heir.running) {
    world.report(injected(fault, 'no-running-replica'));
    return;
  }
  if (old?.conf.fencing === true) world.fence(old, { by: 'failover' });
  heir.promote({ by: 'failover' });
  followHeir(world, heir, old);
}

/** Planned: the primary stops writing, the replica catches up, then they change places. Nothing is lost. */
export function switchover(world: World, fault: Fault): void {
  const { old, heir } = pair(world, fault.targets[0]);
  if (heir === undefined || old === undefined || !heir.running || !old.running) {
    world.report(injected(fault, 'no-running-pair'));
    return;
  }
  old.demote({ by: 'switchover' });
  new Handover(world, old, heir).look();
}

/** Waits until the replica has received everything. */
class Handover {
  private readonly world: World;
  private readonly old: DatabaseProcess;
  private readonly heir: DatabaseProcess;

  constructor(world: World, old: DatabaseProcess, heir: DatabaseProcess) {
    this.world = world;
    this.old = old;
    this.heir = heir;
  }

  look(): void {
    if (!this.heir.running) return;
    if (this.heir.received < this.old.log.last && this.old.running) {
      this.world.clock.after(LOOK, this, 0, undefined);
      return;
    }
    this.heir.promote({ by: 'switchover' });
    this.old.follow(this.heir);
    followHeir(this.world, this.heir, this.old);
  }

  on(): void {
    this.look();
  }
}

/** The other replicas receive from the new primary. */
function followHeir(world: World, heir: DatabaseProcess, old: DatabaseProcess | undefined): void {
  for (const database of world.all(DatabaseProcess)) {
    if (database !== heir && database !== old && database.role === 'replica') database.follow(heir);
  }
}
