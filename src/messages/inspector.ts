import type { CheckFailure } from '../simulator/event.ts';
import type { ProcessState } from '../simulator/process-state.ts';
import type { Kind } from '../topology/types.ts';
import { messagesOf } from './language.ts';
import { failureInWords } from './simulator-events.ts';

const t = messagesOf('inspector');

const STATES: Readonly<Record<ProcessState, string>> = {
  up: t`up`,
  starting: t`starting`,
  killed: t`killed`,
  stopping: t`stopping`,
  stopped: t`stopped`,
  paused: t`paused`,
  off: t`off`,
};

/** Words of the inspector: what one thing is, does, believes, and how it is configured. */
export const inspector = {
  roles: {
    'load-balancer': t`HAProxy: takes every request and hands it to a server that it believes in.`,
    'web-server': t`nginx: answers what is a file, and passes the rest on to an application server.`,
    'app-server': t`The application: works on a request, and asks the database for what it needs.`,
    database: t`MySQL: keeps the data. Only the primary takes writes; a replica follows it.`,
    orchestrator: t`Watches the primary, and promotes a replica when it is gone.`,
    keepalived: t`keepalived: holds the virtual IP together with its peers, by VRRP.`,
  } satisfies Record<Kind, string>,
  databaseProxy: t`HAProxy in TCP mode: hands each connection of an application to a database that it believes in.`,
  host: t`A machine: whatever runs on it shares its processors, its power and its network.`,
  link: t`What two ends say to each other, and what lies between them.`,
  certificate: t`What proves to a browser that it talks to the right site.`,
  headings: {
    now: t`Now`,
    believes: t`What it believes, and what is true`,
    answers: t`What users got from it, last 10 s`,
    firewall: (host: string) => t`Firewall of ${host}`,
    file: (host: string, path: string) => `${host}: ${path}`,
    settings: t`Its settings`,
    talks: t`Talks to`,
    shown: t`Shown by`,
    runs: t`Runs`,
  },
  on: (kind: string, host: string) => t`${kind} on ${host}`,
  state: (state: ProcessState) => STATES[state],
  stateAndRate: (state: ProcessState, rate: number, failed: number) =>
    // a request that is tried again elsewhere has failed here, and no user may know
    failed === 0 ? `${STATES[state]}, ${rate}/s` : t`${STATES[state]}, ${rate} tries/s, ${failed} fail`,
  inside: (count: number) => t`${count} ${['request', 'requests']} inside it`,
  queued: (count: number) => t`${count} ${['request', 'requests']} in its queue for a free place`,
  workers: (busy: number, workers: number) => t`${busy} of ${workers} ${['worker', 'workers']} busy`,
  acceptQueue: (count: number, limit: number) => t`${count} of ${limit} in its accept queue`,
  full: (time: string) => t`its accept queue has been full for ${time}: new connections are dropped`,
  connections: (used: number, limit: number) => t`about ${used} of ${limit} connections in use`,
  fault: (words: string) => t`acts on it: ${words}`,
  nothing: (state: ProcessState) => t`nothing, as long as it is ${STATES[state]}`,
  believed: { up: t`up`, down: t`down`, drain: t`drained`, maint: t`in maintenance` },
  right: (id: string, believed: string) => t`${id} is ${believed}, and so it is`,
  wrong: (id: string, believed: string, truth: ProcessState) =>
    t`${id} is ${believed}; in truth it is ${STATES[truth]}`,
  noChecksNow: t`not checked until it is ready`,
  unchecked: t`never checked: it counts as up for ever`,
  noCheckYet: (next: string) => t`no check yet; the first in ${next}`,
  checked: (ago: string, failure: CheckFailure | undefined) =>
    t`last check ${ago} ago: ${failure === undefined ? t`well` : failureInWords(failure)}`,
  nextCheck: (time: string) => t`next in ${time}`,
  checksNow: t`one is under way`,
  failedChecks: (failed: number, fall: number) => t`${failed} of ${fall} failed checks that mark it down`,
  goodChecks: (rise: number) => t`${rise} good checks would mark it up`,
  places: (served: number, most: number | undefined) =>
    most === undefined
      ? t`${served} ${['request', 'requests']} given to it`
      : t`${served} of ${most} places taken`,
  avoids: (id: string, time: string) => t`${id} failed it: asks it nothing for another ${time}`,
  asks: (id: string) => t`asks ${id}`,
  asksInVain: (id: string, truth: ProcessState) => t`asks ${id}; in truth it is ${STATES[truth]}`,
  writesTo: (id: string) => t`writes to ${id}`,
  writesInVain: (id: string, truth: ProcessState) => t`writes to ${id}; in truth it is ${STATES[truth]}`,
  writesNowhere: t`finds no database that takes its writes`,
  primary: (writes: number, reads: number) => t`primary: ${writes} writes/s, ${reads} reads/s`,
  replica: (lag: string | undefined, reads: number) =>
    t`replica: ${lag === undefined ? t`receives nothing` : lag === '' ? t`caught up` : t`${lag} behind`}, ${reads} reads/s`,
  readOnly: t`takes no writes (read_only)`,
  semiSync: {
    on: t`semi-sync: an answer waits until a replica has the write`,
    degraded: t`semi-sync is off for now: no replica answered in time`,
    acknowledges: t`semi-sync: acknowledges each write that it receives`,
  },
  vrrp: (state: string) => t`VRRP state ${state}`,
  runs: (version: string) => t`runs version ${version} of the code`,
  holds: (vip: string) => t`holds ${vip}`,
  holdsNot: (vip: string) => t`does not hold ${vip}`,
  scriptFails: t`its script finds the balancer dead`,
  answered: (count: number, outcome: string) => `${outcome}  ${t.counted(count, 'time')}`,
  noFailure: t`no failure that users would blame it for`,
  noFailureOfItsOwn: t`nothing: whoever tried it answered for it, with an error or from elsewhere`,
  hostOn: (cpu: number, cpus: number) => t`on, ${cpu} % of ${cpus} ${['CPU', 'CPUs']} in use`,
  hostOff: t`off`,
  collector: (state: ProcessState) => t`collector: ${STATES[state]}`,
  running: (id: string, state: ProcessState) => `${id}: ${STATES[state]}`,
  noFirewall: t`no firewall: everything may come in`,
  talks: (from: string, to: string, protocol: string, port: number | string | undefined) =>
    t`${from} to ${to}: ${protocol}${port === undefined ? '' : t`, port ${port}`}`,
  plain: t`in plain text: whoever listens on the way can read it`,
  encrypted: t`encrypted: whoever listens on the way reads nothing`,
  lets: (host: string) => t`the firewall of ${host} lets it in`,
  drops: (host: string) => t`the firewall of ${host} keeps it out`,
  untouched: t`nothing lies in its way`,
  taps: (readable: number, messages: number) =>
    t`somebody listens, and could read ${readable} of ${messages}`,
  expired: t`expired: browsers refuse it`,
  valid: (time: string) => t`valid; expires ${time} after the start of the run`,
  key: (key: string) => t`key ${key}`,
  modes: {
    terminate: (id: string) => t`${id}: TLS ends here, behind it all is plain text`,
    reencrypt: (id: string) => t`${id}: TLS ends here and begins anew to the servers`,
    passthrough: (id: string) => t`${id}: hands TLS on without reading it`,
  },
  faults: t`What can happen to it`,
  notSeen: t`The monitor does not look into it. m shows the truth again.`,
} as const;
