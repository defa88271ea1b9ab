import type { Micros } from '../../topology/types.ts';
import type { Clock } from '../engine/clock.ts';
import { invariant } from '../invariant.ts';
import { draw } from '../service-time.ts';
import type { DatabaseProcess } from './database.ts';

/** events of the applier */
const APPLIED = 3;
const APPLY_DUE = 4;

/** A row in the relay log. */
class RelayedRow {
  wait = 0;
  done = false;
  readonly row: number;
  /** when it was committed at the source */
  readonly committed: Micros;

  constructor(row: number, committed: Micros) {
    this.row = row;
    this.committed = committed;
  }
}

/**
 * A replica's applier: rows of the relay log, executed by replica_parallel_workers and made visible in commit order
 * (replica_preserve_commit_order). Lag is what piles up here and on the way.
 */
export class Applier {
  private laterBy: Micros = 0;
  private readonly relayLog: RelayedRow[] = [];
  private head = 0;
  private begun = 0;
  private working = 0;
  private waiting = false;
  private whenDrained: (() => void) | undefined = undefined;
  private readonly database: DatabaseProcess;
  private readonly clock: Clock;

  constructor(database: DatabaseProcess, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Rows are applied this long after their commit, at the earliest (the fault `lag`; SOURCE_DELAY). */
  get delay(): Micros {
    return this.laterBy;
  }

  setDelay(delay: Micros): void {
    this.laterBy = delay;
    if (this.database.running) this.work();
  }

  receive(row: number, committed: Micros): void {
    invariant(!this.database.received.has(row), 'receives each row once', this.database.id);
    this.database.received.add(row);
    this.relayLog.push(new RelayedRow(row, committed));
    this.work();
  }

  /** Age of the oldest row that was received and cannot be read yet; undefined when there is none. */
  oldest(): Micros | undefined {
    return this.relayLog[this.head]?.committed;
  }

  private work(): void {
    while (this.working < this.database.conf.replicaParallelWorkers && !this.database.diskFull) {
      const next = this.relayLog[this.begun];
      if (next === undefined) return;
      const due = next.committed + this.laterBy;
      if (due > this.clock.now && this.whenDrained === undefined) return this.waitFor(due);
      this.begun++;
      this.working++;
      const { conf } = this.database;
      this.database.spend(draw(conf.apply, this.database.applyDraws), APPLIED, next);
    }
  }

  private waitFor(due: Micros): void {
    if (this.waiting) return;
    this.waiting = true;
    this.database.later(due - this.clock.now, APPLY_DUE, undefined);
  }

  happen(kind: number, subject: unknown): void {
    if (kind === APPLY_DUE) {
      this.waiting = false;
      this.work();
    } else if (kind === APPLIED && subject instanceof RelayedRow) {
      if (subject.wait > 0) {
        const { wait } = subject;
        subject.wait = 0;
        this.database.later(wait, APPLIED, subject);
        return;
      }
      subject.done = true;
      this.working--;
      invariant(
        this.working >= 0 && this.working <= this.database.conf.replicaParallelWorkers,
        'has no more rows in work than workers',
        this.database.id,
      );
      this.publish();
      this.work();
    }
  }

  /** Makes visible what is done, in order. */
  private publish(): void {
    for (;;) {
      const next = this.relayLog[this.head];
      if (next === undefined || !next.done) break;
      this.head++;
      this.database.logged(next.row, next.committed);
    }
    if (this.head > 256 && this.head * 2 > this.relayLog.length) {
      this.relayLog.splice(0, this.head);
      this.begun -= this.head;
      this.head = 0;
    }
    this.checkDrained();
  }

  /** Calls `then` once everything received is applied, without waiting for a delay. */
  drain(then: () => void): void {
    this.whenDrained = then;
    this.work();
    this.checkDrained();
  }

  get draining(): boolean {
    return this.whenDrained !== undefined;
  }

  /** Nobody waits for that any more. */
  stopDraining(): void {
    this.whenDrained = undefined;
  }

  private checkDrained(): void {
    const then = this.whenDrained;
    if (then === undefined || this.head < this.relayLog.length) return;
    this.whenDrained = undefined;
    then();
  }

  /** The process has died: the relay log is on disk, work in progress starts again, a promotion does not. */
  stopped(): void {
    this.relayLog.splice(0, this.head);
    this.head = 0;
    this.begun = 0;
    this.working = 0;
    this.waiting = false;
    for (const row of this.relayLog) row.done = false;
    this.whenDrained = undefined;
  }

  /** The process is back. */
  goOn(): void {
    this.work();
  }
}
