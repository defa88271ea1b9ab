import { describe, expect, it } from 'vitest';
import { haproxy } from '../reality/haproxy.ts';
import { play, read, timed } from './play.ts';

/** One request every 2.5 s: 24 a minute, one after the other. */
const traffic = 'rate: 0.4';
const EACH = 24;

/** of each minute's requests, how many s2 got; a minute begins with one of `faults` */
function countsOfSecond(faults: readonly string[], balance = 'roundrobin'): number[] {
  const changes = faults.map((words, i) => `${(i + 1) * 60 + 1}s ${words}`);
  const run = play(haproxy({ check: false, traffic, balance }), {
    for: (faults.length + 1) * 60 + 1,
    faults: changes,
  });
  const order = run.requests.map(({ path, outcome }) => path[1] ?? outcome);
  return Array.from(
    { length: faults.length + 1 },
    (_, i) => order.slice(i * EACH, (i + 1) * EACH).filter((id) => id === 's2').length,
  );
}

describe('a weight that is set while the balancer runs', () => {
  // recorded from HAProxy 2.6.12 with `set weight web/s2 3` and so on: 18, 0, 12, 19 and 14 of 24 requests
  it('shares requests out as HAProxy 2.6.12 was recorded to', () => {
    const [before, ...after] = countsOfSecond([
      'weight lb-1 s2 3',
      'weight lb-1 s2 0',
      'weight lb-1 s2 1',
      'weight lb-1 s2 3',
      'weight lb-1 s1 2',
    ]);
    expect(before).toBe(12);
    [18, 0, 12, 19, 14].forEach((recorded, i) => {
      expect(Math.abs((after[i] ?? Number.NaN) - recorded)).toBeLessThanOrEqual(1);
    });
  });

  it('is that of its line again when it is restored', () => {
    const [, without, again = 0] = countsOfSecond(['weight lb-1 s2 0', 'restore lb-1 s2']);
    expect(without).toBe(0);
    expect(Math.abs(again - 12)).toBeLessThanOrEqual(1);
    const lines = { servers: ['s1: { weight: 3 }', 's2: { weight: 1 }'], check: false, traffic };
    const run = play(haproxy(lines), { for: 140, faults: ['20s weight lb-1 s2 9', '40s restore lb-1 s2'] });
    const late = run.requests.filter(({ t }) => t >= 60 && t < 140);
    expect(late.filter(({ path }) => path[1] === 's2').length / late.length).toBeCloseTo(0.25, 1);
  });

  it('leaves nobody when all weigh nothing, as HAProxy answers 503 then', () => {
    const run = play(haproxy({ traffic }), {
      for: 60,
      faults: ['20s weight lb-1 s1 0', '20s weight lb-1 s2 0'],
    });
    const later = run.requests.filter(({ t }) => t > 20 && t < 55);
    expect(new Set(later.map(({ outcome }) => outcome))).toEqual(new Set(['503']));
    expect(run.simulation.view().components.find(({ id }) => id === 'lb-1')?.servers?.[0]?.believed).toBe(
      'drain',
    );
  });

  it('is refused by an algorithm that is laid out once, but for nothing and what it was', () => {
    const topology = read(haproxy({ balance: 'static-rr', traffic }));
    expect(() => timed(['1s weight lb-1 s2 3'], topology)).toThrow(
      'takes no other weights while it runs than 0 and 1',
    );
    expect(timed(['1s weight lb-1 s2 0', '2s weight lb-1 s2 1'], topology)).toHaveLength(2);
    expect(countsOfSecond(['weight lb-1 s2 0', 'weight lb-1 s2 1'], 'static-rr')).toEqual([12, 0, 12]);
  });

  it.each(['-1', '257', '1.5', 'much', '50%'])('is no %s', (weight) => {
    expect(() => timed([`1s weight lb-1 s2 ${weight}`], read(haproxy()))).toThrow(
      'a whole number from 0 to 256',
    );
  });
});
