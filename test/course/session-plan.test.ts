import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { planSession } from '../../src/course/session-plan.ts';

const { stages } = loadCourse('.');
const [, distributed] = stages;
if (distributed === undefined) throw new Error('the course has no stage 1');

const everything = planSession(distributed);

test('without a time the whole stage is laid out, each part where the one before it ends', () => {
  expect(everything.left).toEqual([]);
  expect(everything.parts.map(({ id }) => id)).toEqual(
    [...distributed.lessons, ...distributed.quizzes, ...distributed.missions].map(({ id }) => id),
  );
  let begins = 0;
  for (const part of everything.parts) {
    expect(part.begins).toBe(begins);
    begins += part.minutes;
  }
});

test('whatever the time: it is kept, lessons are the first of the course, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.constantFrom(...stages), fc.integer({ min: 1, max: 600 }), (stage, minutes) => {
      const whole = planSession(stage);
      const { parts, spare, left } = planSession(stage, minutes);
      expect(parts.reduce((sum, part) => sum + part.minutes, 0) + spare).toBe(minutes);
      expect(spare).toBeGreaterThanOrEqual(0);
      expect([...parts, ...left].map(({ id }) => id).sort()).toEqual(whole.parts.map(({ id }) => id).sort());
      const lessons = parts.filter(({ kind }) => kind === 'lesson');
      expect(lessons.map(({ id }) => id)).toEqual(stage.lessons.slice(0, lessons.length).map(({ id }) => id));
      // no quiz or mission that would fit is left out, and no lesson that would be next
      const next = left.find(({ kind }) => kind === 'lesson');
      const spareFor = left.filter((part) => part === next || part.kind !== 'lesson');
      for (const part of spareFor) expect(part.minutes).toBeGreaterThan(spare);
    }),
    { numRuns: 60 },
  );
});

test('names the runs of a lesson with their page and faults', () => {
  const lesson = everything.parts.find(({ id }) => id === 'believed-or-true');
  expect(lesson?.runs.length).toBeGreaterThan(0);
  expect(lesson?.runs[0]).toMatchObject({
    topology: 'distributed',
    faults: ['10s kill web-2', '40s start web-2'],
  });
});
