import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { type AskedRun, openRun, type ReadyRun } from '../../src/course/open-run.ts';
import { topologiesOf } from '../../src/course/topologies.ts';
import { tokensOf } from '../../src/markdown/read.ts';
import { SINGLE } from '../../src/simulator/budget.ts';
import { parseFault } from '../../src/simulator/faults/parse.ts';
import { simulate } from '../../src/simulator/run.ts';
import { type Incident, incidentOf } from '../../src/story/incident/incident.ts';
import { incidentMarkdown } from '../../src/story/incident/markdown.ts';
import { type Night, nightOf, otherNights, retold } from '../../src/story/incident/night.ts';
import { ToldRun } from '../../src/story/told-run.ts';
import { readTopology } from '../../src/topology/read.ts';

const SECOND = 1_000_000;
const openTopology = topologiesOf(loadCourse('.'), readTopology);

function ready(topology: string, fault: readonly string[], seconds = 40, seed = 3): ReadyRun {
  const asked: AskedRun = { topology, set: [], rate: undefined, for: seconds * SECOND, fault, seed };
  const opened = openRun(asked, openTopology);
  if ('problems' in opened) throw new Error(opened.problems.map(({ message }) => message).join());
  return opened.run;
}

function prepared(run: ReadyRun): Night {
  const told = new ToldRun(run, { script: true });
  told.advance(run.for ?? 0);
  return nightOf(told.simulation, run.faults.length);
}

function reportOn(night: Night): Incident {
  const run = retold(night, SINGLE);
  if ('most' in run) throw new Error('too much');
  return incidentOf(run);
}

const dead = ready('distributed', ['10s kill app-2']);
const night = prepared(dead);
const incident = reportOn(night);
const { report, requests } = simulate(dead.topology, {
  seed: dead.seed,
  for: 40 * SECOND,
  faults: dead.faults,
  recordRequests: true,
});

describe('an incident report', () => {
  test('counts users, requests, outcomes and seconds as the requests of the run do', () => {
    const failed = requests.filter(({ outcome }) => outcome === '502');
    const isHurt = ({ outcome, ms }: (typeof requests)[number]) => outcome === '502' || (ms ?? 0) >= 1000;
    expect(incident.impact).toMatchObject({
      requests: requests.length,
      failed: failed.length,
      users: new Set(requests.map(({ client }) => client)).size,
      usersHurt: new Set(requests.filter(isHurt).map(({ client }) => client)).size,
    });
    expect(failed.length).toBeGreaterThan(500);
    expect(incident.outcomes).toEqual([{ outcome: '502', count: failed.length }]);
    expect(incident.availability).toBe(report.availability);
    const seconds = report.per_second.filter((second) => second.failed * 100 >= Math.max(1, second.total));
    // who began in the second before the fault and failed with it was hurt when it came
    expect(incident.hurt).toEqual({
      from: 10,
      to: (seconds.at(-1)?.t ?? 0) + 1,
      seconds: seconds.filter(({ t }) => t >= 10).length,
    });
  });

  test('hurts nobody before the first fault, nor after the end', () => {
    const { hurt, seconds } = reportOn(prepared(ready('one-server', ['15s kill app-1'], 20.4, 6)));
    expect(hurt).toEqual({ from: 15, to: seconds, seconds: 6 });
  });

  test('has every fault that mattered among its causes, each before the reason that came of it', () => {
    const run = ready('one-server', ['20s disk-full db-1', '26s kill db-1'], 28, 6);
    const told = new ToldRun(run);
    told.advance(28 * SECOND);
    const { cause, done } = reportOn(nightOf(told.simulation, 0));
    const faults = cause.filter(({ kind }) => kind === 'fault');
    expect(faults.map(({ fault }) => fault)).toEqual(['20s disk-full db-1', '26s kill db-1']);
    const at = (words: string) => cause.findIndex(({ text }) => text.includes(words));
    expect(at('kill db-1')).toBeLessThan(at('refuses connections'));
    expect(at('kill db-1')).toBeGreaterThan(at('answers with errors'));
    expect(done.map(({ who }) => who)).toEqual(['you', 'you']);
  });

  test('takes as much of a month as the failed requests are of those that a month may fail', () => {
    const perMonth = (requests.length / 40) * 86_400 * 30;
    expect(incident.budget.allowed).toBeCloseTo(perMonth / 1000, 3);
    expect(incident.budget.spent).toBeCloseTo(incident.impact.failed / (perMonth / 1000), 9);
    expect(incident.budget.seconds).toBeCloseTo(43.2 * 60, 6);
  });

  test('tells the fault, why it hurt, and that nobody noticed where nobody did', () => {
    expect(incident.cause.map(({ kind }) => kind)).toEqual(['fault', 'reason', 'felt']);
    expect(incident.noticed).toBeUndefined();
    const text = incidentMarkdown(incident, undefined);
    expect(text).toContain('No component of the site noticed it.');
    expect(text).toContain('The site has no alerts');
  });

  test('tells who noticed and after how long, and which alert came later', () => {
    const crash = reportOn(prepared(ready('distributed', ['10s kill web-2'])));
    const marked = crash.timeline.find(({ text }) => text.startsWith('marks web-2 down'));
    expect(crash.noticed?.after).toBeCloseTo((marked?.t ?? 0) - 10, 6);
    const watched = reportOn(prepared(ready('secured', ['10s kill app-2'], 150)));
    const fired = watched.timeline.find(({ text }) => text.startsWith('ALERT'));
    expect(watched.alert?.after).toBeCloseTo((fired?.t ?? 0) - 10, 6);
  });

  test('tells which switch would have hurt fewer on the same night, the best first', () => {
    const asked = { topology: 'distributed', set: [], rate: undefined };
    const others = otherNights(night, asked, openTopology).map(({ change, night: other }) => ({
      change,
      sum: reportOn(other).impact,
    }));
    expect(others.map(({ change }) => change)).toContain('checks=none');
    const http = others.find(({ change }) => change === 'checks=http')?.sum;
    expect(http?.failed).toBeLessThan(incident.impact.failed);
    const text = incidentMarkdown(incident, others);
    const told = text.slice(text.indexOf('another setting')).split('\n').slice(2);
    expect(told[1]).toMatch(new RegExp(`checks=http: .* ${http?.failed} failed instead of`));
    const hurt = told.filter((line) => line !== '').map((line) => Number(/(\d+) users hurt/.exec(line)?.[1]));
    expect(hurt).toEqual(hurt.toSorted((a, b) => a - b));
    expect(text).not.toContain('redispatch=on');
  });

  test('is about the very run that was watched, what was done by hand included', () => {
    const told = new ToldRun(ready('distributed', ['5s pause db-1'], 30), { script: true });
    const fault = (words: string) => {
      const read = parseFault(words, told.simulation.topology);
      if ('error' in read) throw new Error(read.error);
      return read.fault;
    };
    told.advance(7.35 * SECOND);
    told.inject(fault('kill web-1'));
    told.advance(15 * SECOND);
    told.inject(fault('start web-1'));
    told.advance(21.5 * SECOND);
    const again = retold(nightOf(told.simulation, 1), SINGLE);
    if ('most' in again) throw new Error('too much');
    expect(again.told.simulation.report()).toEqual(told.simulation.report());
    expect(incidentOf(again).done.map(({ t, text }) => `${t} ${text}`)).toEqual([
      '7.35 kill web-1',
      '15 start web-1',
    ]);
  });

  test('is markdown, whatever a site is called', () => {
    const named: Incident = { ...incident, site: 'A *site* [x](y) `<b>`\u001b[31m' };
    const [title] = tokensOf(incidentMarkdown(named, []));
    expect(title).toMatchObject({ type: 'heading', depth: 1 });
    expect(JSON.stringify(title)).not.toMatch(/"type":"(em|link|html|codespan)"/);
  });

  test('of a run in which nothing went wrong says so', () => {
    const quiet = reportOn(prepared(ready('distributed', [], 10)));
    const text = incidentMarkdown(quiet, undefined);
    for (const words of [
      'No request failed.',
      'Nothing that users noticed went wrong.',
      'took nothing of it',
    ])
      expect(text).toContain(words);
  });
});
