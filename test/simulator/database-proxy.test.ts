import { describe, expect, it } from 'vitest';
import { counted, type Played, play } from './play.ts';

/** One application, a balancer with two replicas behind it; what was recorded of such stands in test/reality. */
const site = (reads = '[db-lb]') => `
format: 1
id: proxy
title: Proxy
traffic: { rate: 20, arrivals: even, timeout: 30s }
dns: { www.foobar.com: { A: [app-1] } }
monitoring: { every: 1s }
hosts: { app-host: { runs: [app-1, db-lb], collector: true }, one: { runs: [db-1] }, two: { runs: [db-2] }, three: { runs: [db-3] } }
components:
  app-1: { kind: app-server, workers: 500, service: 1ms, cpu: 0%, writes: db-1, reads: ${reads} }
  db-lb:
    { kind: load-balancer, mode: tcp, balance: roundrobin, default-server: { check: true, inter: 500ms, fall: 3, rise: 2 },
      servers: { db-2: {}, db-3: {} }, timeout: { connect: 1s, client: 10s, server: 2s }, redispatch: true, mysql-check: true }
  db-1: { kind: database }
  db-2: { kind: database, role: replica, source: db-1 }
  db-3: { kind: database, role: replica, source: db-1 }
`;

const run = (faults: readonly string[], reads?: string): Played => play(site(reads), { for: 30, faults });

describe('a balancer before databases', () => {
  it('gives each connection to the next replica', () => {
    const order = run([]).requests.map(({ path }) => path.join(' '));
    expect(order.slice(0, 4)).toEqual([0, 1, 0, 1].map((i) => `app-1 db-lb db-${i + 2}`));
  });

  it('is asked again at once after it failed, and the next of `reads` has what it could not do', () => {
    const faults = ['10s kill db-2', '10s kill db-3', '15s start db-2'];
    const alone = run(faults);
    expect(counted(alone, 10, 15)['500']).toBeGreaterThan(20);
    expect(Object.keys(counted(alone, 16.1, 29))).toEqual(['200']);
    const helped = run(faults, '[db-lb, db-1]');
    expect(Object.keys(counted(helped, 0, 29))).toEqual(['200']);
  });

  it('counts nothing for the monitoring: users never asked it', () => {
    expect(run([]).simulation.view().monitor?.sample?.qps).toBeNull();
  });

  it('has no part in who the primary is: the application asks the databases that it names', () => {
    const writing = site('[db-lb, db-2, db-1]').replace('rate: 20', 'rate: 20, writes: 100%');
    const { simulation } = play(writing, { for: 20, faults: ['5s kill db-1', '6s failover db-2'] });
    expect(simulation.view().components.find(({ id }) => id === 'app-1')?.writesTo).toBe('db-2');
  });
});
