import type { Micros } from '../../topology/types.ts';
import type { Exchange } from '../exchange.ts';
import { TcpFlow } from '../tcp-flow.ts';
import type { BinlogStream } from './binlog-stream.ts';
import type { DatabaseProcess, DatabaseWorld } from './database.ts';
import type { GtidSet } from './gtid-set.ts';

const HEARTBEAT_DUE = 9;

/** MySQL 8.0 reference manual, SOURCE_HEARTBEAT_PERIOD: half of replica_net_timeout, while there is nothing to send */
const HEARTBEAT_PERIOD: Micros = 30_000_000;

/** Rows of 1 KB that TCP's buffers hold (Linux, tcp_rmem: 6 MB); then the dump thread waits until the replica has taken some. */
const WINDOW = 6000;

/** A row of the binary log on its way, with the time of its commit at the first source. */
export interface LoggedRow {
  readonly row: number;
  readonly committed: Micros;
  /** its place on this connection, from 0 */
  readonly position: number;
}

export type BinlogEvent = LoggedRow | 'heartbeat';

/** What one segment brings to the replica. */
export interface BinlogDelivery {
  readonly exchange: Exchange;
  readonly events: readonly BinlogEvent[];
  /** the source waits for semi-synchronous acknowledgements */
  readonly wantsAck: boolean;
}

/** The source's binary log dump thread for one replica: first all that the replica lacks, then each row as it comes. */
export class BinlogDump {
  readonly exchange: Exchange;
  readonly receiver: BinlogStream;
  private readonly flow: TcpFlow<BinlogEvent>;
  /** what the replica said that it has when it connected, and what was sent since */
  private readonly sent: GtidSet;
  private position = 0;
  /** rows that were sent and that the replica has not taken */
  private untaken = 0;
  /** the log has rows that found no room */
  private behind = false;
  private lastSent: Micros = 0;
  private over = false;
  private readonly world: DatabaseWorld;
  private readonly source: DatabaseProcess;

  constructor(world: DatabaseWorld, source: DatabaseProcess, exchange: Exchange, receiver: BinlogStream) {
    this.world = world;
    this.source = source;
    this.exchange = exchange;
    this.receiver = receiver;
    const { replica } = receiver;
    this.sent = replica.received.copy();
    this.flow = new TcpFlow(world.clock, world.stream(`${source.id} ${replica.id} binlog loss`), {
      path: exchange.path,
      leg: exchange.path.back,
      to: replica.host,
      deliver: (events) => this.deliver(events),
    });
  }

  /** Sends what the replica lacks. */
  begin(): void {
    const { log, semiSync } = this.source;
    const [first] = log.minus(this.sent);
    this.catchUp();
    semiSync.acknowledged(first === undefined ? log.last : first - 1);
    this.heartbeat();
  }

  private catchUp(): void {
    this.behind = false;
    for (const row of this.source.log.minus(this.sent)) {
      if (!this.findsRoom()) return;
      this.send(row, this.world.ledger.committedAt(row));
    }
  }

  /** Where there is no room for a row, it stays in the log, and all that come after it. */
  private findsRoom(): boolean {
    this.behind ||= this.untaken >= WINDOW;
    return !this.behind;
  }

  /** The replica has taken rows off the connection: there is room for what waits in the log. */
  taken(rows: number): void {
    this.untaken -= rows;
    if (!this.over && this.behind && this.untaken < WINDOW / 2) this.catchUp();
  }

  /** A row has come into the source's log. */
  ship(row: number, committed: Micros): void {
    if (!this.sent.has(row) && this.findsRoom()) this.send(row, committed);
  }

  private send(row: number, committed: Micros): void {
    this.lastSent = this.world.clock.now;
    this.sent.add(row);
    this.untaken++;
    this.flow.send({ row, committed, position: this.position++ });
  }

  /** A timer of its source's is due: a replica that hears nothing would believe the connection dead. */
  heartbeat(): void {
    if (this.over) return;
    const quiet = this.world.clock.now - this.lastSent;
    if (quiet >= HEARTBEAT_PERIOD) {
      this.lastSent = this.world.clock.now;
      this.flow.send('heartbeat');
    }
    this.source.later(this.lastSent + HEARTBEAT_PERIOD - this.world.clock.now, HEARTBEAT_DUE, this);
  }

  private deliver(events: readonly BinlogEvent[]): void {
    this.receiver.arrived({ exchange: this.exchange, events, wantsAck: this.source.semiSync.wanted });
  }

  /** When the first row was committed that has not left yet; undefined when all have. */
  get oldestWaiting(): Micros | undefined {
    const oldest = this.flow.oldestWaiting;
    return oldest === undefined || oldest === 'heartbeat' ? undefined : oldest.committed;
  }

  /** Its source has died, or serves the replica on another connection. */
  get isOver(): boolean {
    return this.over;
  }

  end(): void {
    this.over = true;
    this.flow.close();
  }
}
