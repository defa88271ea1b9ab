import type { Database, Id, Micros } from '../../topology/types.ts';
import type { RandomStream } from '../engine/random.ts';
import type { PromotedBy } from '../event.ts';
import type { Exchange } from '../exchange.ts';
import type { HostRuntime } from '../host.ts';
import { Process } from '../process.ts';
import { draw } from '../service-time.ts';
import type { World } from '../world.ts';
import { Applier } from './applier.ts';
import { BinlogStream } from './binlog-stream.ts';
import { SEMI_SYNC_TIMEOUT, SemiSync } from './semi-sync.ts';
import { WriteLog } from './write-log.ts';

/** events of its own; the applier has its own too */
const COMPUTED = 1;
const WAITED = 2;

/** One statement being executed. */
class Statement {
  wait = 0;
  row = 0;
  readonly exchange: Exchange;

  constructor(exchange: Exchange) {
    this.exchange = exchange;
  }
}

/** MySQL: executes reads and writes, keeps a binary log, and as a replica applies that of its source. */
export class DatabaseProcess extends Process {
  readonly conf: Database;
  role: Database['role'];
  readOnly: boolean;
  /** rows that can be read here */
  log = new WriteLog();
  /** as a replica: where its rows come from */
  stream: BinlogStream | undefined = undefined;
  readonly applier: Applier;
  readonly semiSync: SemiSync;
  diskFull = false;
  private cpuTime = 0;
  private readonly serviceDraws: RandomStream;
  readonly applyDraws: RandomStream;
  private writesThisSecond = { second: 0, now: 0, last: 0 };

  constructor(world: World, conf: Database, host: HostRuntime) {
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
    this.applier.goOn();
    if (this.role === 'replica' && this.stream !== undefined) this.stream.connect();
    this.semiSync.restarted();
  }

  /** Semi-synchronous replication has changed. */
  say(what: 'degrades' | 'recovers'): void {
    this.world.report({ who: this.id, what, about: this.id });
  }

  // -- statements ----------------------------------------------------------------------------------------------

  protected override onData(exchange: Exchange): void {
    exchange.begun = true;
    if (exchange.purpose === 'poll') return this.world.network.answer(exchange, this.readOnly ? 1 : 0);
    if (exchange.write && this.readOnly) return this.world.network.answer(exchange, 500);
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
    } else if (kind === SEMI_SYNC_TIMEOUT) {
      this.semiSync.timedOut(subject);
    } else {
      this.applier.happen(kind, subject);
    }
  }

  private executed(statement: Statement): void {
    const { exchange } = statement;
    if (this.fails()) return this.finish(statement, 500);
    if (!exchange.write) {
      if (exchange.request !== undefined) this.world.countRead(exchange.request, this.log);
      return this.finish(statement, 200);
    }
    if (this.readOnly || this.diskFull) return this.finish(statement, 500);
    this.commit(statement);
  }

  /** AFTER_SYNC: the row goes into the binary log and to the replicas; the answer waits for semi-sync. */
  private commit(statement: Statement): void {
    const row = this.world.ledger.commit();
    statement.row = row;
    this.log.add(row);
    this.countWrite();
    for (const stream of this.world.streamsFrom(this.id)) stream.ship(row);
    this.semiSync.await(row, () => {
      const { request } = statement.exchange;
      if (request !== undefined) request.row = row;
      this.finish(statement, 200);
    });
  }

  private finish(statement: Statement, status: number): void {
    this.world.network.answer(statement.exchange, status);
  }

  protected override onHangup(): void {
    // the server goes on with the statement and finds nobody to tell
  }

  /**
   * Without space a write is rolled back with the error "table is full", and a replica's applier stops with it; reads
   * need none (MySQL 8.0 reference manual, "InnoDB Error Handling"). With space again, the replica is started again.
   */
  setDiskFull(full: boolean): void {
    this.diskFull = full;
    if (!full && this.running) this.applier.goOn();
  }

  // -- replication ---------------------------------------------------------------------------------------------

  /** Begins to replicate from `source`. */
  follow(source: DatabaseProcess): void {
    this.stream?.end();
    this.role = 'replica';
    this.readOnly = true;
    this.stream = new BinlogStream(this.world, source, this);
    if (this.running) this.stream.connect();
  }

  /** Becomes the primary: applies what it has received, then accepts writes. */
  promote(because: PromotedBy): void {
    this.stream?.end();
    this.stream = undefined;
    this.applier.drain(() => {
      this.role = 'primary';
      this.readOnly = false;
      this.semiSync.restarted();
      this.world.promoted(this, because);
    });
  }

  /** Accepts no writes any more. */
  demote(because: PromotedBy): void {
    if (this.readOnly) return;
    this.readOnly = true;
    this.world.report({ who: this.id, what: 'demotes', about: this.id, because });
  }

  /** the highest row that it has received, applied or not */
  get received(): number {
    return Math.max(this.log.last, this.applier.lastReceived);
  }

  get source(): Id | undefined {
    return this.stream?.source.id;
  }

  protected override onDeath(): void {
    this.applier.stopped();
    this.semiSync.stopped();
    this.stream?.disconnected();
    for (const stream of this.world.streamsFrom(this.id)) stream.sourceDied();
  }

  // -- counting ------------------------------------------------------------------------------------------------

  private countWrite(): void {
    this.turnSecond();
    this.writesThisSecond.now++;
  }

  private turnSecond(): void {
    const second = Math.floor(this.world.clock.now / 1_000_000);
    const count = this.writesThisSecond;
    if (second === count.second) return;
    count.last = second === count.second + 1 ? count.now : 0;
    count.now = 0;
    count.second = second;
  }

  /** rows committed here in the last full second */
  writesLastSecond(): number {
    this.turnSecond();
    return this.writesThisSecond.last;
  }

  override busyTime(): number {
    return this.cpuTime / this.host.conf.cpus;
  }
}
