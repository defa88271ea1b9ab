import type { Timer } from '../engine/timers.ts';
import type { DatabaseProcess } from './database.ts';

export const SEMI_SYNC_TIMEOUT = 5;

interface Waiting {
  readonly row: number;
  readonly then: () => void;
  readonly timer: Timer;
}

/**
 * Semi-synchronous replication at the source, AFTER_SYNC: a commit is answered when one replica has received it, and
 * waits even when no replica is connected (rpl_semi_sync_source_wait_no_replica is ON).
 * After rpl_semi_sync_source_timeout it goes on asynchronously and says nothing to the application; it returns when
 * a replica has caught up (MySQL 8.0 reference manual, "Semisynchronous Replication").
 */
export class SemiSync {
  degraded = false;
  private acknowledgedRow = 0;
  private waiting: Waiting[] = [];
  private readonly database: DatabaseProcess;

  constructor(database: DatabaseProcess) {
    this.database = database;
  }

  get wanted(): boolean {
    return this.database.conf.replication === 'semi-sync' && this.database.role === 'primary';
  }

  /** An answer waits for a replica now. */
  get waits(): boolean {
    return this.wanted && !this.degraded;
  }

  /** Commits whose answer waits for a replica now. */
  get unacknowledged(): number {
    return this.waiting.length;
  }

  /** Calls `then` when the row may be acknowledged. */
  await(row: number, then: () => void): void {
    if (!this.waits) return then();
    const timer = this.database.timer(this.database.conf.rplSemiSyncSourceTimeout, SEMI_SYNC_TIMEOUT, row);
    this.waiting.push({ row, then, timer });
  }

  /** A replica has received everything up to `row`. */
  acknowledged(row: number): void {
    this.acknowledgedRow = Math.max(this.acknowledgedRow, row);
    if (this.degraded && this.wanted && this.acknowledgedRow >= this.database.log.last) this.recover();
    this.release(this.acknowledgedRow);
  }

  timedOut(row: unknown): void {
    if (!this.waiting.some((write) => write.row === row)) return;
    this.degraded = true;
    this.database.say('degrades');
    this.release(Number.POSITIVE_INFINITY);
  }

  private recover(): void {
    this.degraded = false;
    this.database.say('recovers');
  }

  private release(upTo: number): void {
    const ready = this.waiting.filter((write) => write.row <= upTo);
    this.waiting = this.waiting.filter((write) => write.row > upTo);
    for (const write of ready) {
      write.timer.cancel();
      write.then();
    }
  }

  stopped(): void {
    this.waiting = [];
  }

  restarted(): void {
    this.degraded = false;
    this.acknowledgedRow = this.database.log.last;
  }
}
