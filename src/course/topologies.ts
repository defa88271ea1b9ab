import { readRegularFile } from '../disk/regular-file.ts';
import { errorReason } from '../disk/system-error.ts';
import { courseMessages as say } from '../messages/course.ts';
import { nearestWord } from '../text/nearest.ts';
import { problemLine } from '../text/problem.ts';
import type { readTopology } from '../topology/read.ts';
import { largestFile } from './course-files.ts';
import type { Course } from './model.ts';

/** A topology's text and where it stands, ready for `readTopology`. */
export interface FoundTopology {
  readonly file: string;
  readonly text: string;
}

type Found = FoundTopology | { readonly error: string };

/** Reads a topology that is known by its name, with changes as `--set` takes them; or says what is wrong. */
export type OpenTopology = (
  name: string,
  changes?: readonly string[],
) => Pick<ReturnType<typeof readTopology>, 'topology' | 'problems'>;

/** The topology of a course with this id. What a course says is never taken for a path: it may be a stranger's. */
export function findTopology(course: Pick<Course, 'topologies'>, id: string): Found {
  const shipped = course.topologies.find((topology) => topology.id === id);
  if (shipped?.problem !== undefined) return { error: problemLine(shipped.problem) };
  if (shipped) return { file: shipped.file, text: shipped.text };
  const known = course.topologies.map((topology) => topology.id);
  return { error: say.unknownTopology(id, nearestWord(id, known), known) };
}

/**
 * The topology that a person means: the id of one in the course, or the path of a file.
 * What looks like a path (has a `/`, or ends in .yaml) is one, unless an id says the same.
 */
export function findTopologyOrFile(course: Pick<Course, 'topologies'>, idOrPath: string): Found {
  const found = findTopology(course, idOrPath);
  if (!('error' in found) || !/[/\\]|\.ya?ml$/i.test(idOrPath)) return found;
  try {
    return { file: idOrPath, text: readRegularFile(idOrPath, largestFile).toString() };
  } catch (error) {
    return { error: say.noTopologyFile(idOrPath, errorReason(error)) };
  }
}

/** The topologies of a course by their ids. `read` comes from outside: YAML is a large part of the program. */
export function topologiesOf(course: Pick<Course, 'topologies'>, read: typeof readTopology): OpenTopology {
  return (id, changes) => {
    const unread = course.topologies.find((topology) => topology.id === id)?.problem;
    if (unread !== undefined) return { topology: undefined, problems: [unread] };
    const found = findTopology(course, id);
    if (!('error' in found)) return read(found.text, found.file, changes);
    const place = { file: id, line: 1, column: 1, rule: 'unknown-topology' } as const;
    return { topology: undefined, problems: [{ ...place, severity: 'error', message: found.error }] };
  };
}
