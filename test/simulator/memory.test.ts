import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Simulation } from '../../src/simulator/simulation.ts';
import { read, SECOND, timed } from './play.ts';
import { retained, total } from './retained.ts';

const shipped = (file: string): string => readFileSync(join(process.cwd(), 'lessons', file), 'utf8');
const SCALED_UP = shipped('3-scaled-up/scaled-up.yaml');
/** few users, so that all of them have come when the first count is taken */
const USERS = ['traffic.rate=20', 'traffic.clients=20'];

interface Scene {
  readonly name: string;
  readonly text?: string;
  readonly set?: readonly string[];
  readonly faults: readonly string[];
  /** seconds: counted when half of it has passed, and at its end */
  readonly for: number;
}

/** The same again and again, every two seconds. */
const repeated = (times: number, faults: (at: number) => readonly string[]): string[] =>
  Array.from({ length: times }, (_, i) => faults(5 + 2 * i)).flat();

const FIREWALLED = SCALED_UP.replace(
  'lb-host-1:',
  'dark-host: { runs: [dark], firewall: { in: [] } }\n  lb-host-1:',
).replace('components:', 'components:\n  dark: { kind: app-server, workers: 1, service: 1ms }');

const ORCHESTRATED = SCALED_UP.replace(
  'hosts:',
  'hosts:\n  watch-1: { runs: [orc-1] }\n  watch-2: { runs: [orc-2] }\n  watch-3: { runs: [orc-3] }',
).replace(
  'components:',
  `components:
  orc-1: { kind: orchestrator, watches: [db-1, db-2] }
  orc-2: { kind: orchestrator, watches: [db-1, db-2] }
  orc-3: { kind: orchestrator, watches: [db-1, db-2] }`,
);

const SCENES: readonly Scene[] = [
  { name: 'nothing happens', faults: [], for: 200 },
  {
    name: 'a flood meets a firewall that drops',
    text: FIREWALLED,
    faults: ['5s attack flood dark-host'],
    for: 40,
  },
  {
    name: 'a flood meets a host without power',
    faults: ['5s power-off lb-host-1', '5s attack flood lb-host-1'],
    for: 40,
  },
  { name: 'a flood meets a hung balancer', faults: ['5s pause lb-1', '5s attack flood lb-host-1'], for: 40 },
  { name: 'a flood is cut off', faults: ['5s attack flood lb-host-1', '10s partition lb-host-1'], for: 40 },
  {
    name: 'floods come and go',
    faults: repeated(60, (at) => [`${at}s attack flood web-host-1`, `${at + 0.1}s restore web-host-1`]),
    for: 160,
  },
  {
    name: 'probes come and go',
    faults: repeated(60, (at) => [`${at}s attack port-scan lb-host-1`]),
    for: 160,
  },
  {
    name: 'impatient users leave slow web servers',
    set: ['traffic.timeout=1s', 'traffic.rate=100'],
    faults: ['5s slow web-1 200', '5s slow web-2 200'],
    for: 400,
  },
  {
    name: 'the database is slower than its writes come',
    set: ['traffic.writes=50%', 'traffic.rate=50'],
    faults: ['5s slow db-1 2000'],
    for: 1200,
  },
  { name: 'no CPU is left for a balancer', faults: ['5s cpu-hog lb-host-1 100%'], for: 800 },
  {
    name: 'a replica hangs',
    set: ['traffic.writes=90%', 'traffic.rate=100'],
    faults: ['5s pause db-2'],
    for: 400,
  },
  {
    name: 'a replica is cut off',
    set: ['traffic.writes=90%', 'traffic.rate=100'],
    faults: ['5s partition db-host-1 db-host-2'],
    for: 400,
  },
  {
    name: 'an orchestrator hangs, and nothing is left to promote',
    text: ORCHESTRATED,
    faults: ['5s pause orc-3', '6s power-off db-host-1', '6s power-off db-host-2'],
    for: 1600,
  },
  { name: 'keepalived hangs', faults: ['5s pause keepalived-2'], for: 1600 },
  {
    name: 'one of two addresses is dead',
    text: SCALED_UP.replace('A: [vip-1]', 'A: [lb-1, lb-2]'),
    faults: ['5s power-off lb-host-1'],
    for: 400,
  },
];

describe('the latencies of a second', () => {
  it('become one number once its users have been answered or have lost their patience', () => {
    const topology = read(SCALED_UP, USERS);
    const simulation = new Simulation(topology, { seed: 1 });
    const p95 = () => simulation.report().per_second.slice(0, 4);
    simulation.advance(5 * SECOND);
    const early = p95();
    simulation.advance(200 * SECOND);
    expect(p95()).toEqual(early);
    // those of the last 11 s, and a few that are the whole run's
    expect(retained(simulation).get('Histogram')).toBeLessThan(40);
  });
});

describe('a run keeps no more the longer it lasts when', () => {
  it.each(SCENES)('$name', ({ text = SCALED_UP, set = [], faults, for: seconds }) => {
    const topology = read(text, [...USERS, ...set]);
    const simulation = new Simulation(topology, { seed: 1 });
    for (const fault of timed(faults, topology)) simulation.schedule(fault);
    simulation.advance((seconds / 2) * SECOND);
    const early = retained(simulation);
    simulation.advance(seconds * SECOND);
    const late = retained(simulation);
    const grown = [...late].map(([name, count]) => [name, count - (early.get(name) ?? 0)] as const);
    const most = grown.sort(([, a], [, b]) => b - a).slice(0, 3);
    expect(total(late) - total(early), JSON.stringify(most)).toBeLessThan(300 + 0.05 * total(early));
  });
});
