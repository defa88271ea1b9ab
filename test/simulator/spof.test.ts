import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test, vi } from 'vitest';
import {
  type Failure,
  type FailureOutcome,
  failOnce,
  failuresOf,
  findSpofs,
  spofReport,
} from '../../src/simulator/spof.ts';
import type { Topology } from '../../src/topology/types.ts';
import { haproxy } from '../reality/haproxy.ts';
import { read } from './play.ts';

vi.setConfig({ testTimeout: 300_000 });

/** A fifth of the shipped traffic, for speed: what stops a site does not hang on it. The long run has all of it. */
const LIGHT = process.env.SOAK === undefined ? ['traffic.rate=20'] : [];

const shipped = (file: string, set: readonly string[] = LIGHT): Topology =>
  read(readFileSync(join(process.cwd(), 'lessons', file), 'utf8'), set);

/** `kill lb-1`: what it stops or makes worse. */
type Found = Readonly<Record<string, 'reads writes' | 'writes'>>;

interface Expected {
  readonly stops: Found;
  readonly degrades: Found;
}

/** One balancer, two servers with all on them, a primary and a replica. */
function pairBehindOne(balancerHost: string): Expected {
  return {
    stops: {
      'kill lb-1': 'reads writes',
      'pause lb-1': 'reads writes',
      [`power-off ${balancerHost}`]: 'reads writes',
      // the replica answers reads, and nobody promotes it
      'kill db-1': 'writes',
      'pause db-1': 'writes',
      'power-off server-1': 'writes',
    },
    degrades: {
      // nginx answers the check of lb-1, whatever is behind it
      'kill app-1': 'reads writes',
      'kill app-2': 'reads writes',
      'pause app-1': 'reads writes',
      'pause app-2': 'reads writes',
      // app-2 reaches no primary
      'partition server-1 server-2': 'writes',
    },
  };
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  '0-simple/one-server.yaml': {
    stops: {
      'kill web-1': 'reads writes',
      'kill app-1': 'reads writes',
      'kill db-1': 'reads writes',
      'pause web-1': 'reads writes',
      'pause app-1': 'reads writes',
      'pause db-1': 'reads writes',
      'power-off server-1': 'reads writes',
    },
    degrades: {},
  },
  '1-distributed/doubled.yaml': pairBehindOne('lb-host-1'),
  '1-distributed/distributed.yaml': pairBehindOne('lb-host'),
  '2-secured/secured.yaml': pairBehindOne('lb-host'),
  '3-scaled-up/scaled-up.yaml': {
    stops: {
      // keepalived looks whether a process is there: one that hangs is
      'pause lb-1': 'reads writes',
      'kill db-1': 'writes',
      'pause db-1': 'writes',
      'power-off db-host-1': 'writes',
    },
    degrades: {
      'partition app-host-1 db-host-1': 'writes',
      'partition app-host-2 db-host-1': 'writes',
    },
  },
  '3-scaled-up/scaled-up-five-hosts.yaml': {
    stops: {
      'pause lb-1': 'reads writes',
      'kill web-1': 'reads writes',
      'kill app-1': 'reads writes',
      'kill db-1': 'reads writes',
      'pause web-1': 'reads writes',
      'pause app-1': 'reads writes',
      'pause db-1': 'reads writes',
      'power-off web-host': 'reads writes',
      'power-off app-host': 'reads writes',
      'power-off db-host': 'reads writes',
      // the address stays where HAProxy lives, whatever it reaches
      'partition lb-host-1 web-host': 'reads writes',
      'partition web-host app-host': 'reads writes',
      'partition app-host db-host': 'reads writes',
    },
    degrades: {},
  },
};

/** Who asks a hung replica waits until the time for an answer is over, again and again. */
const HUNG_REPLICA = 'pause db-2';
const HAS_REPLICA = (topology: Topology) => topology.components.some(({ id }) => id === 'db-2');

const words = ({ component, how }: Pick<Failure, 'component' | 'how'>) => `${how} ${component}`;

describe('the single points of failure', () => {
  it.each(Object.entries(EXPECTED))('of %s', (file, { stops, degrades }) => {
    const topology = shipped(file);
    const found = findSpofs(topology);
    const hung = HAS_REPLICA(topology) ? [HUNG_REPLICA] : [];
    const failing = found.degrades.filter((one) => words(one) !== HUNG_REPLICA);
    expect(Object.fromEntries(found.spofs.map((spof) => [words(spof), spof.stops.join(' ')]))).toEqual(stops);
    expect(Object.fromEntries(failing.map((one) => [words(one), one.degrades.join(' ')]))).toEqual(degrades);
    expect(found.degrades.filter(({ waits }) => waits.includes('reads')).map(words)).toEqual(hung);
    // all else that can fail is survived
    const named = new Set([...Object.keys({ ...stops, ...degrades }), ...hung]);
    expect(found.survives.map(words)).toEqual(
      failuresOf(topology)
        .map(words)
        .filter((failure) => !named.has(failure)),
    );
  });

  it('are looked for in every process, host and link', () => {
    const topology = shipped('3-scaled-up/scaled-up.yaml');
    const tried = failuresOf(topology).map(words);
    for (const { id } of topology.components)
      expect(tried).toEqual(expect.arrayContaining([`kill ${id}`, `pause ${id}`]));
    for (const { id } of topology.hosts) expect(tried).toContain(`power-off ${id}`);
    expect(tried).toContain('partition app-host-1 db-host-2');
    expect(tried.filter((failure) => failure.includes('users'))).toEqual([]);
  });

  it('with all its traffic include a replica that hangs', () => {
    const topology = shipped('3-scaled-up/scaled-up.yaml', []);
    const { success } = failOnce(topology, { component: 'db-2', how: 'pause', targets: ['db-2'] });
    for (const share of [success.reads, success.writes]) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(0.99);
    }
  });
});

describe('how bad a failure is', () => {
  const failure: Failure = { component: 'web-1', how: 'kill', targets: ['web-1'] };
  const report = (reads: number, writes = 1, late = { reads: 0, writes: 0 }) => {
    const outcome: FailureOutcome = { success: { reads, writes }, late, failsFor: 7, waitsFor: 9 };
    return spofReport(shipped('0-simple/one-server.yaml'), [failure], [outcome]);
  };
  const kill = { component: 'web-1', how: 'kill' };

  test.each([
    [0, 'spofs', { ...kill, stops: ['reads'] }],
    [0.001, 'degrades', { ...kill, degrades: ['reads'], waits: [] }],
    [0.95, 'degrades', { ...kill, degrades: ['reads'], waits: [] }],
    [0.989, 'degrades', { ...kill, degrades: ['reads'], waits: [] }],
    [0.99, 'survives', { ...kill, recovers_after_s: 9, fails_for_s: 7, waits_for_s: 9 }],
    [1, 'survives', { ...kill, recovers_after_s: 9, fails_for_s: 7, waits_for_s: 9 }],
  ] as const)('%d of all reads answered: %s', (share, list, entry) => {
    const found = report(share);
    expect([...found.spofs, ...found.degrades, ...found.survives]).toEqual([entry]);
    expect(found[list]).toEqual([entry]);
  });

  it('is told for each function', () => {
    const found = report(0, 0.5);
    expect(found.spofs).toEqual([{ ...kill, stops: ['reads'] }]);
    expect(found.degrades).toEqual([{ ...kill, degrades: ['writes'], waits: [] }]);
  });

  it('is no survival where many wait for as long as it lasts', () => {
    expect(report(1, 1, { reads: 0.3, writes: 0.05 }).degrades).toEqual([
      { ...kill, degrades: [], waits: ['reads'] },
    ]);
  });

  it('lasts while more than a tenth of the requests of a second wait for a second and more', () => {
    const topology = shipped('3-scaled-up/scaled-up.yaml');
    const off = { component: 'web-host-1', how: 'power-off', targets: ['web-host-1'] } as const;
    const { failsFor, waitsFor, success } = failOnce(topology, off);
    expect(success).toEqual({ reads: 1, writes: 1 });
    expect(failsFor).toBe(0);
    // lb-1 gives each request that waits to web-2 after a second, until three checks have failed
    expect(waitsFor).toBeGreaterThan(5);
    expect(waitsFor).toBeLessThan(13);
  });

  /** One of so many servers is killed; without redispatch its share of the requests fails until it is marked DOWN. */
  const recovery = (servers: number) => {
    const lines = Array.from({ length: servers }, (_, i) => `s${i + 1}: {}`);
    const topology = read(haproxy({ servers: lines, traffic: 'rate: 90' }));
    return failOnce(topology, { component: 's1', how: 'kill', targets: ['s1'] }).failsFor;
  };

  it('lasts while more than a tenth of the requests of a second fail', () => {
    expect(recovery(3)).toBeGreaterThanOrEqual(4);
    expect(recovery(3)).toBeLessThanOrEqual(7);
    expect(recovery(30)).toBe(0);
  });
});
