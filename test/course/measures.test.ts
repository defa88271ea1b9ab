import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeasuredRun } from '../../src/course/measures/measure.ts';
import { isTextError, parseMeasure } from '../../src/course/measures/parse.ts';
import { newCourse } from '../../src/course/new-course.ts';
import { inRange, parseRange, rangesOverlap } from '../../src/course/range.ts';
import { injected } from '../../src/simulator/event.ts';
import type { RequestReport, SimulationReport } from '../../src/simulator/report.ts';
import { readTopology } from '../../src/topology/read.ts';

const { topology } = readTopology(
  newCourse().find(({ path }) => path.endsWith('.yaml') && path !== 'course.yaml')?.text ?? '',
  't.yaml',
);

function request(t: number, outcome: string, more: Partial<RequestReport> = {}): RequestReport {
  return { t, client: 1, kind: 'read', path: ['lb-1', 'app-1'], outcome, ms: 20, ...more };
}

const requests: RequestReport[] = [
  request(0, '200', { ms: 10 }),
  request(1, '304', { ms: 30 }),
  request(2, '503', { ms: 3000 }),
  request(3, '200', { ms: 20, kind: 'write', path: ['lb-1', 'app-2'] }),
  request(4, 'client-timeout', { path: ['lb-1', 'app-2', 'app-1'] }),
  request(5, 'unfinished', { ms: null, path: ['lb-1'] }),
];

const killed = injected({ verb: 'kill', targets: ['app-1'], value: undefined, words: 'kill app-1' });
const checks = { failed: 3, every: 2_000_000, result: 'refused' } as const;

function report(seconds: number): SimulationReport {
  return {
    topology: 'two-servers',
    seed: 1,
    duration_s: seconds,
    offered_rate: 1,
    requests: { total: 6, ok: 3, failed: 2, unfinished: 1, by_outcome: {} },
    availability: 0.6,
    latency_ms: { mean: null, p50: null, p95: null, p99: null, max: null },
    per_second: [],
    components: {
      'app-1': {
        requests: 4,
        ok: 3,
        failed: 1,
        share: 0.5,
        state: 'up',
        utilisation: seconds < 6 ? 0.5 : 0.75,
      },
    },
    writes: { acknowledged: 10, lost: 3, lost_ids: [1, 2, 3] },
    reads: { total: seconds * 10, stale: seconds < 6 ? 0 : 6 },
    wiretaps: [{ link: 'lb-1 web-1', messages: 8, readable: 2 }],
    events: [
      { t: 1, ...killed },
      { t: 2.5, who: 'lb-2', what: 'marks-down', about: 'app-1', checks },
      { t: 3.000001, who: 'lb-1', what: 'marks-down', about: 'app-1', checks },
      { t: 5, who: 'lb-1', what: 'marks-down', about: 'app-2', checks },
    ],
  };
}

function measured(text: string): number | undefined | string {
  const measure = parseMeasure(text);
  if (isTextError(measure)) return `${measure.at}: ${measure.error}`;
  if (!topology) throw new Error('the topology of the test is broken');
  const run: MeasuredRun = { topology, report: report(6), requests, reportAt: report };
  return measure.evaluate(run);
}

describe('a measure', () => {
  test.each([
    ['when(marks-down app-1)', 2.5],
    ['when(lb-1 marks-down app-1)', 3.000001],
    ['when(lb-1 marks-down app-1) - 1s', 2.000001],
    ['when(marks-down app-1 after 2600ms)', 3.000001],
    // a fault at 10s is after 10s: both ends of a time belong to it
    ['when(marks-down app-1 after 2500ms)', 2.5],
    ['when(marks-down app-1 after 2500.001ms)', 3.000001],
    ['when(marks-down)', 2.5],
    ['when(marks-up app-1)', undefined],
    ['when(marks-up app-1) - 5s', undefined],
    ['when(lb-1 marks-down app-1) - when(kill app-1)', 2.000001],
    ['when(marks-down app-2) - when(kill app-1) - 1s', 5],
    ['when(marks-down app-1) - when(kill app-2)', undefined],
    ['count(503)', 1],
    ['count(503 3s..)', 0],
    ['count(ok 1s..3s)', 1],
    ['count(failed)', 2],
    ['count(unfinished)', 1],
    ['count(all ..2s)', 2],
    ['failed(0s..6s)', 0.4],
    ['failed(5s..6s)', undefined],
    ['availability(0s..2s)', 1],
    ['availability(reads 0s..6s)', 0.5],
    ['availability(writes)', 1],
    ['outage', 2],
    ['outage(0s..3s)', 1],
    ['outage(writes)', 0],
    ['share(app-1 0s..6s)', 4 / 6],
    ['share(lb-1)', 1],
    ['share(app-9)', undefined],
    ['mean(0s..6s)', 0.02],
    ['p95(0s..6s)', 0.03],
    ['p99(2s..3s)', undefined],
    ['utilisation(app-1)', 0.75],
    ['utilisation(app-1 3s..6s)', 1],
    ['utilisation(app-9)', undefined],
    ['lost', 3],
    ['hosts', 3],
    ['readable(lb-1 web-1)', 0.25],
    ['readable(web-1 lb-1)', 0.25],
    ['readable(lb-1 web-2)', undefined],
    ['stale(0s..6s)', 0.1],
    ['stale(5s..6s)', 0.6],
  ])('%s', (text, value) => {
    expect(measured(text)).toEqual(value === undefined ? undefined : expect.closeTo(value, 9));
  });

  test('counts the rules of all firewalls', () => {
    const file = 'lessons/2-secured/secured.yaml';
    const count = parseMeasure('rules');
    if (isTextError(count)) throw new Error(count.error);
    const rulesOf = (changes: readonly string[]) => {
      const secured = readTopology(readFileSync(file, 'utf8'), file, changes).topology;
      if (!secured) throw new Error('it can be read');
      return count.evaluate({ topology: secured, report: report(6), requests, reportAt: report });
    };
    expect(rulesOf([])).toBe(7);
    expect(rulesOf(['firewall=off'])).toBe(0);
  });

  test.each([
    ['', '0: "" is no measure: write NAME(ARGUMENTS), such as failed(10s..20s).'],
    [
      'failed(10s..20s',
      '0: "failed(10s..20s" is no measure: write NAME(ARGUMENTS), such as failed(10s..20s).',
    ],
    ['faild(10s..20s)', '0: There is no measure "faild": did you mean "failed"?'],
    ['failed(10s..20)', '7: "10s..20" is no part of a run: write FROM..TO, such as 10s..20s.'],
    ['failed(20s..10s)', '7: "20s..10s" has no length: the second time must be later.'],
    ['failed(reads 1s..2s)', '7: This measure is written like failed(10s..20s).'],
    ['count(10s..20s)', '0: This measure is written like count(503 10s..20s).'],
    [
      'count(5o3)',
      '6: "5o3" is no outcome: write a status such as 503, or refused, reset, client-timeout, dns, tls, ok, failed, unfinished and all.',
    ],
    ['count(refusd)', '6: "refusd" is no outcome: write a status such as 503, or refused.'],
    ['when()', '0: when wants an event and whom it is about, such as when(marks-down web-2).'],
    ['when(marks-dwn web-2)', '5: "marks-dwn" is no event: did you mean "marks-down"?'],
    ['when(lb-1 marks-dwn web-2)', '10: "marks-dwn" is no event: did you mean "marks-down"?'],
    ['when(kill app-1 after noon)', '22: after wants one time at the end, such as "after 10s".'],
    ['availability(everything)', '13: This measure is written like availability(writes 10s..20s).'],
    ['share(10s..20s)', '0: This measure is written like share(web-1 10s..20s).'],
    ['lost(web-1)', '5: This measure is written like lost.'],
    ['readable(lb-1)', '9: This measure is written like readable(lb-1 web-1).'],
    [
      'when(kill app-1) - soon',
      '19: "soon" is no time: write "- 10s" or "- when(kill web-2)", the moment to count from.',
    ],
    ['lost - 10s', '7: Only a time can have "- TIME" after it, and lost is none: take it out.'],
  ])('%s is refused', (text, sentence) => {
    expect(measured(text)).toBe(sentence);
  });

  test('never throws and never hangs, whatever is written', () => {
    const pieces = fc.constantFrom(
      'when',
      'failed',
      'share',
      '(',
      ')',
      ' ',
      '-',
      '..',
      '10s',
      'after',
      '%',
      'web-1',
      '\t',
      '--',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, (words) => {
        const measure = parseMeasure(words);
        return (
          !isTextError(measure) || (measure.at >= 0 && measure.at <= words.length && measure.error !== '')
        );
      }),
    );
    expect(parseMeasure(`lost${' '.repeat(300_000)}x`)).toMatchObject({ at: 0 });
  });
});

describe('a range', () => {
  test.each([
    ['4s..6s', 4, true],
    ['4s..6s', 6, true],
    ['4s..6s', 6.000002, false],
    ['4s..6s', undefined, false],
    ['10s..', 1e9, true],
    ['..5s', -3, true],
    ['-1s..1s', -0.5, true],
    ['45%..55%', 0.55, true],
    ['45%..55%', 0.56, false],
    ['3..5', 4, true],
    ['3', 3, true],
    ['3', 4, false],
    ['0%', 0, true],
    ['never', undefined, true],
    ['never', 0, false],
  ])('%s and %s: %s', (text, value, held) => {
    const range = parseRange(text, undefined);
    if (isTextError(range)) throw new Error(range.error);
    expect(inRange(value, range)).toBe(held);
  });

  test('its ends belong to it in spite of the arithmetic of floats', () => {
    const range = parseRange('0.3s..0.4s', 'time');
    expect(!isTextError(range) && inRange(0.1 + 0.2, range)).toBe(true);
  });

  test('two overlap exactly when some value lies in both', () => {
    const numbers = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(numbers, numbers, numbers, numbers, (a, b, c, d) => {
        const one = { from: Math.min(a, b), to: Math.max(a, b) };
        const two = { from: Math.min(c, d), to: Math.max(c, d) };
        const shared = Array.from({ length: 21 }, (_, n) => n).some(
          (n) => inRange(n, one) && inRange(n, two),
        );
        return rangesOverlap(one, two) === shared;
      }),
    );
    const never = { from: undefined, to: Number.NaN };
    expect([rangesOverlap(never, never), rangesOverlap(never, { from: 0, to: 9 })]).toEqual([true, false]);
  });
});
