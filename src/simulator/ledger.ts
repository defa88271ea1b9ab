import type { Micros } from '../topology/types.ts';
import type { GtidSet } from './components/gtid-set.ts';
import { UnacknowledgedRows } from './unacknowledged-rows.ts';

const SECOND: Micros = 1_000_000;
/** so long without a read of old data, and the next one begins anew: few of the users have just written */
const STALE_PAUSE: Micros = 3_000_000;

/**
 * Every committed write is a row with a number. The users know which of theirs were acknowledged; the ledger holds
 * that against what the database that is the primary in the end really has.
 */
export class Ledger {
  private rows = 0;
  /** second -> the highest row committed until its end */
  private readonly lastOfSecond: number[] = [];
  /** committed, but the user never got a good answer */
  private readonly unacknowledged = new UnacknowledgedRows();
  acknowledged = 0;
  reads = 0;
  staleReads = 0;
  /** when the newest read of old data was answered, and when the first after a pause; undefined: none was */
  stale: { readonly last: Micros; readonly since: Micros } | undefined = undefined;
  /** client -> the newest row that it knows to be written */
  private readonly newest = new Map<number, number>();

  /** A new row, not acknowledged yet. */
  commit(now: Micros): number {
    const row = ++this.rows;
    this.unacknowledged.add(row);
    const second = Math.floor(now / SECOND);
    while (this.lastOfSecond.length < second) this.lastOfSecond.push(row - 1);
    this.lastOfSecond[second] = row;
    return row;
  }

  /** When a row was committed, to the second, as a binary log has it. */
  committedAt(row: number): Micros {
    const { lastOfSecond } = this;
    let low = 0;
    let high = lastOfSecond.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lastOfSecond[middle] as number) >= row) high = middle;
      else low = middle + 1;
    }
    return low * SECOND;
  }

  /** The client has its good answer for this row. */
  acknowledge(row: number, client: number): void {
    if (!this.unacknowledged.delete(row)) return;
    this.acknowledged++;
    this.newest.set(client, row);
  }

  /** A client reads from a database: stale when its own newest write isn't there (read your writes). */
  read(client: number, held: GtidSet, now: Micros): boolean {
    this.reads++;
    const row = this.newest.get(client);
    const stale = row !== undefined && !held.has(row);
    if (stale) this.countStale(now);
    return stale;
  }

  private countStale(now: Micros): void {
    const before = this.stale;
    const since = before === undefined || now - before.last > STALE_PAUSE ? now : before.since;
    this.stale = { last: now, since };
    this.staleReads++;
  }

  /** Acknowledged rows that `held` does not have, ascending. */
  missingFrom(held: GtidSet): number[] {
    const missing: number[] = [];
    let row = 1;
    while (row <= this.rows) {
      if (held.has(row)) {
        row = held.endOfRange(row) + 1;
      } else {
        if (!this.unacknowledged.has(row)) missing.push(row);
        row++;
      }
    }
    return missing;
  }
}
