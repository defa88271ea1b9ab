import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from '../../src/simulator/engine/clock.ts';
import { RandomStream } from '../../src/simulator/engine/random.ts';
import { HostRuntime } from '../../src/simulator/host.ts';
import type { Path } from '../../src/simulator/path.ts';
import { TcpFlow } from '../../src/simulator/tcp-flow.ts';

function flow(seed: number) {
  const clock = new Clock();
  const path: Path = {
    from: 'a',
    to: 'b',
    fromHost: 'a',
    toHost: 'b',
    forth: { delay: 100, loss: 0 },
    back: { delay: 100, loss: 0 },
    cut: false,
    verdict: 'accept',
    plainText: true,
    taps: [],
  };
  const to = new HostRuntime(clock, { id: 'b', cpus: 1, runs: [], firewall: undefined, collector: false }, 1);
  const arrived: [number, number][] = [];
  const deliver = (messages: readonly number[]) => {
    for (const message of messages) arrived.push([message, clock.now]);
  };
  const stream = new TcpFlow<number>(clock, new RandomStream(seed, 'flow'), {
    path,
    leg: path.forth,
    to,
    deliver,
  });
  return { clock, path, to, stream, arrived };
}

describe('one direction of a TCP connection', () => {
  it('repeats what was lost after 200 ms, 400 ms, ..., and keeps the rest behind it', () => {
    const { clock, path, stream, arrived } = flow(1);
    path.cut = true;
    stream.send(1);
    clock.runTo(500_000);
    stream.send(2);
    clock.runTo(700_000);
    path.cut = false;
    clock.runTo(1_000_000);
    stream.send(3);
    expect(arrived).toEqual([]);
    expect(stream.oldestWaiting).toBe(1);
    clock.runTo(3_000_000);
    // sent at 0, 0.2, 0.6, 1.4 s
    expect(arrived).toEqual([
      [1, 1_400_100],
      [2, 1_400_100],
      [3, 1_400_100],
    ]);
    stream.send(4);
    clock.runTo(3_000_100);
    expect(arrived[3]).toEqual([4, 3_000_100]);
  });

  it('never waits longer than two minutes for the next try', () => {
    const { clock, path, stream, arrived } = flow(1);
    path.cut = true;
    stream.send(1);
    clock.runTo(1_000_000_000);
    path.cut = false;
    clock.runTo(1_120_000_100);
    expect(arrived).toHaveLength(1);
  });

  it('brings everything once and in order, whatever the link does meanwhile', () => {
    const step = fc.record({
      wait: fc.integer({ min: 0, max: 900_000 }),
      does: fc.constantFrom('send', 'send', 'send', 'cut', 'heal', 'lose', 'slow', 'fast'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 99 }), (steps, seed) => {
        const { clock, path, stream, arrived } = flow(seed);
        let sent = 0;
        for (const { wait, does } of steps) {
          clock.runTo(clock.now + wait);
          if (does === 'send') stream.send(++sent);
          if (does === 'cut') path.cut = true;
          if (does === 'heal') path.cut = false;
          if (does === 'lose') path.forth.loss = 0.4;
          if (does === 'slow') path.forth.delay = 500_000;
          if (does === 'fast') path.forth.delay = 100;
        }
        path.cut = false;
        path.forth.loss = 0;
        clock.runTo(clock.now + 300_000_000);
        expect(arrived.map(([message]) => message)).toEqual(Array.from({ length: sent }, (_, i) => i + 1));
      }),
    );
  });

  it('is forgotten by a host that loses its power', () => {
    const { clock, to, stream, arrived } = flow(1);
    stream.send(1);
    to.on = false;
    clock.runTo(1000);
    to.on = true;
    stream.send(2);
    clock.runTo(300_000_000);
    expect(arrived).toEqual([]);
  });

  it('brings nothing more once it is closed', () => {
    const { clock, path, stream, arrived } = flow(1);
    stream.send(1);
    path.cut = true;
    stream.send(2);
    stream.close();
    path.cut = false;
    stream.send(3);
    clock.runTo(300_000_000);
    expect(arrived).toEqual([]);
  });
});
