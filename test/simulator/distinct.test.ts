import { describe, expect, it } from 'vitest';
import { play } from './play.ts';

/** every sort of thing that can be struck */
const TEXT = `
format: 1
id: all
title: All
traffic: { rate: 40, arrivals: even, writes: 30%, timeout: 4s, clients: 20 }
dns: { www.foobar.com: { A: [vip-1], ttl: 3s, negative-ttl: 1s } }
certificates: { www.foobar.com: {} }
monitoring: { every: 2s, alerts: [{ on: error-rate, above: 5% }] }
hosts:
  edge-1: { cpus: 1, runs: [lb-1, keepalived-1], collector: true }
  edge-2: { cpus: 1, runs: [lb-2, keepalived-2], collector: true }
  server-1: { cpus: 1, runs: [web-1, app-1], collector: true }
  server-2: { cpus: 1, runs: [web-2, app-2], collector: true }
  data-1: { cpus: 1, runs: [db-1], firewall: { in: [3306 from server-1, 3306 from server-2, 3306 from data-2] } }
  data-2: { cpus: 1, runs: [db-2] }
defaults:
  load-balancer:
    balance: roundrobin
    default-server: { check: true, inter: 1s }
    httpchk: true
    servers: { web-1: {}, web-2: {} }
    timeout: { connect: 1s, client: 5s, server: 3s }
    tls: { certificate: www.foobar.com }
  app-server: { workers: 4, service: 10ms, cpu: 50%, writes: db-1, reads: [db-2, db-1] }
components:
  lb-1: { kind: load-balancer }
  lb-2: { kind: load-balancer }
  web-1: { kind: web-server, upstream: { app-1: {} } }
  web-2: { kind: web-server, upstream: { app-2: {} } }
  app-1: { kind: app-server }
  app-2: { kind: app-server }
  db-1: { kind: database, role: primary }
  db-2: { kind: database, role: replica, source: db-1 }
  keepalived-1: { kind: keepalived, vip: vip-1, priority: 150 }
  keepalived-2: { kind: keepalived, vip: vip-1 }
`;

const FAULTS = [
  'kill app-1',
  'stop app-1',
  'pause app-1',
  'slow app-1 20',
  'errors app-1 50%',
  'drain lb-1 web-1',
  'deploy app-server rolling',
  'deploy app-server all-at-once',
  'power-off server-1',
  'cpu-hog server-1 80%',
  'partition edge-1 server-1',
  'partition server-1',
  'delay edge-1 server-1 100ms',
  'loss edge-1 server-1 30%',
  'wiretap lb-1 web-1',
  'spike traffic 4',
  'lag db-2 5s',
  'replication-break db-2',
  'failover',
  'switchover',
  'cert-expire',
  'dns-fail',
  'dns-change www.foobar.com lb-2',
  'attack port-scan server-1',
  'attack sql-direct data-1',
  'attack flood server-1',
  'kill db-1',
  'pause db-1',
  'kill lb-1',
  'kill keepalived-1',
  'kill collector@edge-1',
];

/** What somebody outside can see of a run: all but what the learner himself did. */
function seen(fault: string | undefined): string {
  const { report, requests, simulation } = play(TEXT, {
    for: 20,
    faults: fault === undefined ? [] : [`5.005s ${fault}`],
  });
  const events = report.events.filter(({ who }) => who !== 'you');
  const components = simulation
    .view()
    .components.map(({ state, rate, waiting, database }) => [state, rate, waiting, database]);
  return JSON.stringify([
    requests,
    events,
    report.monitor,
    report.wiretaps,
    report.writes,
    report.reads,
    components,
  ]);
}

describe('faults', () => {
  it('differ from nothing, and each from every other', () => {
    const by = new Map<string, string>([[seen(undefined), 'nothing']]);
    for (const fault of FAULTS) {
      const run = seen(fault);
      expect(by.get(run), `\`${fault}\` looks the same`).toBeUndefined();
      by.set(run, fault);
    }
  });

  it('end: what was undone long ago is over', () => {
    const undone = [
      ['kill app-1', 'start app-1'],
      ['pause app-1', 'resume app-1'],
      ['slow app-1 20', 'restore app-1'],
      ['errors app-1 50%', 'restore app-1'],
      ['drain lb-1 web-1', 'ready lb-1 web-1'],
      ['power-off server-1', 'power-on server-1'],
      ['cpu-hog server-1 90%', 'restore server-1'],
      ['partition edge-1 server-1', 'heal edge-1 server-1'],
      ['partition server-1', 'heal server-1'],
      ['delay edge-1 server-1 100ms', 'restore edge-1 server-1'],
      ['loss edge-1 server-1 30%', 'restore edge-1 server-1'],
      ['spike traffic 4', 'restore traffic'],
      ['lag db-2 5s', 'restore db-2'],
      ['replication-break db-2', 'restore db-2'],
      ['cert-expire', 'renew'],
      ['dns-fail', 'restore www.foobar.com'],
      ['attack flood server-1', 'restore server-1'],
    ] as const;
    for (const [fault, end] of undone) {
      const { requests, simulation } = play(TEXT, { for: 60, faults: [`5s ${fault}`, `15s ${end}`] });
      const late = requests.filter(({ t }) => t > 45 && t < 56);
      expect(
        late.filter(({ outcome }) => outcome !== '200'),
        `${fault}, ${end}`,
      ).toEqual([]);
      expect(Math.max(...late.map(({ ms }) => ms ?? Number.POSITIVE_INFINITY)), fault).toBeLessThan(200);
      expect(simulation.view().traffic.rate).toBe(40);
    }
  });
});
