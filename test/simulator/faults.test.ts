import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { inShort } from '../../src/simulator/faults/fault.ts';
import { parseFault, parseTimedFault } from '../../src/simulator/faults/parse.ts';
import { FAULTS, VERBS, type Verb } from '../../src/simulator/faults/table.ts';
import { Simulation } from '../../src/simulator/simulation.ts';
import { readTopology } from '../../src/topology/read.ts';
import { play, read, SECOND } from './play.ts';

const file = 'lessons/1-distributed/distributed.yaml';
const { topology } = readTopology(readFileSync(file, 'utf8'), file);

function errorOf(words: string): string {
  if (topology === undefined) throw new Error('the shipped topology is broken');
  const parsed = parseFault(words, topology);
  return 'error' in parsed ? parsed.error : '';
}

test.each([
  ['kill web-2', ''],
  ['partition lb-host server-2', ''],
  ['failover', ''],
  ['kil web-2', '"kil" is not a fault: did you mean "kill"?'],
  ['kill', '`kill` needs more words. It is written `kill web-2`'],
  ['slow app-2 much', '"much" is not a factor between 1 and 10000. It is written `slow app-2 10`'],
  ['partition web-1 app-1', 'web-1 and app-1 share the host server-1: no network lies between them'],
  ['drain lb-1 app-1', 'app-1 is not a server of lb-1. It has web-1, web-2'],
  [
    'restore users',
    'Nothing of the users can be restored by itself. Name the link, `restore users lb-1`, or say `restore traffic`',
  ],
  ['restore users web-1', ''],
  ['restore traffic web-1', 'traffic is no end of a link. A link is restored by its two ends'],
  ['restore web-1 web-1', 'web-1 needs no network to itself'],
  ['heal users', 'Name the host that the users are cut from, too'],
  ['partition users', 'Name the host that the users are cut from, too'],
  ['cert-expire', 'distributed has no certificate, so `cert-expire` can do nothing here'],
  ['cert-expire www.foobar.com', 'distributed has no certificate, so `cert-expire` can do nothing here'],
])('%s', (words, error) => {
  expect(errorOf(words)).toBe(error);
});

test('a scripted fault begins with its time', () => {
  if (topology === undefined) throw new Error('the shipped topology is broken');
  expect(parseTimedFault('10s kill web-2', topology)).toMatchObject({ timed: { at: 10_000_000 } });
  expect(parseTimedFault('kill web-2', topology)).toHaveProperty('error');
});

const EVERYTHING = `
format: 1
id: everything
title: Everything
traffic: { rate: 10, writes: 20%, timeout: 1s }
dns: { www.foobar.com: { A: [vip-1] }, shop.foobar.com: { A: [lb-2] } }
certificates: { www.foobar.com: { expires: 90d }, shop.foobar.com: { expires: 90d } }
monitoring: { every: 1s, alerts: [{ on: down, above: 0 }] }
hosts:
  edge-1: { runs: [lb-1, keepalived-1], collector: true }
  edge-2: { runs: [lb-2, keepalived-2] }
  server: { runs: [web-1, app-1] }
  data-1: { runs: [db-1] }
  data-2: { runs: [db-2, orc] }
  other: { runs: [orc] }
defaults:
  load-balancer: { balance: roundrobin, servers: { web-1: {} }, timeout: { connect: 5s, client: 50s, server: 50s } }
components:
  lb-1: { kind: load-balancer, tls: { certificate: www.foobar.com } }
  lb-2: { kind: load-balancer, tls: { certificate: shop.foobar.com } }
  web-1: { kind: web-server, upstream: { app-1: {} } }
  app-1: { kind: app-server, workers: 4, service: 5ms, writes: db-1, reads: [db-2, db-1] }
  db-1: { kind: database, role: primary }
  db-2: { kind: database, role: replica, source: db-1 }
  orc: { kind: orchestrator, watches: [db-1, db-2] }
  keepalived-1: { kind: keepalived, vip: vip-1, priority: 150 }
  keepalived-2: { kind: keepalived, vip: vip-1 }
`;

const WORDS = [
  ...['vip-1', 'lb-1', 'lb-2', 'web-1', 'app-1', 'db-1', 'db-2', 'orc', 'orc@other', 'keepalived-1'],
  ...['edge-1', 'edge-2', 'server', 'data-1', 'other', 'collector@edge-1', 'users', 'traffic', 'nobody'],
  ...['www.foobar.com', 'shop.foobar.com', 'app-server', 'database', 'flood', 'port-scan', 'sql-direct'],
];

/** Every verb with every word and pair of words as its targets, and a value where it wants one. */
function sayable(verb: Verb): string[] {
  const { value } = FAULTS[verb];
  const values = {
    factor: '2',
    slowdown: '2',
    share: '50%',
    milliseconds: '5ms',
    seconds: '1s',
    strategy: 'rolling',
    weight: '0',
  };
  const last = value === undefined ? '' : value === 'address' ? 'lb-2' : values[value];
  return [[], ...WORDS.map((word) => [word]), ...WORDS.flatMap((a) => WORDS.map((b) => [a, b]))].map(
    (targets) => [verb, ...targets, last].join(' ').trim(),
  );
}

test.each(['7%', '0.1%', '0.5%', '14.3%', '28%', '29%', '57%', '99.9%', '100%'])(
  'a share of %s is shown as it was written',
  (share) => {
    const { simulation } = play(EVERYTHING, {
      for: 1,
      faults: [`0s loss lb-1 web-1 ${share}`, `0s errors app-1 ${share}`],
    });
    const { standing } = simulation.view();
    const written = share.replace('%', ' %');
    expect(standing.map(inShort)).toEqual([`loss ${written}`, `errors ${written}`]);
  },
);

describe('whatever is accepted', () => {
  it.each(VERBS)('%s can be done', (verb) => {
    const everything = read(EVERYTHING);
    const accepted = sayable(verb).flatMap((words) => {
      const parsed = parseFault(words, everything);
      return 'error' in parsed ? [] : [parsed.fault];
    });
    expect(accepted.length).toBeGreaterThan(0);
    for (const fault of accepted) {
      const simulation = new Simulation(everything, { seed: 1 });
      simulation.advance(SECOND);
      expect(() => simulation.inject(fault), fault.words).not.toThrow();
      simulation.advance(1.1 * SECOND);
    }
  });
});
