import type { Database, Micros } from '../../topology/types.ts';
import type { Clock } from '../engine/clock.ts';
import type { PromotedBy } from '../event.ts';
import type { Network } from '../network.ts';
import type { Process } from '../process.ts';
import { type DatabaseCommand, DatabaseOrder, type DatabaseStatus } from './database-admin.ts';

/** as often as an orchestrator looks: an older answer says nothing of now */
const FRESH: Micros = 2_000_000;

/** What an orchestrator has of a database: an address, its configuration, and the switch of its fence. */
export interface WatchedDatabase extends Process {
  readonly conf: Database;
  fence(by: PromotedBy): void;
}

/** What a database last answered, and when. */
export interface Seen extends DatabaseStatus {
  readonly at: Micros;
}

/** What a recovery uses of the orchestrator that leads it. */
export interface Leader {
  readonly clock: Clock;
  readonly network: Network;
  readonly node: Process;
  readonly detect: Micros;
  readonly seen: ReadonlyMap<WatchedDatabase, Seen>;
  /** an attempt has failed */
  goOn(): void;
}

/** A candidate that was told to become the primary. */
interface Attempt {
  readonly candidate: WatchedDatabase;
  readonly order: DatabaseOrder;
  /** rows that it had applied when it was last seen to get on, and when that was */
  applied: number;
  gotOn: Micros;
}

/**
 * The primary is gone: candidates are told to take its place, one after the other, until one takes writes; then the
 * other replicas are told to follow it.
 */
export class Recovery {
  private attempt: Attempt | undefined = undefined;
  private successor: WatchedDatabase | undefined = undefined;
  /** the primary that is gone, and candidates that came to nothing, and when that was found */
  private readonly givenUp = new Map<WatchedDatabase, Micros>();
  private readonly orders = new Map<WatchedDatabase, DatabaseOrder>();
  private readonly leader: Leader;
  private readonly lost: WatchedDatabase;
  private readonly by: PromotedBy;

  constructor(leader: Leader, lost: WatchedDatabase) {
    this.leader = leader;
    this.lost = lost;
    this.by = { by: 'orchestrator', node: leader.node.id };
    this.givenUp.set(lost, leader.clock.now);
  }

  get over(): boolean {
    return this.successor !== undefined;
  }

  /** Tells the best candidate there is to become the primary. Whoever was given up is fenced first, where that is wanted. */
  proceed(): void {
    if (this.attempt !== undefined || this.over) return;
    const [best] = this.candidates();
    if (best === undefined) return;
    const [candidate, { applied }] = best;
    for (const database of this.givenUp.keys())
      if (database !== candidate && database.conf.fencing) database.fence(this.by);
    const order = this.tell(candidate, { is: 'promote', because: this.by }, () => this.failed(order));
    this.attempt = { candidate, order, applied, gotOn: this.leader.clock.now };
  }

  /** Those that answer and take no writes; who has received most first. */
  private candidates(): (readonly [WatchedDatabase, Seen])[] {
    const { now } = this.leader.clock;
    return [...this.leader.seen]
      .filter(([database, { at, readOnly }]) => {
        return readOnly && now - at < FRESH && at > (this.givenUp.get(database) ?? Number.NEGATIVE_INFINITY);
      })
      .sort(([, a], [, b]) => b.received - a.received);
  }

  private tell(database: WatchedDatabase, command: DatabaseCommand, failed: () => void): DatabaseOrder {
    this.orders.get(database)?.abandon();
    const { network, node } = this.leader;
    const order = new DatabaseOrder(network, [node, database], command, failed);
    this.orders.set(database, order);
    return order;
  }

  /** A database has answered. */
  saw(database: WatchedDatabase, { readOnly, applied }: Seen): void {
    const { attempt } = this;
    // the one that was lost may be back before anybody was asked to take its place, or be asked itself
    const isAsked = attempt === undefined || attempt.candidate === database;
    if (!readOnly && (database !== this.lost || isAsked)) this.successor ??= database;
    if (attempt?.candidate !== database || applied <= attempt.applied) return;
    attempt.applied = applied;
    attempt.gotOn = this.leader.clock.now;
  }

  /** Once a second: a candidate that doesn't get on is given up, and replicas of those that are gone get a new source. */
  look(): void {
    const { attempt } = this;
    if (this.over) this.repoint();
    else if (attempt === undefined) return;
    else if (this.leader.clock.now - attempt.gotOn >= this.leader.detect) this.giveUp(attempt);
    else attempt.order.repeat();
  }

  private failed(order: DatabaseOrder): void {
    if (this.attempt?.order === order) this.giveUp(this.attempt);
  }

  private giveUp({ candidate, order }: Attempt): void {
    this.attempt = undefined;
    this.givenUp.set(candidate, this.leader.clock.now);
    order.abandon();
    this.leader.goOn();
  }

  private repoint(): void {
    const { successor } = this;
    if (successor === undefined) return;
    const gone = new Set([...this.givenUp.keys()].map(({ id }) => id));
    for (const [database, { source, at }] of this.leader.seen) {
      if (database === successor || source === undefined || source === successor.id) continue;
      if (gone.has(source) && this.leader.clock.now - at < FRESH)
        this.tell(database, { is: 'follow', source: successor.id }, () => {});
    }
  }
}
