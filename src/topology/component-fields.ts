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
import { group, has, label, like, may, members, must, underEach } from './shape.ts';

const noDefault = 'HAProxy has no default for it';
const cpu = has(
  share(),
  '100%',
  "the share of the service time that needs the host's CPU; the rest is waiting",
);

/** One `server` line of HAProxy. */
export const serverShape = {
  check: has(boolean(), 'false', 'health checks; without them the server counts as up for ever'),
  inter: has(time('1ms', '1d'), '2s', 'time between two checks'),
  fastinter: like('inter', time('1ms', '1d'), 'the same while the server is on its way up or down'),
  downinter: like('inter', time('1ms', '1d'), 'the same while the server is down'),
  fall: has(integer(1, 1000), '3', 'failed checks in a row that mark it down'),
  rise: has(integer(1, 1000), '2', 'good checks in a row that mark it up'),
  weight: has(integer(0, 256), '1', 'its share of the requests against the others; 0: none'),
  maxconn: has(orNone(integer(1, 1_000_000)), 'none', 'requests at once; more wait in the queue'),
  backup: has(boolean(), 'false', 'used only when all others are down'),
  // HAProxy 2.6 configuration manual, "disabled"
  disabled: has(boolean(), 'false', 'starts in maintenance: no requests and no checks until it is `ready`'),
  slowstart: has(time('0s', '1d'), '0s', 'time in which its weight grows after it came back'),
  'on-marked-down': has(
    choice('none', 'shutdown-sessions'),
    'none',
    'what happens to requests in flight when it is marked down',
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
  certificate: must(reference('certificate'), 'the certificate it shows'),
  mode: has(choice('terminate', 'reencrypt', 'passthrough'), 'terminate', 'where TLS ends'),
  version: has(choice('1.3', '1.2'), '1.3', 'decides the round trips of a handshake'),
  resumption: has(boolean(), 'true', 'a returning client is spared the full handshake'),
};

export const loadBalancerShape = {
  mode: has(choice('http', 'tcp'), 'http', 'balances requests (http) or connections (tcp)'),
  balance: must(
    choice('roundrobin', 'static-rr', 'leastconn', 'random', 'source'),
    'how the next server is chosen',
    "HAProxy's default changed with version 3.3",
  ),
  'default-server': underEach('servers', serverShape, 'what holds for every server of this balancer'),
  servers: must(members(serverShape, 'listener'), 'the servers, in the order of the rotation'),
  httpchk: has(boolean(), 'false', 'checks ask for a page instead of only connecting'),
  retries: has(integer(0, 100), '3', 'further attempts after a failed connection'),
  redispatch: has(boolean(), 'false', 'a retry may go to another server'),
  'retry-on': has(list(retryWords), '[conn-failure]', 'the failures that are retried'),
  timeout: must(
    group({
      connect: must(time(), 'for a connection to a server', noDefault),
      client: must(time(), 'for the client to send or take something', noDefault),
      server: must(time(), 'for the server to answer', noDefault),
      queue: like('connect', time(), 'for a free place at a server with `maxconn`'),
      // HAProxy 2.6 configuration manual, "timeout check"
      check: may(time(), 'for the answer to a check; without it a check has `inter` in all'),
    }),
    'how long it waits for whom',
  ),
  cookie: has(boolean(), 'false', 'a client stays with its server, by a cookie'),
  tls: has(orNone(group(tlsShape)), 'none', 'HTTPS on port 443'),
};

const nextUpstream = choice('error', 'timeout', 'non_idempotent', 'http_5xx', 'off');

/** One `server` line of an `upstream` of nginx. */
export const upstreamShape = {
  weight: has(integer(1, 256), '1', 'its share of the requests against the others'),
  max_fails: has(integer(0, 1000), '1', 'failures within `fail_timeout` that make it skipped; 0: never'),
  fail_timeout: has(time('1ms', '1d'), '10s', 'the window of those failures, and how long it is skipped'),
  backup: has(boolean(), 'false', 'used only when all others are skipped'),
};

export const webServerShape = {
  service: has(duration(), '0.2ms', 'its own work for one request'),
  cpu,
  static: has(share(), '0%', 'requests that it answers from its own files'),
  upstream: has(
    members(upstreamShape, 'listener'),
    '',
    'whom it passes requests on to; needed unless it answers everything itself',
  ),
  proxy_next_upstream: has(
    list(nextUpstream),
    '[error, timeout]',
    'the failures after which it tries the next',
  ),
  proxy_connect_timeout: has(time(), '60s', 'for a connection to an upstream'),
  proxy_read_timeout: has(time(), '60s', 'for an answer of an upstream'),
  worker_processes: has(integer(1, 1024), '1', 'its processes'),
  worker_connections: has(integer(2, 1_000_000), '512', 'connections a process, those to upstreams counted'),
  keepalive: has(integer(0, 100_000), '0', 'idle connections to upstreams kept open'),
};

export const appServerShape = {
  workers: must(integer(1, 100_000), 'requests that it works on at once'),
  service: must(duration(), 'its own work for one request'),
  cpu,
  backlog: has(integer(1, 1_000_000), '511', "the kernel's accept queue: connections that wait for a worker"),
  codebase: label(has(text(), 'v1', 'the version of the code that it runs')),
  writes: may(reference('database'), 'the database that takes its writes'),
  reads: like('writes', list(reference('database')), 'the databases for its reads, the first that answers'),
  'database-timeout': has(
    group({
      connect: has(time(), '1s', 'for a connection to a database'),
      read: has(time(), '5s', 'for its answer'),
    }),
    '',
    'how long a try at a database may take',
  ),
  sessions: has(choice('shared', 'memory'), 'shared', 'where a login is kept'),
  'cold-start': has(time('0s', '1d'), '0s', 'from its start to its first answer'),
};

export const databaseShape = {
  role: has(choice('primary', 'replica'), 'primary', 'takes writes, or follows a source'),
  source: may(reference('database'), 'whom a replica follows'),
  read: has(duration(), '1ms', 'its work for one read'),
  write: has(duration(), '2ms', 'its work for one write'),
  apply: like('write', duration(), "a replica's work for one write of its source"),
  cpu,
  replication: has(choice('async', 'semi-sync'), 'async', 'whether a write waits until a replica has it'),
  rpl_semi_sync_source_timeout: has(time('0s'), '10s', 'after it semi-sync goes on without the replica'),
  replica_parallel_workers: has(integer(1, 1024), '4', 'writes that a replica applies at once'),
  fencing: has(boolean(), 'true', 'a deposed primary is kept from taking writes'),
  read_only: has(boolean(), 'false', 'refuses writes'),
};

export const orchestratorShape = {
  watches: must(list(reference('database')), 'the databases it looks after'),
  detect: has(time('1ms', '1d'), '10s', 'how long the primary must be silent'),
  agree: has(choice('majority', 'alone'), 'majority', 'how many of them must see it so'),
};

export const trackScriptShape = {
  watches: must(reference('component'), 'the process that must be alive'),
  interval: has(time('10ms', '1d'), '1s', 'time between two looks'),
  fall: has(integer(1, 1000), '1', 'failed looks in a row that count'),
  rise: has(integer(1, 1000), '1', 'good looks in a row that count'),
  weight: has(integer(-253, 253), '0', 'added to the priority on failure; 0: gives the address up'),
};

export const keepalivedShape = {
  vip: must(id(), 'the virtual IP that it can hold'),
  priority: has(integer(1, 255), '100', 'the highest holds the address; 255: it owns it'),
  advert_int: has(time('10ms', '1h'), '1s', 'time between two of its adverts'),
  preempt: has(boolean(), 'true', 'takes the address back when it returns with the higher priority'),
  track_script: has(
    orNone(group(trackScriptShape)),
    'none',
    'a check of the balancer; without it only a silent keepalived moves the address',
  ),
};
