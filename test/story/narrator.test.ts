import { describe, expect, it } from 'vitest';
import { factSentence, factSubject } from '../../src/messages/simulator-users.ts';
import { parseTimedFault } from '../../src/simulator/faults/parse.ts';
import { Simulation } from '../../src/simulator/simulation.ts';
import type { WorldView } from '../../src/simulator/view.ts';
import { freshMemory } from '../../src/story/memory.ts';
import { narrate } from '../../src/story/narrator.ts';
import { shareWord } from '../../src/story/share.ts';
import type { Topology } from '../../src/topology/types.ts';
import { shipped, topologies } from '../ui/simulator/bench.ts';

const SECOND = 1_000_000;

interface Story {
  readonly set?: readonly string[];
  readonly rate?: number;
  readonly seed?: number;
}

/** The views of a run at each whole second. */
function viewsOf(
  topology: Topology,
  seconds: number,
  faults: readonly string[],
  seed = 1,
): readonly WorldView[] {
  const simulation = new Simulation(topology, { seed });
  for (const words of faults) {
    const read = parseTimedFault(words, topology);
    if ('error' in read) throw new Error(read.error);
    simulation.schedule(read.timed);
  }
  return Array.from({ length: seconds }, (_, second) => {
    simulation.advance((second + 1) * SECOND);
    return simulation.view();
  });
}

/** What is told of these views: `12 users every second request waits: ...`. */
function tellAll(topology: Topology, views: readonly WorldView[]): readonly string[] {
  let memory = freshMemory(topology);
  return views.flatMap((view) => {
    const [after, news] = narrate(memory, view);
    memory = after;
    return news.map(({ fact }) => `${view.now / SECOND} ${factSubject(fact)} ${factSentence(fact)}`);
  });
}

function story(id: string, seconds: number, faults: readonly string[], { set = [], rate, seed }: Story = {}) {
  const read = shipped(id, set);
  const topology = rate === undefined ? read : { ...read, traffic: { ...read.traffic, rate } };
  return tellAll(topology, viewsOf(topology, seconds, faults, seed));
}

/** The same without the times. */
function sentences(...args: Parameters<typeof story>): readonly string[] {
  return story(...args).map((line) => line.replace(/^\d+ /, ''));
}

it('tells of a flood once it has lasted a second, with all that comes in one, and from when it began', () => {
  const topology = shipped('secured');
  const views = viewsOf(topology, 14, ['10.9s attack flood lb-host']);
  let memory = freshMemory(topology);
  const told = views.flatMap((view) => {
    const [after, news] = narrate(memory, view);
    memory = after;
    return news
      .filter(({ fact }) => fact.kind === 'flood')
      .map(({ fact, at }) => ({ fact, at, now: view.now }));
  });
  expect(told).toMatchObject([{ at: 10.9 * SECOND, now: 12 * SECOND, fact: { host: 'lb-host' } }]);
  expect(told[0]?.fact).toHaveProperty('rate', expect.closeTo(2000, -3));
});

describe('what the users notice', () => {
  it('nothing, as long as all is well: in no topology, at no rate', () => {
    for (const { id } of topologies) {
      for (const rate of [8, 30, 100]) expect(story(id, 60, [], { rate, seed: 7 })).toEqual([]);
    }
  });

  it('a killed server: they wait, they fail, they are answered by the other', () => {
    expect(sentences('distributed', 35, ['10s kill web-2', '20s start web-2'])).toEqual([
      'users every second request waits: lb-1 still believes in web-2',
      'users every second request fails: lb-1 still believes in web-2',
      'users new requests are answered again, by web-1 alone',
      'users web-1 and web-2 share the requests now',
    ]);
  });

  it('the same half at whatever moment of a second it is killed', () => {
    for (const at of [10.1, 10.3, 10.5, 10.7, 10.9]) {
      const told = sentences('distributed', 15, [`${at}s kill web-2`]);
      expect(told.filter((sentence) => /every (?!second)/.test(sentence))).toEqual([]);
    }
  });

  it('with redispatch: that one answers alone', () => {
    expect(sentences('distributed', 20, ['10s kill web-2'], { set: ['redispatch=on'] })).toEqual([
      'users web-2 is gone, and hardly a user notices: web-1 takes its requests',
    ]);
  });

  it('without checks: for ever', () => {
    expect(sentences('distributed', 60, ['10s kill web-2'], { set: ['checks=none'] }).at(-1)).toBe(
      'users every second request fails: lb-1 still believes in web-2',
    );
  });

  it('a hang: they wait until they have no patience left', () => {
    const told = sentences('distributed', 40, ['10s pause web-2'], { rate: 8 });
    expect(told[0]).toContain('waits: lb-1 still believes in web-2');
    expect(told[1]).toContain('up waiting: lb-1 still believes in web-2');
  });

  it('what stands behind a server that the balancer rightly believes in', () => {
    expect(sentences('distributed', 16, ['10s kill app-2'])).toEqual([
      'users every second request fails: app-2 refuses connections, and the checks of lb-1 go no further than web-2',
    ]);
    expect(sentences('distributed', 14, ['10s pause app-2'])[0]).toBe(
      "users every second request waits: app-2 doesn't answer, and the checks of lb-1 go no further than web-2",
    );
  });

  it('errors, many and few', () => {
    expect(sentences('distributed', 20, ['10s errors app-2 100%'])[0]).toContain(
      'every second request fails',
    );
    expect(sentences('distributed', 20, ['10s errors app-2 5%'])).toEqual([
      'users a few requests fail: app-2 answers with errors',
    ]);
  });

  it('the only balancer', () => {
    expect(sentences('distributed', 30, ['10s kill lb-1', '20s start lb-1'])).toEqual([
      'users nobody gets an answer: lb-1 refuses connections',
      'users every request is answered again',
    ]);
  });

  it('both servers', () => {
    const told = sentences('distributed', 30, ['10s kill web-1', '10s kill web-2']);
    expect(told.at(-1)).toBe('users nobody gets an answer: lb-1 believes in no server at all');
  });

  it('the primary: writes fail, reads go on', () => {
    const told = sentences('distributed', 22, ['10s kill db-1', '20s start db-1']);
    expect(told).toEqual([
      'users writes fail: db-1 refuses connections',
      'users writes are accepted again, by db-1',
    ]);
  });

  it('a replica that is late: old data, and what is lost with it', () => {
    const told = sentences('distributed', 30, ['5s lag db-2 5s', '20s failover db-2']);
    expect(told[0]).toMatch(/^users some read old data: db-2 is [\d.]+ s behind$/);
  });

  it('writes that were acknowledged and are gone', () => {
    const told = sentences('distributed', 30, ['5s replication-break db-2', '15s failover db-2']);
    expect(told.some((line) => /^users \d+ acknowledged writes are lost$/.test(line))).toBe(true);
  });

  it('two primaries', () => {
    const read = shipped('distributed');
    const topology = {
      ...read,
      components: read.components.map((each) =>
        each.kind === 'database' ? { ...each, fencing: false } : each,
      ),
    };
    const cut = ['5s partition server-1 server-2', '15s failover db-2'];
    const told = tellAll(topology, viewsOf(topology, 30, cut));
    expect(told.some((line) => line.includes('writes are accepted by db-1 and db-2 both'))).toBe(true);
  });

  it('a queue, then that it is gone', () => {
    const told = sentences('one-server', 60, ['10s slow app-1 4', '15s restore app-1'], { rate: 120 });
    expect(told[0]).toContain('requests queue at app-1');
    expect(told.at(-1)).toMatch(/every request is answered again|answers come quickly again/);
  });

  it('an address with two holders', () => {
    const faults = ['10s partition lb-host-1 lb-host-2', '20s heal lb-host-1 lb-host-2'];
    expect(sentences('scaled-up', 25, faults)).toEqual([
      'vip-1 is held by lb-host-1 and lb-host-2: neither hears the other',
      'users nothing gets through between lb-host-1 and lb-host-2, and no user notices',
      'vip-1 has one holder again, keepalived-1',
    ]);
  });

  it('a name that does not resolve, a certificate out of date', () => {
    expect(sentences('secured', 30, ['5s dns-fail www.foobar.com'])[0]).toContain("the name doesn't resolve");
    expect(sentences('secured', 20, ['5s cert-expire'])).toEqual([
      'users nobody gets an answer: browsers refuse the certificate',
    ]);
  });

  it('is told the same of the same views, and leaves them as they are', () => {
    const topology = shipped('distributed');
    const views = viewsOf(topology, 20, ['10s kill web-2']);
    const before = JSON.stringify(views);
    expect(tellAll(topology, views)).toEqual(tellAll(topology, views));
    expect(JSON.stringify(views)).toBe(before);
  });

  it('says of a kill that nobody notices it, and thanks to whom', () => {
    expect(sentences('scaled-up', 30, ['10s kill lb-2'])).toEqual([
      'users lb-2 is gone, and no user notices: lb-1 has vip-1',
    ]);
  });

  it('calls nobody a spare who dies before anybody saw who works', () => {
    const told = ['0s', '100ms', '800ms'].flatMap((at) => sentences('distributed', 12, [`${at} kill web-2`]));
    expect(told.join('\n')).toContain('web-1 takes its requests');
    expect(told.join('\n')).not.toContain('spare');
  });
});

describe('the words for a share', () => {
  it.each([
    [1, 'all'],
    [0.7, 'most'],
    [0.5, 2],
    [0.33, 3],
    [0.25, 4],
    [0.2, 5],
    [0.1, 10],
    [0.02, 'few'],
  ])('%d', (share, word) => {
    expect(shareWord(share)).toBe(word);
  });
});
