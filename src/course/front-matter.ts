import { courseMessages as say } from '../messages/course.ts';
import type { Place, Problem, Problems } from '../text/problem.ts';
import { Fields, readFields } from './fields.ts';
import type { SourceText } from './source-text.ts';

/** The YAML between `---` lines at the top of a markdown file, and what comes after it. */
export interface FrontMatter {
  readonly present: boolean;
  /** it begins, but its end or its YAML is broken: what it lacks then says nothing */
  readonly broken: boolean;
  /** why its YAML could not be read whole */
  readonly problem: Problem | undefined;
  readonly fields: Fields;
  /** id and title, even of front matter that is broken elsewhere */
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly body: string;
  /** the line of the body's first line */
  readonly bodyLine: number;
}

/** Parts a markdown file into front matter and body. A file without front matter is all body. */
export function readFrontMatter(source: SourceText, problems: Problems): FrontMatter {
  const start: Place = { file: source.file, line: 1, column: 1 };
  const lines = source.text.split('\n');
  const end = isFence(lines[0]) ? lines.findIndex((line, index) => index > 0 && isFence(line)) : -1;
  if (end === -1) {
    const body = source.text;
    const broken = looksOpened(lines);
    if (broken) problems.error(start, 'front-matter', say.frontMatterOpen);
    const fields = new Fields(undefined, start, problems);
    const nothing = { problem: undefined, id: undefined, title: undefined };
    return { present: false, broken, fields, ...nothing, body, bodyLine: 1 };
  }
  const yaml = lines.slice(1, end).join('\n');
  const { fields, problem } = readFields(yaml, { ...start, line: 2 }, start, problems);
  const despite = (key: string): string | undefined =>
    fields.text(key) ??
    (!problem ? undefined : new RegExp(`^${key}:[ \\t]*(\\S.*)$`, 'm').exec(yaml)?.[1]?.trim());
  return {
    present: true,
    broken: problem !== undefined,
    problem,
    fields,
    id: despite('id'),
    title: despite('title'),
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && /^---[ \t]*$/.test(line);
}

/** A first line `---` is front matter that was never closed only if a key follows it. */
function looksOpened(lines: readonly string[]): boolean {
  return isFence(lines[0]) && /^[a-z-]+:/.test(lines[1] ?? '');
}
