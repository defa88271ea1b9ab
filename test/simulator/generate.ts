import fc from 'fast-check';
import { problemWith } from '../../src/simulator/faults/check.ts';
import { faultOf } from '../../src/simulator/faults/fault.ts';
import { FAULTS, type ValueKind, VERBS, type Verb } from '../../src/simulator/faults/table.ts';
import { candidates } from '../../src/simulator/faults/targets.ts';
import { VALUES, type Value } from '../../src/simulator/faults/values.ts';
import { read } from './play.ts';

/** Text of topologies with their faults, any that the format allows: what a run must never break on. */
export interface Scene {
  readonly text: string;
  readonly faults: readonly string[];
}

const pick = <T>(...values: T[]) => fc.constantFrom(...values);

const balancer = fc.record({
  balance: pick('roundrobin', 'static-rr', 'leastconn', 'random', 'source'),
  mode: pick('http', 'http', 'tcp'),
  check: fc.boolean(),
  httpchk: fc.boolean(),
  inter: pick('200ms', '1s', '2s'),
  maxconn: pick('none', '1', '5'),
  slowstart: pick('0s', '3s'),
  backup: fc.boolean(),
  disabled: fc.boolean(),
  /** one more before the databases, for reads */
  sharing: fc.boolean(),
  retries: fc.integer({ min: 0, max: 4 }),
  redispatch: fc.boolean(),
  retryOn: pick('[conn-failure]', '[all-retryable-errors]', '[500, response-timeout]'),
  connect: pick('100ms', '1s', '5s'),
  server: pick('300ms', '2s', '50s'),
  cookie: fc.boolean(),
  shutdown: pick('none', 'shutdown-sessions'),
  tls: pick('none', 'terminate', 'reencrypt', 'passthrough'),
});

const web = fc.record({
  static: pick('0%', '20%'),
  maxFails: pick(0, 1, 2),
  failTimeout: pick('1s', '10s'),
  next: pick('[error, timeout]', '[off]', '[error, timeout, http_5xx, non_idempotent]'),
  connect: pick('200ms', '60s'),
  read: pick('500ms', '60s'),
  processes: pick(1, 3),
  connections: pick(4, 512),
  keepalive: pick(0, 4),
});

const app = fc.record({
  workers: pick(1, 4, 100),
  service: pick('5ms', 'exponential 20ms', 'lognormal 20ms cv 2', '0.001ms'),
  cpu: pick('0%', '30%', '100%'),
  backlog: pick(1, 20, 511),
  sessions: pick('shared', 'memory'),
  coldStart: pick('0s', '2s'),
});

const database = fc.record({
  replication: pick('async', 'semi-sync'),
  timeout: pick('0s', '1s', '10s'),
  workers: pick(1, 4),
  write: pick('2ms', 'exponential 5ms'),
  fencing: fc.boolean(),
});

const traffic = fc.record({
  rate: pick(1, 30, 120),
  arrivals: pick('poisson', 'even'),
  writes: pick('0%', '30%', '100%'),
  timeout: pick('200ms', '3s', '10s'),
  clients: pick(1, 7, 1000),
  keepAlive: fc.boolean(),
  loop: pick('open', 'open', 'closed'),
  attempts: pick(0, 2),
  backoff: pick('0s', '100ms'),
  jitter: pick('0%', '50%'),
});

const scene = fc.record({
  traffic,
  balancer,
  web,
  app,
  database,
  pair: fc.boolean(),
  priorities: fc.tuple(pick(100, 150), pick(100, 150)),
  preempt: fc.boolean(),
  track: fc.boolean(),
  orchestrators: pick(0, 1, 3),
  replicas: pick(1, 1, 2),
  firewall: pick('none', 'drop', 'reject'),
  monitored: fc.boolean(),
  cpus: pick(1, 2),
  loss: pick('0%', '0%', '3%'),
});

type Settings = typeof scene extends fc.Arbitrary<infer T> ? T : never;

/** Two of everything, with whatever settings. */
function textOf(s: Settings): string {
  const { balancer: lb, web: w, app: a, database: d, traffic: t } = s;
  const tls = lb.tls === 'none' ? 'none' : `{ certificate: www.foobar.com, mode: ${lb.tls} }`;
  const port = lb.tls === 'none' ? 80 : 443;
  const firewall =
    s.firewall === 'none'
      ? 'none'
      : `{ in: [3306 from server-1, ${port} from anywhere], action: ${s.firewall} }`;
  const script = (id: string) =>
    s.track ? `, track_script: { watches: ${id}, interval: 1s, fall: 2, weight: -60 }` : '';
  const orchestrators = Array.from({ length: s.orchestrators }, (_, i) => `orc-${i + 1}`);
  const third = s.replicas === 2;
  const servers = `{ web-1: {}, web-2: { backup: ${lb.backup}, disabled: ${lb.disabled}, weight: 2 } }`;
  const databases = third ? 'db-1, db-2, db-3' : 'db-1, db-2';
  return `
format: 1
id: any
title: Any
traffic: { rate: ${t.rate}, arrivals: ${t.arrivals}, writes: ${t.writes}, timeout: ${t.timeout}, clients: ${t.loop === 'closed' ? Math.min(t.clients, 20) : t.clients}, keep-alive: ${t.keepAlive}, loop: ${t.loop}, think: 200ms, retries: { attempts: ${t.attempts}, backoff: ${t.backoff}, jitter: ${t.jitter} } }
dns: { www.foobar.com: { A: [${s.pair ? 'vip-1' : 'lb-1, lb-2'}], ttl: 5s, negative-ttl: 1s } }
certificates: { www.foobar.com: { expires: 90d } }
${s.monitored ? 'monitoring: { every: 2s, alerts: [{ on: error-rate, above: 5%, for: 2s }, { on: down, above: 0 }, { on: latency-p95, above: 100ms }, { on: qps, below: 10 }] }' : ''}
links: { lb-1 web-1: { delay: 1ms, loss: ${s.loss} } }
hosts:
  edge-1: { cpus: ${s.cpus}, runs: [lb-1${s.pair ? ', keepalived-1' : ''}], collector: ${s.monitored} }
  edge-2: { cpus: ${s.cpus}, runs: [lb-2${s.pair ? ', keepalived-2' : ''}] }
  server-1: { cpus: ${s.cpus}, runs: [web-1, app-1], collector: ${s.monitored} }
  server-2: { cpus: ${s.cpus}, runs: [web-2, app-2] }
  data-1: { cpus: ${s.cpus}, runs: [db-1], firewall: ${firewall} }
  data-2: { cpus: ${s.cpus}, runs: [db-2] }
${third ? '  data-3: { runs: [db-3] }' : ''}
${orchestrators.map((id) => `  host-${id}: { runs: [${id}] }`).join('\n')}
defaults:
  load-balancer:
    balance: ${lb.balance}
    mode: ${lb.mode}
    default-server: { check: ${lb.check}, inter: ${lb.inter}, maxconn: ${lb.maxconn}, slowstart: ${lb.slowstart}, on-marked-down: ${lb.shutdown} }
    httpchk: ${lb.httpchk}
    retries: ${lb.retries}
    redispatch: ${lb.redispatch}
    retry-on: ${lb.retryOn}
    cookie: ${lb.cookie && lb.mode === 'http'}
    timeout: { connect: ${lb.connect}, client: 5s, server: ${lb.server}, queue: 1s }
    tls: ${tls}
  web-server:
    static: ${w.static}
    upstream: { app-1: { max_fails: ${w.maxFails}, fail_timeout: ${w.failTimeout} }, app-2: {} }
    proxy_next_upstream: ${w.next}
    proxy_connect_timeout: ${w.connect}
    proxy_read_timeout: ${w.read}
    worker_processes: ${w.processes}
    worker_connections: ${w.connections}
    keepalive: ${w.keepalive}
  app-server:
    workers: ${a.workers}
    service: ${a.service}
    cpu: ${a.cpu}
    backlog: ${a.backlog}
    sessions: ${a.sessions}
    cold-start: ${a.coldStart}
    writes: db-1
    reads: [${lb.sharing ? 'db-lb, ' : ''}db-2, db-1${third ? ', db-3' : ''}]
    database-timeout: { connect: 300ms, read: 1s }
  database:
    write: ${d.write}
    replication: ${d.replication}
    rpl_semi_sync_source_timeout: ${d.timeout}
    replica_parallel_workers: ${d.workers}
    fencing: ${d.fencing}
${orchestrators.length === 0 ? '' : `  orchestrator: { watches: [${databases}], detect: 2s }`}
components:
  lb-1: { kind: load-balancer, servers: ${servers} }
  lb-2: { kind: load-balancer, servers: ${servers} }
${lb.sharing ? `  db-lb: { kind: load-balancer, mode: tcp, balance: ${lb.balance === 'source' ? 'leastconn' : lb.balance}, mysql-check: ${lb.httpchk}, httpchk: false, cookie: false, tls: none, servers: { db-2: {}, db-1: { backup: ${lb.backup} } } }` : ''}
  web-1: { kind: web-server }
  web-2: { kind: web-server }
  app-1: { kind: app-server }
  app-2: { kind: app-server }
  db-1: { kind: database, role: primary }
  db-2: { kind: database, role: replica, source: db-1 }
${third ? '  db-3: { kind: database, role: replica, source: db-1 }' : ''}
${s.pair ? `  keepalived-1: { kind: keepalived, vip: vip-1, priority: ${s.priorities[0]}, preempt: ${s.preempt}${script('lb-1')} }` : ''}
${s.pair ? `  keepalived-2: { kind: keepalived, vip: vip-1, priority: ${s.priorities[1]}, preempt: ${s.preempt}${script('lb-2')} }` : ''}
${orchestrators.map((id) => `  ${id}: { kind: orchestrator }`).join('\n')}
`;
}

/**
 * Any site with little traffic that answers everything well while nothing is wrong with it: what it was, it can be
 * again. What refuses somebody now and then by chance is left to others: sessions in memory, queues of one, timeouts
 * that are shorter than some answers.
 */
export const calmSites: fc.Arbitrary<string> = scene.map((settings) => {
  const { traffic: users, balancer: lb, web: nginx, app: application } = settings;
  return textOf({
    ...settings,
    // a closed loop of two comes as often as eight a second
    traffic: {
      ...users,
      rate: 8,
      clients: users.loop === 'closed' ? 2 : users.clients,
      writes: '30%',
      timeout: '10s',
    },
    balancer: { ...lb, maxconn: lb.maxconn === '1' ? '5' : lb.maxconn, server: '50s' },
    web: { ...nginx, connections: 512, read: '60s' },
    app: { ...application, workers: Math.max(4, application.workers), sessions: 'shared' },
    firewall: 'none',
    loss: '0%',
  });
});

/** A topology that has whatever a fault can act on. */
const [some] = fc.sample(scene, { seed: 1, numRuns: 1 });
if (some === undefined) throw new Error('no scene');
const full = read(
  textOf({
    ...some,
    balancer: { ...some.balancer, sharing: true },
    pair: true,
    orchestrators: 3,
    replicas: 2,
    monitored: true,
  }),
);

/** Any use of a verb that the table allows; some of them mean nothing in a given run. */
function uses(verb: Verb): fc.Arbitrary<string> {
  const { targets, optional = 0, value } = FAULTS[verb];
  const lists = Array.from({ length: optional + 1 }, (_, left) =>
    fc.tuple(...targets.slice(0, targets.length - left).map((kind) => pick(...candidates(kind, full)))),
  );
  const worth = value === undefined ? [undefined] : value === 'address' ? ['vip-1', 'lb-2'] : values(value);
  return fc
    .tuple(fc.oneof(...lists), pick<Value | undefined>(...worth))
    .map(([where, much]) => faultOf(verb, where, much))
    .filter((fault) => problemWith(fault, full) === undefined)
    .map(({ words }) => words);
}

function values(kind: Exclude<ValueKind, 'address'>): readonly Value[] {
  return kind === 'share' ? [...VALUES.share.offered, 1] : VALUES[kind].offered;
}

const words: fc.Arbitrary<string> = fc.oneof(
  ...VERBS.map(uses),
  // where two of them rule, most can go wrong
  pick('partition edge-1 edge-2', 'heal edge-1 edge-2'),
);

/** Any scene with up to a dozen faults, some of them meaningless. */
export const scenes: fc.Arbitrary<Scene> = fc
  .tuple(scene, fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), words), { maxLength: 12 }))
  .map(([settings, faults]) => ({
    text: textOf(settings),
    faults: faults.map(([tenths, fault]) => `${tenths / 10}s ${fault}`),
  }));
