import type { Micros } from '../../topology/types.ts';
import type { Exchange } from '../exchange.ts';
import { TcpFlow } from '../tcp-flow.ts';
import type { BinlogStream } from './binlog-stream.ts';
import type { DatabaseProcess, DatabaseWorld } from './database.ts';
import type { GtidSet } from './gtid-set.ts';

const HEARTBEAT_DUE = 9;

/** MySQL 8.0 reference manual, SOURCE_HEARTBEAT_PERIOD: half of replica_net_timeout, while there is nothing to send */
const HEARTBEAT_PERIOD: Micros = 30_000_000;

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
  /** what the replica said that it has when it connected */
  private readonly excluded: GtidSet;
  private position = 0;
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
    this.excluded = replica.received.copy();
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
    const missing = log.minus(this.excluded);
    for (const row of missing) this.send(row, this.world.ledger.committedAt(row));
    semiSync.acknowledged(missing[0] === undefined ? log.last : missing[0] - 1);
    this.heartbeat();
  }

  /** A row has come into the source's log. */
  ship(row: number, committed: Micros): void {
    if (!this.excluded.has(row)) this.send(row, committed);
  }

  private send(row: number, committed: Micros): void {
    this.lastSent = this.world.clock.now;
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

  end(): void {
    this.over = true;
    this.flow.close();
  }
}
