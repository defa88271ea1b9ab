import type { AppServer, Id, Micros } from '../../topology/types.ts';

/** a database that failed is left alone this long */
export const SKIP = 10_000_000;

/** What an application server believes of its databases. */
export class DatabaseAccess {
  /** every database that it knows of */
  readonly watched: readonly Id[];
  private primary: Id | undefined;
  private readonly skippedUntil = new Map<Id, Micros>();
  private readonly writable = new Map<Id, boolean>();
  private readonly conf: AppServer;

  constructor(conf: AppServer) {
    this.conf = conf;
    this.primary = conf.writes;
    this.watched = [...new Set([...(conf.writes === undefined ? [] : [conf.writes]), ...conf.reads])];
  }

  /** A new process knows only what its configuration says. */
  reset(): void {
    this.primary = this.conf.writes;
    this.skippedUntil.clear();
    this.writable.clear();
  }

  /** where it sends writes now */
  get writesTo(): Id | undefined {
    return this.primary;
  }

  needed(write: boolean): boolean {
    return write ? this.conf.writes !== undefined : this.conf.reads.length > 0;
  }

  /** The database to ask next; those in `tried` have failed this request already. */
  choose(write: boolean, tried: ReadonlySet<Id>, now: Micros): Id | undefined {
    const candidates = write ? (this.primary === undefined ? [] : [this.primary]) : this.conf.reads;
    return candidates.find((id) => !tried.has(id) && (this.skippedUntil.get(id) ?? 0) <= now);
  }

  /** The databases that are or were left alone at this moment or later, and until when. */
  avoided(since: Micros): { id: Id; until: Micros }[] {
    return [...this.skippedUntil].flatMap(([id, until]) => (until > since ? [{ id, until }] : []));
  }

  failed(id: Id, now: Micros): void {
    this.skippedUntil.set(id, now + SKIP);
  }

  /** A poll was answered: whether the database accepts writes. It moves only when the old primary no longer does. */
  saw(id: Id, writable: boolean): void {
    this.writable.set(id, writable);
    if (!writable || this.primary === id) return;
    if (this.primary === undefined || this.writable.get(this.primary) !== true) this.primary = id;
  }

  /** A poll failed: nothing is known of it any more. */
  lost(id: Id): void {
    this.writable.delete(id);
  }
}
