import type { ServerLine } from '../server-line.ts';

/** A `balance` algorithm of HAProxy. */
export interface Balance {
  /**
   * The server for the next request, never one that is full. `avoid` is the server that has just failed it: it is
   * taken only when there is no other.
   */
  pick(client: number, avoid: ServerLine | undefined): ServerLine | undefined;
  /** the set of usable servers, or a weight, has changed */
  changed(): void;
  /** `served` of a server has changed */
  loadChanged(server: ServerLine): void;
  /** HAProxy calls these round robin in kind: a failed connection is redispatched at once (2.6, backend.c) */
  readonly roundRobinKind: boolean;
}
