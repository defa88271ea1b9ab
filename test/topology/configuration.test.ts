import { describe, expect, it } from 'vitest';
import { configurationOf } from '../../src/topology/configuration/configuration.ts';
import { fields } from '../../src/topology/fields.ts';
import { read } from '../simulator/play.ts';
import { shipped } from '../ui/simulator/bench.ts';

/** Every file of a topology, each behind its place. */
function textOf(topology: Parameters<typeof configurationOf>[0]): string {
  return configurationOf(topology)
    .map(({ host, path, lines }) => [`# ${host}: ${path}`, ...lines.map(({ text }) => text), ''].join('\n'))
    .join('\n');
}

describe('the configuration of the real programs', () => {
  it.each(['one-server', 'distributed', 'scaled-up'])('of %s', async (id) => {
    await expect(textOf(shipped(id))).toMatchFileSnapshot(`golden/configuration-${id}.txt`);
  });

  it('comes line by line from fields that there are', () => {
    const known = fields.map(({ section, path }) => `${section} ${path}`);
    // a group of fields makes one line
    const groups = [
      'load-balancer servers',
      'load-balancer default-server',
      'load-balancer tls',
      'web-server upstream',
    ];
    for (const file of configurationOf(shipped('scaled-up'))) {
      for (const { field } of file.lines) {
        if (field !== undefined) expect([...known, ...groups]).toContain(field);
      }
    }
  });
});

const SITE = `
format: 1
id: site
title: Site
traffic: { rate: 1 }
dns: { www.foobar.com: { A: [vip-1] } }
certificates: { www.foobar.com: {} }
hosts:
  edge: { runs: [lb-1, keepalived-1], firewall: { in: [443 from anywhere] } }
  web: { runs: [web-1, web-2] }
  app: { runs: [app-1, app-2] }
  data-1: { runs: [db-1] }
  data-2: { runs: [db-2] }
components:
  lb-1:
    kind: load-balancer
    balance: roundrobin
    default-server: { check: true }
    servers: { web-1: {}, web-2: {} }
    timeout: { connect: 5s, client: 50s, server: 50s }
    tls: { certificate: www.foobar.com }
  web-1: { kind: web-server, upstream: { app-1: {}, app-2: {} } }
  web-2: { kind: web-server, upstream: { app-1: {} } }
  app-1: { kind: app-server, workers: 8, service: 5ms }
  app-2: { kind: app-server, workers: 8, service: 5ms }
  db-1: { kind: database, role: primary, replication: semi-sync }
  db-lb: { kind: load-balancer, mode: tcp, balance: leastconn, servers: { db-2: {} }, timeout: { connect: 5s, client: 50s, server: 50s } }
  db-2: { kind: database, role: replica, source: db-1 }
  keepalived-1: { kind: keepalived, vip: vip-1, track_script: { watches: lb-1 } }
`;

/** A change of one field, and the words that then stand in a file, and did not before. */
const CHANGES: readonly (readonly [change: string, words: string])[] = [
  ['lb-1.mode=tcp', 'mode tcp'],
  ['lb-1.balance=leastconn', 'balance leastconn'],
  ['lb-1.httpchk=true', 'option httpchk'],
  ['lb-1.retries=0', 'retries 0'],
  ['lb-1.redispatch=true', '    option redispatch'],
  ['lb-1.retry-on=[503, conn-failure]', 'retry-on 503 conn-failure'],
  ['lb-1.timeout.connect=1500ms', 'timeout connect 1500ms'],
  ['lb-1.timeout.client=1s', 'timeout client 1s'],
  ['lb-1.timeout.server=1s', 'timeout server 1s'],
  ['lb-1.timeout.queue=1s', 'timeout queue 1s'],
  ['lb-1.timeout.check=1s', 'timeout check 1s'],
  ['lb-1.cookie=true', 'cookie SERVERID insert'],
  ['lb-1.tls=none', 'bind :80'],
  ['lb-1.tls.mode=passthrough', 'ssl_certificate '],
  ['lb-1.tls.version=1.2', 'ssl-max-ver TLSv1.2'],
  ['lb-1.tls.resumption=false', 'tune.ssl.cachesize 0'],
  ['lb-1.servers.web-2.check=false', 'server web-1 10.0.0.2:80 check inter 2s'],
  ['lb-1.default-server.inter=1s', 'inter 1s'],
  ['lb-1.default-server.fastinter=1s', 'fastinter 1s'],
  ['lb-1.default-server.downinter=1s', 'downinter 1s'],
  ['lb-1.default-server.fall=9', 'fall 9'],
  ['lb-1.default-server.rise=9', 'rise 9'],
  ['lb-1.servers.web-1.weight=2', 'server web-1 10.0.0.2:80 weight 2'],
  ['lb-1.servers.web-1.maxconn=2', 'server web-1 10.0.0.2:80 maxconn 2'],
  ['lb-1.servers.web-1.backup=true', 'server web-1 10.0.0.2:80 backup'],
  ['lb-1.servers.web-1.disabled=true', 'server web-1 10.0.0.2:80 disabled'],
  ['lb-1.servers.web-1.slowstart=2s', 'server web-1 10.0.0.2:80 slowstart 2s'],
  ['lb-1.default-server.on-marked-down=shutdown-sessions', 'on-marked-down shutdown-sessions'],
  ['web-1.static=10%', 'location /static/'],
  ['web-1.upstream.app-1.weight=2', 'weight=2'],
  ['web-1.upstream.app-1.max_fails=0', 'max_fails=0'],
  ['web-1.upstream.app-1.fail_timeout=1s', 'fail_timeout=1s'],
  ['web-1.upstream.app-1.backup=true', ' backup; # app-1'],
  ['web-1.proxy_next_upstream=[http_5xx]', 'proxy_next_upstream http_500 http_502 http_503 http_504;'],
  ['web-1.proxy_connect_timeout=250ms', 'proxy_connect_timeout 250ms;'],
  ['web-1.proxy_read_timeout=1s', 'proxy_read_timeout 1s;'],
  ['web-1.worker_processes=4', 'worker_processes 4;'],
  ['web-1.worker_connections=1024', 'worker_connections 1024;'],
  ['web-1.keepalive=16', 'keepalive 16;'],
  ['db-lb.mysql-check=true', 'option mysql-check user haproxy'],
  ['db-2.replica_parallel_workers=8', 'replica_parallel_workers = 8'],
  ['db-1.rpl_semi_sync_source_timeout=2s', 'rpl_semi_sync_source_timeout = 2000'],
  ['db-2.replication=semi-sync', "plugin_load_add = 'semisync_source.so;semisync_replica.so'"],
  ['keepalived-1.priority=150', 'priority 150'],
  ['keepalived-1.advert_int=500ms', 'advert_int 0.5'],
  ['keepalived-1.preempt=false', 'nopreempt'],
  ['keepalived-1.track_script.interval=3s', 'interval 3'],
  ['keepalived-1.track_script.fall=3', 'fall 3'],
  ['keepalived-1.track_script.rise=3', 'rise 3'],
  ['keepalived-1.track_script.weight=-60', 'weight -60'],
  ['edge.firewall.action=reject', 'reject with tcp reset'],
  ['edge.firewall.in=[vrrp from web]', 'ip saddr 10.0.0.2 ip protocol vrrp accept'],
];

const count = (text: string, words: string) => text.split(words).length - 1;

describe('a field that is changed', () => {
  const before = textOf(read(SITE));
  it.each(CHANGES)('%s stands in the file of its program', (change, words) => {
    expect(count(textOf(read(SITE, [change])), words)).toBeGreaterThan(count(before, words));
  });
});

it('lets a replica acknowledge where its source waits for it', () => {
  const enabled = (change: string) =>
    count(textOf(read(SITE, [change])), 'rpl_semi_sync_replica_enabled = ON');
  expect(enabled('db-2.replication=async')).toBe(2);
  expect(enabled('db-1.replication=async')).toBe(0);
});
