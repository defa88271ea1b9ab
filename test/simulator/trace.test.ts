import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Simulation } from '../../src/simulator/simulation.ts';
import type { Packet } from '../../src/simulator/trace.ts';
import { play, read, SECOND, timed } from './play.ts';

const distributed = readFileSync(
  new URL('../../lessons/1-distributed/distributed.yaml', import.meta.url),
  'utf8',
);

/** The same run as `play` makes, with one request followed. */
function follow(request: number, faults: readonly string[], seconds: number): readonly Packet[] {
  const topology = read(distributed);
  const simulation = new Simulation(topology, { seed: 1 });
  for (const fault of timed(faults, topology)) simulation.schedule(fault);
  const sampler = simulation.follow();
  sampler.want(request);
  simulation.advance(seconds * SECOND);
  return sampler.wanted(request)?.packets ?? [];
}

const words = ({ from, what, to, status }: Packet) =>
  [from, what, to, ...(what === 'answer' ? [status] : [])].join(' ');

describe('a followed request', () => {
  it('goes down the tiers and its answer comes back', () => {
    const packets = follow(100, [], 5);
    expect(packets.map(words)).toEqual([
      'users connect lb-1',
      'lb-1 connected users',
      'users ask lb-1',
      expect.stringMatching(/^lb-1 connect web-\d$/),
      expect.stringMatching(/^web-\d connected lb-1$/),
      expect.stringMatching(/^lb-1 ask web-\d$/),
      expect.stringMatching(/^web-\d connect app-\d$/),
      expect.stringMatching(/^app-\d connected web-\d$/),
      expect.stringMatching(/^web-\d ask app-\d$/),
      expect.stringMatching(/^app-\d connect db-\d$/),
      expect.stringMatching(/^db-\d connected app-\d$/),
      expect.stringMatching(/^app-\d ask db-\d$/),
      expect.stringMatching(/^db-\d answer app-\d 200$/),
      expect.stringMatching(/^app-\d answer web-\d 200$/),
      expect.stringMatching(/^web-\d answer lb-1 200$/),
      'lb-1 answer users 200',
    ]);
  });

  it('takes as long as it took, and changes nothing of the run', () => {
    const { requests } = play(distributed, { for: 5 });
    const packets = follow(100, [], 5);
    const last = packets.at(-1)?.arrived ?? 0;
    const request = requests[99];
    expect((last - Math.round((request?.t ?? 0) * SECOND)) / 1000).toBeCloseTo(request?.ms ?? 0, 3);
    expect(packets.every(({ left, arrived }) => arrived === undefined || arrived >= left)).toBe(true);
  });

  it('is refused by a dead server, and tried there again after a second', () => {
    const faults = ['5s kill web-2'];
    const { requests } = play(distributed, { for: 12, faults });
    const index = requests.findIndex(({ t, path }) => t > 5.1 && path[1] === 'web-2');
    const packets = follow(index + 1, faults, 12);
    const tries = packets.filter(({ what, to }) => what === 'connect' && to === 'web-2');
    expect(tries.length).toBeGreaterThan(1);
    expect((tries[1]?.left ?? 0) - (tries[0]?.left ?? 0)).toBeGreaterThanOrEqual(SECOND);
    expect(packets.filter(({ what }) => what === 'refuse')).toHaveLength(tries.length);
  });

  it('is lost on a cut link, and sent again', () => {
    const faults = ['5s partition lb-host server-2'];
    const { requests } = play(distributed, { for: 12, faults });
    const index = requests.findIndex(({ t, path }) => t > 5.1 && path[1] === 'web-2');
    const lost = follow(index + 1, faults, 12).filter((packet) => packet.lost);
    expect(lost.length).toBeGreaterThan(1);
    expect(lost.every(({ arrived, to }) => arrived === undefined && to === 'web-2')).toBe(true);
  });
});
