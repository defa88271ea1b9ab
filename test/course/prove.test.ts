import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import type { Simulate } from '../../src/course/measured-run.ts';
import { injected } from '../../src/simulator/event.ts';
import type { SimulationReport } from '../../src/simulator/report.ts';
import { proveAll } from './prove-all.ts';
import { question, quiz, smallCourse } from './small-course.ts';

const killed = injected({ verb: 'kill', targets: ['app-1'], value: undefined, words: 'kill app-1' });

/** A simulator in which app-1 dies at 4 s and one more for each seed. */
const simulate: Simulate = (topology, options) => {
  calls.push([
    topology.traffic.rate,
    options.seed,
    options.for,
    options.faults.map(({ fault }) => fault.words),
  ]);
  const report: SimulationReport = {
    topology: topology.id,
    seed: options.seed,
    duration_s: options.for / 1e6,
    offered_rate: 1,
    requests: { total: 0, ok: 0, failed: 0, unfinished: 0, by_outcome: {} },
    availability: 1,
    latency_ms: { mean: null, p50: null, p95: null, p99: null, max: null },
    per_second: [],
    components: {},
    writes: { acknowledged: 0, lost: options.seed, lost_ids: [] },
    reads: { total: 0, stale: 0 },
    events: [{ t: 3 + options.seed, ...killed }],
  };
  return { report, requests: [] };
};
let calls: unknown[] = [];

function prove(measure: string, expected: string, choices?: string, run = 'seeds: 2') {
  return proved(`measure: ${measure}\nexpect: ${expected}`, choices, run);
}

/** The outcome of a proof with these fields. */
function proved(fields: string, answer?: string, run = 'seeds: 2') {
  calls = [];
  const after = `\`\`\`prove\ntopology: tiny\n${run}\n${fields}\n\`\`\``;
  const parts = answer === undefined ? { after } : { after, choices: answer };
  const files = smallCourse({ 'quizzes/q.md': quiz('q', question('q-1', parts)) });
  const course = loadCourse('course', { files });
  return proveAll(course, simulate)[0];
}

test('holds when the right choice, and no other, is true with every seed', () => {
  expect(prove('when(kill app-1)', '{ 1: 10s..20s, 2: 4s..5s }')).toEqual({
    holds: true,
    failures: [],
    choices: [
      {
        choice: 1,
        correct: false,
        measure: 'when(kill app-1)',
        expect: '10s..20s',
        values: ['4s', '5s'],
        held: [false, false],
      },
      {
        choice: 2,
        correct: true,
        measure: 'when(kill app-1)',
        expect: '4s..5s',
        values: ['4s', '5s'],
        held: [true, true],
      },
    ],
  });
});

test('names the seed with which the right choice is false', () => {
  expect(prove('when(kill app-1)', '{ 1: 10s..20s, 2: 4s..4.5s }')?.failures).toEqual([
    'choice 2 is marked right, but with seed 2 the run gave 5s, outside 4s..4.5s',
  ]);
});

test('names the seed with which a wrong choice is true', () => {
  expect(prove('when(kill app-1)', '{ 1: 5s..20s, 2: 4s..5s }')?.failures).toEqual([
    'choice 1 is marked wrong, but with seed 2 the run gave 5s, inside 5s..20s',
  ]);
});

test('several right choices have a measure each, and exactly those hold', () => {
  const choices = '- [x] A\n- [ ] B\n- [x] C';
  const measures = '{ 1: when(kill app-1), 2: lost, 3: when(kill app-2) }';
  expect(prove(measures, '{ 1: 4s..5s, 2: 5..9, 3: never }', choices)?.holds).toBe(true);
  expect(prove(measures, '{ 1: 4s..5s, 2: 2..9, 3: never }', choices)?.failures).toEqual([
    'choice 2 is marked wrong, but with seed 2 the run gave 2, inside 2..9',
  ]);
});

describe('steps in order', () => {
  const steps = '1. A\n2. B\n2. C\n3. D';
  const moments = (a: string, b: string, c: string, d: string) =>
    proved(`measure: { 1: ${a}, 2: ${b}, 3: ${c}, 4: ${d} }`, steps);
  const killed = 'when(kill app-1)';

  test('each happens, and after all of the rank before', () => {
    expect(moments(`${killed} - 3s`, `${killed} - 1s`, `${killed} - 2s`, killed)).toMatchObject({
      holds: true,
      choices: [
        { choice: 1, correct: true, expect: 'happens', values: ['1s', '2s'], held: [true, true] },
        { choice: 2, expect: 'after 1' },
        { choice: 3, expect: 'after 1' },
        { choice: 4, expect: 'after 2 and 3' },
      ],
    });
  });

  test('what comes too early, at the same time or never is named', () => {
    expect(moments(`${killed} - 3s`, `${killed} - 3s`, killed, `${killed} - 1s`)?.failures).toEqual([
      'step 2 should come after 1, but with seed 1 the run gave 1s',
      'step 4 should come after 2 and 3, but with seed 1 the run gave 3s',
    ]);
    expect(moments('when(kill app-2)', killed, killed, `${killed} - 0s`)?.failures).toEqual([
      'step 1 does not happen with seed 1',
      'step 2 should come after 1, but with seed 1 the run gave 4s',
      'step 3 should come after 1, but with seed 1 the run gave 4s',
      'step 4 should come after 2 and 3, but with seed 1 the run gave 4s',
    ]);
  });

  test.each([
    [`measure: ${killed}`, 'Each step has a moment of its own'],
    [`measure: { 1: ${killed}, 2: ${killed}, 3: ${killed} }`, 'measure leaves out choice 4'],
    [`measure: { 1: lost, 2: ${killed}, 3: ${killed}, 4: ${killed} }`, '"lost" is no time'],
    [
      `measure: { 1: ${killed}, 2: ${killed}, 3: ${killed}, 4: ${killed} }\nexpect: { 1: 3s }`,
      'take "expect" out',
    ],
  ])('%s', (fields, sentence) => {
    expect(proved(fields, steps)?.failures[0]).toContain(sentence);
  });
});

describe('a number', () => {
  const ranges = '- [=] 4s..5s\n- [ ] 10s..20s';

  test('is proven by a measure that lies in its range, and in no other', () => {
    expect(proved('measure: when(kill app-1)', ranges)).toMatchObject({
      holds: true,
      choices: [
        { choice: 1, correct: true, expect: '4s..5s', values: ['4s', '5s'], held: [true, true] },
        { choice: 2, correct: false, expect: '10s..20s', held: [false, false] },
      ],
    });
    expect(proved('measure: when(kill app-1)', '[[= 4.5 +- 0.5 s]]')?.holds).toBe(true);
    expect(proved('measure: lost', '[[= 2]]')?.failures).toEqual([
      'choice 1 is marked right, but with seed 1 the run gave 1, outside 2',
    ]);
    expect(proved('measure: when(kill app-1)', '- [=] 4s..9s\n- [ ] 5s')?.failures).toEqual([
      'choice 2 is marked wrong, but with seed 2 the run gave 5s, inside 5s',
    ]);
  });

  test.each([
    ['measure: lost', 'This measures a whole number such as 3, and the answer is 4s..5s'],
    ['measure: { 1: lost, 2: when(kill app-1) }', 'One number is asked for'],
    ['measure: when(kill app-1)\nexpect: { 1: 4s }', 'take "expect" out'],
    ['expect: { 1: 4s }', 'take "expect" out'],
    ['seeds: 1', 'This proof measures nothing'],
  ])('%s', (fields, sentence) => {
    expect(proved(fields, ranges, '')?.failures[0]).toContain(sentence);
  });
});

test('words have nothing to prove', () => {
  expect(proved('measure: lost', '[[one]]')?.failures[0]).toContain('has nothing that a run could prove');
});

test('gives the simulator the rate, the time, the faults and every seed', () => {
  prove('lost', '{ 1: 9, 2: 1..2 }', undefined, 'seeds: 2\nfor: 20s\nrate: 33\nfault: [1s kill app-1]');
  expect(calls).toEqual([
    [33, 1, 20_000_000, ['kill app-1']],
    [33, 2, 20_000_000, ['kill app-1']],
  ]);
});

test('what does not resolve is a failure and no exception', () => {
  const said = (run: string) => prove('lost', '{ 1: 9, 2: 1..2 }', undefined, run)?.failures;
  expect(said('fault: [1s kill app-9]')?.[0]).toContain('app-9');
  expect(said('set: [app-1.wrkers=2]')?.[0]).toContain('wrkers');
});

test('a proof that cannot be read does not hold, and says where it is wrong', () => {
  expect(prove('wen(kill app-1)', '{ 1: 9, 2: 1..2 }')).toEqual({
    holds: false,
    choices: [],
    failures: ['course/quizzes/q.md:22:10: There is no measure "wen": did you mean "when"?'],
  });
});
