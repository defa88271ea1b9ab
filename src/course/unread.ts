import type { Problem } from '../text/problem.ts';
import { Problems } from '../text/problem.ts';
import { Fields } from './fields.ts';
import type { FrontMatter } from './front-matter.ts';
import { type LessonSource, nameOfFile } from './lesson-reader.ts';
import type { MissionSource } from './missions/mission-reader.ts';
import type { QuizSource } from './quiz-reader.ts';
import type { SourceText } from './source-text.ts';

function noFrontMatter(source: SourceText): FrontMatter {
  const fields = new Fields(undefined, { file: source.file, line: 1, column: 1 }, new Problems());
  return {
    present: false,
    broken: false,
    problem: undefined,
    fields,
    id: undefined,
    title: undefined,
    body: '',
    bodyLine: 1,
  };
}

/** A lesson whose file could not be read: it stands in its place and says why. */
export function unreadLesson(source: SourceText, problem: Problem): LessonSource {
  const name = nameOfFile(source.path);
  return {
    lesson: {
      id: name,
      title: name,
      summary: '',
      objectives: [],
      minutes: 1,
      prerequisites: [],
      topology: undefined,
      tags: [],
      draft: false,
      file: source.file,
      pages: [],
      problem,
    },
    source,
    frontMatter: noFrontMatter(source),
    problems: [problem],
    runs: [],
    predictions: [],
  };
}

/** A quiz whose file could not be read: it stands in its place and says why. */
export function unreadQuiz(source: SourceText, problem: Problem): QuizSource {
  const name = nameOfFile(source.path);
  return {
    quiz: {
      id: name,
      title: name,
      draft: false,
      file: source.file,
      intro: [],
      notes: '',
      questionIds: [],
      questions: [],
      problem,
    },
    source,
    frontMatter: noFrontMatter(source),
    stage: undefined,
    questions: [],
    problems: [problem],
  };
}

/** A mission whose file could not be read: it stands in its place and says why. */
export function unreadMission(source: SourceText, problem: Problem): MissionSource {
  const name = nameOfFile(source.path);
  const mission = {
    id: name,
    title: name,
    summary: '',
    minutes: 1,
    draft: false,
    file: source.file,
    run: { topology: '', for: 0, seeds: 1, rate: undefined, set: [], fault: [] },
    may: { switches: [], fields: [], faults: [], changes: undefined, sees: 'truth' },
    goals: [],
    briefing: [],
    debrief: [],
    hints: [],
    proof: undefined,
    problem,
  } as const;
  const frontMatter = noFrontMatter(source);
  return {
    mission,
    source,
    frontMatter,
    problems: [problem],
    run: undefined,
    measuresAt: [],
    proof: undefined,
  };
}
