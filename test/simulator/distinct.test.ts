import { describe, expect, it } from 'vitest';
import { inverseOf } from '../../src/simulator/faults/fault.ts';
import { parseFault } from '../../src/simulator/faults/parse.ts';
import { FAULTS, isUndoing, VERBS } from '../../src/simulator/faults/table.ts';
import { play, read } from './play.ts';

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
  lb-host: { cpus: 1, runs: [lb-1, keepalived-1], collector: true }
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
  app-server: { workers: 4, service: 10ms, cpu: 50%, versions: { v2: { errors: 20% } }, writes: db-1, reads: [db-2, db-1] }
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

const topology = read(TEXT);

/** Every fault of the table, as its examples have it, and some that strike elsewhere. */
const faults = [
  ...VERBS.filter((verb) => !isUndoing(verb)).flatMap((verb) => FAULTS[verb].examples),
  'deploy app-server all-at-once',
  'partition server-1',
  'attack sql-direct data-1',
  'kill db-1',
  'pause db-1',
  'kill lb-1',
  'kill keepalived-1',
  'kill collector@lb-host',
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
    for (const fault of new Set(faults)) {
      const run = seen(fault);
      expect(by.get(run), `\`${fault}\` looks the same`).toBeUndefined();
      by.set(run, fault);
    }
  });

  const undone = faults.flatMap((words) => {
    const parsed = parseFault(words, topology);
    if ('error' in parsed) throw new Error(parsed.error);
    const inverse = inverseOf(parsed.fault);
    return inverse === undefined ? [] : [[words, inverse.words] as const];
  });

  it.each(undone)('end: `%s`, and long ago `%s`', (fault, end) => {
    const { requests, simulation } = play(TEXT, { for: 60, faults: [`5s ${fault}`, `15s ${end}`] });
    const late = requests.filter(({ t }) => t > 45 && t < 56);
    expect(late.filter(({ outcome }) => outcome !== '200')).toEqual([]);
    expect(Math.max(...late.map(({ ms }) => ms ?? Number.POSITIVE_INFINITY))).toBeLessThan(200);
    expect(simulation.view().traffic.rate).toBe(40);
    expect(simulation.view().standing).toEqual([]);
  });
});
