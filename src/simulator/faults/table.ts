import { messagesOf } from '../../messages/language.ts';
import type { Kind } from '../../topology/types.ts';

const t = messagesOf('simulator/faults/table');

/** What may stand after a verb. */
export type TargetKind =
  /** a component, or `collector@HOST` */
  | 'process'
  | 'server-of-balancer'
  /** a kind of component, or one component */
  | 'deployable'
  /** left out: the same code again */
  | 'version'
  | 'host'
  | 'database'
  | 'replica'
  /** left out: every one */
  | 'certificate'
  /** left out: every one */
  | 'name'
  /** a component, a host, or `users` */
  | 'end'
  | 'traffic'
  | 'attack'
  /** whatever a fault that `restore` undoes can act on */
  | 'restorable';

export type ValueKind =
  | 'factor'
  | 'slowdown'
  | 'share'
  | 'milliseconds'
  | 'seconds'
  | 'strategy'
  | 'address'
  | 'weight';

/** Where the screen offers a fault: among those of a component, its host, the network around it, its links, the site. */
export type MenuPlace = 'component' | 'host' | 'network' | 'links' | 'site';

/** One fault: how it is written, what it means, what takes it away, where it is offered. */
export interface FaultRow<V extends string = string> {
  readonly targets: readonly TargetKind[];
  /** how many of the targets may be left out, from the end */
  readonly optional?: number;
  /** the kinds of component that it acts on; left out: all that `targets` say */
  readonly on?: readonly Kind[];
  readonly value?: ValueKind;
  readonly valueOptional?: boolean;
  /** as a person would write it; the first is shown when something is wrong */
  readonly examples: readonly [string, ...string[]];
  /** what it means in a line, after its targets: `answers 20% with errors` */
  readonly means: (value: string, targets: readonly string[]) => string;
  readonly undoneBy?: V;
  /** it acts from its first target to its second, and not back */
  readonly oneWay?: boolean;
  /** first targets with which it is over by itself, so that nothing is there to be undone */
  readonly passing?: readonly string[];
  readonly menu: MenuPlace;
  /**
   * the capital letter behind which it stands on the screen, for ever; what undoes it may share it; empty: it is found in
   * the list of all
   */
  readonly letter: string;
}

export const ATTACKS = ['port-scan', 'sql-direct', 'flood'] as const;
export const STRATEGIES = ['rolling', 'all-at-once'] as const;

const SERVING: readonly Kind[] = ['web-server', 'app-server', 'database'];

const ROWS = {
  kill: {
    targets: ['process'],
    examples: ['kill web-2'],
    means: () => t`gone at once`,
    undoneBy: 'start',
    menu: 'component',
    letter: 'K',
  },
  start: {
    targets: ['process'],
    examples: ['start web-2'],
    means: () => t`starts it`,
    menu: 'component',
    letter: 'S',
  },
  stop: {
    targets: ['process'],
    examples: ['stop web-2'],
    means: () => t`finishes its work, then leaves`,
    undoneBy: 'start',
    menu: 'component',
    letter: 'T',
  },
  pause: {
    targets: ['process'],
    examples: ['pause app-2'],
    means: () => t`hangs, and tells nobody`,
    undoneBy: 'resume',
    menu: 'component',
    letter: 'P',
  },
  resume: {
    targets: ['process'],
    examples: ['resume app-2'],
    means: () => t`goes on`,
    menu: 'component',
    letter: 'P',
  },
  slow: {
    targets: ['process'],
    on: ['load-balancer', ...SERVING],
    value: 'slowdown',
    examples: ['slow app-2 10'],
    means: (factor) => t`takes ${factor} times as long`,
    undoneBy: 'restore',
    menu: 'component',
    letter: 'Z',
  },
  errors: {
    targets: ['process'],
    on: SERVING,
    value: 'share',
    examples: ['errors app-2 20%'],
    means: (share) => t`answers ${share} with errors`,
    undoneBy: 'restore',
    menu: 'component',
    letter: 'E',
  },
  restore: {
    targets: ['restorable', 'end'],
    optional: 1,
    examples: ['restore app-2', 'restore app-1 db-1'],
    means: () => t`back to normal`,
    menu: 'component',
    letter: 'R',
  },
  drain: {
    targets: ['process', 'server-of-balancer'],
    examples: ['drain lb-1 web-2'],
    means: () => t`gets nothing new`,
    undoneBy: 'ready',
    menu: 'component',
    letter: 'D',
  },
  ready: {
    targets: ['process', 'server-of-balancer'],
    examples: ['ready lb-1 web-2'],
    means: () => t`gets requests again`,
    menu: 'component',
    letter: 'D',
  },
  // HAProxy 2.6 management guide, "set weight": the number as it is; a percentage is cut to whole weights there
  weight: {
    targets: ['process', 'server-of-balancer'],
    value: 'weight',
    examples: ['weight lb-1 web-2 3'],
    means: (weight) => (weight === '0' ? t`weighs 0: gets nothing new` : t`weighs ${weight} from now on`),
    undoneBy: 'restore',
    menu: 'component',
    letter: '',
  },
  deploy: {
    targets: ['deployable', 'version'],
    optional: 1,
    value: 'strategy',
    valueOptional: true,
    examples: ['deploy app-server rolling', 'deploy app-server all-at-once', 'deploy app-1 v2'],
    means: (strategy, [, version]) => {
      const code = version === undefined ? t`new code` : t`the code of ${version}`;
      return strategy === 'all-at-once' ? t`${code}, all at the same time` : t`${code}, one after the other`;
    },
    menu: 'site',
    letter: 'U',
  },
  'power-off': {
    targets: ['host'],
    examples: ['power-off server-2'],
    means: () => t`gone, with all on it`,
    undoneBy: 'power-on',
    menu: 'host',
    letter: 'O',
  },
  'power-on': {
    targets: ['host'],
    examples: ['power-on server-2'],
    means: () => t`starts it, with all on it`,
    menu: 'host',
    letter: 'O',
  },
  'cpu-hog': {
    targets: ['host'],
    value: 'share',
    examples: ['cpu-hog server-2 50%'],
    means: (share) => t`${share} of its CPU is taken`,
    undoneBy: 'restore',
    menu: 'host',
    letter: 'H',
  },
  partition: {
    targets: ['end', 'end'],
    optional: 1,
    examples: ['partition lb-host server-2', 'partition server-2'],
    means: () => t`nothing gets through`,
    undoneBy: 'heal',
    menu: 'network',
    letter: 'C',
  },
  heal: {
    targets: ['end', 'end'],
    optional: 1,
    examples: ['heal lb-host server-2', 'heal server-2'],
    means: () => t`everything gets through again`,
    menu: 'network',
    letter: 'C',
  },
  delay: {
    targets: ['end', 'end'],
    value: 'milliseconds',
    examples: ['delay app-1 db-1 100ms'],
    means: (time) => t`packets take ${time} longer`,
    oneWay: true,
    undoneBy: 'restore',
    menu: 'links',
    letter: 'Y',
  },
  loss: {
    targets: ['end', 'end'],
    value: 'share',
    examples: ['loss lb-1 web-2 5%'],
    means: (share) => t`${share} of the packets are lost`,
    oneWay: true,
    undoneBy: 'restore',
    menu: 'links',
    letter: 'L',
  },
  wiretap: {
    targets: ['end', 'end'],
    examples: ['wiretap lb-1 web-1'],
    means: () => t`somebody listens`,
    undoneBy: 'untap',
    menu: 'links',
    letter: 'W',
  },
  untap: {
    targets: ['end', 'end'],
    examples: ['untap lb-1 web-1'],
    means: () => t`nobody listens any more`,
    menu: 'links',
    letter: 'W',
  },
  spike: {
    targets: ['traffic'],
    value: 'factor',
    examples: ['spike traffic 5'],
    means: (factor) => t`${factor} times the requests`,
    undoneBy: 'restore',
    menu: 'site',
    letter: 'M',
  },
  lag: {
    targets: ['replica'],
    value: 'seconds',
    examples: ['lag db-2 5s'],
    means: (time) => t`applies what it gets ${time} late`,
    undoneBy: 'restore',
    menu: 'component',
    letter: 'G',
  },
  'replication-break': {
    targets: ['replica'],
    examples: ['replication-break db-2'],
    means: () => t`stops receiving`,
    undoneBy: 'restore',
    menu: 'component',
    letter: 'B',
  },
  'disk-full': {
    targets: ['database'],
    examples: ['disk-full db-1'],
    means: () => t`writes fail, reads go on`,
    undoneBy: 'restore',
    menu: 'component',
    letter: 'I',
  },
  failover: {
    targets: ['database'],
    optional: 1,
    examples: ['failover db-2'],
    means: () => t`promoted now, whatever is missing`,
    menu: 'component',
    letter: 'F',
  },
  switchover: {
    targets: ['database'],
    optional: 1,
    examples: ['switchover db-2'],
    means: () => t`promoted when it has everything`,
    menu: 'component',
    letter: 'V',
  },
  'cert-expire': {
    targets: ['certificate'],
    optional: 1,
    examples: ['cert-expire www.foobar.com'],
    means: () => t`the certificate is out of date`,
    undoneBy: 'renew',
    menu: 'site',
    letter: 'X',
  },
  renew: {
    targets: ['certificate'],
    optional: 1,
    examples: ['renew www.foobar.com'],
    means: () => t`a fresh certificate`,
    menu: 'site',
    letter: 'X',
  },
  'dns-fail': {
    targets: ['name'],
    optional: 1,
    examples: ['dns-fail www.foobar.com'],
    means: () => t`the name doesn't resolve`,
    undoneBy: 'restore',
    menu: 'site',
    letter: 'N',
  },
  'dns-change': {
    targets: ['name'],
    value: 'address',
    examples: ['dns-change www.foobar.com lb-2'],
    means: (address) => t`the name leads to ${address}`,
    menu: 'site',
    letter: 'J',
  },
  attack: {
    targets: ['attack', 'host'],
    examples: ['attack port-scan server-1', 'attack sql-direct server-1', 'attack flood server-1'],
    means: (_, [attack]) => {
      if (attack === 'port-scan') return t`tries every port from outside`;
      if (attack === 'sql-direct') return t`tries to reach the database from outside`;
      return t`far more requests than people send`;
    },
    undoneBy: 'restore',
    passing: ['port-scan', 'sql-direct'],
    menu: 'host',
    letter: 'A',
  },
} as const satisfies Readonly<Record<string, FaultRow>>;

export type Verb = keyof typeof ROWS;

/**
 * Every fault. The parser, help, menus, plain mode, the documents and the property tests read this; what a fault does
 * stands in effects.ts.
 */
export const FAULTS: Readonly<Record<Verb, FaultRow<Verb>>> = ROWS;

export const VERBS = Object.keys(ROWS) as readonly Verb[];

/** The letters that faults stand behind, each once. */
export const LETTERS: readonly string[] = [
  ...new Set(VERBS.map((verb) => FAULTS[verb].letter).filter((letter) => letter !== '')),
];

export function isVerb(word: string): word is Verb {
  return Object.hasOwn(ROWS, word);
}

/** It only takes other faults away. */
export function isUndoing(verb: Verb): boolean {
  return VERBS.some((other) => FAULTS[other].undoneBy === verb);
}
