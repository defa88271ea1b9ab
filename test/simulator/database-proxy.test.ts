import { describe, expect, it } from 'vitest';
import { counted, type Played, play, SECOND, when } from './play.ts';

interface Proxy {
  readonly lines?: string;
  readonly reads?: string;
}

/** One application, a balancer with two replicas behind it: as recorded from HAProxy 2.6.12 before two MariaDB 10.11. */
const site = ({ lines = 'redispatch: true, mysql-check: true', reads = '[db-lb]' }: Proxy = {}) => `
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
      servers: { db-2: {}, db-3: {} }, timeout: { connect: 1s, client: 10s, server: 2s }, ${lines} }
  db-1: { kind: database }
  db-2: { kind: database, role: replica, source: db-1 }
  db-3: { kind: database, role: replica, source: db-1 }
`;

const run = (faults: readonly string[], proxy: Proxy = {}): Played => play(site(proxy), { for: 30, faults });
const downAfter = (played: Played, server: string) => (when(played, 'marks-down', server) ?? Number.NaN) - 10;

describe('a balancer before databases', () => {
  it('gives each connection to the next replica', () => {
    const order = run([]).requests.map(({ path }) => path.join(' '));
    expect(order.slice(0, 4)).toEqual([0, 1, 0, 1].map((i) => `app-1 db-lb db-${i + 2}`));
  });

  it('marks a killed one down after u + (fall - 1) inter, and nobody notices with redispatch', () => {
    const played = run(['10s kill db-2']);
    expect(downAfter(played, 'db-2')).toBeGreaterThanOrEqual(1);
    expect(downAfter(played, 'db-2')).toBeLessThanOrEqual(1.5);
    expect(Object.keys(counted(played, 0, 29))).toEqual(['200']);
    expect(Math.max(...played.requests.map(({ ms }) => ms ?? 0))).toBeLessThan(20);
  });

  it('tries a killed one once a second without redispatch, and closes after the third', () => {
    const played = run(['10s kill db-2'], { lines: 'mysql-check: true' });
    const failed = played.requests.filter(({ outcome }) => outcome === '500');
    expect(failed.length).toBeGreaterThan(5);
    for (const { t, ms } of failed) {
      expect(t).toBeLessThan(11.5);
      expect(ms).toBeGreaterThan(3_000);
      expect(ms).toBeLessThan(3_020);
    }
  });

  it('marks a hung one down with mysql-check and never without; its connections end with `timeout server`', () => {
    const played = run(['10s pause db-2']);
    expect(downAfter(played, 'db-2')).toBeGreaterThanOrEqual(2.5);
    expect(downAfter(played, 'db-2')).toBeLessThanOrEqual(3);
    const cut = played.requests.filter(({ outcome }) => outcome === '500').map(({ ms }) => ms ?? 0);
    expect(cut.length).toBeGreaterThan(10);
    expect(Math.min(...cut)).toBeGreaterThan(2_000);
    expect(Math.max(...cut)).toBeLessThan(2_020);
    expect(downAfter(run(['10s pause db-2'], { lines: 'redispatch: true' }), 'db-2')).toBeNaN();
  });

  it('is asked again at once after it failed, and the next of `reads` has what it could not do', () => {
    const faults = ['10s kill db-2', '10s kill db-3', '15s start db-2'];
    const alone = run(faults);
    expect(counted(alone, 10, 15)['500']).toBeGreaterThan(20);
    expect(Object.keys(counted(alone, 16.1, 29))).toEqual(['200']);
    const helped = run(faults, { reads: '[db-lb, db-1]' });
    expect(Object.keys(counted(helped, 0, 29))).toEqual(['200']);
  });

  it('counts nothing for the monitoring: users never asked it', () => {
    expect(run([]).simulation.view().monitor?.sample?.qps).toBeNull();
  });

  it('has no part in who the primary is: the application asks the databases that it names', () => {
    const writing = site({ reads: '[db-lb, db-2, db-1]' }).replace('rate: 20', 'rate: 20, writes: 100%');
    const { simulation } = play(writing, { for: 20, faults: ['5s kill db-1', '6s failover db-2'] });
    expect(simulation.view().components.find(({ id }) => id === 'app-1')?.writesTo).toBe('db-2');
    expect(simulation.view().now).toBe(20 * SECOND);
  });
});
