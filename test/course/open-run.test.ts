import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { World } from '../../src/commands/command.ts';
import { runCommand } from '../../src/commands/run.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import {
  type AskedRun,
  openRun,
  type ReadyRun,
  runProblemLine,
  withSeed,
} from '../../src/course/open-run.ts';
import type { RunSpec } from '../../src/course/run-spec.ts';
import { topologiesOf } from '../../src/course/topologies.ts';
import { simulatorRoom } from '../../src/plain/simulator.ts';
import { simulate } from '../../src/simulator/run.ts';
import { readTopology } from '../../src/topology/read.ts';
import { tutorInLines } from '../plain/tutor-in-lines.ts';
import { TestBench } from '../ui/simulator/bench.ts';
import { proveAll } from './prove-all.ts';
import { question, quiz, smallCourse } from './small-course.ts';

const course = loadCourse('.');
const openTopology = topologiesOf(course, readTopology);

const asked = { topology: 'distributed', set: [], rate: undefined, for: 60_000_000, fault: [], seed: 7 };

function openedOf(run: AskedRun): ReadyRun {
  const opened = openRun(run, openTopology);
  if ('problems' in opened) throw new Error('it opens');
  return opened.run;
}

describe('a prepared run', () => {
  test('is ready with its switches, its fields, its rate, its seed and its faults', () => {
    const set = ['redispatch=on', 'lb-1.retries=5'];
    const opened = openRun({ ...asked, set, rate: 12, fault: ['2s kill web-2'] }, openTopology);
    if ('problems' in opened) throw new Error('it opens');
    const { topology, faults, seed, for: end } = opened.run;
    expect(topology.components.find(({ id }) => id === 'lb-1')).toMatchObject({
      redispatch: true,
      retries: 5,
    });
    expect(topology.traffic.rate).toBe(12);
    expect(faults).toMatchObject([{ at: 2_000_000, fault: { words: 'kill web-2' } }]);
    expect([seed, end]).toEqual([7, 60_000_000]);
  });

  test('draws a time that is left to chance from the seed and the place of the fault', () => {
    const fault = ['10s..20s kill web-2', '30s start web-2', '10s..20s kill web-1'];
    const timesOf = (seed: number) => {
      const run = openedOf({ ...asked, seed, fault });
      expect(withSeed(openedOf({ ...asked, seed: 99, fault }), seed)).toEqual(run);
      return run.faults.map(({ at }) => at / 1_000_000);
    };
    const nights = Array.from({ length: 20 }, (_, seed) => timesOf(seed));
    for (const [first = 0, second, third = 0] of nights) {
      expect(second).toBe(30);
      expect(first).not.toBe(third);
      for (const at of [first, third]) expect(at >= 10 && at <= 20).toBe(true);
    }
    expect(new Set(nights.map(([first]) => first)).size).toBeGreaterThan(10);
    expect(timesOf(3)).toEqual(timesOf(3));
  });

  test('wants a time that is left to chance to come before the end whatever is drawn, and its first time first', () => {
    for (const words of ['50s..61s kill web-2', '20s..10s kill web-2', '10s.. kill web-2']) {
      const opened = openRun({ ...asked, fault: [words] }, openTopology);
      expect('problems' in opened && opened.problems.map(runProblemLine)).toEqual([
        expect.stringContaining(`--fault '${words}'`),
      ]);
    }
  });

  test('tells everything that is wrong in its faults, and where it was asked for', () => {
    const fault = ['1s kill web-1', '10s kil web-2', '2s kill web-9', '61s kill web-2'];
    const opened = openRun({ ...asked, fault }, openTopology);
    expect('problems' in opened && opened.problems).toMatchObject([
      { part: 'fault', index: 1 },
      { part: 'fault', index: 2 },
      { part: 'fault', index: 3 },
    ]);
  });

  test('tells which of its changes is wrong', () => {
    const opened = openRun({ ...asked, set: ['lb-1.retries=5', 'redispatch=maybe'] }, openTopology);
    expect('problems' in opened && opened.problems).toMatchObject([{ part: 'set', index: 1 }]);
  });

  test('never takes what a course says for a path of this machine', () => {
    const opened = openRun({ ...asked, topology: 'lessons/1-distributed/distributed.yaml' }, openTopology);
    expect('problems' in opened && opened.problems).toMatchObject([{ part: 'topology' }]);
  });

  test('without an end may hold a fault at any time', () => {
    const opened = openRun({ ...asked, for: undefined, fault: ['2h kill web-2'] }, openTopology);
    expect('run' in opened).toBe(true);
  });
});

const wrongRuns: Record<string, Partial<RunSpec>> = {
  'a fault that is none': { fault: ['5s kill web-2', '10s kil web-2'] },
  'a fault on what is not there': { fault: ['10s kill web-9'] },
  'a fault without a time': { fault: ['kill web-2'] },
  'a fault after the end': { fault: ['61s kill web-2'] },
  'a switch without such a position': { set: ['redispatch=maybe'] },
  'a field that does not exist': { set: ['lb-1.colour=red'] },
  'two faults that are none': { fault: ['10s kil web-2', '11s kill web-9'] },
};

describe.each(Object.entries(wrongRuns))('%s', (_, wrong) => {
  const run: RunSpec = { ...asked, seeds: 1, ...wrong };
  const opened = openRun({ ...run, seed: 1 }, openTopology);
  const lines = 'problems' in opened ? opened.problems.map(runProblemLine) : [];

  test('has a line a problem', () => {
    expect(lines.length).toBeGreaterThan(0);
  });

  test('is refused in the same words by the screen', () => {
    const shown = new TestBench('distributed', { run, columns: 240 }).lines.join('\n');
    for (const line of lines) expect(shown).toContain(line);
  });

  test('is refused in the same words in lines', async () => {
    const { tutor, said } = tutorInLines(course, []);
    expect(await simulatorRoom(tutor, { ...run, seed: 1 })).toEqual({ screen: 'map' });
    for (const line of lines) expect(said()).toContain(line);
  });

  test('is refused in the same words by the command', async () => {
    const args = ['simulate', 'distributed', '--for', '60s'];
    for (const words of run.fault) args.push('--fault', words);
    for (const change of run.set) args.push('--set', change);
    await expect(runCommand(args, '.', world)).rejects.toThrow(lines.join('\n'));
  });

  test('is refused in the same words by a proof', () => {
    const block = `topology: tiny\nfault: ${JSON.stringify(run.fault)}\nset: ${JSON.stringify(run.set)}`;
    const after = `\`\`\`prove\n${block}\nmeasure: lost\nexpect: { 1: 1, 2: 2 }\n\`\`\``;
    const files = smallCourse({ 'quizzes/q.md': quiz('q', question('q-1', { after })) });
    const small = loadCourse('course', { files });
    const tiny = openRun({ ...run, topology: 'tiny', seed: 1 }, topologiesOf(small, readTopology));
    const expected = 'problems' in tiny ? tiny.problems.map(runProblemLine) : [];
    const [proof] = proveAll(small, simulate);
    expect(proof?.failures).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });
});

const world: World = {
  stdin: Object.assign(new PassThrough(), { isTTY: false }) as unknown as World['stdin'],
  stdout: new PassThrough() as unknown as World['stdout'],
  stderr: new PassThrough() as unknown as World['stderr'],
  env: {},
  platform: 'linux',
  home: '/nowhere',
  machine: 'here',
  clock: () => 0,
  onInterrupt: () => () => undefined,
};
