import { describe, expect, it } from 'vitest';
import type { Component, Kind } from '../../src/topology/types.ts';
import { problemsOf, replaced, small, topologyOf } from './fixture.ts';

function component<K extends Kind>(text: string, kind: K, id: string, ...changes: string[]) {
  const found = topologyOf(text, ...changes).components.find(
    (c): c is Extract<Component, { kind: K }> => c.id === id && c.kind === kind,
  );
  if (!found) throw new Error(`no ${kind} ${id}`);
  return found;
}

describe('a topology', () => {
  it('has every default filled in, those of the real programs', () => {
    const { traffic, dns } = topologyOf(small);
    expect(traffic).toEqual({
      rate: 100,
      arrivals: 'poisson',
      writes: 0,
      timeout: 10_000_000,
      clients: 1000,
      keepAlive: false,
      nextAddress: true,
      loop: 'open',
      think: 1_000_000,
      retries: { attempts: 0, backoff: 0, jitter: 0 },
    });
    expect(dns).toEqual([{ name: 'www.foobar.com', A: ['lb-1'], ttl: 300_000_000, negativeTtl: 60_000_000 }]);
    expect(component(small, 'load-balancer', 'lb-1')).toMatchObject({
      mode: 'http',
      retries: 3,
      redispatch: false,
      retryOn: ['conn-failure'],
      timeout: { connect: 5_000_000, queue: 5_000_000, check: undefined },
      cookie: false,
      tls: undefined,
    });
    expect(component(small, 'web-server', 'web-1')).toMatchObject({
      service: { shape: 'constant', mean: 200, cv: 0 },
      cpu: 1,
      proxyNextUpstream: ['error', 'timeout'],
      proxyConnectTimeout: 60_000_000,
      workerConnections: 512,
      upstream: [{ id: 'app-1', weight: 1, maxFails: 1, failTimeout: 10_000_000, backup: false }],
    });
    expect(component(small, 'database', 'db-2')).toMatchObject({
      read: { mean: 1000 },
      write: { mean: 2000 },
      apply: { mean: 2000 },
      replication: 'async',
      rplSemiSyncSourceTimeout: 10_000_000,
      replicaParallelWorkers: 4,
      fencing: true,
      readOnly: false,
    });
  });

  it('gives each server what default-server says, unless it says otherwise', () => {
    const text = replaced(
      small,
      'servers: { web-1: {} }',
      'default-server: { check: true, inter: 1s, fall: 2 }\n    servers: { web-1: { fall: 5, downinter: 4s } }',
    );
    expect(component(text, 'load-balancer', 'lb-1').servers).toMatchObject([
      { id: 'web-1', check: true, inter: 1e6, fastinter: 1e6, downinter: 4e6, fall: 5, rise: 2 },
    ]);
  });

  it('gives each component the defaults of its kind, unless it says otherwise', () => {
    const text = replaced(
      replaced(small, 'components:', 'defaults: { database: { read: 3ms, write: 4ms } }\ncomponents:'),
      'role: primary',
      'role: primary, read: 9ms',
    );
    expect(component(text, 'database', 'db-1')).toMatchObject({
      read: { mean: 9000 },
      write: { mean: 4000 },
    });
    expect(component(text, 'database', 'db-2')).toMatchObject({
      read: { mean: 3000 },
      apply: { mean: 4000 },
    });
  });

  it('may leave a field of the defaults out again', () => {
    const text = replaced(
      replaced(small, 'components:', 'defaults: { app-server: { backlog: 9 } }\ncomponents:'),
      'workers: 8',
      'workers: 8, backlog: ~',
    );
    expect(component(text, 'app-server', 'app-1').backlog).toBe(511);
  });

  it('puts a component that no host runs on a host of its own', () => {
    const { hosts } = topologyOf(replaced(small, 'runs: [db-2]', 'runs: []'));
    expect(hosts.map(({ id, runs }) => [id, runs])).toEqual([
      ['lb-host', ['lb-1']],
      ['server-1', ['web-1', 'app-1', 'db-1']],
      ['server-2', []],
      ['db-2-host', ['db-2']],
    ]);
  });

  it('lets an orchestrator run on several hosts', () => {
    const text = replaced(
      replaced(small, 'components:', 'components:\n  orch: { kind: orchestrator, watches: [db-1, db-2] }'),
      'server-2: { runs: [db-2] }',
      'server-2: { runs: [db-2, orch] }\n  server-3: { runs: [orch] }',
    );
    expect(component(text, 'orchestrator', 'orch')).toEqual({
      id: 'orch',
      kind: 'orchestrator',
      host: 'server-2',
      watches: ['db-1', 'db-2'],
      detect: 10_000_000,
      agree: 'majority',
    });
  });

  it('lets who says only where it writes read there too', () => {
    const writesOnly = replaced(small, ', reads: [db-2, db-1]', '');
    expect(component(writesOnly, 'app-server', 'app-1').reads).toEqual(['db-1']);
    const alone = replaced(writesOnly, ', writes: db-1', '');
    expect(component(alone, 'app-server', 'app-1')).toMatchObject({ writes: undefined, reads: [] });
  });

  it('lets a web server that answers everything itself do without upstream', () => {
    const text = replaced(small, 'upstream: { app-1: {} }', 'static: 100%');
    expect(component(text, 'web-server', 'web-1')).toMatchObject({ static: 1, upstream: [] });
  });

  it('takes empty entries for entries without fields', () => {
    const text = replaced(small, 'servers: { web-1: {} }', 'servers:\n      web-1:\n      app-1:');
    expect(component(text, 'load-balancer', 'lb-1').servers.map(({ id }) => id)).toEqual(['web-1', 'app-1']);
  });

  it('reads firewalls, certificates, monitoring and links', () => {
    const more = [
      'certificates: { www.foobar.com: { key: ecdsa } }',
      'monitoring:',
      '  every: 10s',
      '  alerts: [ { on: error-rate, above: 5%, for: 60s }, { on: latency-p95, above: 500ms }, { on: down } ]',
      'links: { "lb-1 web-1": { delay: 2ms, loss: 1% }, "users lb-1": { delay: 20ms } }',
      'components:',
    ].join('\n');
    const firewall = 'runs: [db-2], firewall: { in: [3306 from app-1, vrrp from lb-host, 22 from anywhere] }';
    const topology = topologyOf(replaced(replaced(small, 'components:', more), 'runs: [db-2]', firewall));
    expect(topology.certificates).toEqual([
      { name: 'www.foobar.com', expires: 90 * 86_400_000_000, key: 'ecdsa' },
    ]);
    expect(topology.monitoring).toEqual({
      service: 'monitoring',
      every: 10_000_000,
      evaluate: 10_000_000,
      alerts: [
        { on: 'error-rate', above: 0.05, below: undefined, for: 60_000_000 },
        { on: 'latency-p95', above: 500_000, below: undefined, for: 0 },
        { on: 'down', above: 0, below: undefined, for: 0 },
      ],
    });
    expect(topology.links).toEqual([
      { ends: ['lb-1', 'web-1'], delay: 2000, loss: 0.01 },
      { ends: ['users', 'lb-1'], delay: 20_000, loss: 0 },
    ]);
    expect(topology.hosts[2]?.firewall).toEqual({
      in: [
        { port: 3306, from: 'app-1' },
        { port: 'vrrp', from: 'lb-host' },
        { port: 22, from: 'anywhere' },
      ],
      action: 'drop',
    });
  });

  it('may come with warnings', () => {
    const text = replaced(small, 'components:', 'components:\n  ka-1: { kind: keepalived, vip: vip-1 }');
    expect(problemsOf(text)).toHaveLength(1);
    expect(topologyOf(text).components[0]).toMatchObject({ vip: 'vip-1', priority: 100, preempt: true });
  });
});
