import { expect, test } from 'vitest';
import { counted, play, SECOND } from './play.ts';

const TEXT = `
format: 1
id: pair
title: Pair
traffic: { rate: 40, arrivals: even, writes: 25%, timeout: 4s }
dns: { www.foobar.com: { A: [app-1] } }
defaults:
  app-server: { workers: 8, service: 5ms, writes: db-1, reads: [db-2, db-1] }
components:
  app-1: { kind: app-server }
  db-1: { kind: database, role: primary }
  db-2: { kind: database, role: replica, source: db-1 }
`;

test('a primary whose disk is full fails every write at once and none of the reads', () => {
  const played = play(TEXT, { for: 30, faults: ['10s disk-full db-1', '20s restore db-1'] });
  const full = played.requests.filter(({ t }) => t > 10 && t < 20);
  const outcomes = (kind: string) =>
    new Set(full.filter((one) => one.kind === kind).map((one) => one.outcome));
  expect(outcomes('write')).toEqual(new Set(['500']));
  expect(outcomes('read')).toEqual(new Set(['200']));
  expect(Math.max(...full.map(({ ms }) => ms ?? Number.POSITIVE_INFINITY))).toBeLessThan(100);
  expect(Object.keys(counted(played, 20.1, 29))).toEqual(['200']);
  expect(played.report.writes.lost).toBe(0);
});

test('a replica whose disk is full is read as it stood, receives on, and catches up with space again', () => {
  const { simulation, report } = play(TEXT, { for: 20, faults: ['10s disk-full db-2'] });
  const replica = () => simulation.view().components.find(({ id }) => id === 'db-2')?.database;
  expect(report.requests.failed).toBe(0);
  expect(report.reads.stale).toBeGreaterThan(0);
  expect(replica()?.lag).toBeGreaterThan(9 * SECOND);

  const mended = play(TEXT, { for: 25, faults: ['10s disk-full db-2', '20s restore db-2'] });
  const after = mended.simulation.view().components.find(({ id }) => id === 'db-2');
  expect(after?.database?.lag).toBeLessThan(SECOND / 10);
  expect(after?.faults).toEqual([]);
});

test('what a full replica has received is not lost when it is promoted: it takes writes once there is space', () => {
  const faults = ['10s disk-full db-2', '15s kill db-1', '15.1s failover db-2', '20s restore db-2'];
  const { report } = play(TEXT, { for: 30, faults });
  const promoted = report.events.find(({ what }) => what === 'promotes');
  expect(promoted?.t).toBeGreaterThanOrEqual(20);
  expect(report.writes.lost).toBe(0);
});
