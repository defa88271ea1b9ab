import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { choicesOf } from '../../src/course/missions/choices.ts';
import { judge } from '../../src/course/missions/judge.ts';
import { proveMission } from '../../src/course/missions/prove-mission.ts';
import { MOST_STARS } from '../../src/course/missions/stars.ts';
import { simulate } from '../../src/simulator/run.ts';

const course = loadCourse('.');
const missions = course.stages.flatMap((stage) => stage.missions);

test('every stage has at least three missions', () => {
  for (const stage of course.stages) expect([stage.id, stage.missions.length >= 3]).toEqual([stage.id, true]);
});

describe.each(missions.map((mission) => [mission.id, mission] as const))('the mission %s', (_id, mission) => {
  const { proof } = mission;
  if (proof === undefined) throw new Error('it has no proof');

  // `course test` plays them all in the tests of the packed program; this adds the stars
  test.runIf(process.env.SOAK)(
    'is won by its good play with all its stars, and lost by each tempting one',
    () => {
      const { failures, plays } = proveMission(course, mission, proof, simulate);
      expect(failures).toEqual([]);
      expect(plays[0]?.verdict).toMatchObject({ stars: MOST_STARS });
    },
  );

  /** The debrief quotes these: when they change, read it again. `SOAK=1 npx vitest run <this file> -u` writes them. */
  test.runIf(process.env.SOAK)('still gives the numbers that its debrief was written from', async () => {
    const plays = [{ name: 'the good play', play: proof.wins }, ...proof.loses];
    const lines = plays.flatMap(({ name, play }) => {
      const verdict = judge(course, mission, play, 0, simulate);
      const goals = 'goals' in verdict ? verdict.goals : [];
      return [
        name,
        ...goals.map(({ values }, index) => `  ${mission.goals[index]?.measure}: ${values.join(', ')}`),
      ];
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`golden/missions/${mission.id}.txt`);
  });

  test('has two wrong plays that somebody would try, hints, and at least five seeds', () => {
    expect(proof.loses.length).toBeGreaterThanOrEqual(1 + 2);
    expect(mission.hints.length).toBeGreaterThanOrEqual(1);
    expect(mission.hints.length).toBeLessThanOrEqual(3);
    expect(mission.run.seeds).toBeGreaterThanOrEqual(5);
  });

  test('shows everything that may be changed, and lets something be done', () => {
    const { switches, fields, faults } = mission.may;
    expect(choicesOf(course, mission, []).map(({ subject }) => subject)).toEqual([...switches, ...fields]);
    expect(switches.length + fields.length + faults.length).toBeGreaterThan(0);
  });
});
