import type { Id, Micros } from '../topology/types.ts';

/** One direction of a path. */
export interface Leg {
  delay: Micros;
  loss: number;
}

/** A passive reader on a link. */
export interface Wiretap {
  readonly ends: readonly [Id, Id];
  messages: number;
  readable: number;
}

/** What lies between a caller and a callee at this moment. The network keeps it up to date. */
export interface Path {
  /** component ids; the users are `users` */
  readonly from: Id;
  readonly to: Id;
  readonly fromHost: Id;
  readonly toHost: Id;
  readonly forth: Leg;
  readonly back: Leg;
  cut: boolean;
  /** what the callee's host firewall does with a new connection */
  verdict: 'accept' | 'drop' | 'reject';
  /** messages on it are in plain text */
  plainText: boolean;
  taps: Wiretap[];
}

/** Messages pass by whoever listens there. */
export function overhear(path: Path, messages: number): void {
  for (const tap of path.taps) {
    tap.messages += messages;
    if (path.plainText) tap.readable += messages;
  }
}
