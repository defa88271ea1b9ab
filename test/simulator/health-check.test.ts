import { describe, expect, it } from 'vitest';
import { haproxy } from '../reality/haproxy.ts';
import { type Played, play, SECOND, when } from './play.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const checked = (line: string, more: readonly string[] = []) =>
  haproxy({ check: true, servers: [`s1: { ${line} }`, 's2: {}'], lines: more });

function each(topology: string, faults: readonly string[], seconds: number): Played[] {
  return SEEDS.map((seed) => play(topology, { seed, for: seconds, faults, set: ['traffic.rate=1'] }));
}

function inside(times: readonly (number | undefined)[], least: number, most: number): void {
  for (const time of times) {
    expect(time).toBeGreaterThanOrEqual(least - 0.01);
    expect(time).toBeLessThanOrEqual(most + 0.01);
  }
  const known = times.filter((time) => time !== undefined);
  // the phase is drawn: the times fill a good part of what is possible
  expect(Math.max(...known) - Math.min(...known)).toBeGreaterThan((most - least) / 3);
}

describe('a health check', () => {
  it('notices a killed server after u + (fall - 1) inter', () => {
    const down = (line: string) =>
      each(checked(line), ['30s kill s1'], 60).map((run) => (when(run, 'marks-down', 's1') ?? 0) - 30);
    inside(down('inter: 2s'), 4, 6);
    inside(down('inter: 5s, fall: 2'), 5, 10);
    inside(down('inter: 2s, fall: 1'), 0, 2);
  });

  it('notices a hung server after u + inter + (fall - 1) 2 inter, by httpchk', () => {
    const down = (line: string) =>
      each(checked(line, ['httpchk: true']), ['30s pause s1'], 80).map(
        (run) => (when(run, 'marks-down', 's1') ?? 0) - 30,
      );
    inside(down('inter: 2s'), 10, 12);
    inside(down('inter: 1s, fall: 2'), 3, 4);
  });

  it.each([
    // connecting has min(timeout connect, inter), the answer `timeout check`: whichever ends later ends the check
    ['2s', '5s', '500ms', 2, 2],
    ['2s', '300ms', '500ms', 0.5, 2],
    ['1s', '5s', '3s', 3, 1],
  ])(
    'with inter %s, timeout connect %s and timeout check %s gives a hung server %d s',
    (inter, connect, checkTimeout, lasts, pause) => {
      const servers = [`s1: { inter: ${inter} }`, 's2: {}'];
      const text = haproxy({ servers, connect, checkTimeout, lines: ['httpchk: true'] });
      inside(
        each(text, ['30s pause s1'], 60).map((run) => (when(run, 'marks-down', 's1') ?? 0) - 30),
        lasts + 2 * (pause + lasts),
        lasts + 2 * (pause + lasts) + pause,
      );
    },
  );

  it('gives connecting min(timeout connect, inter) where `timeout check` is written', () => {
    // the accept queue is full: nothing is answered
    const crowded = (checkTimeout: string | undefined) =>
      haproxy({
        servers: ['s1: {}', 's2: {}'],
        connect: '300ms',
        ...(checkTimeout === undefined ? {} : { checkTimeout }),
      }).replace('workers: 10000', 'workers: 10000, backlog: 1');
    const down = (text: string) =>
      SEEDS.map((seed) => {
        const run = play(text, { seed, for: 60, faults: ['30s pause s1'], set: ['traffic.rate=100'] });
        return (when(run, 'marks-down', 's1') ?? 0) - 30;
      });
    inside(down(crowded('500ms')), 0.3 + 2 * 2.3, 0.3 + 2 * 2.3 + 2);
    inside(down(crowded(undefined)), 2 + 2 * 4, 2 + 2 * 4 + 2);
  });

  it('says what really lies between its checks', () => {
    const every = (line: string, fault: string, more: readonly string[] = []) =>
      play(checked(line, more), { for: 60, faults: [`30s ${fault} s1`] }).report.events.flatMap((event) =>
        event.what === 'marks-down' ? [event.checks.every] : [],
      );
    expect(every('inter: 2s', 'kill')).toEqual([2 * SECOND]);
    expect(every('inter: 2s, fastinter: 500ms', 'kill')).toEqual([SECOND / 2]);
    // a silent check waits out inter, and only then the pause begins
    expect(every('inter: 2s', 'pause', ['httpchk: true'])).toEqual([4 * SECOND]);
    expect(every('inter: 2s, fastinter: 500ms', 'pause', ['httpchk: true'])).toEqual([2.5 * SECOND]);
  });

  it('is quicker on the way down with fastinter, slower while down with downinter', () => {
    inside(
      each(checked('inter: 4s, fastinter: 500ms'), ['30s kill s1'], 60).map(
        (run) => (when(run, 'marks-down', 's1') ?? 0) - 30,
      ),
      1,
      5,
    );
    for (const run of each(checked('inter: 1s, downinter: 10s'), ['30s kill s1', '60s start s1'], 90)) {
      const down = when(run, 'marks-down', 's1') ?? 0;
      // it looks every 10 s while down; once it has answered, a second later again
      expect(when(run, 'marks-up', 's1')).toBeCloseTo(down + 30 + 1, 1);
    }
  });

  it('believes it again after u + (rise - 1) inter', () => {
    const up = (line: string) =>
      each(checked(line), ['30s kill s1', '50s start s1'], 90).map(
        (run) => (when(run, 'marks-up', 's1') ?? 0) - 50,
      );
    inside(up('inter: 2s'), 2, 4);
    inside(up('inter: 2s, rise: 4'), 6, 8);
  });

  it('does not see by TCP that a process hangs, until its accept queue is full', () => {
    const calm = each(haproxy(), ['10s pause s1'], 60);
    expect(calm.map((run) => when(run, 'marks-down'))).toEqual(SEEDS.map(() => undefined));
    const busy = play(haproxy({ traffic: 'rate: 200, timeout: 60s' }), { for: 40, faults: ['10s pause s1'] });
    // 512 connections at 100 a second, then three checks that time out
    expect((when(busy, 'marks-down', 's1') ?? 0) - 10).toBeGreaterThan(5 + 10);
    expect((when(busy, 'marks-down', 's1') ?? 0) - 10).toBeLessThan(5.2 + 12.1);
  });

  it('needs one failure only for a server that was dead at the start', () => {
    for (const run of each(haproxy(), ['0s kill s1'], 10))
      expect(when(run, 'marks-down', 's1')).toBeLessThan(0.1);
  });

  it('says nothing without `check`: the server counts as up for ever', () => {
    const run = play(haproxy({ check: false }), { for: 60, faults: ['10s kill s1'] });
    expect(when(run, 'marks-down')).toBeUndefined();
  });

  it('takes an answer of 500 for a failure, with httpchk', () => {
    const run = play(haproxy({ lines: ['httpchk: true'] }), { for: 40, faults: ['10s errors s1 100%'] });
    expect((when(run, 'marks-down', 's1') ?? 0) - 10).toBeLessThan(6.1);
    const plain = play(haproxy(), { for: 40, faults: ['10s errors s1 100%'] });
    expect(when(plain, 'marks-down')).toBeUndefined();
  });
});
