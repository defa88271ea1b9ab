import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import type { AskedRun } from '../../src/course/open-run.ts';
import { freeRun, simulatorRoom } from '../../src/plain/simulator.ts';
import { isUndoing, VERBS, type Verb } from '../../src/simulator/faults/table.ts';
import { tutorInLines } from './tutor-in-lines.ts';

const course = loadCourse('.');

/** What is said in a talk about a run, in lines. */
async function talked(asked: AskedRun, ...lines: readonly string[]): Promise<readonly string[]> {
  const { tutor, said } = tutorInLines(course, lines);
  await simulatorRoom(tutor, asked);
  return said().split('\n');
}

const distributed = freeRun('distributed', 1);
const believes = 'every second request waits: lb-1 still believes in web-2';

describe('a run that is talked to', () => {
  test('tells what the users notice, as time goes by', async () => {
    const lines = await talked(distributed, 'run 10s', 'kill web-2', 'run 3s', 'run 5s');
    const told = lines.filter((line) => /^ +\d/.test(line)).map((line) => line.trim().replace(/ +/g, ' '));
    expect(told).toEqual([
      '10.0 you kill web-2',
      `10.0 users ${believes}`,
      '13.0 users every second request fails: lb-1 still believes in web-2',
      '14.1 lb-1 marks web-2 down: 3 failed checks, one every 2 s (refused)',
      '14.1 users new requests are answered again, by web-1 alone',
    ]);
  });

  test('reports on the run so far', async () => {
    const lines = await talked(distributed, 'run 5s', 'kill web-2', 'run 10s', 'report');
    const text = lines.join('\n');
    expect(text).toContain('Incident report: Distributed');
    expect(text).toMatch(/5\.0 s, you: kill web-2/);
  });

  test('tells the whole story again when it is asked for', async () => {
    const lines = await talked(distributed, 'run 5s', 'kill web-2', 'run 5s', 'events');
    expect(lines.filter((line) => line.includes(believes))).toHaveLength(2);
  });

  test('looks into one thing: what it believes, what is true, and how it is configured', async () => {
    const lines = await talked(distributed, 'run 5s', 'kill web-2', 'run 2s', 'inspect lb-1', 'inspect lb-9');
    expect(lines).toContainEqual(expect.stringContaining('web-2 is up; in truth it is killed'));
    expect(lines).toContainEqual(expect.stringContaining('balance roundrobin'));
    expect(lines.join(' ')).toContain('There is no "lb-9" here.');
  });

  test('goes back, to a mark too, and what came after has not happened', async () => {
    const said = [
      'run 5s',
      'mark',
      'kill web-2',
      'run 3s',
      'back 1s',
      'events',
      'return',
      'run 2s',
      'events',
      'line',
    ];
    const lines = await talked(distributed, ...said);
    expect(lines.join('\n')).toMatch(/It is 7s again[\s\S]*you +kill web-2[\s\S]*It is 5s again/);
    const after = lines.slice(lines.findIndex((line) => line.includes('It is 5s again')));
    expect(after.join('\n')).not.toContain('kill web-2');
    expect(after.join('\n')).toContain('infra-tutor simulate distributed --seed 1 --for 7s');
  });

  test('goes on to the next thing that happens', async () => {
    const lines = await talked(distributed, 'run 5s', 'kill web-2', 'next', 'next', 'next', 'line');
    expect(lines).toContainEqual(expect.stringContaining('lb-1'));
    expect(lines).toContainEqual(expect.stringMatching(/--fault '5\.000001s kill web-2'/));
  });

  test('follows one request, and says which setting ruled', async () => {
    const lines = await talked(
      distributed,
      'follow failed',
      'run 5s',
      'kill web-2',
      'follow next',
      'run 4s',
      'follow slowest',
      'follow 9999',
      'follow me',
    );
    const asked = (answer: string) => lines.findIndex((line) => line.startsWith(answer));
    const order = [
      'No request has failed.',
      'Request 5',
      'lb-1 tried web-2 4 times',
      'There is no request 9999',
      'follow needs',
    ];
    expect(order.map(asked)).toEqual(order.map(asked).toSorted((a, b) => a - b));
    expect(order.map(asked)).not.toContain(-1);
  });

  test('says why: the chain behind the newest line, or behind the one at a time', async () => {
    const lines = await talked(
      distributed,
      'why',
      'run 5s',
      'kill web-2',
      'run 15s',
      'why',
      'why 10.1',
      'why soon',
    );
    expect(lines).toContain('Nothing has happened yet that could be asked about.');
    expect(lines.filter((line) => /^ +5\.0 {2}fault +you kill web-2\.$/.test(line))).toHaveLength(2);
    expect(lines.join(' ')).toContain('lb-1.servers.web-2.fall=3: failed checks in a row that mark it down');
    expect(lines.join(' ')).toContain('(believed-or-true)');
    expect(lines.at(-3)).toContain('"soon" is none');
  });

  test('compares the run so far with the same run and one change', async () => {
    const lines = await talked(
      distributed,
      'run 5s',
      'kill web-2',
      'run 6s',
      'compare set redispatch=on',
      'compare x',
    );
    expect(lines).toContainEqual(expect.stringMatching(/^users hurt +\d+ +\d+ +-\d+$/));
    expect(lines.join(' ')).toMatch(/With redispatch=on \d+ users fewer are hurt/);
    expect(lines.join(' ')).toContain('"x" is no change');
  });

  test('says of a balancer that has just started that it is up, and not what it believes of nobody', async () => {
    const lines = await talked(distributed, 'status', 'quit');
    expect(lines).toContain('lb-1 on lb-host: up, 0/s.');
  });

  test('tells every fault of the table that can happen here, and what takes it away', async () => {
    const lines = await talked(distributed, 'faults', 'disk-full db-1', 'run 1s', 'status', 'quit');
    const told = VERBS.filter((verb) => lines.some((line) => line.trim().startsWith(`${verb} `)));
    const nowhere: readonly Verb[] = ['cert-expire'];
    expect(told).toEqual(VERBS.filter((verb) => !isUndoing(verb) && !nowhere.includes(verb)));
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}disk-full db-1 .*"restore db-1" takes it away$/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^db-1 on .*disk-full/));
  });

  test('tells the whole of a prepared run at its end', async () => {
    const lines = await talked({ ...distributed, for: 20_000_000, fault: ['10s kill web-2'] });
    expect(lines.filter((line) => line.includes(believes))).toHaveLength(1);
  });

  test('begins a new story when it begins again', async () => {
    const lines = await talked(distributed, 'kill web-2', 'run 5s', 'restart', 'events', 'quit');
    expect(lines.at(-3)).toContain('no user noticed anything');
  });
});
