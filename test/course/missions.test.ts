import { describe, expect, test } from 'vitest';
import { lintCourse } from '../../src/course/lint.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { judge } from '../../src/course/missions/judge.ts';
import { forbidden, NOTHING, played } from '../../src/course/missions/play.ts';
import { proveMission } from '../../src/course/missions/prove-mission.ts';
import { goalsSoFar } from '../../src/course/missions/so-far.ts';
import type { Mission } from '../../src/course/model.ts';
import { openRun } from '../../src/course/open-run.ts';
import { topologiesOf } from '../../src/course/topologies.ts';
import { beginRun, simulate } from '../../src/simulator/run.ts';
import { readTopology } from '../../src/topology/read.ts';
import { smallCourse } from './small-course.ts';

const GOOD = `---
id: keep-it-up
title: Keep it up
summary: One of two dies.
minutes: 5
topology: tiny
for: 30s
seeds: 3
fault: [5s kill app-1]
may: { faults: [start], changes: 1 }
goals:
  - { measure: availability(15s..30s), expect: 99%..100%, says: All is well from 15 s on. }
  - { measure: availability(5s..15s), expect: 90%..100%, says: Hardly anybody notices., bonus: true }
---

## Briefing

It will die.

> Hint: Start it.

## Debrief

It was dead.

\`\`\`prove
wins: { fault: [10s start app-1] }
loses:
  starting it too late: { fault: [25s start app-1] }
\`\`\`
`;

const files = (mission: string) => smallCourse({ 'missions/keep-it-up.md': mission });

function read(text: string): Mission {
  const course = loadCourse('course', { files: files(text) });
  const [mission] = course.stages.flatMap(({ missions }) => missions);
  if (mission === undefined) throw new Error('no mission');
  return mission;
}

const course = loadCourse('course', { files: files(GOOD) });
const mission = read(GOOD);

const lint = (text: string) =>
  lintCourse(files(text))
    .filter(({ file }) => file.includes('missions/'))
    .map(({ line, rule }) => `${line} ${rule}`);

describe('the goals of a run that goes on', () => {
  const goals = [
    { measure: 'outage', expect: '..8s', says: 'Hardly ever down.', bonus: false },
    { measure: 'failed', expect: '0%', says: 'Nobody fails.', bonus: false },
  ];

  function valuesAt(seconds: number, fault: readonly string[]) {
    const asked = { topology: 'tiny', set: [], rate: undefined, for: undefined, fault, seed: 1 };
    const opened = openRun(asked, topologiesOf(course, readTopology));
    if ('problems' in opened) throw new Error(opened.problems.map(({ message }) => message).join());
    const run = beginRun(opened.run.topology, { ...opened.run, recordRequests: true });
    run.advance(seconds * 1_000_000);
    return goalsSoFar({ goals }, run).map(({ value }) => value);
  }

  test('an outage counts while its users still wait, and is the same when they have given up', () => {
    expect(valuesAt(5, ['5s pause app-1'])).toEqual(['0s', '0%']);
    // users give up after ten seconds; who came in the last second may yet be answered
    expect(valuesAt(14, ['5s pause app-1'])).toEqual(['8s', '0%']);
    expect(valuesAt(40, ['5s pause app-1', '16s kill app-1', '17s start app-1'])[0]).toMatch(/^1[123]s$/);
  });
});

describe('a mission', () => {
  test('is read from its file', () => {
    expect(mission).toMatchObject({
      id: 'keep-it-up',
      may: { faults: ['start'], changes: 1, sees: 'truth' },
      hints: ['Start it.'],
      problem: undefined,
    });
    expect(mission.goals.map(({ bonus }) => bonus)).toEqual([false, true]);
    expect(mission.briefing.length).toBeGreaterThan(0);
    expect(mission.debrief.length).toBeGreaterThan(0);
    expect(lint(GOOD)).toEqual(['1 unlisted']);
  });

  test('is won by its good play with every seed, and each hint and missed bonus costs a star', () => {
    const play = { set: [], fault: ['10s start app-1'] };
    const verdict = judge(course, mission, play, 0, simulate);
    expect(verdict).toMatchObject({
      won: true,
      stars: 2,
      goals: [{ met: true }, { met: false, bonus: true }],
    });
    expect(judge(course, mission, play, 1, simulate)).toMatchObject({ stars: 1 });
    expect(judge(course, mission, play, 5, simulate)).toMatchObject({ stars: 1 });
    const quick = { set: [], fault: ['5.5s start app-1'] };
    expect(judge(course, mission, quick, 0, simulate)).toMatchObject({ won: true, stars: 3 });
  });

  test('is lost by doing nothing', () => {
    expect(judge(course, mission, NOTHING, 0, simulate)).toMatchObject({ won: false, stars: 0 });
  });

  test('refuses what its rules forbid, in sentences', () => {
    expect(
      forbidden(mission.may, { set: ['app-1.workers=9'], fault: ['1s pause app-1', '2s start app-1'] }),
    ).toEqual([
      "In this mission app-1.workers can't be changed; nothing here may be.",
      'In this mission you can\'t use "pause"; what may be: start.',
      'That is 3 changes, and this mission allows 1: take some back.',
    ]);
    expect(judge(course, mission, { set: [], fault: ['1s start nobody'] }, 0, simulate)).toHaveProperty(
      'refused',
    );
  });

  test('lets the play have the last word on a switch', () => {
    const run = { ...mission.run, set: ['checks=none', 'balance=source'] };
    expect(played(run, { set: ['checks=http'], fault: [] }).set).toEqual(['balance=source', 'checks=http']);
  });
});

describe('the proof of a mission', () => {
  test('holds when the good play wins, and the tempting ones and doing nothing lose', () => {
    const result = proveMission(course, mission, mission.proof ?? fail(), simulate);
    expect(result.plays.map(({ name, holds }) => [name, holds])).toEqual([
      ['the good play', true],
      ['doing nothing', true],
      ['starting it too late', true],
    ]);
    expect(result).toMatchObject({ holds: true, failures: [] });
    // what has lost one seed has lost: the others are not played
    const played = result.plays.map(({ verdict }) =>
      'goals' in verdict ? verdict.goals[0]?.values.length : 0,
    );
    expect(played).toEqual([3, 1, 1]);
  });

  test('does not hold when a play ends otherwise, and says what was measured', () => {
    const wrong = read(
      GOOD.replace('wins: { fault: [10s start app-1] }', 'wins: { fault: [25s start app-1] }'),
    );
    const result = proveMission(course, wrong, wrong.proof ?? fail(), simulate);
    expect(result.failures).toEqual([
      expect.stringMatching(/^the good play loses: All is well from 15 s on\. \(\d/),
    ]);
    const easy = read(GOOD.replace('expect: 99%..100%', 'expect: 0%..100%'));
    expect(proveMission(course, easy, easy.proof ?? fail(), simulate).failures).toContain(
      'doing nothing wins, and should lose',
    );
  });
});

function fail(): never {
  throw new Error('it has a proof');
}

describe('lint', () => {
  test.each([
    [
      'a switch that is not there',
      'may: { faults: [start]',
      'may: { switches: [nosuch], faults: [start]',
      'unknown-switch',
    ],
    ['a verb that is none', 'faults: [start]', 'faults: [strat]', 'unknown-verb'],
    ['a goal without a sentence', ', says: All is well from 15 s on.', '', 'goals'],
    ['a measure that is none', 'availability(15s..30s)', 'avail(15s..30s)', 'measure'],
    ['a range that is none', '99%..100%', 'much', 'range'],
    ['goals that are all a bonus', 'says: All is well from 15 s on. }', 'says: x, bonus: true }', 'goals'],
    ['a time left to chance where the learner acts', '[5s kill app-1]', '[5s..8s kill app-1]', 'fault'],
    ['a fault of nobody', '5s kill app-1', '5s kill app-9', 'fault'],
    ['a play against the rules', '10s start app-1] }', '10s start app-1, 11s start app-1] }', 'play'],
    ['no debrief', '## Debrief', 'Debrief', 'mission-parts'],
    ['no hint', '> Hint: Start it.', '', 'no-hint'],
    ['no proof', '```prove', '```text', 'no-proof'],
  ])('says where: %s', (_what, from, to, rule) => {
    expect(GOOD).toContain(from);
    expect(lint(GOOD.replace(from, to)).map((found) => found.split(' ')[1])).toContain(rule);
  });
});
