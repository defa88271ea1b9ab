import type { CourseFiles } from './course-files.ts';
import type { FrontMatter } from './front-matter.ts';
import { readCourse } from './read-course.ts';
import type { SourceText } from './source-text.ts';

/** A file with its new text. */
export interface FixedFile {
  /** path inside the course, with `/` */
  readonly path: string;
  /** path as the person knows it */
  readonly file: string;
  readonly text: string;
}

/** Adds the id and title that lessons and quizzes lack. Nothing else is touched, and what is right stays as it is. */
export function fixCourse(files: CourseFiles): readonly FixedFile[] {
  const { lessons, quizzes } = readCourse(files);
  const fixes = [
    ...lessons.map(({ lesson }) => fix(files, lesson.source, lesson.frontMatter, lesson.lesson)),
    ...quizzes.map(({ source, frontMatter, quiz }) => fix(files, source, frontMatter, quiz)),
  ];
  return fixes.flatMap((fixed) => fixed ?? []);
}

function fix(
  files: CourseFiles,
  source: SourceText,
  { present, id, title, body, bodyLine }: FrontMatter,
  known: { readonly id: string; readonly title: string; readonly problem: unknown },
): FixedFile | undefined {
  const missing = [
    ...(id === undefined ? [`id: ${yamlText(known.id)}`] : []),
    ...(title === undefined ? [`title: ${yamlText(known.title)}`] : []),
  ];
  if (missing.length === 0 || source.text === '' || known.problem !== undefined) return undefined;
  if (!present && /^---[ \t]*\n[a-z-]+:/.test(source.text)) return undefined;
  const kept = present ? source.text.split('\n').slice(1, bodyLine - 2) : [];
  const gap = body.startsWith('\n') || present ? '' : '\n';
  const text = `${['---', ...missing, ...kept, '---'].join('\n')}\n${gap}${body}`;
  return { path: source.path, file: source.file, text: withOldLineEnds(files, source.path, text) };
}

/** A text as YAML writes it: plain where that is safe. */
function yamlText(text: string): string {
  const plain =
    /^[\p{L}\p{N}][\p{L}\p{N} ,.'()?!/-]*$/u.test(text) && !/^[\d.]+$|^(true|false|null|yes|no)$/i.test(text);
  return plain ? text.trim() : JSON.stringify(text);
}

function withOldLineEnds(files: CourseFiles, path: string, text: string): string {
  const read = files.read(path);
  const windows = 'bytes' in read && new TextDecoder().decode(read.bytes).includes('\r\n');
  return windows ? text.replace(/\n/g, '\r\n') : text;
}
