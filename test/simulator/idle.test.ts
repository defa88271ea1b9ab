import { describe, expect, it } from 'vitest';
import { eventSentence } from '../../src/messages/simulator-events.ts';
import { parseFault, parseTimedFault } from '../../src/simulator/faults/parse.ts';
import { simulate } from '../../src/simulator/run.ts';
import { shipped } from '../ui/simulator/bench.ts';

/** A run of the scaled-up site: what the learner did, with the reason where it came to nothing, and everything else. */
function run(faults: readonly string[], seconds = 25) {
  const topology = shipped('scaled-up', ['traffic.rate=30']);
  const timed = faults.map((words) => {
    const read = parseTimedFault(words, topology);
    if ('error' in read) throw new Error(read.error);
    return read.timed;
  });
  const { report, requests } = simulate(topology, {
    seed: 1,
    for: seconds * 1_000_000,
    faults: timed,
    recordRequests: true,
  });
  const yours = report.events.filter(({ who }) => who === 'you').map(eventSentence);
  const others = report.events.filter(({ who }) => who !== 'you');
  return { yours, others, requests };
}

describe('a fault that changes nothing', () => {
  it.each([
    [[], 'failover db-1', 'nothing happens, db-1 is the primary already'],
    [[], 'switchover db-1', 'nothing happens, db-1 is the primary already'],
    [['5s failover db-2'], 'switchover db-2', 'nothing happens, db-2 is the primary already'],
    [['5s kill db-2'], 'failover db-2', 'there is no running replica to promote'],
    [['5s kill db-2'], 'kill db-2', 'nothing happens, db-2 is gone'],
    [['5s kill db-2'], 'pause db-2', 'nothing happens, db-2 is gone'],
    [['5s pause db-2'], 'start db-2', 'nothing happens, db-2 hangs'],
    [['5s power-off db-host-2'], 'start db-2', 'nothing happens, db-2 has no power'],
    [[], 'start db-2', 'nothing happens, db-2 runs'],
    [[], 'resume db-2', 'nothing happens, db-2 runs'],
    [[], 'power-on db-host-2', 'nothing happens, db-host-2 has power'],
    [[], 'restore db-2', 'there is nothing to undo'],
    [[], 'restore traffic', 'there is nothing to undo'],
    [[], 'ready lb-1 web-1', 'there is nothing to undo'],
    [[], 'untap lb-1 web-1', 'there is nothing to undo'],
    [
      ['5s partition web-host-2'],
      'heal lb-host-1 web-host-2',
      'there is nothing to undo, but this still stands: partition web-host-2',
    ],
  ])('says so: after %j `%s`', (before, fault, why) => {
    const told = run([...before, `10s ${fault}`], 15);
    const without = run(before, 15);
    expect(told.yours.at(-1)).toBe(`${fault}: ${why}`);
    expect(told.yours).toHaveLength(before.length + 1);
    expect(told.others).toEqual(without.others);
    expect(told.requests).toEqual(without.requests);
  });

  it('is not what ends something', () => {
    const undone = ['5s drain lb-1 web-1', '8s ready lb-1 web-1', '9s stop web-1', '12s start web-1'];
    expect(run(undone).yours).toEqual(undone.map((words) => words.replace(/^\d+s /, '')));
  });
});

describe('a switchover that can go no further', () => {
  const stuck = ['10s replication-break db-2', '15s switchover db-2'];

  it('says what it waits for, and that a second one changes nothing', () => {
    const { others, yours } = run([...stuck, '20s switchover db-1'], 30);
    expect(others.map(eventSentence)).toEqual([
      'is no longer the primary: makes room for the new primary',
      expect.stringMatching(
        /^takes no writes until db-2 has all of its rows: it lacks \d+ writes and receives nothing$/,
      ),
    ]);
    expect(yours.at(-1)).toBe(
      "switchover db-1: nothing happens, the switchover from db-1 to db-2 isn't over yet",
    );
  });

  it('says that it is called off, and why', () => {
    const died = run([...stuck, '20s kill db-2'], 30).others.map(eventSentence);
    expect(died.at(-1)).toBe(
      'calls off the switchover to db-2: db-2 has died on the way, and db-1 takes writes again',
    );
  });
});

describe('what a name may lead to', () => {
  it.each(['db-1', 'keepalived-1', 'nobody'])('is no %s', (address) => {
    const read = parseFault(`dns-change www.foobar.com ${address}`, shipped('scaled-up'));
    expect('error' in read && read.error).toContain(
      'A name leads to a load balancer, a web server, an application server or a virtual IP',
    );
  });

  it.each(['lb-2', 'web-1', 'app-1', 'vip-1'])('may be %s', (address) => {
    expect(parseFault(`dns-change www.foobar.com ${address}`, shipped('scaled-up'))).toHaveProperty('fault');
  });
});
