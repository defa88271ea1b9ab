import type { Verb } from './fault.ts';

/** What may stand after a verb. */
export type TargetKind =
  /** a component, or `collector@HOST` */
  | 'process'
  | 'server-of-balancer'
  | 'kind'
  | 'host'
  | 'database'
  | 'replica'
  | 'certificate'
  | 'name'
  /** a component, a host, or `users` */
  | 'end'
  | 'traffic'
  | 'attack'
  | 'anything';

export type ValueKind = 'factor' | 'share' | 'milliseconds' | 'seconds' | 'strategy' | 'address';

/** How a verb is written. */
export interface VerbForm {
  readonly targets: readonly TargetKind[];
  /** how many of the targets may be left out, from the end */
  readonly optional?: number;
  readonly value?: ValueKind;
  readonly valueOptional?: boolean;
  readonly example: string;
}

/** Every verb with its form: the parser, the help and the error messages read this. */
export const VERBS: Readonly<Record<Verb, VerbForm>> = {
  kill: { targets: ['process'], example: 'kill web-2' },
  start: { targets: ['process'], example: 'start web-2' },
  stop: { targets: ['process'], example: 'stop web-2' },
  pause: { targets: ['process'], example: 'pause app-2' },
  resume: { targets: ['process'], example: 'resume app-2' },
  slow: { targets: ['process'], value: 'factor', example: 'slow app-2 10' },
  errors: { targets: ['process'], value: 'share', example: 'errors app-2 20%' },
  restore: { targets: ['anything', 'end'], optional: 1, example: 'restore app-2' },
  drain: { targets: ['process', 'server-of-balancer'], example: 'drain lb-1 web-2' },
  ready: { targets: ['process', 'server-of-balancer'], example: 'ready lb-1 web-2' },
  deploy: { targets: ['kind'], value: 'strategy', valueOptional: true, example: 'deploy app-server rolling' },
  'power-off': { targets: ['host'], example: 'power-off server-2' },
  'power-on': { targets: ['host'], example: 'power-on server-2' },
  'cpu-hog': { targets: ['host'], value: 'share', example: 'cpu-hog server-2 50%' },
  partition: { targets: ['end', 'end'], optional: 1, example: 'partition lb-host server-2' },
  heal: { targets: ['end', 'end'], optional: 1, example: 'heal lb-host server-2' },
  delay: { targets: ['end', 'end'], value: 'milliseconds', example: 'delay app-1 db-1 100ms' },
  loss: { targets: ['end', 'end'], value: 'share', example: 'loss lb-1 web-2 5%' },
  wiretap: { targets: ['end', 'end'], example: 'wiretap lb-1 web-1' },
  untap: { targets: ['end', 'end'], example: 'untap lb-1 web-1' },
  spike: { targets: ['traffic'], value: 'factor', example: 'spike traffic 5' },
  lag: { targets: ['replica'], value: 'seconds', example: 'lag db-2 5s' },
  'replication-break': { targets: ['replica'], example: 'replication-break db-2' },
  failover: { targets: ['database'], optional: 1, example: 'failover db-2' },
  switchover: { targets: ['database'], optional: 1, example: 'switchover db-2' },
  'cert-expire': { targets: ['certificate'], optional: 1, example: 'cert-expire www.foobar.com' },
  renew: { targets: ['certificate'], optional: 1, example: 'renew www.foobar.com' },
  'dns-fail': { targets: ['name'], optional: 1, example: 'dns-fail www.foobar.com' },
  'dns-change': { targets: ['name'], value: 'address', example: 'dns-change www.foobar.com lb-2' },
  attack: { targets: ['attack', 'host'], example: 'attack port-scan server-1' },
};

export const ATTACKS = ['port-scan', 'sql-direct', 'flood'] as const;
export const STRATEGIES = ['rolling', 'all-at-once'] as const;
