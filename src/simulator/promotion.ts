import type { Id, Micros } from '../topology/types.ts';
import { DatabaseProcess } from './components/database.ts';
import { injected } from './event.ts';
import type { Fault } from './faults/fault.ts';
import type { Incarnation } from './process.ts';
import type { World } from './world.ts';

/** how often a planned switchover looks whether the replica has everything */
const LOOK: Micros = 10_000;
/** and a person whether a replica that died is back */
const LOOK_FOR_DEAD: Micros = 1_000_000;

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
            (best, database) =>
              best === undefined || database.received.size > best.received.size ? database : best,
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
  if (old?.conf.fencing === true) old.fence({ by: 'failover' });
  new Takeover(world, heir).promote();
  followHeir(world, heir, old);
}

/**
 * Sees to it that the heir is promoted, even if it dies before it has applied what it has received; unless somebody
 * else is promoted meanwhile, or it is fenced itself.
 */
class Takeover {
  private readonly world: World;
  private readonly heir: DatabaseProcess;
  private readonly authority: DatabaseProcess | undefined;
  private promotedIn: Incarnation | undefined = undefined;

  constructor(world: World, heir: DatabaseProcess) {
    this.world = world;
    this.heir = heir;
    this.authority = world.authority;
  }

  promote(): void {
    this.promotedIn = this.heir.incarnation;
    this.heir.promote({ by: 'failover' });
    this.world.clock.after(LOOK, this, 0, undefined);
  }

  on(): void {
    const { heir, world } = this;
    const died = heir.incarnation !== this.promotedIn;
    if (heir.role === 'primary' || world.authority !== this.authority || !(died || heir.promoting)) return;
    if (died && heir.running) this.promote();
    else world.clock.after(died ? LOOK_FOR_DEAD : LOOK, this, 0, undefined);
  }
}

/** Planned: the primary stops writing, the replica catches up, then they change places. Nothing is lost. */
export function switchover(world: World, fault: Fault): void {
  const { old, heir } = pair(world, fault.targets[0]);
  if (heir === undefined || old === undefined || !heir.running || !old.running) {
    world.report(injected(fault, 'no-running-pair'));
    return;
  }
  old.demote({ by: 'switchover' });
  new Handover(world, old, heir).on();
}

/** Waits until the replica has received everything, promotes it, and lets the old primary follow. */
class Handover {
  private readonly world: World;
  private readonly old: DatabaseProcess;
  private readonly heir: DatabaseProcess;
  private readonly oldThen: Incarnation;
  private readonly heirThen: Incarnation;
  private promotes = false;

  constructor(world: World, old: DatabaseProcess, heir: DatabaseProcess) {
    this.world = world;
    this.old = old;
    this.heir = heir;
    this.oldThen = old.incarnation;
    this.heirThen = heir.incarnation;
  }

  on(): void {
    const { heir, old, world } = this;
    if (heir.role === 'primary') {
      old.follow(heir);
      return followHeir(world, heir, old);
    }
    if (this.isOff) return this.takeBack();
    if (!this.promotes && heir.running && old.log.isWithin(heir.received)) {
      this.promotes = true;
      heir.promote({ by: 'switchover' });
    }
    world.clock.after(LOOK, this, 0, undefined);
  }

  /** One of the two has died before the heir was promoted, or somebody else decides now who is the primary. */
  private get isOff(): boolean {
    const { heir, old } = this;
    if (heir.incarnation !== this.heirThen || old.role !== 'primary' || old.fenced) return true;
    return this.promotes ? !heir.promoting : old.incarnation !== this.oldThen || heir.source !== old.id;
  }

  /** Nothing is lost: the old primary has it all, and takes writes again. */
  private takeBack(): void {
    if (this.old.role === 'primary' && !this.old.fenced) this.old.takeBack();
  }
}

/** The other replicas receive from the new primary. */
function followHeir(world: World, heir: DatabaseProcess, old: DatabaseProcess | undefined): void {
  for (const database of world.all(DatabaseProcess)) {
    if (database !== heir && database !== old && database.role === 'replica') database.follow(heir);
  }
}
