import { expect, test } from 'vitest';
import { percent, storyLines, summaryLines } from '../../src/plain/run-summary.ts';
import type { SecondReport, SimulationReport } from '../../src/simulator/report.ts';
import type { StoryLine } from '../../src/story/story.ts';
import { readTopology } from '../../src/topology/read.ts';

const { topology: pair } = readTopology(
  `format: 1
id: pair
title: A pair
traffic: { rate: 100 }
dns: { www.foobar.com: { A: [app-1] } }
hosts: { one: { runs: [app-1] } }
components: { app-1: { kind: app-server, workers: 1, service: 1ms } }
`,
  'pair.yaml',
);
if (pair === undefined) throw new Error('the topology of this test is wrong');

const second = (t: number, ok: number, failed: number): SecondReport => ({
  t,
  total: ok + failed,
  ok,
  failed,
  unfinished: 0,
  p95_ms: 20,
});
const report = (seconds: readonly SecondReport[]): SimulationReport => ({
  topology: 'pair',
  seed: 7,
  duration_s: seconds.length,
  offered_rate: 100,
  requests: { total: 300, ok: 250, failed: 50, unfinished: 0, by_outcome: { '200': 250, '503': 50 } },
  availability: 250 / 300,
  latency_ms: { mean: 20, p50: 16.24, p95: 65.9, p99: 103.4, max: 1234 },
  per_second: [...seconds],
  components: {},
  writes: { acknowledged: 0, lost: 0, lost_ids: [] },
  reads: { total: 0, stale: 0 },
  events: [],
});
const story: readonly Pick<StoryLine, 't' | 'who' | 'text'>[] = [
  { t: 10, who: 'you', text: 'kill web-2' },
  { t: 12, who: 'users', text: 'every second request waits: lb-1 still believes in web-2' },
];

test('a run is told in totals, second by second, and in sentences', () => {
  const seconds = [second(0, 100, 0), second(1, 50, 50), second(2, 100, 0)];
  expect(summaryLines(report(seconds), pair, story, 80)).toEqual([
    'A pair: 3s at 100 requests/s, seed 7',
    '',
    'requests      300: 250 answered, 50 failed',
    'outcomes      200: 250, 503: 50',
    'availability  83.33 %',
    'latency       half within 16.2 ms, 95 % within 65.9 ms, 99 % within 103 ms, the',
    '              longest 1.23 s',
    '',
    'Second by second, by when they were sent; a dot is none, 9 is the most (100/s):',
    'answered      959',
    'failed        .5.',
    '',
    'What happened',
    '   10.0  you    kill web-2',
    '   12.0  users  every second request waits: lb-1 still believes in web-2',
  ]);
});

test('a long run still fits the line', () => {
  const seconds = Array.from({ length: 3600 }, (_, t) => second(t, 10, 0));
  for (const line of summaryLines(report(seconds), pair, story, 80))
    expect(line.length).toBeLessThanOrEqual(80);
});

test('a share is never rounded up to all, nor down to nothing', () => {
  expect(percent(0.999999)).toBe('99.99 %');
  expect(percent(0.000001)).toBe('0.01 %');
  expect(percent(0.90668)).toBe('90.66 %');
  expect(percent(0.9066)).toBe('90.66 %');
  expect([percent(1), percent(0)]).toEqual(['100.00 %', '0.00 %']);
});

test('a run in which nothing happened says so', () => {
  expect(storyLines([], 80)).toEqual([
    '  Nothing was marked down, nobody moved, and no user noticed anything.',
  ]);
});

test('of a long story the beginning is told, and how much more there is', () => {
  const long = Array.from({ length: 50 }, (_, t) => ({ ...story[0], t, who: 'you' }) as StoryLine);
  expect(summaryLines(report([]), pair, long, 80).at(-1)).toBe('  and 10 more lines; --json has every event');
});

test('what the monitoring and a listener learned is told where there is one', () => {
  const { topology } = readTopology(
    `format: 1
id: watched
title: Watched
traffic: { rate: 100 }
dns: { www.foobar.com: { A: [app-1] } }
monitoring: { service: Prometheus }
hosts: { one: { runs: [app-1], collector: true } }
components: { app-1: { kind: app-server, workers: 1, service: 1ms } }
`,
    'watched.yaml',
  );
  if (topology === undefined) throw new Error('the topology of this test is wrong');
  const samples = [
    { t: 12.17, qps: 99.57, error_rate: 0.5, p95_ms: 64.256, down: ['web-1', 'web-2'] },
    { t: 27.17, qps: 0, error_rate: null, p95_ms: null, down: [] },
    { t: 42.17, qps: null, error_rate: null, p95_ms: null, down: ['one'] },
  ];
  const lines = summaryLines(
    {
      ...report([]),
      monitor: { samples, alerts: [] },
      wiretaps: [{ link: 'users app-1', messages: 300, readable: 0 }],
    },
    topology,
    story,
    80,
  );
  expect(lines.slice(lines.indexOf('What Prometheus saw, since the sample before'), -4)).toEqual([
    'What Prometheus saw, since the sample before',
    '   12.2  99.6 requests/s, 50.00 % failed, 95 % within 64.3 ms; silent or down:',
    '         web-1, web-2',
    '   27.2  no request counted by those in sight',
    '   42.2  no counter of requests in sight; silent or down: one',
    '',
    'What a listener could read',
    '  between users and app-1: 0 of 300 messages',
  ]);
});
