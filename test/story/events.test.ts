import { describe, expect, it } from 'vitest';
import { eventRow, eventSentence, inWords } from '../../src/messages/simulator-events.ts';
import { type Happening, injected, type SimulationEvent } from '../../src/simulator/event.ts';
import { parseFault, parseTimedFault } from '../../src/simulator/faults/parse.ts';
import { simulate } from '../../src/simulator/run.ts';
import { readTopology } from '../../src/topology/read.ts';
import { shipped } from '../ui/simulator/bench.ts';

function sentence(happening: Happening): string {
  return eventSentence({ t: 1, ...happening });
}

function fault(words: string) {
  const read = parseFault(words, shipped('distributed'));
  if ('error' in read) throw new Error(read.error);
  return read.fault;
}

/** What really happens in a run. */
function happened(topology: ReturnType<typeof shipped>, faults: readonly string[], seconds: number) {
  const timed = faults.flatMap((words) => {
    const read = parseTimedFault(words, topology);
    return 'timed' in read ? [read.timed] : [];
  });
  return simulate(topology, { seed: 1, for: seconds * 1_000_000, faults: timed }).report.events;
}

/** Events as sentences with their subjects. */
function told(id: string, faults: readonly string[], seconds: number): readonly string[] {
  return withSubjects(happened(shipped(id), faults, seconds));
}

function withSubjects(events: readonly SimulationEvent[]): readonly string[] {
  return events.map((event) => `${event.who} ${eventSentence(event)}`);
}

describe('events as sentences', () => {
  it('what the learner did, as commands', () => {
    expect(sentence(injected(fault('kill web-2')))).toBe('kill web-2');
    expect(sentence(injected(fault('slow app-2 10')))).toBe('slow app-2 10');
    expect(sentence(injected(fault('failover db-2'), { because: 'no-running-replica' }))).toBe(
      'failover db-2: there is no running replica to promote',
    );
  });

  it('marks down and up, with the checks that the file says', () => {
    expect(told('distributed', ['5s kill web-2', '15s start web-2'], 25)).toEqual([
      'you kill web-2',
      'lb-1 marks web-2 down: 3 failed checks, one every 2 s (refused)',
      'you start web-2',
      'lb-1 marks web-2 up: 2 good checks, one every 2 s',
    ]);
  });

  it('the interval that ruled: fastinter on the way down and up, downinter where one check is enough', () => {
    const hasty = (rise: number) => {
      const text = `
format: 1
id: hasty
title: Hasty
traffic: { rate: 10 }
dns: { www.foobar.com: { A: [lb-1] } }
components:
  lb-1:
    kind: load-balancer
    balance: roundrobin
    default-server: { check: true, inter: 2s, fastinter: 500ms, downinter: 3s, rise: ${rise} }
    servers: { web-1: {} }
    timeout: { connect: 5s, client: 50s, server: 50s }
  web-1: { kind: web-server, static: 100% }
`;
      const { topology, problems } = readTopology(text, 'hasty.yaml');
      if (topology === undefined) throw new Error(JSON.stringify(problems));
      return withSubjects(happened(topology, ['5s kill web-1', '15s start web-1'], 25));
    };
    expect(hasty(2)).toContain('lb-1 marks web-1 down: 3 failed checks, one every 500 ms (refused)');
    expect(hasty(2)).toContain('lb-1 marks web-1 up: 2 good checks, one every 500 ms');
    expect(hasty(1)).toContain('lb-1 marks web-1 up: 1 good check, one every 3 s');
  });

  it('addresses', () => {
    expect(told('scaled-up', ['5s power-off lb-host-1'], 15)).toContain(
      'keepalived-2 takes the address vip-1: no advert in time',
    );
  });

  it('priorities: what a failed script takes away and gives back', () => {
    const lines = told('scaled-up', ['5s kill lb-1', '15s start lb-1'], 25);
    expect(lines).toContain('keepalived-1 lowers its priority from 150 to 90: its script finds no lb-1');
    expect(lines).toContain('keepalived-1 raises its priority from 90 to 150: its script finds lb-1 again');
  });

  it('promotions', () => {
    const lines = told('distributed', ['5s failover db-2'], 10);
    expect(lines).toContain('db-1 is no longer the primary: fenced before the failover');
    expect(lines).toContain('db-2 is the primary now: promoted by hand');
  });

  it('alerts, with their rule', () => {
    expect(told('secured', ['20s kill app-1', '20s kill app-2'], 150)).toContain(
      'Sumo Logic ALERT errors (100 %) above 5 % for 60 s',
    );
  });

  it('attacks', () => {
    const lines = told('secured', ['5s attack sql-direct server-1'], 12);
    expect(lines).toContain("attacker doesn't get into db-1: port 3306: no answer: the firewall drops it");
  });

  it('semi-synchronous replication', () => {
    expect(sentence({ who: 'db-1', what: 'degrades', about: 'db-1' })).toBe(
      'stops waiting for its replica: no replica acknowledged a write in time: it goes on asynchronously',
    );
    expect(sentence({ who: 'db-1', what: 'recovers', about: 'db-1' })).toBe(
      'waits for its replica again: a replica has caught up: semi-synchronous again',
    );
  });
});

describe('events as rows of `simulate --json`', () => {
  it('say why in words, a fault only where it says more than its verb and targets', () => {
    const faults = ['1s slow app-2 10', '2s kill db-2', '3s failover', '5s pause web-2'];
    const rows = happened(shipped('distributed'), faults, 16).map(eventRow);
    expect(rows.map(({ who, what, about, why }) => [who, what, about, why])).toEqual([
      ['you', 'slow', 'app-2', 'slow app-2 10'],
      ['you', 'kill', 'db-2', ''],
      ['you', 'failover', '', 'there is no running replica to promote'],
      ['you', 'pause', 'web-2', ''],
    ]);
    const down = happened(shipped('distributed'), ['5s kill web-2'], 11).map(eventRow).at(-1);
    expect(down).toMatchObject({
      what: 'marks-down',
      about: 'web-2',
      why: '3 failed checks: connection refused',
    });
  });
});

describe('times in words', () => {
  it.each([
    [2_000_000, '2 s'],
    [500_000, '500 ms'],
    [1_500_000, '1.5 s'],
    [42_400, '42.4 ms'],
    [60_000_000, '60 s'],
  ])('%d', (micros, words) => {
    expect(inWords(micros)).toBe(words);
  });
});
