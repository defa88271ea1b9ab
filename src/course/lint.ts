import type { Problem } from '../text/problem.ts';
import { Problems } from '../text/problem.ts';
import type { CourseFiles } from './course-files.ts';
import { checkCharacters } from './lint-rules/characters.ts';
import { checkCourseFolder } from './lint-rules/course-folder.ts';
import { checkFrontMatter } from './lint-rules/front-matter.ts';
import { checkMarkup } from './lint-rules/markup.ts';
import { checkMissions } from './lint-rules/missions.ts';
import { checkPages } from './lint-rules/pages.ts';
import { checkQuestions } from './lint-rules/questions.ts';
import type { LintRule } from './lint-rules/rule.ts';
import { checkRuns } from './lint-rules/runs.ts';
import { checkTopologies } from './lint-rules/topologies.ts';
import { readCourse } from './read-course.ts';

const rules: readonly LintRule[] = [
  checkCourseFolder,
  checkFrontMatter,
  checkPages,
  checkMarkup,
  checkQuestions,
  checkMissions,
  checkRuns,
  checkCharacters,
  checkTopologies,
];

/**
 * Everything that is wrong in a course, by file and line: what its reader met, and what the rules find.
 * Throws a `CourseError` if the folder holds no course.
 */
export function lintCourse(files: CourseFiles): readonly Problem[] {
  const source = readCourse(files);
  const problems = new Problems();
  const linted = { source, course: source.course, files };
  const more = rules.flatMap((rule) => rule(linted, problems) ?? []);
  const all = [...source.course.problems, ...problems.list, ...more];
  const first = new Map<string, Problem>();
  for (const problem of all) {
    const key = JSON.stringify([problem.file, problem.line, problem.column, problem.message]);
    if (!first.has(key)) first.set(key, problem);
  }
  return [...first.values()].sort(byPlace);
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
