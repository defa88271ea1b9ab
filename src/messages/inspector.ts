import type { CheckFailure } from '../simulator/event.ts';
import type { ProcessState } from '../simulator/process-state.ts';
import type { Kind } from '../topology/types.ts';
import { plural } from './plural.ts';
import { failureInWords } from './simulator-events.ts';

/** Words of the inspector: what one thing is, does, believes, and how it is configured. */
export const inspector = {
  roles: {
    'load-balancer': 'HAProxy: takes every request and hands it to a server that it believes in.',
    'web-server': 'nginx: answers what is a file, and passes the rest on to an application server.',
    'app-server': 'The application: works on a request, and asks the database for what it needs.',
    database: 'MySQL: keeps the data. Only the primary takes writes; a replica follows it.',
    orchestrator: 'Watches the primary, and promotes a replica when it is gone.',
    keepalived: 'keepalived: holds the virtual IP together with its peers, by VRRP.',
  } satisfies Record<Kind, string>,
  host: 'A machine: whatever runs on it shares its processors, its power and its network.',
  link: 'What two ends say to each other, and what lies between them.',
  certificate: 'What proves to a browser that it talks to the right site.',
  headings: {
    now: 'Now',
    believes: 'What it believes, and what is true',
    answers: 'What users got from it, last 10 s',
    firewall: (host: string) => `Firewall of ${host}`,
    file: (host: string, path: string) => `${host}: ${path}`,
    settings: 'Its settings',
    talks: 'Talks to',
    shown: 'Shown by',
    runs: 'Runs',
  },
  on: (kind: string, host: string) => `${kind} on ${host}`,
  state: (state: ProcessState, rate: number, failed: number) =>
    `${state}, ${rate}/s${failed === 0 ? '' : `, ${failed} of them fail`}`,
  inside: (count: number) => `${plural(count, 'request')} inside it`,
  queued: (count: number) => `${plural(count, 'request')} in its queue for a free place`,
  workers: (busy: number, workers: number) => `${busy} of ${plural(workers, 'worker')} busy`,
  acceptQueue: (count: number, limit: number) => `${count} of ${limit} in its accept queue`,
  full: (time: string) => `its accept queue has been full for ${time}: new connections are dropped`,
  connections: (used: number, limit: number) => `about ${used} of ${limit} connections in use`,
  fault: (words: string) => `acts on it: ${words}`,
  nothing: (state: ProcessState) => `nothing, as long as it is ${state}`,
  believed: { up: 'up', down: 'down', drain: 'drained' },
  right: (id: string, believed: string) => `${id} is ${believed}, and so it is`,
  wrong: (id: string, believed: string, truth: string) => `${id} is ${believed}; in truth it is ${truth}`,
  unchecked: 'never checked: it counts as up for ever',
  noCheckYet: (next: string) => `no check yet; the first in ${next}`,
  checked: (ago: string, failure: CheckFailure | undefined) =>
    `last check ${ago} ago: ${failure === undefined ? 'well' : failureInWords(failure)}`,
  nextCheck: (time: string) => `next in ${time}`,
  checksNow: 'one is under way',
  failedChecks: (failed: number, fall: number) => `${failed} of ${fall} failed checks that mark it down`,
  goodChecks: (rise: number) => `${rise} good checks would mark it up`,
  places: (served: number, most: number | undefined) =>
    most === undefined ? `${plural(served, 'request')} given to it` : `${served} of ${most} places taken`,
  avoids: (id: string, time: string) => `${id} failed it: asks it nothing for another ${time}`,
  asks: (id: string) => `asks ${id}`,
  asksInVain: (id: string, truth: string) => `asks ${id}; in truth it is ${truth}`,
  writesTo: (id: string) => `writes to ${id}`,
  writesInVain: (id: string, truth: string) => `writes to ${id}; in truth it is ${truth}`,
  writesNowhere: 'finds no database that takes its writes',
  primary: (writes: number, reads: number) => `primary: ${writes} writes/s, ${reads} reads/s`,
  replica: (lag: string | undefined, reads: number) =>
    `replica: ${lag === undefined ? 'receives nothing' : lag === '' ? 'caught up' : `${lag} behind`}, ${reads} reads/s`,
  readOnly: 'takes no writes (read_only)',
  semiSync: {
    on: 'semi-sync: an answer waits until a replica has the write',
    degraded: 'semi-sync is off for now: no replica answered in time',
    off: '',
  },
  vrrp: (state: string) => `VRRP state ${state}`,
  holds: (vip: string) => `holds ${vip}`,
  holdsNot: (vip: string) => `does not hold ${vip}`,
  scriptFails: 'its script finds the balancer dead',
  answered: (count: number, outcome: string) => `${outcome}  ${plural(count, 'time')}`,
  noFailure: 'no failure that users would blame it for',
  hostOn: (cpu: number, cpus: number) => `on, ${cpu} % of ${plural(cpus, 'CPU')} in use`,
  hostOff: 'off',
  collector: (state: ProcessState) => `collector: ${state}`,
  running: (id: string, state: ProcessState) => `${id}: ${state}`,
  noFirewall: 'no firewall: everything may come in',
  talks: (from: string, to: string, protocol: string, port: number | string | undefined) =>
    `${from} to ${to}: ${protocol}${port === undefined ? '' : `, port ${port}`}`,
  untouched: 'nothing lies in its way',
  taps: (readable: number, messages: number) => `somebody listens, and could read ${readable} of ${messages}`,
  expired: 'expired: browsers refuse it',
  valid: (time: string) => `valid; expires ${time} after the start of the run`,
  key: (key: string) => `key ${key}`,
  modes: {
    terminate: (id: string) => `${id}: TLS ends here, behind it all is plain text`,
    reencrypt: (id: string) => `${id}: TLS ends here and begins anew to the servers`,
    passthrough: (id: string) => `${id}: hands TLS on without reading it`,
  },
  faults: 'Faults',
} as const;
