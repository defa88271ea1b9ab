import { expect, test } from 'vitest';
import { memoryFiles } from '../../src/course/course-files.ts';
import { lintCourse } from '../../src/course/lint.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { newCourse } from '../../src/course/new-course.ts';
import { simulate } from '../../src/simulator/run.ts';
import { proveAll } from './prove-all.ts';

const files = memoryFiles('course', Object.fromEntries(newCourse().map(({ path, text }) => [path, text])));

test('a new course has nothing for lint to say', () => {
  expect(lintCourse(files)).toEqual([]);
});

test('the proof of a new course holds in the simulator', () => {
  const course = loadCourse('course', { files });
  const proofs = proveAll(course, simulate);
  expect(proofs.map(({ failures }) => failures)).toEqual([[]]);
  expect(proofs.map(({ choices }) => choices.map(({ held }) => held.every(Boolean)))).toEqual([
    [false, true, false],
  ]);
});

test('a new course has a lesson with a diagram, one with a run, and words for its terms', () => {
  const course = loadCourse('course', { files });
  const blocks = course.stages.flatMap(({ lessons }) =>
    lessons.flatMap(({ pages }) => pages.flatMap((p) => p.blocks)),
  );
  expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['markdown', 'diagram', 'simulate']));
  expect(course.glossary.map(({ term }) => term)).toEqual(['Load balancer', 'Round robin']);
});
