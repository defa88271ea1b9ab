import { describe, expect, it } from 'vitest';
import { eventSentence, inWords } from '../../../src/messages/simulator-events.ts';
import { parseTimedFault } from '../../../src/simulator/faults.ts';
import { simulate } from '../../../src/simulator/run.ts';
import { shipped } from './bench.ts';

const topology = shipped('scaled-up');

function sentence(who: string, what: string, about: string, why = ''): string {
  return eventSentence({ t: 1, who, what, about, why }, topology);
}

/** What really happens in a run, as sentences with their subjects. */
function told(id: string, faults: readonly string[], seconds: number): readonly string[] {
  const real = shipped(id);
  const timed = faults.flatMap((words) => {
    const read = parseTimedFault(words, real);
    return 'timed' in read ? [read.timed] : [];
  });
  const { report } = simulate(real, { seed: 1, for: seconds * 1_000_000, faults: timed });
  return report.events.map((event) => `${event.who} ${eventSentence(event, real)}`);
}

describe('events as sentences', () => {
  it('what the learner did, as commands', () => {
    expect(sentence('you', 'kill', 'web-2')).toBe('kill web-2');
    expect(sentence('you', 'slow', 'app-2', 'slow app-2 10')).toBe('slow app-2 10');
    expect(sentence('you', 'failover', 'db-2', 'there is no running replica to promote')).toBe(
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

  it('addresses', () => {
    expect(told('scaled-up', ['5s power-off lb-host-1'], 15)).toContain(
      'keepalived-2 takes the address vip-1: no advert in time',
    );
  });

  it('promotions', () => {
    const lines = told('distributed', ['5s failover db-2'], 10);
    expect(lines).toContain('db-1 is no longer the primary: fenced before the failover');
    expect(lines).toContain('db-2 is the primary now: promoted by hand');
  });

  it('alerts, with their rule', () => {
    expect(told('secured', ['20s kill app-1', '20s kill app-2'], 150)).toContain(
      'Sumo Logic raises the alert error-rate: above 5 % for 60 s',
    );
  });

  it('attacks', () => {
    const lines = told('secured', ['5s attack sql-direct server-1'], 12);
    expect(lines).toContain("attacker doesn't get into db-1: port 3306: no answer: the firewall drops it");
  });

  it('semi-synchronous replication', () => {
    expect(sentence('db-1', 'degrades', 'db-1', 'no replica in time')).toBe(
      'stops waiting for its replica: no replica in time',
    );
    expect(sentence('db-1', 'recovers', 'db-1')).toBe('waits for its replica again');
  });

  it('what it does not know, as it stands', () => {
    expect(sentence('somebody', 'waves', 'at web-1', 'for fun')).toBe('waves at web-1: for fun');
    expect(sentence('lb-9', 'marks-down', 'web-9', '2 failed checks')).toBe(
      'marks web-9 down: 2 failed checks',
    );
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
