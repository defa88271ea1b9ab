import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { changesLeft, choicesOf, playProblems, withChange } from '../../src/course/missions/choices.ts';

const course = loadCourse('.');
const found = course.stages.flatMap(({ missions }) => missions).find(({ id }) => id === 'the-green-lie');
if (found === undefined) throw new Error('no mission');
const mission = found;
const choice = (subject: string, set: readonly string[] = []) => {
  const one = choicesOf(course, mission, set).find((each) => each.subject === subject);
  if (one === undefined) throw new Error(subject);
  return one;
};

describe('what may be changed before a mission runs', () => {
  test('is what its author allows, with its value now and what it may be', () => {
    expect(choicesOf(course, mission, []).map(({ subject }) => subject)).toEqual([
      ...mission.may.switches,
      ...mission.may.fields,
    ]);
    expect(choice('checks')).toMatchObject({ kind: 'switch', before: 'tcp', now: 'tcp' });
    expect(choice('checks').options).toEqual(['tcp', 'none', 'http']);
    expect(choice('lb-1.retries')).toMatchObject({
      kind: 'field',
      before: '3',
      now: '3',
      options: undefined,
    });
    expect(choice('checks', ['checks=http'])).toMatchObject({ before: 'tcp', now: 'http' });
  });

  test('counts as a change until it is as it was', () => {
    const set = withChange([], choice('checks'), 'http');
    expect(set).toEqual(['checks=http']);
    expect(changesLeft(mission, { set, fault: [] })).toBe(0);
    expect(withChange(set, choice('checks', set), 'none')).toEqual(['checks=none']);
    expect(withChange(set, choice('checks', set), 'tcp')).toEqual([]);
  });

  test('is refused in a sentence where the simulator can make nothing of it, or the rules forbid it', () => {
    const problems = (set: readonly string[]) => playProblems(course, mission, { set, fault: [] });
    expect(problems(['lb-1.retries=2'])).toEqual([]);
    expect(problems(['lb-1.retries=many']).join()).toContain('a whole number');
    expect(problems(['checks=http', 'redispatch=on']).join()).toContain('2 changes');
    expect(problems(['servers=active-passive']).join()).toContain("can't be changed");
  });
});
