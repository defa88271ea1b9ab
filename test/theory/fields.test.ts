import { describe, expect, it } from 'vitest';
import { fields } from '../../src/topology/fields.ts';
import { play } from '../simulator/play.ts';

/** Where more lines of the file may stand; each takes the place of what it replaces. */
type Slot =
  | 'traffic'
  | 'dns'
  | 'host'
  | 'lb'
  | 'default'
  | 's1'
  | 'web'
  | 'upstream'
  | 'app'
  | 'db-lb'
  | 'db-1'
  | 'db-2'
  | 'orc'
  | 'keepalived'
  | 'script'
  | 'monitoring'
  | 'alert'
  | 'certificate'
  | 'link'
  | 'tls';
type Slots = Partial<Record<Slot, string>>;

/** A site with everything in it; each slot is a list of `field: value`. */
function site(slots: Slots): string {
  const at = (slot: Slot, otherwise = '') => slots[slot] ?? otherwise;
  return `
format: 1
id: sweep
title: Sweep
traffic: { ${at('traffic', 'rate: 40, arrivals: even, writes: 30%, clients: 50')} }
dns: { www.foobar.com: { ${at('dns', 'A: [vip-1]')} } }
certificates: { www.foobar.com: { ${at('certificate')} } , other: { key: ecdsa, expires: 5s } }
monitoring: { ${at('monitoring', 'every: 2s')}, alerts: [{ ${at('alert', 'on: error-rate, above: 5%')} }] }
links: { web-1 app-1: { ${at('link')} } }
hosts:
  edge-1: { cpus: 2, runs: [lb-1, keepalived-1], collector: true }
  edge-2: { cpus: 2, runs: [lb-2, keepalived-2] }
  web-host: { cpus: 2, runs: [web-1, web-2] }
  app-host: { ${at('host', 'cpus: 1, runs: [app-1, app-2]')} }
  data-1: { runs: [db-1] }
  data-2: { runs: [db-2] }
  watch-1: { runs: [orc-1] }
  watch-2: { runs: [orc-2] }
  watch-3: { runs: [orc-3] }
defaults:
  load-balancer:
    balance: roundrobin
    default-server: { ${at('default', 'check: true, inter: 1s')} }
    timeout: { connect: 1s, client: 5s, server: 3s }
    ${at('tls')}
    ${at('lb')}
  web-server: { ${at('web', 'service: 0.2ms')} }
  app-server: { ${at('app', 'workers: 4, service: 5ms')}${slots.app?.includes('writes') === true ? '' : ', writes: db-1'}${slots.app?.includes('reads') === true ? '' : ', reads: [db-2, db-1]'} }
  orchestrator: { ${at('orc', 'watches: [db-1, db-2], detect: 3s')} }
components:
  lb-1: { kind: load-balancer, servers: { web-1: { ${at('s1')} }, web-2: {} } }
  lb-2: { kind: load-balancer, servers: { web-1: { ${at('s1')} }, web-2: {} } }
  db-lb: { kind: load-balancer, mode: tcp, balance: roundrobin, httpchk: false, cookie: false, tls: none, servers: { db-2: {}, db-1: {} }${at('db-lb')} }
  web-1: { kind: web-server, upstream: { app-1: { ${at('upstream')} }, app-2: {} } }
  web-2: { kind: web-server, upstream: { app-2: {} } }
  app-1: { kind: app-server }
  app-2: { kind: app-server }
  db-1: { kind: database, ${at('db-1', 'role: primary')} }
  db-2: { kind: database, ${at('db-2', 'role: replica, source: db-1')} }
  orc-1: { kind: orchestrator }
  orc-2: { kind: orchestrator }
  orc-3: { kind: orchestrator }
  keepalived-1: { kind: keepalived, ${at('keepalived', 'vip: vip-1, priority: 150')}${at('script')} }
  keepalived-2: { kind: keepalived, vip: vip-1, priority: 100 }
`;
}

/** Two files that differ in one field, and the faults under which that must be seen. */
interface Case {
  readonly one: Slots;
  readonly other: Slots;
  readonly faults?: readonly string[];
}

const change = (
  slot: Slot,
  one: string,
  other: string,
  faults: readonly string[] = [],
  both: Slots = {},
): Case => ({
  one: { ...both, [slot]: one },
  other: { ...both, [slot]: other },
  faults,
});

const traffic = (one: string, other: string, faults?: readonly string[]) =>
  change('traffic', `rate: 40, ${one}`, `rate: 40, ${other}`, faults);
const KILL_WEB = ['5.3s kill web-1', '20s start web-1'];
const KILL_APPS = ['5s kill app-1', '5s kill app-2', '20s start app-1', '20s start app-2'];
const TLS = { tls: 'tls: { certificate: www.foobar.com }' };
const BUSY = { traffic: 'rate: 100' };
const HTTPCHK = { lb: 'httpchk: true' };
const KILL_EDGE = ['5s kill lb-1', '5s kill keepalived-1', '20s start lb-1', '20s start keepalived-1'];
const KILL_PRIMARY = ['5s kill db-1'];
const SCRIPT = ', track_script: { watches: lb-1, weight: -60 }';
const script = (one: string, other: string, faults = ['5s kill lb-1', '20s start lb-1']) =>
  change('script', `, track_script: { ${one} }`, `, track_script: { ${other} }`, faults);
const alert = (one: string, other: string, faults: readonly string[] = KILL_APPS) =>
  change('alert', one, other, faults);
const tls = (one: string, other: string) =>
  change(
    'tls',
    `tls: { certificate: www.foobar.com, ${one} }`,
    `tls: { certificate: www.foobar.com, ${other} }`,
  );
const app = (one: string, other: string, faults?: readonly string[]) =>
  change('app', `workers: 4, service: 5ms, ${one}`, `workers: 4, service: 5ms, ${other}`, faults);
const version = (one: string, other: string, faults?: readonly string[]) =>
  app(`codebase: v2, versions: { v2: { ${one} } }`, `codebase: v2, versions: { v2: { ${other} } }`, faults);
const db = (one: string, other: string, faults?: readonly string[]) =>
  change('db-1', `role: primary, ${one}`, `role: primary, ${other}`, faults);
const replica = (one: string, other: string, faults?: readonly string[]) =>
  change('db-2', `role: replica, source: db-1, ${one}`, `role: replica, source: db-1, ${other}`, faults);

/** The settings of one server, as a server's own or as the default of all. */
const server: Readonly<Record<string, (slot: 'default' | 's1') => Case>> = {
  check: (slot) =>
    change(slot, 'check: true', 'check: false', KILL_WEB, slot === 's1' ? { default: 'inter: 1s' } : {}),
  inter: (slot) => change(slot, 'check: true, inter: 1s', 'check: true, inter: 2s', KILL_WEB),
  fastinter: (slot) =>
    change(slot, 'check: true, inter: 2s', 'check: true, inter: 2s, fastinter: 500ms', KILL_WEB),
  downinter: (slot) =>
    change(slot, 'check: true, inter: 1s', 'check: true, inter: 1s, downinter: 4s', KILL_WEB),
  fall: (slot) => change(slot, 'check: true, inter: 1s', 'check: true, inter: 1s, fall: 5', KILL_WEB),
  rise: (slot) => change(slot, 'check: true, inter: 1s', 'check: true, inter: 1s, rise: 5', KILL_WEB),
  // one weight for all is no weight: web-1 has another of its own
  weight: (slot) => change(slot, 'weight: 1', 'weight: 3', [], slot === 'default' ? { s1: 'weight: 2' } : {}),
  maxconn: (slot) => change(slot, 'check: true', 'check: true, maxconn: 1', ['5s slow app-2 20']),
  backup: (slot) => change(slot, 'backup: false', 'backup: true'),
  disabled: (slot) => change(slot, 'disabled: false', 'disabled: true'),
  slowstart: (slot) =>
    change(slot, 'check: true, inter: 1s', 'check: true, inter: 1s, slowstart: 8s', KILL_WEB),
  'on-marked-down': (slot) =>
    change(
      slot,
      'check: true, inter: 1s',
      'check: true, inter: 1s, on-marked-down: shutdown-sessions',
      ['5s pause web-1', '5s slow app-2 1000'],
      HTTPCHK,
    ),
};

const CASES: Readonly<Record<string, Case>> = {
  'traffic.rate': change('traffic', 'rate: 40', 'rate: 41'),
  'traffic.arrivals': traffic('arrivals: poisson', 'arrivals: even'),
  'traffic.writes': traffic('writes: 0%', 'writes: 50%'),
  'traffic.timeout': traffic('timeout: 10s', 'timeout: 1s', ['5s pause web-1']),
  'traffic.clients': traffic('clients: 1000', 'clients: 3'),
  'traffic.keep-alive': traffic('keep-alive: false, clients: 5', 'keep-alive: true, clients: 5'),
  'traffic.next-address': change(
    'traffic',
    'rate: 40, next-address: true',
    'rate: 40, next-address: false',
    ['5s kill lb-1'],
    { dns: 'A: [lb-1, lb-2]' },
  ),
  'traffic.loop': traffic('loop: open, clients: 5', 'loop: closed, clients: 5'),
  'traffic.think': traffic('loop: closed, clients: 5, think: 1s', 'loop: closed, clients: 5, think: 2s'),
  'traffic.retries.attempts': traffic('retries: { attempts: 0 }', 'retries: { attempts: 1 }', KILL_APPS),
  'traffic.retries.backoff': traffic(
    'retries: { attempts: 1 }',
    'retries: { attempts: 1, backoff: 1s }',
    KILL_APPS,
  ),
  'traffic.retries.jitter': traffic(
    'retries: { attempts: 1, backoff: 1s }',
    'retries: { attempts: 1, backoff: 1s, jitter: 50% }',
    KILL_APPS,
  ),
  'dns.A': change('dns', 'A: [vip-1]', 'A: [lb-2]'),
  'dns.ttl': change('dns', 'A: [lb-1], ttl: 300s', 'A: [lb-1], ttl: 3s', [
    '5s dns-change www.foobar.com lb-2',
  ]),
  'dns.negative-ttl': change(
    'dns',
    'A: [lb-1], ttl: 3s, negative-ttl: 1s',
    'A: [lb-1], ttl: 3s, negative-ttl: 9s',
    ['5s dns-fail', '10s restore www.foobar.com'],
  ),
  'host.cpus': change('host', 'cpus: 1, runs: [app-1, app-2]', 'cpus: 2, runs: [app-1, app-2]', [], BUSY),
  'host.runs': {
    one: { ...BUSY, host: 'cpus: 1, runs: [app-1, app-2]' },
    other: { ...BUSY, host: 'cpus: 1, runs: [app-1] }\n  other-host: { runs: [app-2]' },
  },
  'host.firewall': change(
    'host',
    'cpus: 1, runs: [app-1, app-2], firewall: none',
    'cpus: 1, runs: [app-1, app-2], firewall: { in: [] }',
  ),
  'host.firewall.in': change(
    'host',
    'cpus: 1, runs: [app-1, app-2], firewall: { in: [8080 from web-1] }',
    'cpus: 1, runs: [app-1, app-2], firewall: { in: [8080 from edge-1] }',
  ),
  'host.firewall.action': change(
    'host',
    'cpus: 1, runs: [app-1, app-2], firewall: { in: [], action: drop }',
    'cpus: 1, runs: [app-1, app-2], firewall: { in: [], action: reject }',
  ),
  'host.collector': change(
    'host',
    'cpus: 1, runs: [app-1, app-2], collector: false',
    'cpus: 1, runs: [app-1, app-2], collector: true',
    KILL_APPS,
  ),
  'monitoring.every': change('monitoring', 'every: 2s, evaluate: 1s', 'every: 3s, evaluate: 1s'),
  'monitoring.evaluate': change(
    'monitoring',
    'every: 2s, evaluate: 2s',
    'every: 2s, evaluate: 5s',
    KILL_APPS,
  ),
  'monitoring.alerts.on': alert('on: error-rate, above: 5%', 'on: latency-p95, above: 5ms', []),
  'monitoring.alerts.above': alert('on: error-rate, above: 5%', 'on: error-rate, above: 100%'),
  'monitoring.alerts.below': alert('on: qps, below: 10', 'on: qps, below: 1000', []),
  'monitoring.alerts.for': alert('on: error-rate, above: 5%', 'on: error-rate, above: 5%, for: 5s'),
  'certificate.expires': change('certificate', 'expires: 90d', 'expires: 10s', [], TLS),
  'certificate.key': change('certificate', 'key: rsa2048', 'key: ecdsa', [], TLS),
  'link.delay': change('link', 'delay: 0.1ms', 'delay: 5ms'),
  'link.loss': change('link', 'loss: 0%', 'loss: 10%'),
  ...Object.fromEntries(
    Object.entries(server).map(([field, of]) => [`load-balancer.default-server.${field}`, of('default')]),
  ),
  ...Object.fromEntries(
    Object.entries(server).map(([field, of]) => [`load-balancer.servers.ID.${field}`, of('s1')]),
  ),
  'load-balancer.mode': change('lb', 'mode: http', 'mode: tcp', ['5s kill web-1']),
  'load-balancer.balance': { one: { lb: '' }, other: { lb: 'balance: source' } },
  'load-balancer.httpchk': change('lb', 'httpchk: false', 'httpchk: true', ['5s pause web-1']),
  'load-balancer.mysql-check': change(
    'db-lb',
    ', mysql-check: false',
    ', mysql-check: true',
    ['5s pause db-2'],
    { app: 'workers: 4, service: 5ms, reads: [db-lb]' },
  ),
  'load-balancer.retries': change('lb', 'retries: 3', 'retries: 1', KILL_WEB),
  'load-balancer.redispatch': change('lb', 'redispatch: false', 'redispatch: true', KILL_WEB),
  'load-balancer.retry-on': change('lb', 'retry-on: [conn-failure]', 'retry-on: [500]', [
    '5s errors web-1 100%',
  ]),
  'load-balancer.timeout.connect': timeouts(
    'connect: 1s, client: 5s, server: 3s',
    'connect: 2s, client: 5s, server: 3s',
    ['5s partition edge-1 web-host'],
  ),
  'load-balancer.timeout.client': timeouts(
    'connect: 1s, client: 50s, server: 3s',
    'connect: 1s, client: 500ms, server: 3s',
    [],
    { traffic: 'rate: 40, clients: 50, keep-alive: true' },
  ),
  'load-balancer.timeout.server': timeouts(
    'connect: 1s, client: 5s, server: 3s',
    'connect: 1s, client: 5s, server: 1s',
    ['5s pause web-1'],
  ),
  'load-balancer.timeout.queue': timeouts(
    'connect: 1s, client: 5s, server: 3s',
    'connect: 1s, client: 5s, server: 3s, queue: 200ms',
    ['5s slow app-2 100'],
    { default: 'maxconn: 1' },
  ),
  'load-balancer.timeout.check': timeouts(
    'connect: 1s, client: 5s, server: 3s',
    'connect: 1s, client: 5s, server: 3s, check: 5s',
    ['5s pause web-1'],
    HTTPCHK,
  ),
  'load-balancer.cookie': change('lb', 'cookie: false', 'cookie: true', [], {
    traffic: 'rate: 40, clients: 5',
  }),
  'load-balancer.tls': change('tls', 'tls: none', 'tls: { certificate: www.foobar.com }'),
  'load-balancer.tls.certificate': change(
    'tls',
    'tls: { certificate: www.foobar.com }',
    'tls: { certificate: other }',
  ),
  'load-balancer.tls.mode': tls('mode: terminate', 'mode: reencrypt'),
  'load-balancer.tls.version': tls('version: 1.3', 'version: 1.2'),
  'load-balancer.tls.resumption': tls('resumption: true', 'resumption: false'),
  'web-server.service': change('web', 'service: 0.2ms', 'service: 2ms'),
  'web-server.cpu': change('web', 'service: 5ms, cpu: 100%', 'service: 5ms, cpu: 10%', [
    '5s cpu-hog web-host 90%',
  ]),
  'web-server.static': change('web', 'static: 0%', 'static: 50%'),
  'web-server.upstream.ID.weight': change('upstream', 'weight: 1', 'weight: 4'),
  'web-server.upstream.ID.max_fails': change('upstream', 'max_fails: 1', 'max_fails: 0', ['5s kill app-1']),
  'web-server.upstream.ID.fail_timeout': change('upstream', 'fail_timeout: 10s', 'fail_timeout: 2s', [
    '5s kill app-1',
  ]),
  'web-server.upstream.ID.backup': change('upstream', 'backup: false', 'backup: true'),
  'web-server.proxy_next_upstream': change(
    'web',
    'proxy_next_upstream: [error, timeout]',
    'proxy_next_upstream: [off]',
    ['5s kill app-1'],
  ),
  'web-server.proxy_connect_timeout': change(
    'web',
    'proxy_connect_timeout: 60s',
    'proxy_connect_timeout: 500ms',
    ['5s partition web-1 app-1'],
  ),
  'web-server.proxy_read_timeout': change('web', 'proxy_read_timeout: 60s', 'proxy_read_timeout: 500ms', [
    '5s pause app-1',
  ]),
  'web-server.worker_processes': change(
    'web',
    'service: 10ms, worker_processes: 1',
    'service: 10ms, worker_processes: 4',
  ),
  'web-server.worker_connections': change('web', 'worker_connections: 512', 'worker_connections: 2', [
    '5s slow app-2 20',
  ]),
  'web-server.keepalive': change('web', 'keepalive: 0', 'keepalive: 8'),
  'app-server.workers': change(
    'app',
    'workers: 4, service: 80ms, cpu: 0%',
    'workers: 1, service: 80ms, cpu: 0%',
  ),
  'app-server.service': change('app', 'workers: 4, service: 5ms', 'workers: 4, service: exponential 5ms'),
  'app-server.cpu': change(
    'app',
    'workers: 4, service: 5ms, cpu: 100%',
    'workers: 4, service: 5ms, cpu: 10%',
    ['5s cpu-hog app-host 90%'],
  ),
  'app-server.backlog': app('backlog: 511', 'backlog: 1', ['5s pause app-2']),
  'app-server.codebase': app(
    'versions: { v2: { errors: 50% } }, codebase: v1',
    'versions: { v2: { errors: 50% } }, codebase: v2',
  ),
  'app-server.versions.ID.service': version('service: 5ms', 'service: 6ms'),
  'app-server.versions.ID.cpu': version('cpu: 100%', 'cpu: 10%', ['5s cpu-hog app-host 90%']),
  'app-server.versions.ID.errors': version('errors: 0%', 'errors: 50%'),
  'app-server.writes': app('writes: db-1', 'writes: db-2'),
  'app-server.reads': app('reads: [db-2, db-1]', 'reads: [db-1, db-2]'),
  'app-server.database-timeout.connect': app(
    'database-timeout: { connect: 1s }',
    'database-timeout: { connect: 200ms }',
    ['5s partition data-2'],
  ),
  'app-server.database-timeout.read': app(
    'database-timeout: { read: 5s }',
    'database-timeout: { read: 500ms }',
    ['5s pause db-2'],
  ),
  'app-server.sessions': app('sessions: shared', 'sessions: memory'),
  'app-server.cold-start': app('cold-start: 0s', 'cold-start: 5s', KILL_APPS),
  'database.role': { one: { 'db-2': 'role: replica, source: db-1' }, other: { 'db-2': 'role: primary' } },
  'database.source': {
    one: { 'db-2': 'role: replica, source: db-1 }\n  db-3: { kind: database, role: replica, source: db-1' },
    other: { 'db-2': 'role: replica, source: db-1 }\n  db-3: { kind: database, role: replica, source: db-2' },
    faults: ['5s lag db-2 9s'],
  },
  'database.read': replica('read: 1ms', 'read: 3ms'),
  'database.write': db('write: 2ms', 'write: 5ms'),
  'database.apply': replica('apply: 2ms', 'apply: 200ms'),
  'database.cpu': db('cpu: 100%', 'cpu: 10%', ['5s cpu-hog data-1 90%']),
  'database.replication': db('replication: async', 'replication: semi-sync'),
  'database.rpl_semi_sync_source_timeout': db(
    'replication: semi-sync, rpl_semi_sync_source_timeout: 10s',
    'replication: semi-sync, rpl_semi_sync_source_timeout: 1s',
    ['5s kill db-2'],
  ),
  'database.replica_parallel_workers': replica(
    'apply: 60ms, cpu: 0%, replica_parallel_workers: 1',
    'apply: 60ms, cpu: 0%, replica_parallel_workers: 4',
  ),
  'database.fencing': db('fencing: true', 'fencing: false', ['5s failover']),
  'database.read_only': db('read_only: false', 'read_only: true'),
  'orchestrator.watches': change(
    'orc',
    'watches: [db-1, db-2], detect: 3s',
    'watches: [db-2], detect: 3s',
    KILL_PRIMARY,
  ),
  'orchestrator.detect': change(
    'orc',
    'watches: [db-1, db-2], detect: 3s',
    'watches: [db-1, db-2], detect: 6s',
    KILL_PRIMARY,
  ),
  'orchestrator.agree': change(
    'orc',
    `watches: [db-1, db-2], detect: 3s, agree: majority`,
    `watches: [db-1, db-2], detect: 3s, agree: alone`,
    ['4s kill orc-2', '4s kill orc-3', ...KILL_PRIMARY],
  ),
  'keepalived.vip': change('keepalived', 'vip: vip-1, priority: 150', 'vip: vip-2, priority: 150'),
  'keepalived.priority': change('keepalived', 'vip: vip-1, priority: 150', 'vip: vip-1, priority: 50'),
  'keepalived.advert_int': change(
    'keepalived',
    'vip: vip-1, priority: 150, advert_int: 1s',
    'vip: vip-1, priority: 150, advert_int: 2s',
    KILL_EDGE,
  ),
  'keepalived.preempt': change(
    'keepalived',
    'vip: vip-1, priority: 150, preempt: true',
    'vip: vip-1, priority: 150, preempt: false',
    KILL_EDGE,
  ),
  'keepalived.track_script': change('script', '', SCRIPT, ['5s kill lb-1']),
  'keepalived.track_script.watches': script(
    'watches: lb-1, weight: -60',
    'watches: keepalived-1, weight: -60',
  ),
  'keepalived.track_script.interval': script(
    'watches: lb-1, weight: -60, interval: 1s',
    'watches: lb-1, weight: -60, interval: 3s',
  ),
  'keepalived.track_script.fall': script(
    'watches: lb-1, weight: -60, fall: 1',
    'watches: lb-1, weight: -60, fall: 3',
  ),
  'keepalived.track_script.rise': script(
    'watches: lb-1, weight: -60, rise: 1',
    'watches: lb-1, weight: -60, rise: 4',
  ),
  'keepalived.track_script.weight': script('watches: lb-1, weight: -60', 'watches: lb-1, weight: -10'),
};

function timeouts(one: string, other: string, faults: readonly string[] = [], both: Slots = {}): Case {
  const { lb = '' } = both;
  return change('lb', `timeout: { ${one} }\n    ${lb}`, `timeout: { ${other} }\n    ${lb}`, faults, both);
}

/** Everything that can be seen of a run. */
function seen(slots: Slots, faults: readonly string[]): string {
  let text = site(slots);
  // what is written again takes the place of what stood there
  for (const [written, field] of [
    [slots.lb?.startsWith('timeout:'), /\n {4}timeout: \{ connect: 1s, client: 5s, server: 3s \}/],
    [slots.lb?.startsWith('balance:'), /\n {4}balance: roundrobin/],
  ] as const) {
    if (written === true) text = text.replace(field, '');
  }
  const { report, requests, simulation } = play(text, { for: 30, faults });
  const databases = simulation.view().components.map(({ database, waiting }) => [database, waiting]);
  return JSON.stringify([requests, { ...report, topology: '' }, databases]);
}

describe('every field of the format', () => {
  const swept = fields.filter(({ label }) => !label).map(({ section, path }) => `${section}.${path}`);

  it('has a case here, and no case is for nothing', () => {
    expect(Object.keys(CASES).sort()).toEqual([...swept].sort());
  });

  it.each(swept)('%s changes something', (field) => {
    const found = CASES[field];
    if (found === undefined) throw new Error(`no case for ${field}`);
    const faults = found.faults ?? [];
    expect(seen(found.one, faults)).not.toBe(seen(found.other, faults));
  });

  it('that is a label changes nothing', () => {
    expect(seen({ monitoring: 'every: 2s, service: Zabbix' }, [])).toBe(seen({}, []));
  });
});
