import type { Database, Id, Micros } from '../../topology/types.ts';
import type { RandomStream } from '../engine/random.ts';
import type { PromotedBy, Reporter } from '../event.ts';
import { CLOSED, type Exchange } from '../exchange.ts';
import type { HostRuntime } from '../host.ts';
import { invariant } from '../invariant.ts';
import type { Ledger } from '../ledger.ts';
import { PerSecond } from '../per-second.ts';
import { Process, type ProcessWorld } from '../process.ts';
import type { Request } from '../request.ts';
import type { RulingName } from '../ruling.ts';
import { draw } from '../service-time.ts';
import { Applier } from './applier.ts';
import { type BinlogDelivery, BinlogDump } from './binlog-dump.ts';
import { ACKNOWLEDGED, type Acknowledgement, BinlogStream, RECEIVED } from './binlog-stream.ts';
import { DatabaseOrder, type DatabaseStatus } from './database-admin.ts';
import { GtidSet } from './gtid-set.ts';
import { SEMI_SYNC_TIMEOUT, SemiSync } from './semi-sync.ts';

/** events of its own; the applier has its own too */
const COMPUTED = 1;
const WAITED = 2;

/**
 * MySQL 8.0 reference manual, max_connections 151: "Too many connections". A statement that its client has given up holds
 * its connection until it is done.
 */
const MAX_CONNECTIONS = 151;

/** One statement being executed. */
class Statement {
  wait = 0;
  row = 0;
  readonly exchange: Exchange;

  constructor(exchange: Exchange) {
    this.exchange = exchange;
  }
}

/** What a database uses of the world. */
export interface DatabaseWorld extends ProcessWorld {
  readonly ledger: Ledger;
  readonly report: Reporter;
  database(id: Id): DatabaseProcess;
  /** it is the primary now */
  promoted(database: DatabaseProcess, because: PromotedBy): void;
}

/** MySQL: executes reads and writes, keeps a binary log, and as a replica applies that of its source. */
export class DatabaseProcess extends Process {
  readonly conf: Database;
  role: Database['role'];
  readOnly: boolean;
  /** an orchestrator or a person has shut it out of writing: it may not be the primary again by itself */
  fenced = false;
  /** rows that can be read here, and that go to its replicas (gtid_executed) */
  readonly log = new GtidSet();
  /** rows that it has, applied or still in its relay log */
  readonly received = new GtidSet();
  /** as a replica: where its rows come from */
  stream: BinlogStream | undefined = undefined;
  readonly applier: Applier;
  readonly semiSync: SemiSync;
  diskFull = false;
  private cpuTime = 0;
  private readonly serviceDraws: RandomStream;
  readonly applyDraws: RandomStream;
  private readonly dumps = new Set<BinlogDump>();
  private readonly reads = new PerSecond();
  private readonly staleReads = new PerSecond();
  private readonly writes = new PerSecond();

  declare protected readonly world: DatabaseWorld;

  constructor(world: DatabaseWorld, conf: Database, host: HostRuntime) {
    super(world, conf.id, 'database', host);
    this.conf = conf;
    this.serviceDraws = world.stream(`${this.id} service`);
    this.applyDraws = world.stream(`${this.id} apply`);
    this.role = conf.role;
    this.readOnly = conf.readOnly || conf.role === 'replica';
    this.applier = new Applier(this, world.clock);
    this.semiSync = new SemiSync(this);
  }

  override onStart(): void {
    this.onResume();
    this.semiSync.restarted();
  }

  protected override onResume(): void {
    this.applier.goOn();
    this.stream?.start();
  }

  /** Its receiver thread has connected to the source again after it had to wait for that. */
  sayReconnected(source: Id, after: 'silence' | 'retry'): void {
    this.world.report({ who: this.id, what: 'reconnects', about: source, after });
  }

  /** Semi-synchronous replication has changed. */
  say(what: 'degrades' | 'recovers'): void {
    this.world.report({ who: this.id, what, about: this.id });
  }

  // -- statements ----------------------------------------------------------------------------------------------

  protected override onData(exchange: Exchange): void {
    exchange.begun = true;
    this.rules('begins', exchange);
    if (exchange.purpose === 'replication') return this.beginDump(exchange);
    if (exchange.purpose === 'poll') return this.answerPoll(exchange);
    if (exchange.purpose === 'order') return this.obey(exchange);
    if (this.inside > MAX_CONNECTIONS) {
      this.rules('no-connections-left', exchange);
      return this.world.network.drop(exchange);
    }
    if (exchange.purpose === 'mysql-check') return this.world.network.answer(exchange, 200);
    if (exchange.write && this.readOnly) return this.refuse(exchange, 'read-only');
    const statement = new Statement(exchange);
    const { read, write } = this.conf;
    this.spend(draw(exchange.write ? write : read, this.serviceDraws), COMPUTED, statement);
  }

  /** Spends service time: its CPU part first; the waiting is left to whoever hears of it. */
  spend<S extends { wait: number }>(time: Micros, kind: number, subject: S): void {
    const slowed = Math.round(time * this.slowness);
    const cpu = Math.round(slowed * this.conf.cpu);
    subject.wait = slowed - cpu;
    this.cpuTime += slowed;
    this.compute(cpu, kind, subject);
  }

  protected override happen(kind: number, subject: unknown): void {
    if (subject instanceof Statement) {
      if (kind === COMPUTED && subject.wait > 0) this.later(subject.wait, WAITED, subject);
      else this.executed(subject);
    } else if (subject instanceof BinlogStream) {
      subject.happen(kind);
    } else if (subject instanceof BinlogDump) {
      subject.heartbeat();
    } else if (kind === RECEIVED) {
      this.stream?.receive(subject as BinlogDelivery);
    } else if (kind === ACKNOWLEDGED) {
      this.acknowledged(subject as Acknowledgement);
    } else if (kind === SEMI_SYNC_TIMEOUT) {
      this.semiSync.timedOut(subject);
    } else {
      this.applier.happen(kind, subject);
    }
  }

  private executed(statement: Statement): void {
    const { exchange } = statement;
    if (this.fails()) return this.refuse(exchange, 'answers-errors');
    if (!exchange.write) {
      if (exchange.request !== undefined) this.countRead(exchange.request);
      return this.finish(statement, 200);
    }
    if (this.readOnly || this.diskFull)
      return this.refuse(exchange, this.diskFull ? 'disk-full' : 'read-only');
    this.commit(statement);
  }

  /** AFTER_SYNC: the row goes into the binary log and to the replicas; the answer waits for semi-sync. */
  private commit(statement: Statement): void {
    const { now } = this.world.clock;
    const row = this.world.ledger.commit(now);
    statement.row = row;
    invariant(row > this.log.last, 'logs its own rows in ascending order', this.id);
    this.received.add(row);
    this.logged(row, now);
    this.writes.count(now);
    if (this.semiSync.waits) this.rules('awaits-replica', statement.exchange);
    this.semiSync.await(row, () => {
      const { request } = statement.exchange;
      if (request !== undefined) request.row = row;
      this.finish(statement, 200);
    });
  }

  private refuse(exchange: Exchange, why: RulingName): void {
    this.rules(why, exchange);
    this.world.network.answer(exchange, 500);
  }

  private finish(statement: Statement, status: number): void {
    this.world.network.answer(statement.exchange, status);
  }

  /** The server goes on with a statement and finds nobody to tell; who gave an order has given it up. */
  protected override onHangup(exchange: Exchange): void {
    if (exchange.work instanceof BinlogDump) this.endDump(exchange.work);
    else if (!exchange.asked || exchange.purpose === 'order') this.forget(exchange);
  }

  /**
   * Without space a write is rolled back with the error "table is full", and a replica's applier stops with it; reads
   * need none (MySQL 8.0 reference manual, "InnoDB Error Handling"). With space again, the replica is started again.
   */
  setDiskFull(full: boolean): void {
    this.diskFull = full;
    if (!full && this.running) this.applier.goOn();
  }

  // -- what administrators ask of it ---------------------------------------------------------------------------

  private answerPoll(exchange: Exchange): void {
    exchange.reply = this.status;
    this.world.network.answer(exchange, this.readOnly ? 1 : 0);
  }

  private get status(): DatabaseStatus {
    const { readOnly, fenced, source, received, log } = this;
    return { readOnly, fenced, received: received.size, applied: log.size, source };
  }

  /** A command takes several statements: one whose client has gone by the time it is read comes to nothing. */
  private obey(exchange: Exchange): void {
    const { owner, phase } = exchange;
    if (phase === CLOSED || !(owner instanceof DatabaseOrder)) return this.forget(exchange);
    const { command } = owner;
    const done = () => this.world.network.answer(exchange, 200);
    if (command.is === 'promote') return this.promote(command.because, done);
    // it is given to a replica: one that was promoted since it was last looked at takes writes, and goes on
    if (this.readOnly) this.follow(this.world.database(command.source));
    done();
  }

  // -- replication, as a source --------------------------------------------------------------------------------

  /** A row is in its log: its replicas get it, those of a replica too (log_replica_updates). */
  logged(row: number, committed: Micros): void {
    this.log.add(row);
    for (const dump of this.dumps) dump.ship(row, committed);
  }

  /** A replica asks for its log. One dump thread a replica: a new one ends that of a connection that has died. */
  private beginDump(exchange: Exchange): void {
    const { owner } = exchange;
    if (this.state === 'stopping' || !(owner instanceof BinlogStream))
      return this.world.network.drop(exchange);
    for (const dump of this.dumps) {
      if (dump.receiver.replica !== owner.replica) continue;
      this.endDump(dump);
      this.world.network.drop(dump.exchange);
    }
    const dump = new BinlogDump(this.world, this, exchange, owner);
    exchange.work = dump;
    this.dumps.add(dump);
    dump.begin();
  }

  private endDump(dump: BinlogDump): void {
    dump.end();
    this.dumps.delete(dump);
    this.forget(dump.exchange);
  }

  private acknowledged({ exchange, row }: Acknowledgement): void {
    if (exchange.work instanceof BinlogDump && this.dumps.has(exchange.work)) this.semiSync.acknowledged(row);
  }

  /** A stop does not wait for the replicas: their connections are never finished. */
  override get unfinished(): number {
    return this.inside - this.dumps.size;
  }

  // -- replication, as a replica -------------------------------------------------------------------------------

  /** Is a replica of `source` as its configuration says, before anything has started. */
  belongsTo(source: DatabaseProcess): void {
    this.role = 'replica';
    this.readOnly = true;
    this.stream = new BinlogStream(this.world, source, this);
  }

  /** Begins to replicate from `source`: at once, when it goes on, or when it is back. */
  follow(source: DatabaseProcess): void {
    this.stream?.end();
    this.applier.stopDraining();
    this.fenced = false;
    this.belongsTo(source);
    this.startReplication();
  }

  startReplication(): void {
    if (this.running) this.stream?.start();
  }

  /** Undoes a break of its replication. */
  mendReplication(): void {
    this.stream?.mend();
    this.startReplication();
  }

  /** Becomes the primary: applies what it has received, then accepts writes. If it dies before, it is a replica still. */
  promote(because: PromotedBy, done: () => void = () => {}): void {
    if (this.role === 'primary' && !this.readOnly) return done();
    this.fenced = false;
    this.stream?.stop();
    this.applier.drain(() => {
      this.stream?.end();
      this.stream = undefined;
      this.role = 'primary';
      this.readOnly = false;
      this.semiSync.restarted();
      this.world.promoted(this, because);
      done();
    });
  }

  /** It applies what it has received, and is the primary then. */
  get promoting(): boolean {
    return this.applier.draining;
  }

  /** A switchover has failed: the old primary takes writes again. */
  takeBack(): void {
    this.readOnly = this.conf.readOnly;
  }

  /** Is shut out of writing, whatever its network does: a fence works from outside. It ends a promotion, too. */
  fence(by: PromotedBy): void {
    this.fenced = true;
    this.applier.stopDraining();
    this.demote(by);
  }

  /** Accepts no writes any more. */
  demote(because: PromotedBy): void {
    if (this.readOnly) return;
    this.readOnly = true;
    this.world.report({ who: this.id, what: 'demotes', about: this.id, because });
  }

  get source(): Id | undefined {
    return this.stream?.source.id;
  }

  protected override onDeath(): void {
    this.applier.stopped();
    this.semiSync.stopped();
    this.stream?.stop();
    for (const dump of this.dumps) dump.end();
    this.dumps.clear();
  }

  // -- counting ------------------------------------------------------------------------------------------------

  private countRead(request: Request): void {
    const { now } = this.world.clock;
    if (this.world.ledger.read(request.client, this.log, now)) this.staleReads.count(now);
    this.reads.count(now);
  }

  /** reads answered, those with old data, and rows committed here in the last full second */
  statementsLastSecond(): { reads: number; stale: number; writes: number } {
    const { now } = this.world.clock;
    return { reads: this.reads.last(now), stale: this.staleReads.last(now), writes: this.writes.last(now) };
  }

  override busyTime(): number {
    return this.cpuTime / this.host.conf.cpus;
  }
}
