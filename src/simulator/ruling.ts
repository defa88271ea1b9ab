import type { Id, Micros } from '../topology/types.ts';

/** What was decided about one request, in the order of its way. */
export type RulingName =
  /** a worker, or an event loop, takes it out of the accept queue */
  | 'begins'
  /** a balancer keeps it until a server has a free place */
  | 'queued'
  | 'queue-timeout'
  | 'connect-timeout'
  /** an answer was waited for in vain */
  | 'read-timeout'
  /** HAProxy waits a second before it tries again whom it found closed */
  | 'turns-around'
  | 'tries-again'
  | 'goes-elsewhere'
  | 'no-retry-left'
  /** it may not be tried again after such a failure */
  | 'not-retried'
  /** nobody is left to be asked */
  | 'no-server'
  /** `on-marked-down shutdown-sessions` */
  | 'marked-down'
  /** the user has waited as long as users do */
  | 'out-of-patience'
  | 'no-address'
  | 'certificate-expired'
  /** semi-synchronous replication: the answer waits until a replica has the row */
  | 'awaits-replica'
  | 'read-only'
  | 'disk-full'
  | 'no-connections-left'
  /** the fault `errors` */
  | 'answers-errors'
  | 'not-logged-in';

/** A decision about a request, told by whoever took it, when it was taken. */
export interface Ruling {
  readonly at: Micros;
  readonly by: Id | 'users';
  readonly name: RulingName;
  /** the server that it is about */
  readonly about: Id | undefined;
}
