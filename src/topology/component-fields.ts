import { messagesOf } from '../messages/language.ts';
import {
  boolean,
  choice,
  duration,
  id,
  integer,
  list,
  orNone,
  reference,
  share,
  text,
  time,
} from './field-types.ts';
import { group, has, like, may, members, must, underEach } from './shape.ts';

const t = messagesOf('topology/component-fields');

const noDefault = t`HAProxy has no default for it`;
const cpu = has(
  share(),
  '100%',
  t`the share of the service time that needs the host's CPU; the rest is waiting`,
);

/** One `server` line of HAProxy. */
export const serverShape = {
  check: has(boolean(), 'false', t`health checks; without them the server counts as up for ever`),
  inter: has(time('1ms', '1d'), '2s', t`time between two checks`),
  fastinter: like('inter', time('1ms', '1d'), t`the same while the server is on its way up or down`),
  downinter: like('inter', time('1ms', '1d'), t`the same while the server is down`),
  fall: has(integer(1, 1000), '3', t`failed checks in a row that mark it down`),
  rise: has(integer(1, 1000), '2', t`good checks in a row that mark it up`),
  weight: has(integer(0, 256), '1', t`its share of the requests against the others; 0: none`),
  maxconn: has(orNone(integer(1, 1_000_000)), 'none', t`requests at once; more wait in the queue`),
  backup: has(boolean(), 'false', t`used only when all others are down`),
  // HAProxy 2.6 configuration manual, "disabled"
  disabled: has(
    boolean(),
    'false',
    t`starts in maintenance: no requests and no checks until it is \`ready\``,
  ),
  slowstart: has(time('0s', '1d'), '0s', t`time in which its weight grows after it came back`),
  'on-marked-down': has(
    choice('none', 'shutdown-sessions'),
    'none',
    t`what happens to requests in flight when it is marked down`,
  ),
};

const retryWords = choice(
  'conn-failure',
  'empty-response',
  'response-timeout',
  '500',
  '501',
  '502',
  '503',
  '504',
  'all-retryable-errors',
);

export const tlsShape = {
  certificate: must(reference('certificate'), t`the certificate it shows`),
  mode: has(choice('terminate', 'reencrypt', 'passthrough'), 'terminate', t`where TLS ends`),
  version: has(choice('1.3', '1.2'), '1.3', t`decides the round trips of a handshake`),
  resumption: has(boolean(), 'true', t`a returning client is spared the full handshake`),
};

export const loadBalancerShape = {
  mode: has(choice('http', 'tcp'), 'http', t`balances requests (http) or connections (tcp)`),
  balance: must(
    choice('roundrobin', 'static-rr', 'leastconn', 'random', 'source'),
    t`how the next server is chosen`,
    t`HAProxy's default changed with version 3.3`,
  ),
  'default-server': underEach('servers', serverShape, t`what holds for every server of this balancer`),
  servers: must(members(serverShape, 'server'), t`the servers, in the order of the rotation`),
  httpchk: has(boolean(), 'false', t`checks ask for a page instead of only connecting`),
  // HAProxy 2.6 configuration manual, "option mysql-check"
  'mysql-check': has(boolean(), 'false', t`checks log in to MySQL instead of only connecting`),
  retries: has(integer(0, 100), '3', t`further attempts after a failed connection`),
  redispatch: has(boolean(), 'false', t`a retry may go to another server`),
  'retry-on': has(list(retryWords), '[conn-failure]', t`the failures that are retried`),
  timeout: must(
    group({
      connect: must(time(), t`for a connection to a server`, noDefault),
      client: must(time(), t`for the client to send or take something`, noDefault),
      server: must(time(), t`for the server to answer`, noDefault),
      queue: like('connect', time(), t`for a free place at a server with \`maxconn\``),
      // HAProxy 2.6 configuration manual, "timeout check"
      check: may(time(), t`for the answer to a check; without it a check has \`inter\` in all`),
    }),
    t`how long it waits for whom`,
  ),
  cookie: has(boolean(), 'false', t`a client stays with its server, by a cookie`),
  tls: has(orNone(group(tlsShape)), 'none', t`HTTPS on port 443`),
};

const nextUpstream = choice('error', 'timeout', 'non_idempotent', 'http_5xx', 'off');

/** One `server` line of an `upstream` of nginx. */
export const upstreamShape = {
  weight: has(integer(1, 256), '1', t`its share of the requests against the others`),
  max_fails: has(integer(0, 1000), '1', t`failures within \`fail_timeout\` that make it skipped; 0: never`),
  fail_timeout: has(time('1ms', '1d'), '10s', t`the window of those failures, and how long it is skipped`),
  backup: has(boolean(), 'false', t`used only when all others are skipped`),
};

export const webServerShape = {
  service: has(duration(), '0.2ms', t`its own work for one request`),
  cpu,
  static: has(share(), '0%', t`requests that it answers from its own files`),
  upstream: has(
    members(upstreamShape, 'listener'),
    '',
    t`whom it passes requests on to; needed unless it answers everything itself`,
  ),
  proxy_next_upstream: has(
    list(nextUpstream),
    '[error, timeout]',
    t`the failures after which it tries the next`,
  ),
  proxy_connect_timeout: has(time(), '60s', t`for a connection to an upstream`),
  proxy_read_timeout: has(time(), '60s', t`for an answer of an upstream`),
  worker_processes: has(integer(1, 1024), '1', t`its processes`),
  worker_connections: has(integer(2, 1_000_000), '512', t`connections a process, those to upstreams counted`),
  keepalive: has(integer(0, 100_000), '0', t`idle connections to upstreams kept open`),
};

/** What another version of the code does otherwise than the fields of its application server say. */
export const versionShape = {
  service: may(duration(), t`its own work for one request`),
  cpu: may(share(), t`the share of that which needs the host's CPU`),
  errors: has(share(), '0%', t`the share of requests that it answers with errors`),
};

export const appServerShape = {
  workers: must(integer(1, 100_000), t`requests that it works on at once`),
  service: must(duration(), t`its own work for one request`),
  cpu,
  backlog: has(
    integer(1, 1_000_000),
    '511',
    t`the kernel's accept queue: connections that wait for a worker`,
  ),
  codebase: has(text(), 'v1', t`the version of the code that it starts with`),
  versions: has(members(versionShape), '', t`versions that can be deployed, and what each does otherwise`),
  writes: may(reference('database'), t`the database that takes its writes`),
  reads: like(
    'writes',
    list(reference('read-source')),
    t`the databases for its reads, or balancers of them; the first that answers`,
  ),
  'database-timeout': has(
    group({
      connect: has(time(), '1s', t`for a connection to a database`),
      read: has(time(), '5s', t`for its answer`),
    }),
    '',
    t`how long a try at a database may take`,
  ),
  sessions: has(choice('shared', 'memory'), 'shared', t`where a login is kept`),
  'cold-start': has(time('0s', '1d'), '0s', t`from its start to its first answer`),
};

export const databaseShape = {
  role: has(choice('primary', 'replica'), 'primary', t`takes writes, or follows a source`),
  source: may(reference('database'), t`whom a replica follows`),
  read: has(duration(), '1ms', t`its work for one read`),
  write: has(duration(), '2ms', t`its work for one write`),
  apply: like('write', duration(), t`a replica's work for one write of its source`),
  cpu,
  replication: has(choice('async', 'semi-sync'), 'async', t`whether a write waits until a replica has it`),
  rpl_semi_sync_source_timeout: has(time('0s'), '10s', t`after it semi-sync goes on without the replica`),
  replica_parallel_workers: has(integer(1, 1024), '4', t`writes that a replica applies at once`),
  fencing: has(boolean(), 'true', t`a deposed primary is kept from taking writes`),
  read_only: has(boolean(), 'false', t`refuses writes`),
};

export const orchestratorShape = {
  watches: must(list(reference('database')), t`the databases it looks after`),
  detect: has(time('1ms', '1d'), '10s', t`how long the primary must be silent`),
  agree: has(choice('majority', 'alone'), 'majority', t`how many of them must see it so`),
};

export const trackScriptShape = {
  watches: must(reference('component'), t`the process that must be alive`),
  interval: has(time('10ms', '1d'), '1s', t`time between two looks`),
  fall: has(integer(1, 1000), '1', t`failed looks in a row that count`),
  rise: has(integer(1, 1000), '1', t`good looks in a row that count`),
  weight: has(integer(-253, 253), '0', t`added to the priority on failure; 0: gives the address up`),
};

export const keepalivedShape = {
  vip: must(id(), t`the virtual IP that it can hold`),
  priority: has(integer(1, 255), '100', t`the highest holds the address; 255: it owns it`),
  advert_int: has(time('10ms', '1h'), '1s', t`time between two of its adverts`),
  preempt: has(boolean(), 'true', t`takes the address back when it returns with the higher priority`),
  track_script: has(
    orNone(group(trackScriptShape)),
    'none',
    t`a check of the balancer; without it only a silent keepalived moves the address`,
  ),
};
