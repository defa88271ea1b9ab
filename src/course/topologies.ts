import { readFileSync, statSync } from 'node:fs';
import { courseMessages as say } from '../messages/course.ts';
import { nearestWord } from '../text/nearest.ts';
import { largestFile } from './course-files.ts';
import type { Course } from './model.ts';

/** A topology's text and where it stands, ready for `readTopology`. */
export interface FoundTopology {
  readonly file: string;
  readonly text: string;
}

type ReadText = (path: string) => string | undefined;

/**
 * The topology that a person means: the id of one in the course, or the path of a file.
 * What looks like a path (has a `/`, or ends in .yaml) is one, unless an id says the same.
 */
export function findTopology(
  course: Pick<Course, 'topologies'>,
  idOrPath: string,
  readText: ReadText = readTopologyFile,
): FoundTopology | { readonly error: string } {
  const shipped = course.topologies.find(({ id }) => id === idOrPath);
  if (shipped) return { file: shipped.file, text: shipped.text };
  if (/[/\\]|\.ya?ml$/i.test(idOrPath)) {
    const text = readText(idOrPath);
    return text === undefined ? { error: say.noTopologyFile(idOrPath) } : { file: idOrPath, text };
  }
  const known = course.topologies.map(({ id }) => id);
  return { error: say.unknownTopology(idOrPath, nearestWord(idOrPath, known), known) };
}

function readTopologyFile(path: string): string | undefined {
  try {
    const { size } = statSync(path);
    return statSync(path).isFile() && size <= largestFile ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
