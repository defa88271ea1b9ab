import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { play, SECOND } from './play.ts';

/** The world of stage 1 at a second, after these faults. */
function viewAt(second: number, ...faults: readonly string[]) {
  const text = readFileSync('lessons/1-distributed/distributed.yaml', 'utf8');
  return play(text, { for: second, faults }).simulation.view();
}

describe('the trouble that requests are in', () => {
  test('is nothing where all is well', () => {
    expect(viewAt(20)).toMatchObject({ trouble: [], lastTroubled: undefined });
  });

  test('stands at the server that a balancer tries again and again', () => {
    const { trouble } = viewAt(12, '10s kill web-2');
    expect(trouble[0]).toMatchObject({ from: 'lb-1', at: 'web-2', failed: 0 });
    expect(trouble[0]?.waiting).toBeGreaterThan(50);
    expect(trouble[0]?.waitingSince).toBeGreaterThan(9.9 * SECOND);
    expect(trouble[0]?.waitingSince).toBeLessThan(10.1 * SECOND);
  });

  test('stands there still when the balancer has given up and answers itself', () => {
    const { trouble } = viewAt(14, '10s kill web-2');
    const failed = trouble.filter((each) => each.failed > 0);
    expect(new Set(failed.map(({ from, at }) => `${from} ${at}`))).toEqual(new Set(['lb-1 web-2']));
    expect(failed[0]?.failedSince).toBeGreaterThanOrEqual(13 * SECOND);
  });

  test('stands at the database that hangs, whoever waits for whom before it', () => {
    const [worst] = viewAt(13, '10s pause db-2').trouble;
    expect(worst).toMatchObject({ write: false });
    expect(viewAt(11, '10s pause db-2').trouble.map(({ at }) => at)).toContain('db-2');
  });

  test('tells writes from reads', () => {
    const { trouble } = viewAt(12, '10s partition server-1 server-2');
    expect(trouble).toContainEqual(expect.objectContaining({ from: 'app-2', at: 'db-1', write: true }));
    expect(trouble).not.toContainEqual(expect.objectContaining({ from: 'app-2', at: 'db-1', write: false }));
  });

  test('is over with the last request that failed', () => {
    const { trouble, lastTroubled = 0 } = viewAt(30, '10s kill web-2');
    expect(trouble).toEqual([]);
    // lb-1 marks web-2 down at 14.1 s
    expect(Math.abs(lastTroubled - 14.1 * SECOND)).toBeLessThan(0.1 * SECOND);
  });
});

test('a hung server is full when its kernel drops the first connection', () => {
  const fullSince = (second: number) =>
    viewAt(second, '10s pause web-2', '30s resume web-2').components.find(({ id }) => id === 'web-2')
      ?.fullSince;
  expect(fullSince(15)).toBeUndefined();
  // 512 places, 50 requests a second
  expect(fullSince(25)).toBeGreaterThan(18 * SECOND);
  expect(fullSince(25)).toBeLessThan(22 * SECOND);
  expect(fullSince(45)).toBeUndefined();
});

test('an application leaves a database that failed it alone for 10 s', () => {
  const app = (second: number) => viewAt(second, '10s kill db-2').components.find(({ id }) => id === 'app-1');
  expect(app(9)?.avoids).toEqual([]);
  const [avoided] = app(12)?.avoids ?? [];
  expect(avoided?.id).toBe('db-2');
  expect(avoided?.until).toBeGreaterThan(20 * SECOND);
  expect(avoided?.until).toBeLessThan(21 * SECOND);
});

test('writes are acknowledged until they are not, and again', () => {
  const { writes } = viewAt(30, '10s kill db-1', '20s start db-1');
  expect(writes.againAt).toBeGreaterThan(20 * SECOND);
  expect(viewAt(15, '10s kill db-1').writes.lastAt).toBeLessThan(10.1 * SECOND);
});
