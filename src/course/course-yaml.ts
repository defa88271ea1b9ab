import { courseMessages as say } from '../messages/course.ts';
import type { Located } from '../text/located.ts';
import type { Problem } from '../text/problem.ts';
import { type Place, Problems } from '../text/problem.ts';
import { Fields, readFields } from './fields.ts';
import type { SourceText } from './source-text.ts';

/** An id in a list of course.yaml. */
export interface Listed {
  readonly text: string;
  readonly at: Place;
}

/** A stage as course.yaml says it: ids only. */
export interface StageEntry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly topology: Listed | undefined;
  readonly lessons: readonly Listed[];
  readonly quizzes: readonly Listed[];
  readonly missions: readonly Listed[];
  readonly at: Place;
}

/** course.yaml, read. */
export interface CourseEntry {
  readonly id: string;
  readonly origin: string | undefined;
  readonly title: string;
  readonly language: string;
  /** undefined when the file lists none */
  readonly stages: readonly StageEntry[] | undefined;
  readonly problems: readonly Problem[];
}

export const courseKeys = ['format', 'id', 'origin', 'title', 'language', 'stages'] as const;
export const stageKeys = ['id', 'title', 'summary', 'topology', 'lessons', 'quizzes', 'missions'] as const;

/** Reads course.yaml. What is missing gets a stand-in, so that the course opens all the same. */
export function readCourseYaml(source: SourceText): CourseEntry {
  const all = new Problems();
  const start: Place = { file: source.file, line: 1, column: 1 };
  const { fields, problems } = readFields(source.text, start, start, all);
  fields.knowOnly(courseKeys, say.inCourse);
  const format = fields.text('format');
  if (format === undefined) problems.error(fields.at('format'), 'format', say.missingFormat);
  else if (format !== '1') problems.error(fields.at('format'), 'format', say.wrongFormat(format));
  for (const key of ['id', 'title']) {
    if (!fields.has(key)) problems.error(start, `missing-${key}`, say.missingInCourse(key));
  }
  const language = fields.text('language') ?? 'en';
  if (!isLanguage(language))
    problems.warning(fields.at('language'), 'language', say.unknownLanguage(language));
  const id = fields.text('id') ?? 'course';
  return {
    id,
    origin: fields.text('origin'),
    title: fields.text('title') ?? id,
    language,
    stages: readStages(fields, problems),
    problems: all.list,
  };
}

/** Whether a language has such a tag (BCP 47), `de` or `pt-BR`. */
function isLanguage(tag: string): boolean {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag) !== undefined;
  } catch {
    return false;
  }
}

function readStages(fields: Fields, problems: Problems): readonly StageEntry[] | undefined {
  const value = fields.value('stages');
  if (value === undefined) problems.error(fields.at('stages'), 'stages', say.missingStages);
  else if (value.type !== 'list') problems.error(value.at, 'stages', say.stagesForm);
  if (value?.type !== 'list') return undefined;
  if (value.items.length === 0) {
    problems.error(value.at, 'stages', say.missingStages);
    return undefined;
  }
  const stages = new Map<string, StageEntry>();
  for (const item of value.items) {
    const stage = readStage(item, problems);
    if (!stage) continue;
    if (stages.has(stage.id)) problems.error(stage.at, 'id-twice', say.stageTwice(stage.id));
    else stages.set(stage.id, stage);
  }
  return [...stages.values()];
}

function readStage(item: Located, problems: Problems): StageEntry | undefined {
  const fields = new Fields(item, item.at, problems);
  fields.knowOnly(stageKeys, say.inStage);
  const id = fields.text('id');
  if (id === undefined) {
    problems.error(item.at, 'missing-id', say.stageWithoutId);
    return undefined;
  }
  if (!fields.has('title')) problems.warning(item.at, 'missing-title', say.stageWithoutTitle(id));
  const topology = fields.text('topology');
  return {
    id,
    title: fields.text('title') ?? id,
    summary: fields.text('summary') ?? '',
    topology: topology === undefined ? undefined : { text: topology, at: fields.at('topology') },
    lessons: fields.texts('lessons'),
    quizzes: fields.texts('quizzes'),
    missions: fields.texts('missions'),
    at: item.at,
  };
}
