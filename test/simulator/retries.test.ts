import { describe, expect, it } from 'vitest';
import { type Haproxy, haproxy } from '../reality/haproxy.ts';
import { counted, play, when } from './play.ts';

/** what the users of a run without checks get from 10 s on, when s1 has been struck at 5 s: outcome and rounded time */
function table(setup: Haproxy, fault: string): Record<string, number[]> {
  const run = play(haproxy({ check: false, traffic: 'rate: 20, timeout: 30s', ...setup }), {
    for: 60,
    faults: [`5s ${fault}`],
    set: [],
  });
  const found: Record<string, Set<number>> = {};
  for (const { t, outcome, ms } of run.requests) {
    if (t < 10 || t > 20 || ms === null) continue;
    found[outcome] ??= new Set();
    found[outcome]?.add(Math.round(ms / 100) / 10);
  }
  return Object.fromEntries(
    Object.entries(found).map(([outcome, times]) => [outcome, [...times].sort((a, b) => a - b)]),
  );
}

const redispatch = 'redispatch: true';

describe('a refused connection', () => {
  it('is tried again after a second each, three times, then it is a 503', () => {
    expect(table({}, 'kill s1')).toEqual({ 200: [0], 503: [3] });
  });

  it('is not tried again with `retries 0`', () => {
    expect(table({ lines: ['retries: 0'] }, 'kill s1')).toEqual({ 200: [0], 503: [0] });
    expect(table({ lines: ['retries: 0', redispatch] }, 'kill s1')).toEqual({ 200: [0], 503: [0] });
  });

  it('goes elsewhere at once with redispatch and round robin', () => {
    expect(table({ lines: [redispatch] }, 'kill s1')).toEqual({ 200: [0] });
  });

  it('goes elsewhere only with the last retry when the balance is not a round robin', () => {
    const leastconn = {
      lines: [redispatch],
      balance: 'leastconn',
      servers: ['s1: { weight: 10 }', 's2: {}'],
    };
    expect(table(leastconn, 'kill s1')).toEqual({ 200: [0, 3] });
    expect(table({ ...leastconn, lines: [redispatch, 'retries: 1'] }, 'kill s1')).toEqual({ 200: [0, 1] });
  });

  it('goes to the same server again with source: the hash knows no other while the server counts as up', () => {
    expect(table({ lines: [redispatch], balance: 'source' }, 'kill s1')).toEqual({ 200: [0], 503: [3] });
    expect(table({ lines: [redispatch], balance: 'source', check: true }, 'kill s1')[200]?.[0]).toBe(0);
  });

  it('finds no other where there is none', () => {
    expect(table({ lines: [redispatch], servers: ['s1: {}'] }, 'kill s1')).toEqual({ 503: [3] });
  });

  it('goes to a backup only when no other is left', () => {
    const setup = { check: true, servers: ['s1: {}', 's2: { backup: true }'], lines: [redispatch] };
    expect(table(setup, 'kill s2')).toEqual({ 200: [0] });
    const run = play(haproxy(setup), { for: 30, faults: ['5s kill s1'] });
    expect(counted(run, 12, 29)).toEqual({ 200: 1700 });
  });
});

describe('silence', () => {
  it('costs `timeout connect` a try', () => {
    expect(table({ connect: '2s' }, 'partition host-s1')).toEqual({ 200: [0], 503: [8] });
    expect(table({ connect: '2s', lines: ['retries: 1'] }, 'partition host-s1')).toEqual({
      200: [0],
      503: [4],
    });
  });

  it('costs it once with redispatch', () => {
    expect(table({ connect: '2s', lines: [redispatch] }, 'partition host-s1')).toEqual({ 200: [0, 2] });
  });

  it('of a hung server costs `timeout server`, and redispatch does not help', () => {
    expect(table({ server: '4s' }, 'pause s1')).toEqual({ 200: [0], 504: [4] });
    expect(table({ server: '4s', lines: [redispatch] }, 'pause s1')).toEqual({ 200: [0], 504: [4] });
  });

  it('of a hung server is tried elsewhere with retry-on response-timeout', () => {
    const lines = [redispatch, 'retry-on: [conn-failure, response-timeout]'];
    expect(table({ server: '4s', lines }, 'pause s1')).toEqual({ 200: [0, 4] });
  });
});

describe('a bad answer', () => {
  it('is handed on, unless retry-on names it', () => {
    expect(table({}, 'errors s1 100%')).toEqual({ 200: [0], 500: [0] });
    expect(table({ lines: [redispatch, 'retry-on: [500]'] }, 'errors s1 100%')).toEqual({ 200: [0] });
    expect(table({ lines: [redispatch, 'retry-on: [503]'] }, 'errors s1 100%')).toEqual({
      200: [0],
      500: [0],
    });
    expect(table({ lines: [redispatch, 'retry-on: [all-retryable-errors]'] }, 'errors s1 100%')).toEqual({
      200: [0],
    });
  });
});

describe('tcp mode', () => {
  it('has no answers of its own: it closes', () => {
    expect(table({ lines: ['mode: tcp'] }, 'kill s1')).toEqual({ 200: [0], reset: [3] });
  });
});

describe('a queue', () => {
  it('is emptied when the last server goes down: whoever waits is answered 503 at once', () => {
    const run = play(
      haproxy({
        servers: ['s1: { maxconn: 1, inter: 1s }'],
        lines: ['httpchk: true'],
        // `timeout queue` is as `timeout connect`
        connect: '40s',
        traffic: 'rate: 20, timeout: 60s',
      }),
      { for: 60, faults: ['5s pause s1'] },
    );
    const down = when(run, 'marks-down') ?? 0;
    expect(down).toBeGreaterThan(8);
    expect(down).toBeLessThan(13);
    const queued = run.requests.filter(({ t }) => t > 5.1 && t < down - 0.1);
    expect(queued.length).toBeGreaterThan(50);
    for (const { t, ms, outcome } of queued) {
      expect(outcome).toBe('503');
      expect(t + (ms ?? 0) / 1000).toBeCloseTo(down, 2);
    }
  });
});
