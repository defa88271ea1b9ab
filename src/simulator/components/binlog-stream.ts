import type { Micros } from '../../topology/types.ts';
import type { Timer } from '../engine/timers.ts';
import type { ConnectionHandler, Exchange } from '../exchange.ts';
import { invariant } from '../invariant.ts';
import { REPLICATION } from '../request.ts';
import { TcpFlow } from '../tcp-flow.ts';
import { type BinlogDelivery, BinlogDump } from './binlog-dump.ts';
import type { DatabaseProcess, DatabaseWorld } from './database.ts';

/** what comes over the connection, as events of the process at its end */
export const RECEIVED = 6;
export const ACKNOWLEDGED = 7;
/** timers */
const CONNECT_TIMEOUT = 10;
const SILENCE = 11;
const RETRY = 12;

/** MySQL 8.0 reference manual: SOURCE_CONNECT_RETRY 60 s */
const CONNECT_RETRY: Micros = 60_000_000;
/** MySQL 8.0 reference manual: replica_net_timeout 60 s; it limits connecting too (sql/rpl_replica.cc) */
const NET_TIMEOUT: Micros = 60_000_000;

/** A replica has received everything up to a row. */
export interface Acknowledgement {
  readonly exchange: Exchange;
  readonly row: number;
}

interface Streaming {
  readonly is: 'streaming';
  readonly exchange: Exchange;
  /** semi-synchronous acknowledgements on their way to the source */
  readonly acks: TcpFlow<number>;
  /** when the replica's kernel last got anything */
  heard: Micros;
  /** the place of the row that comes next */
  position: number;
  silence: Timer;
}

/** Where the replica's receiver thread stands. A stall of the connection is TCP's own affair: it sees only silence. */
type State =
  | { readonly is: 'idle' }
  | {
      readonly is: 'connecting';
      readonly exchange: Exchange;
      readonly limit: Timer;
      /** what it had to wait for before it tried again; undefined: nothing */
      readonly after: 'silence' | 'retry' | undefined;
    }
  | Streaming
  | { readonly is: 'waiting'; readonly retry: Timer }
  | { readonly is: 'broken' }
  | { readonly is: 'ended' };

const IDLE: State = { is: 'idle' };
const BROKEN: State = { is: 'broken' };
const ENDED: State = { is: 'ended' };

/**
 * The replica's receiver thread: it connects to its source, asks for what it lacks and takes what comes. When the
 * connection ends it tries again at once, then every 60 s; a source that is silent for 60 s counts as gone.
 */
export class BinlogStream implements ConnectionHandler {
  readonly source: DatabaseProcess;
  readonly replica: DatabaseProcess;
  private state: State = IDLE;
  private readonly world: DatabaseWorld;

  constructor(world: DatabaseWorld, source: DatabaseProcess, replica: DatabaseProcess) {
    this.world = world;
    this.source = source;
    this.replica = replica;
  }

  /** Whether its source sends it its log: a replica doesn't know it of one that was switched off and is back. */
  get receives(): boolean {
    if (this.state.is !== 'streaming') return false;
    const { work } = this.state.exchange;
    return work instanceof BinlogDump && !work.isOver;
  }

  /**
   * Whether it acknowledges what it receives, as the replica itself says: Rpl_semi_sync_replica_status (slave_status in
   * MariaDB). It is ON from the start of the receiver thread to its end, also while that looks for a source that has
   * gone or that no longer waits (recorded: MariaDB 10.11).
   */
  get acknowledges(): boolean {
    const { is } = this.state;
    return this.source.semiSync.wanted && (is === 'streaming' || is === 'connecting' || is === 'waiting');
  }

  /** the fault `replication-break`: it receives nothing, though all is up */
  get broken(): boolean {
    return this.state.is === 'broken';
  }

  /** When the first row was committed that has not left the source yet; undefined when all have. */
  oldestUnsent(): Micros | undefined {
    if (this.state.is !== 'streaming') return undefined;
    const { work } = this.state.exchange;
    return work instanceof BinlogDump ? work.oldestWaiting : undefined;
  }

  // -- what it is told -----------------------------------------------------------------------------------------

  /** START REPLICA, or the server has started. */
  start(): void {
    if (this.state.is === 'idle') this.connect();
  }

  /** STOP REPLICA, or the server has died. */
  stop(): void {
    if (this.state.is !== 'broken' && this.state.is !== 'ended') this.become(IDLE);
  }

  break(): void {
    if (this.state.is !== 'ended') this.become(BROKEN);
  }

  /** The break is mended; it still has to be started. */
  mend(): void {
    if (this.state.is === 'broken') this.become(IDLE);
  }

  /** The replica has another source now, or none. */
  end(): void {
    this.become(ENDED);
  }

  // -- the connection ------------------------------------------------------------------------------------------

  private connect(after?: 'silence' | 'retry'): void {
    const exchange = this.world.network.open(this.replica, this, this.source, REPLICATION);
    const limit = this.replica.timer(NET_TIMEOUT, CONNECT_TIMEOUT, this);
    this.become({ is: 'connecting', exchange, limit, after });
  }

  connected(exchange: Exchange): void {
    const { state } = this;
    if (state.is === 'connecting' && state.after !== undefined) {
      this.replica.sayReconnected(this.source.id, state.after);
    }
    const silence = this.replica.timer(NET_TIMEOUT, SILENCE, this);
    const { now } = this.world.clock;
    this.become({
      is: 'streaming',
      exchange,
      acks: this.acksOver(exchange),
      heard: now,
      position: 0,
      silence,
    });
    this.world.network.send(exchange);
  }

  refused(): void {
    this.wait();
  }

  reset(): void {
    if (this.state.is === 'streaming') this.connect();
    else this.wait();
  }

  answered(): void {
    // the source answers with its log, and never ends
  }

  /** A timer is due. */
  happen(kind: number): void {
    const { state } = this;
    if (kind === CONNECT_TIMEOUT) return this.wait();
    if (kind === RETRY) return this.connect('retry');
    if (kind !== SILENCE || state.is !== 'streaming') return;
    const left = state.heard + NET_TIMEOUT - this.world.clock.now;
    if (left > 0) state.silence = this.replica.timer(left, SILENCE, this);
    else this.connect('silence');
  }

  private wait(): void {
    this.become({ is: 'waiting', retry: this.replica.timer(CONNECT_RETRY, RETRY, this) });
  }

  /** Leaves the old state with all that belongs to it. */
  private become(next: State): void {
    const { state } = this;
    this.state = next;
    if (state.is === 'waiting') state.retry.cancel();
    if (state.is === 'connecting') state.limit.cancel();
    if (state.is === 'streaming') {
      state.silence.cancel();
      state.acks.close();
    }
    const old = 'exchange' in state ? state.exchange : undefined;
    const kept = 'exchange' in next ? next.exchange : undefined;
    if (old !== undefined && old !== kept) this.world.network.hangUp(old);
  }

  // -- what comes over it --------------------------------------------------------------------------------------

  /** The replica's kernel has something; a replica that is stopped finds it when it goes on. */
  arrived(delivery: BinlogDelivery): void {
    if (this.state.is === 'streaming') this.state.heard = this.world.clock.now;
    this.replica.on(RECEIVED, delivery);
  }

  /** The replica takes it. */
  receive({ exchange, events, wantsAck }: BinlogDelivery): void {
    const { state } = this;
    if (state.is !== 'streaming' || state.exchange !== exchange) return;
    let last: number | undefined;
    let rows = 0;
    for (const event of events) {
      if (event === 'heartbeat') continue;
      invariant(event.position === state.position, 'receives rows in order', this.replica.id);
      state.position++;
      rows++;
      this.replica.applier.receive(event.row, event.committed);
      last = event.row;
    }
    if (exchange.work instanceof BinlogDump) exchange.work.taken(rows);
    if (wantsAck && last !== undefined) state.acks.send(last);
  }

  private acksOver(exchange: Exchange): TcpFlow<number> {
    const { source, replica, world } = this;
    return new TcpFlow(world.clock, world.stream(`${source.id} ${replica.id} ack loss`), {
      path: exchange.path,
      leg: exchange.path.forth,
      to: source.host,
      deliver: (rows) => source.on(ACKNOWLEDGED, { exchange, row: rows[rows.length - 1] ?? 0 }),
    });
  }
}
