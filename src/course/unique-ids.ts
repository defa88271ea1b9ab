import { courseMessages as say } from '../messages/course.ts';
import type { Problem } from '../text/problem.ts';
import type { LessonSource } from './lesson-reader.ts';
import type { MissionSource } from './missions/mission-reader.ts';
import type { TopologyFile } from './model.ts';
import type { QuestionSource } from './question-reader.ts';
import type { QuizSource } from './quiz-reader.ts';
import type { SourceText } from './source-text.ts';

/*
 * What a learner did is kept by id. Of two with one id the first keeps it; the second says so where it stands,
 * under an id of its own, so that neither takes the other's progress.
 */

type Located = { readonly file: string; readonly line: number; readonly column: number };

function twice(at: Located, message: string): Problem {
  return { file: at.file, line: at.line, column: at.column, rule: 'id-twice', severity: 'error', message };
}

/** Gives back each item, with `rename` for those whose id came before. */
function unique<T>(items: readonly T[], idOf: (item: T) => string, rename: (item: T, first: T) => T): T[] {
  const seen = new Map<string, T>();
  return items.map((item) => {
    const first = seen.get(idOf(item));
    if (first !== undefined) return rename(item, first);
    seen.set(idOf(item), item);
    return item;
  });
}

export function uniqueLessons(
  lessons: readonly { readonly folder: string; readonly lesson: LessonSource }[],
): { readonly folder: string; readonly lesson: LessonSource }[] {
  return unique(
    lessons,
    ({ lesson }) => lesson.lesson.id,
    (entry, first) => {
      const { lesson, frontMatter, source } = entry.lesson;
      const problem = twice(frontMatter.fields.at('id'), say.idTwice(lesson.id, first.lesson.source.file));
      const renamed = { ...lesson, id: source.path, pages: [], problem };
      const problems = [problem, ...entry.lesson.problems];
      return { ...entry, lesson: { ...entry.lesson, lesson: renamed, problems } };
    },
  );
}

export function uniqueQuizzes(quizzes: readonly QuizSource[]): QuizSource[] {
  const named = unique(
    quizzes,
    ({ quiz }) => quiz.id,
    (entry, first) => {
      const { quiz, frontMatter, source } = entry;
      const problem = twice(frontMatter.fields.at('id'), say.idTwice(quiz.id, first.source.file));
      const renamed = { ...quiz, id: source.path, questionIds: [], questions: [], problem };
      return { ...entry, quiz: renamed, questions: [], problems: [problem, ...entry.problems] };
    },
  );
  return uniqueQuestions(named);
}

function uniqueQuestions(quizzes: readonly QuizSource[]): QuizSource[] {
  const ids = quizzes.flatMap(({ quiz }) => quiz.questionIds);
  if (new Set(ids).size === ids.length) return [...quizzes];
  const whole = quizzes.filter(({ quiz }) => quiz.problem === undefined);
  const all = whole.flatMap((entry) => entry.questions.map((question) => ({ entry, question })));
  const renamed = new Map<QuestionSource, QuestionSource>();
  const found: Problem[] = [];
  unique(
    all,
    ({ question }) => question.question.id,
    (item, first) => {
      const { question, at } = item.question;
      const message = say.idTwice(question.id, `${first.entry.source.file}:${first.question.at.line}`);
      const problem = twice(at, message);
      found.push(problem);
      const own = { ...question, id: `${item.entry.quiz.id}:${at.line}`, problem };
      renamed.set(item.question, { ...item.question, question: own });
      return item;
    },
  );
  const files = new Set(found.map(({ file }) => file));
  return quizzes.map((entry) => {
    if (!files.has(entry.source.file)) return entry;
    const questions = entry.questions.map((question) => renamed.get(question) ?? question);
    const asked = questions.map(({ question }) => question);
    const own = found.filter((problem) => problem.file === entry.source.file);
    return {
      ...entry,
      questions,
      quiz: { ...entry.quiz, questionIds: asked.map(({ id }) => id), questions: asked },
      problems: [...own, ...entry.problems],
    };
  });
}

export function uniqueMissions(missions: readonly MissionSource[]): MissionSource[] {
  return unique(
    missions,
    ({ mission }) => mission.id,
    (entry, first) => {
      const { mission, frontMatter, source } = entry;
      const problem = twice(frontMatter.fields.at('id'), say.idTwice(mission.id, first.source.file));
      return {
        ...entry,
        mission: { ...mission, id: source.path, problem },
        problems: [problem, ...entry.problems],
      };
    },
  );
}

export function uniqueTopologies(
  entries: readonly { readonly topology: TopologyFile; readonly source: SourceText }[],
): { readonly topologies: readonly TopologyFile[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const topologies = unique(
    entries,
    ({ topology }) => topology.id,
    (entry, first) => {
      const line = entry.source.text.split('\n').findIndex((text) => text.startsWith('id:')) + 1;
      const at = { file: entry.source.file, line: Math.max(1, line), column: 1 };
      problems.push(twice(at, say.topologyTwice(entry.topology.id, first.topology.file)));
      return { ...entry, topology: { ...entry.topology, id: entry.source.path } };
    },
  );
  return { topologies: topologies.map(({ topology }) => topology), problems };
}
