import { describe, expect, it } from 'vitest';
import { type Played, play, when } from './play.ts';

/** A primary, two replicas and three orchestrators, each on a host of its own; db-2 applies what it gets slowly. */
const THREE = `
format: 1
id: three
title: Three databases
traffic: { rate: 40, arrivals: even, writes: 50%, timeout: 2s, clients: 20 }
dns: { www.foobar.com: { A: [app] } }
hosts:
  app-host: { runs: [app] }
  data-1: { runs: [db-1] }
  data-2: { runs: [db-2] }
  data-3: { runs: [db-3] }
  watch-1: { runs: [orc-1] }
  watch-2: { runs: [orc-2] }
  watch-3: { runs: [orc-3] }
defaults:
  database: { cpu: 0%, replica_parallel_workers: 1 }
  orchestrator: { watches: [db-1, db-2, db-3], detect: 3s }
components:
  app:
    kind: app-server
    workers: 50
    service: 1ms
    writes: db-1
    reads: [db-3, db-2, db-1]
    database-timeout: { connect: 300ms, read: 1s }
  db-1: { kind: database, role: primary }
  db-2: { kind: database, role: replica, source: db-1, apply: 100ms }
  db-3: { kind: database, role: replica, source: db-1 }
  orc-1: { kind: orchestrator }
  orc-2: { kind: orchestrator }
  orc-3: { kind: orchestrator }
`;

/** db-3 has got a little less than db-2, which has 10 s of rows still to apply when db-1 dies */
const DIES = ['19.5s replication-break db-3', '20s kill db-1'];

const promotions = ({ report }: Played) =>
  report.events.flatMap(({ what, about, t }) => (what === 'promotes' ? [{ about, t }] : []));

const promoted = (run: Played) => promotions(run).map(({ about }) => about);

const database = (run: Played, id: string) =>
  run.simulation.view().components.find((component) => component.id === id)?.database;

describe('an orchestrator', () => {
  it('promotes the replica that has received most, when it has applied it all', () => {
    const run = play(THREE, { for: 60, faults: DIES });
    expect(promoted(run)).toEqual(['db-2']);
    // u + detect, and the rows that wait: 20 writes a second come, 10 are applied
    expect(promotions(run)[0]?.t).toBeGreaterThan(20 + 15);
    expect(run.report.writes.lost).toBe(0);
  });

  it('lets the other replica follow the new primary', () => {
    const run = play(THREE, { for: 120, faults: [...DIES, '30s restore db-3'] });
    expect(promoted(run)).toEqual(['db-2']);
    expect(database(run, 'db-3')?.lag).toBeLessThan(1_000_000);
    expect(run.simulation.view().traffic.failed).toBe(0);
  });

  it.each([
    ['is killed', 'kill db-2', 1.5],
    ['is killed and started again at once', 'kill db-2; start db-2', 5],
    ['hangs', 'pause db-2', 5],
    ['loses its power', 'power-off data-2', 5],
    ['loses its power for a moment', 'power-off data-2; power-on data-2', 5],
    ['is cut off', 'partition data-2', 5],
    ['has its disk full', 'disk-full db-2', 5],
  ])('promotes the next one when the chosen one %s before it is promoted', (_how, words, within) => {
    const hit = words.split('; ').map((fault, i) => `${26 + i / 10}s ${fault}`);
    const run = play(THREE, { for: 60, faults: [...DIES, ...hit] });
    expect(promoted(run)).toEqual(['db-3']);
    expect((promotions(run)[0]?.t ?? 0) - 26).toBeLessThan(within);
    expect(run.simulation.view().components.filter(({ database: d }) => d?.readOnly === false)).toHaveLength(
      1,
    );
  });

  it('is done when the primary that it missed takes writes again by its own order', () => {
    const fenced = ['5s kill db-3', '10s disk-full db-2', '20s failover db-2', '60s restore db-2'];
    // as long as nobody writes, the primary applies nothing: it must not look like a candidate that does not get on
    const faults = [...fenced, '100s stop app', '110s start app'];
    const run = play(THREE, {
      for: 140,
      faults,
      set: ['orc-1.agree=alone', 'orc-2.agree=alone', 'orc-3.agree=alone'],
    });
    expect(promoted(run)).toEqual(['db-1']);
    expect(database(run, 'db-1')?.readOnly).toBe(false);
  });

  it('ends a break of replication by giving the replica another source', () => {
    const faults = ['10s replication-break db-3', '20s kill db-1'];
    const broken = (seconds: number) =>
      play(THREE, { for: seconds, faults })
        .simulation.view()
        .components.find(({ id }) => id === 'db-3')
        ?.faults.map(({ words }) => words);
    expect(broken(19)).toEqual(['replication-break db-3']);
    expect(broken(60)).toEqual([]);
  });

  it('lets a replica that was promoted by hand since its last look go on as the primary', () => {
    const run = play(THREE, { for: 70, faults: ['20s kill db-1', '40.46s failover db-3'] });
    expect(promoted(run)).toEqual(['db-2', 'db-3']);
    expect(database(run, 'db-3')).toMatchObject({ readOnly: false });
    expect(database(run, 'db-2')).toMatchObject({ role: 'replica' });
  });

  it('leaves no order that it has given up in the database that did not carry it out', () => {
    const faults = ['10s kill db-3', '15s disk-full db-2', '20s kill db-1'];
    const run = play(THREE, { for: 120, faults });
    const inside = run.simulation.view().components.find(({ id }) => id === 'db-2')?.waiting;
    // what is asked at this very moment, and no more
    expect(inside).toBeLessThan(5);
  });

  it('leaves the one that hung alone with what it was told meanwhile', () => {
    const run = play(THREE, { for: 90, faults: [...DIES, '22s pause db-2', '50s resume db-2'] });
    expect(promoted(run)).toEqual(['db-3']);
    expect(database(run, 'db-2')?.readOnly).toBe(true);
  });

  it('chooses among those that answer it, whatever others may know', () => {
    const cut = ['watch-1', 'watch-2', 'watch-3'].map((host) => `10s partition ${host} data-2`);
    expect(promoted(play(THREE, { for: 60, faults: [...cut, ...DIES] }))).toEqual(['db-3']);
  });

  it('promotes none while none answers, and one when it is back', () => {
    const run = play(THREE, {
      for: 80,
      faults: ['20s power-off data-1', '20s power-off data-2', '20s power-off data-3', '50s power-on data-3'],
    });
    expect(promoted(run)).toEqual(['db-3']);
    expect(promotions(run)[0]?.t).toBeGreaterThan(50);
  });

  it('knows who is the primary after a planned switchover', () => {
    const run = play(THREE, { for: 60, faults: ['10s switchover db-3', '30s kill db-3'] });
    expect(promoted(run)).toEqual(['db-3', expect.stringMatching(/db-[12]/)]);
    expect(when(run, 'promotes', undefined, 30)).toBeLessThan(30 + 8);
  });

  it('learns who is the primary when it is started again', () => {
    const nodes = ['orc-1', 'orc-2', 'orc-3'];
    const faults = [
      '10s failover db-3',
      ...nodes.map((id) => `15s kill ${id}`),
      ...nodes.map((id) => `16s start ${id}`),
    ];
    expect(promoted(play(THREE, { for: 40, faults }))).toEqual(['db-3']);
    const again = play(THREE, { for: 60, faults: [...faults, '40s kill db-3'] });
    expect(promoted(again)).toHaveLength(2);
    expect(when(again, 'promotes', undefined, 40)).toBeLessThan(40 + 8);
  });

  it('has its work taken over when the node that leads dies', () => {
    const faults = [...DIES, ...['orc-1', 'orc-2', 'orc-3'].map((id, i) => `${24 + i / 100}s kill ${id}`)];
    expect(
      promoted(play(THREE, { for: 90, faults: [...faults, '40s start orc-2', '40s start orc-3'] })),
    ).toEqual(['db-2']);
  });
});
