import type { Micros } from '../topology/types.ts';

/** The faults, in the field's own words. What each means: docs/model.md. */
export type Verb =
  | 'kill'
  | 'start'
  | 'stop'
  | 'pause'
  | 'resume'
  | 'slow'
  | 'errors'
  | 'restore'
  | 'drain'
  | 'ready'
  | 'deploy'
  | 'power-off'
  | 'power-on'
  | 'cpu-hog'
  | 'partition'
  | 'heal'
  | 'delay'
  | 'loss'
  | 'wiretap'
  | 'untap'
  | 'spike'
  | 'lag'
  | 'replication-break'
  | 'failover'
  | 'switchover'
  | 'cert-expire'
  | 'renew'
  | 'dns-fail'
  | 'dns-change'
  | 'attack';

/** One fault, checked against its topology: `kill web-2`, `slow app-2 10`, `partition lb-host server-2`. */
export interface Fault {
  readonly verb: Verb;
  /** ids, names or kinds, as the verb wants them */
  readonly targets: readonly string[];
  /** a factor, a share 0..1, microseconds, an address: as the verb wants it */
  readonly value: number | string | undefined;
  /** as a person would write it, without the time */
  readonly words: string;
}

export interface TimedFault {
  readonly at: Micros;
  readonly fault: Fault;
}
