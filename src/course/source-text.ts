import { join } from 'node:path';
import { courseMessages as say } from '../messages/course.ts';
import type { Problem } from '../text/problem.ts';
import type { CourseFiles } from './course-files.ts';

/** A file of the course as text: UTF-8, no byte order mark, lines end with `\n`. */
export interface SourceText {
  /** path as the person knows it */
  readonly file: string;
  /** path inside the course, with `/` */
  readonly path: string;
  readonly text: string;
  /** what begins a hint in its language, beside English */
  readonly hints?: readonly string[];
}

/** The keys that the front matter of a translation has beside those of its original. */
export function ofTranslations({ path }: SourceText): readonly string[] {
  return path.startsWith('locales/') ? ['translates'] : [];
}

/** The path of a course's file as the person knows it. */
export function shownPath(files: CourseFiles, path: string): string {
  return join(files.root, path);
}

/** Reads a file of the course as text, or says in one sentence why that cannot be done. */
export function readSource(files: CourseFiles, path: string): SourceText | { readonly problem: Problem } {
  const file = shownPath(files, path);
  const unreadable = (line: number, message: string): { problem: Problem } => ({
    problem: { file, line, column: 1, rule: 'unreadable', severity: 'error', message },
  });
  const read = files.read(path);
  if ('unread' in read) return unreadable(1, say.unread(read));
  const [first, second] = read.bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return unreadable(1, say.utf16);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(read.bytes);
    return { file, path, text: text.replace(/\r\n?/g, '\n') };
  } catch {
    return unreadable(lineOfBadByte(read.bytes), say.notUtf8);
  }
}

function lineOfBadByte(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes);
  const before = text.slice(0, Math.max(0, text.indexOf('\uFFFD')));
  return before.replace(/\r\n?/g, '\n').split('\n').length;
}
