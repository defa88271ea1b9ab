import { describe, expect, it } from 'vitest';
import { haproxy } from '../reality/haproxy.ts';
import { type Played, play, when } from './play.ts';

const site = (line = 'disabled: true') =>
  haproxy({ servers: ['s1: {}', `s2: { ${line} }`], lines: ['httpchk: true'], traffic: 'rate: 20' });

const served = ({ requests }: Played, from: number, to: number) =>
  requests.filter(({ t, path }) => t >= from && t < to && path[1] === 's2').length;

const belief = ({ simulation }: Played) =>
  simulation.view().components.find(({ id }) => id === 'lb-1')?.servers?.[1];

/** What HAProxy 2.6.12 was recorded to do with `server s2 ... disabled` and commands at its socket. */
describe('a server that its line disables', () => {
  it('gets neither requests nor checks: nobody notices that it is dead', () => {
    const run = play(site(), { for: 30, faults: ['5s kill s2'] });
    expect(served(run, 0, 30)).toBe(0);
    expect(when(run, 'marks-down', 's2')).toBeUndefined();
    expect(belief(run)).toMatchObject({ believed: 'maint', check: { last: undefined } });
  });

  it('is in the rotation as soon as it is made ready, and one failed check from down', () => {
    const run = play(site(), { for: 30, faults: ['10s ready lb-1 s2'] });
    expect(served(run, 10, 12)).toBeGreaterThanOrEqual(18);
    const dead = play(site(), { for: 30, faults: ['5s kill s2', '10s ready lb-1 s2'] });
    const down = when(dead, 'marks-down', 's2') ?? 0;
    expect(down).toBeGreaterThan(10);
    expect(down).toBeLessThanOrEqual(12);
  });

  it('warms up like one that came back, where it has a slowstart', () => {
    const run = play(site('disabled: true, slowstart: 20s'), { for: 30, faults: ['5s ready lb-1 s2'] });
    expect(served(run, 5, 10)).toBeLessThan(25);
    expect(served(run, 26, 30)).toBeGreaterThanOrEqual(38);
  });

  it('can be drained instead, and is checked then', () => {
    const run = play(site(), { for: 30, faults: ['5s kill s2', '10s drain lb-1 s2'] });
    expect(served(run, 0, 30)).toBe(0);
    expect(when(run, 'marks-down', 's2')).toBeGreaterThan(10);
  });

  it('stays out when a rolling deployment has brought it new code, and when its balancer starts again', () => {
    const run = play(site(), { for: 40, faults: ['5s deploy app-server rolling'] });
    expect(served(run, 0, 40)).toBe(0);
    const restarted = play(site(), {
      for: 30,
      faults: ['5s ready lb-1 s2', '10s kill lb-1', '12s start lb-1'],
    });
    expect(served(restarted, 5, 10)).toBeGreaterThan(40);
    expect(served(restarted, 12, 30)).toBe(0);
  });
});
