import { describe, expect, it } from 'vitest';
import { nginx } from '../reality/nginx.ts';
import { counted, ok, play } from './play.ts';

const servers = (line: string) => ({ upstream: [`s1: { ${line} }`, 's2: {}'] });
const triedTwice = (run: ReturnType<typeof play>) => run.requests.filter(({ path }) => path.length > 2);

describe("nginx's passive checks", () => {
  it('leave a member out for fail_timeout and a second at most', () => {
    for (const [seconds, seed] of [
      [3, 1],
      [3, 2],
      [6, 3],
      [10, 4],
    ] as const) {
      const run = play(nginx(servers(`fail_timeout: ${seconds}s`)), {
        seed,
        for: 60,
        faults: ['5s kill s1'],
      });
      const tries = triedTwice(run)
        .map(({ t }) => t)
        .filter((t) => t > 5.1);
      const gaps = tries.slice(1).map((t, i) => t - (tries[i] ?? 0));
      expect(gaps.length).toBeGreaterThan(2);
      for (const gap of gaps) {
        expect(gap).toBeGreaterThanOrEqual(seconds);
        expect(gap).toBeLessThan(seconds + 1.05);
      }
      expect(run.report.availability).toBe(1);
    }
  });

  it('count up to max_fails first', () => {
    const early = (line: string) =>
      triedTwice(play(nginx(servers(line)), { for: 12, faults: ['5s kill s1'] })).length;
    expect(early('max_fails: 1')).toBeLessThanOrEqual(2);
    expect(early('max_fails: 4')).toBeGreaterThanOrEqual(4);
    expect(early('max_fails: 4')).toBeLessThanOrEqual(6);
    // half of a hundred a second
    expect(early('max_fails: 0')).toBeGreaterThan(340);
  });

  it('count failures with good answers between them', () => {
    const lines = ['proxy_next_upstream: [http_5xx]'];
    const run = play(nginx({ upstream: ['s1: { max_fails: 4 }', 's2: {}'], lines }), {
      for: 30,
      faults: ['5s errors s1 50%'],
    });
    const asked = run.requests.filter(({ t, path }) => t > 5 && path[1] === 's1');
    // four failures leave it out for 10 s, of about eight tries, and that two or three times
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.length).toBeLessThan(60);
  });

  it('never leave out a lone member', () => {
    const run = play(nginx({ upstream: ['s1: {}'] }), { for: 20, faults: ['5s kill s1', '10s start s1'] });
    expect(Object.keys(counted(run, 5.1, 9.9))).toEqual(['502']);
    expect(Object.keys(counted(run, 10.1, 19))).toEqual(['200']);
  });

  it('answer 502 at once while all are left out', () => {
    const run = play(nginx(), {
      for: 20,
      faults: ['5s kill s1', '5s kill s2', '8s start s1', '8s start s2'],
    });
    const late = run.requests.filter(({ t }) => t > 8.1 && t < 14);
    expect(late.filter(ok)).toEqual([]);
    expect(Math.max(...late.map(({ ms }) => ms ?? 0))).toBeLessThan(2);
    expect(Object.keys(counted(run, 16.5, 19.5))).toEqual(['200']);
  });
});

describe('proxy_next_upstream', () => {
  const hung = (lines: readonly string[], traffic: string) =>
    play(nginx({ lines: ['proxy_read_timeout: 2s', ...lines], traffic }), {
      for: 20,
      faults: ['5s pause s1'],
    });

  it('tries a GET that timed out elsewhere, and no POST', () => {
    expect(Object.keys(counted(hung([], 'writes: 0%'), 5, 17))).toEqual(['200']);
    expect(counted(hung([], 'writes: 100%'), 5, 17)[504]).toBeGreaterThan(90);
    expect(
      counted(hung(['proxy_next_upstream: [error, timeout, non_idempotent]'], 'writes: 100%'), 5, 17)[504],
    ).toBeUndefined();
  });

  it('tries nothing elsewhere when it is off', () => {
    const run = play(nginx({ lines: ['proxy_next_upstream: [off]'] }), { for: 20, faults: ['5s kill s1'] });
    expect(triedTwice(run)).toEqual([]);
    expect(counted(run, 5.1, 19)[502]).toBe(1);
  });

  it('tries a 500 elsewhere only with http_5xx', () => {
    const failing = (lines: readonly string[]) =>
      play(nginx({ lines }), { for: 10, faults: ['5s errors s1 100%'] });
    expect(counted(failing([]), 5.1, 9.9)[500]).toBeGreaterThan(200);
    expect(failing(['proxy_next_upstream: [http_5xx]']).report.availability).toBe(1);
  });
});

describe('worker_connections', () => {
  it('close what is too much', () => {
    const run = play(nginx({ lines: [] }).replace('worker_connections: 2048', 'worker_connections: 10'), {
      for: 10,
      faults: ['5s slow s1 50'],
    });
    expect(counted(run, 0, 5)).toEqual({ 200: expect.any(Number) });
    expect(counted(run, 6, 9).reset).toBeGreaterThan(50);
  });
});
