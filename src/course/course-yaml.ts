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
  readonly hasTitle: boolean;
  /** of a stage of the course that this one extends: what is put before and after its parts, hidden, replaced */
  readonly before: readonly Placed[];
  readonly after: readonly Placed[];
  readonly hide: readonly Listed[];
  readonly replace: readonly Placed[];
  readonly at: Place;
}

/** Ids, and the id that they are placed by. */
export interface Placed {
  readonly anchor: Listed;
  readonly ids: readonly Listed[];
}

/** Another course that this one is laid over. */
export interface Extends {
  readonly name: string;
  /** the edition that it was written for; undefined: whichever there is */
  readonly edition: number | undefined;
  readonly at: Place;
}

/** course.yaml, read. */
export interface CourseEntry {
  readonly id: string;
  readonly origin: string | undefined;
  readonly title: string;
  readonly language: string;
  /** goes up when ids that others may extend it by are gone */
  readonly edition: number;
  readonly extends: Extends | undefined;
  /** undefined when the file lists none */
  readonly stages: readonly StageEntry[] | undefined;
  readonly problems: readonly Problem[];
}

export const courseKeys = [
  'format',
  'id',
  'origin',
  'edition',
  'extends',
  'title',
  'language',
  'stages',
] as const;
export const stageKeys = [
  'id',
  'title',
  'summary',
  'topology',
  'lessons',
  'quizzes',
  'missions',
  'before',
  'after',
  'hide',
  'replace',
] as const;

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
    edition: fields.count('edition', 1, 9999) ?? 1,
    extends: readExtends(fields, problems),
    stages: readStages(fields, problems),
    problems: all.list,
  };
}

/** `infra-tutor@1`, or a name alone. */
function readExtends(fields: Fields, problems: Problems): Extends | undefined {
  const text = fields.text('extends');
  if (text === undefined) return undefined;
  const at = fields.at('extends');
  const [, name, edition] = /^([a-z][a-z0-9-]*)(?:@(\d{1,4}))?$/.exec(text) ?? [];
  if (name !== undefined) return { name, edition: edition === undefined ? undefined : Number(edition), at };
  problems.error(at, 'extends', say.extendsForm(text));
  return undefined;
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
  if (value === undefined && fields.has('extends')) return [];
  if (value === undefined) problems.error(fields.at('stages'), 'stages', say.missingStages);
  else if (value.type !== 'list') problems.error(value.at, 'stages', say.stagesForm);
  if (value?.type !== 'list') return undefined;
  if (value.items.length === 0) {
    problems.error(value.at, 'stages', say.missingStages);
    return undefined;
  }
  const stages = new Map<string, StageEntry>();
  for (const item of value.items) {
    const stage = readStage(item, fields.has('extends'), problems);
    if (!stage) continue;
    if (stages.has(stage.id)) problems.error(stage.at, 'id-twice', say.stageTwice(stage.id));
    else stages.set(stage.id, stage);
  }
  return [...stages.values()];
}

function readStage(item: Located, isOver: boolean, problems: Problems): StageEntry | undefined {
  const fields = new Fields(item, item.at, problems);
  fields.knowOnly(stageKeys, say.inStage);
  const id = fields.text('id');
  if (id === undefined) {
    problems.error(item.at, 'missing-id', say.stageWithoutId);
    return undefined;
  }
  if (!fields.has('title') && !isOver) problems.warning(item.at, 'missing-title', say.stageWithoutTitle(id));
  const topology = fields.text('topology');
  return {
    id,
    title: fields.text('title') ?? id,
    summary: fields.text('summary') ?? '',
    topology: topology === undefined ? undefined : { text: topology, at: fields.at('topology') },
    lessons: fields.texts('lessons'),
    quizzes: fields.texts('quizzes'),
    missions: fields.texts('missions'),
    hasTitle: fields.has('title'),
    before: readPlaced(fields, 'before', problems),
    after: readPlaced(fields, 'after', problems),
    hide: fields.texts('hide'),
    replace: readPlaced(fields, 'replace', problems),
    at: item.at,
  };
}

/** `{ id: [one, two] }`: which ids are placed by which. */
function readPlaced(fields: Fields, key: string, problems: Problems): readonly Placed[] {
  const value = fields.value(key);
  if (value === undefined) return [];
  if (value.type !== 'map') {
    problems.error(value.at, 'wrong-form', say.placedForm(key));
    return [];
  }
  const placed = new Fields(value, value.at, problems);
  return [...value.entries].map(([id, { at }]) => ({ anchor: { text: id, at }, ids: placed.texts(id) }));
}
