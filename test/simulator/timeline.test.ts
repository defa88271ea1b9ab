import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TimelineSecond } from '../../src/simulator/timeline.ts';
import { isOk } from '../../src/simulator/users.ts';
import { type Played, play, SECOND } from './play.ts';

const text = (file: string) => readFileSync(new URL(`../../lessons/${file}`, import.meta.url), 'utf8');
const distributed = text('1-distributed/distributed.yaml');
const scaledUp = text('3-scaled-up/scaled-up.yaml');

/** The same seconds, counted from every request by itself. */
function recounted({ requests }: Played, t: number) {
  const end = (t + 1) * SECOND;
  const decided = requests.flatMap(({ t: start, outcome, ms }) =>
    ms === null ? [] : [{ outcome, at: Math.round(start * SECOND) + Math.round(ms * 1000) }],
  );
  const inSecond = decided.filter(({ at }) => at > t * SECOND && at <= end);
  const waiting = requests.filter(({ t: start, ms }) => {
    const began = Math.round(start * SECOND);
    return began <= end && (ms === null || began + Math.round(ms * 1000) > end);
  });
  const oldest = Math.min(...waiting.map(({ t: start }) => Math.round(start * SECOND)));
  return {
    t,
    ok: inSecond.filter(({ outcome }) => isOk(outcome)).length,
    failed: inSecond.filter(({ outcome }) => !isOk(outcome)).length,
    waiting: waiting.length,
    oldestWait: waiting.length === 0 ? 0 : end - oldest,
  };
}

const counts = ({ t, ok, failed, waiting, oldestWait }: TimelineSecond) => ({
  t,
  ok,
  failed,
  waiting,
  oldestWait,
});

describe('the timeline', () => {
  it.each([
    ['a killed web server', distributed, ['5s kill web-2'], 30],
    ['a hung database', distributed, ['5s pause db-1', '20s resume db-1'], 40],
    ['a balancer without power', scaledUp, ['5s power-off lb-host-1'], 20],
  ])('is what the users saw in each second: %s', (_name, topology, faults, seconds) => {
    const played = play(topology, { for: seconds, faults });
    const { timeline } = played.simulation.view();
    expect(timeline).toHaveLength(seconds);
    for (const second of timeline) expect(counts(second)).toEqual(recounted(played, second.t));
  });

  it('never changes a second that is over', () => {
    const short = play(distributed, { for: 12, faults: ['5s pause web-2'] }).simulation.view().timeline;
    const long = play(distributed, { for: 40, faults: ['5s pause web-2'] }).simulation.view().timeline;
    expect(long.slice(0, 12)).toEqual(short);
  });

  it('shows a blackout that every client waits out', () => {
    const { timeline } = play(scaledUp, { for: 20, faults: ['5s power-off lb-host-1'] }).simulation.view();
    const dark = timeline.filter(({ t, ok }) => t >= 5 && t < 10 && ok === 0);
    expect(dark.length).toBeGreaterThanOrEqual(1);
    expect(Math.max(...timeline.map(({ oldestWait }) => oldestWait))).toBeGreaterThan(2 * SECOND);
  });

  it.each([
    ['kill app-2', '502', 'web-2'],
    ['kill web-2', '503', 'lb-1'],
    ['errors app-2 100%', '500', 'app-2'],
    ['kill lb-1', 'refused', 'lb-1'],
    ['power-off lb-host', 'client-timeout', 'lb-1'],
    ['dns-fail www.foobar.com', 'dns', undefined],
  ])('says who gave the error: %s', (fault, outcome, by) => {
    const { timeline } = play(distributed, {
      for: 30,
      faults: [`5s ${fault}`],
      set: ['traffic.timeout=4s'],
    }).simulation.view();
    const all = timeline.flatMap(({ failedAs }) => failedAs);
    expect(all).toContainEqual(expect.objectContaining({ outcome, by }));
    expect(timeline.every(({ failed, failedAs }) => failed === sum(failedAs.map(({ count }) => count)))).toBe(
      true,
    );
  });
});

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
