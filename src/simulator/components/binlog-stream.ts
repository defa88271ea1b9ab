import type { Micros } from '../../topology/types.ts';
import type { Actor } from '../engine/event-queue.ts';
import { overhear, type Path } from '../path.ts';
import type { World } from '../world.ts';
import type { DatabaseProcess } from './database.ts';

const ARRIVE = 1;
const RETRY = 2;
const RECONNECT = 3;
const ACKNOWLEDGE = 4;
const SILENCE = 5;

/** TCP repeats lost data after 200 ms, then after twice the time (TCP_RTO_MIN) */
const FIRST_RETRANSMIT = 200_000;
const LONGEST_RETRANSMIT = 120_000_000;
/** MySQL 8.0 reference manual: SOURCE_CONNECT_RETRY 60 s */
const CONNECT_RETRY = 60_000_000;
/** MySQL 8.0 reference manual: replica_net_timeout 60 s */
const NET_TIMEOUT = 60_000_000;

/** Rows on their way, with the time of their commit. */
interface Batch {
  readonly rows: readonly { readonly row: number; readonly committed: Micros }[];
  readonly connection: number;
}

/**
 * The connection over which a replica receives its source's binary log. A reliable stream: rows arrive in order or
 * wait; a cut link delays them, a dead source ends it, and the replica connects again every 60 s.
 */
export class BinlogStream implements Actor<Batch | number> {
  connected = false;
  /** the fault `replication-break`: it receives nothing, though all is up */
  broken = false;
  readonly source: DatabaseProcess;
  readonly replica: DatabaseProcess;
  private readonly path: Path;
  private readonly world: World;
  private ended = false;
  private connection = 0;
  private backlog: { row: number; committed: Micros }[] = [];
  private retransmit = FIRST_RETRANSMIT;
  private retrying = false;
  private lastArrival = 0;

  constructor(world: World, source: DatabaseProcess, replica: DatabaseProcess) {
    this.world = world;
    this.source = source;
    this.replica = replica;
    // the replica connects to its source: rows come back on that connection
    this.path = world.routes.lastingPath(replica, source);
  }

  /** The replica connects and asks for everything after its last row. */
  connect(): void {
    if (this.ended || this.broken || !this.replica.running) return;
    this.connection++;
    this.backlog = [];
    const reachable = !this.path.cut && this.path.verdict === 'accept' && this.source.host.on;
    if (!reachable || !this.source.running) return this.tryLater();
    this.connected = true;
    this.retransmit = FIRST_RETRANSMIT;
    const { now } = this.world.clock;
    for (
      let row = this.source.log.after(this.replica.received);
      row !== undefined;
      row = this.source.log.after(row)
    ) {
      this.backlog.push({ row, committed: now });
    }
    this.flush();
    this.source.semiSync.replicaConnected(this);
  }

  private tryLater(): void {
    this.connected = false;
    this.world.clock.after(CONNECT_RETRY, this, RECONNECT, this.connection);
  }

  /** The source has committed a row. */
  ship(row: number): void {
    if (!this.connected) return;
    this.backlog.push({ row, committed: this.world.clock.now });
    this.flush();
  }

  private flush(): void {
    if (this.retrying || this.backlog.length === 0) return;
    const { clock } = this.world;
    if (this.path.cut) {
      this.retrying = true;
      clock.after(this.retransmit, this, RETRY, this.connection);
      if (this.retransmit === FIRST_RETRANSMIT) clock.after(NET_TIMEOUT, this, SILENCE, this.connection);
      this.retransmit = Math.min(LONGEST_RETRANSMIT, this.retransmit * 2);
      return;
    }
    this.retransmit = FIRST_RETRANSMIT;
    overhear(this.path, this.backlog.length);
    // TCP keeps the order even when the delay of the link has just become shorter
    this.lastArrival = Math.max(this.lastArrival, clock.now + this.path.back.delay);
    clock.at(this.lastArrival, this, ARRIVE, { rows: this.backlog, connection: this.connection });
    this.backlog = [];
  }

  on(kind: number, subject: Batch | number): void {
    if (typeof subject === 'object') return this.arrive(subject);
    if (kind === ACKNOWLEDGE) return this.source.semiSync.acknowledged(subject);
    if (subject !== this.connection || this.ended) return;
    if (kind === RETRY) {
      this.retrying = false;
      this.flush();
    } else if (kind === SILENCE) {
      if (this.connected && this.path.cut) this.lose();
    } else if (!this.connected) {
      this.connect();
    }
  }

  private arrive(batch: Batch): void {
    if (batch.connection !== this.connection || this.ended || this.broken) return;
    if (!this.replica.running) {
      // a paused replica's kernel keeps the rows; they are received when it goes on
      if (this.replica.state === 'paused') this.world.clock.after(FIRST_RETRANSMIT, this, ARRIVE, batch);
      return;
    }
    let last = 0;
    for (const { row, committed } of batch.rows) {
      this.replica.applier.receive(row, committed);
      last = row;
    }
    if (!this.path.cut) this.world.clock.after(this.path.forth.delay, this, ACKNOWLEDGE, last);
  }

  /** Rows that were committed and have not arrived: the age of the oldest, as its commit time. */
  oldestUnsent(): Micros | undefined {
    return this.backlog[0]?.committed;
  }

  sourceDied(): void {
    if (!this.connected) return;
    // with its host gone nobody says so: the replica waits for replica_net_timeout
    if (this.source.host.on && !this.path.cut) this.lose();
    else this.world.clock.after(NET_TIMEOUT, this, SILENCE, this.connection);
    this.connected = false;
  }

  private lose(): void {
    this.connected = false;
    this.connection++;
    this.connect();
  }

  /** The replica has died. */
  disconnected(): void {
    this.connected = false;
    this.connection++;
    this.retrying = false;
  }

  /** `replication-break` and its `restore`. */
  setBroken(broken: boolean): void {
    this.broken = broken;
    this.disconnected();
    if (!broken) this.connect();
  }

  end(): void {
    this.ended = true;
    this.disconnected();
  }
}
