import type { Problem } from '../text/problem.ts';
import { Problems } from '../text/problem.ts';
import type { CourseFiles } from './course-files.ts';
import { checkCharacters } from './lint-rules/characters.ts';
import { checkCourseFolder } from './lint-rules/course-folder.ts';
import { checkDiagrams } from './lint-rules/diagrams.ts';
import { checkFrontMatter } from './lint-rules/front-matter.ts';
import { checkKeyPositions } from './lint-rules/key-position.ts';
import { checkLines } from './lint-rules/lines.ts';
import { checkMarkup } from './lint-rules/markup.ts';
import { checkMissions } from './lint-rules/missions.ts';
import { checkPages } from './lint-rules/pages.ts';
import { checkQuestions } from './lint-rules/questions.ts';
import type { LintRule } from './lint-rules/rule.ts';
import { checkRuns } from './lint-rules/runs.ts';
import { checkTopologies } from './lint-rules/topologies.ts';
import { checkTranslations } from './lint-rules/translations.ts';
import { type CourseSource, readCourse } from './read-course.ts';

const rules: readonly LintRule[] = [
  checkCourseFolder,
  checkFrontMatter,
  checkPages,
  checkMarkup,
  checkLines,
  checkQuestions,
  checkKeyPositions,
  checkMissions,
  checkRuns,
  checkDiagrams,
  checkCharacters,
  checkTopologies,
  checkTranslations,
];

/**
 * Everything that is wrong in a course, by file and line: what its reader met, and what the rules find.
 * Throws a `CourseError` if the folder holds no course.
 */
export function lintCourse(files: CourseFiles): readonly Problem[] {
  const source = readCourse(files);
  // reads all that is left to read, so that the rules find every text
  const met = source.course.problems;
  const problems = new Problems();
  const linted = { source, course: source.course, files };
  const more = rules.flatMap((rule) => rule(linted, problems) ?? []);
  const all = withoutConsequences([...met, ...problems.list, ...more], source);
  const first = new Map<string, Problem>();
  for (const problem of all) {
    const key = JSON.stringify([problem.file, problem.line, problem.column, problem.message]);
    if (!first.has(key)) first.set(key, problem);
  }
  return [...first.values()].sort(byPlace);
}

/** Of two with one id the second has lost it, so that what names it seems to name nothing: that goes unsaid. */
function withoutConsequences(
  problems: readonly Problem[],
  { lessons, quizzes, missions, course }: CourseSource,
): readonly Problem[] {
  const isTwice = (problem: Problem | undefined): boolean => problem?.rule === 'id-twice';
  const follows = new Set([
    ...(lessons.some(({ lesson }) => isTwice(lesson.lesson.problem)) ? ['unknown-lesson'] : []),
    ...(quizzes.some(({ quiz }) => isTwice(quiz.problem)) ? ['unknown-quiz'] : []),
    ...(missions.some(({ mission }) => isTwice(mission.problem)) ? ['unknown-mission'] : []),
    ...(course.problems.some((each) => isTwice(each) && /\.ya?ml$/i.test(each.file))
      ? ['unknown-topology']
      : []),
  ]);
  if (follows.size > 0) follows.add('dead-link');
  return problems.filter(({ rule }) => !follows.has(rule));
}

/** What is there twice comes first: much else may follow from it. */
function byPlace(a: Problem, b: Problem): number {
  if (a.rule !== b.rule && (a.rule === 'id-twice') !== (b.rule === 'id-twice'))
    return a.rule === 'id-twice' ? -1 : 1;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
