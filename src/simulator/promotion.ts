import type { Id, Micros } from '../topology/types.ts';
import { DatabaseProcess } from './components/database.ts';
import type { Impossible } from './event.ts';
import type { Fault } from './faults/fault.ts';
import type { Incarnation } from './process.ts';
import type { World } from './world.ts';

/** how often a planned switchover looks whether the replica has everything */
const LOOK: Micros = 10_000;
/** and a person whether a replica that died is back */
const LOOK_FOR_DEAD: Micros = 1_000_000;
/** a switchover that takes longer than this is worth a word: where all is well it takes a tenth of it */
const LONG: Micros = 1_000_000;

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

/** Why a promotion can't be, or need not; undefined: nothing is in its way. */
export function promotionBarred(world: World, { verb, targets: [named] }: Fault): Impossible | undefined {
  const { old, heir } = pair(world, named);
  const chosen = world.all(DatabaseProcess).find(({ id }) => id === named);
  if (verb === 'switchover') {
    const handover = [...world.handovers].find(({ from, to }) =>
      [from, to].includes((chosen ?? old)?.id ?? ''),
    );
    if (handover !== undefined) return { because: 'under-way', from: handover.from, to: handover.to };
  }
  if (chosen?.role === 'primary' && !chosen.fenced) return { because: 'is-primary', of: chosen.id };
  if (heir?.running !== true) return { because: 'no-running-replica' };
  return verb === 'switchover' && old?.running !== true ? { because: 'no-running-pair' } : undefined;
}

/**
 * Unplanned: the replica applies what it has received and becomes the primary. With `fencing` the old one is shut out
 * of writing first; without it, an old primary that lives goes on writing, and there are two.
 */
export function failover(world: World, fault: Fault): void {
  const { old, heir } = pair(world, fault.targets[0]);
  if (heir === undefined) return;
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
  if (heir === undefined || old === undefined) return;
  old.demote({ by: 'switchover' });
  const handover = new Handover(world, old, heir);
  world.handovers.add(handover);
  handover.on();
}

/** Waits until the replica has received everything, promotes it, and lets the old primary follow. */
class Handover {
  private readonly world: World;
  private readonly old: DatabaseProcess;
  private readonly heir: DatabaseProcess;
  private readonly oldThen: Incarnation;
  private readonly heirThen: Incarnation;
  private readonly since: Micros;
  private promotes = false;
  private isTold = false;

  constructor(world: World, old: DatabaseProcess, heir: DatabaseProcess) {
    this.world = world;
    this.old = old;
    this.heir = heir;
    this.oldThen = old.incarnation;
    this.heirThen = heir.incarnation;
    this.since = world.clock.now;
  }

  get from(): Id {
    return this.old.id;
  }

  get to(): Id {
    return this.heir.id;
  }

  on(): void {
    const { heir, old, world } = this;
    if (heir.role === 'primary') {
      world.handovers.delete(this);
      old.follow(heir);
      return followHeir(world, heir, old);
    }
    const off = this.offBecause;
    if (off !== undefined) return this.callOff(off);
    if (!this.promotes && heir.running && old.log.isWithin(heir.received)) {
      this.promotes = true;
      heir.promote({ by: 'switchover' });
    }
    if (!this.isTold && world.clock.now - this.since >= LONG) this.tell();
    world.clock.after(LOOK, this, 0, undefined);
  }

  /** What it still waits for: MySQL has no limit for that but the patience of who does it. */
  private tell(): void {
    const { heir, old } = this;
    this.isTold = true;
    const lacks = old.log.size - heir.log.size;
    const receives = this.promotes || heir.stream?.receives === true;
    this.world.report({ who: old.id, what: 'awaits-heir', about: heir.id, lacks, receives });
  }

  /** One of the two has died before the heir was promoted, or somebody else decides now who is the primary. */
  private get offBecause(): 'died' | 'heir-died' | 'decided-elsewhere' | undefined {
    const { heir, old } = this;
    if (heir.incarnation !== this.heirThen) return 'heir-died';
    if (old.role !== 'primary' || old.fenced) return 'decided-elsewhere';
    if (this.promotes) return heir.promoting ? undefined : 'decided-elsewhere';
    if (old.incarnation !== this.oldThen) return 'died';
    return heir.source === old.id ? undefined : 'decided-elsewhere';
  }

  /** Nothing is lost: the old primary has it all, and takes writes again. */
  private callOff(because: 'died' | 'heir-died' | 'decided-elsewhere'): void {
    const { heir, old, world } = this;
    world.handovers.delete(this);
    const isPrimary = old.role === 'primary' && !old.fenced;
    if (isPrimary) old.takeBack();
    const writes = isPrimary && old.running;
    world.report({ who: old.id, what: 'calls-off', about: heir.id, because, writes });
  }
}

/** The other replicas receive from the new primary. */
function followHeir(world: World, heir: DatabaseProcess, old: DatabaseProcess | undefined): void {
  for (const database of world.all(DatabaseProcess)) {
    if (database !== heir && database !== old && database.role === 'replica') database.follow(heir);
  }
}
