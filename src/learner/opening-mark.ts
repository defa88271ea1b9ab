import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readRegularFile } from '../disk/regular-file.ts';
import { makeFolder, writeRegularFile } from '../disk/write-file.ts';
import type { Place } from './progress.ts';
import { readPlace } from './read-place.ts';
import { whereIs } from './where.ts';

/**
 * A mark on the disk that stands for as long as a place is being opened. Found at the next start, it says that the
 * program was gone before the place could be seen, however that came: a fault of its own, memory that ran out, a
 * learner who lost patience. Such a place is not opened again by itself.
 */
export interface OpeningMark {
  /** the place that never came to be seen the last time */
  readonly found: Place | undefined;
  set(place: Place): void;
  clear(): void;
}

const mostBytes = 10_000;

/** The mark of one course. What the disk refuses is passed over: then a place is opened again like any other. */
export function openingMark(directory: string, course: string): OpeningMark {
  const file = join(directory, 'opening.json');
  return {
    found: placeIn(file, course),
    set(place) {
      attempt(() => {
        makeFolder(directory, 0o700);
        writeRegularFile(file, JSON.stringify({ course, place: whereIs(place) }), 0o600);
      });
    },
    clear: () => attempt(() => rmSync(file, { force: true })),
  };
}

function placeIn(file: string, course: string): Place | undefined {
  return attempt(() => {
    const mark: unknown = JSON.parse(readRegularFile(file, mostBytes).toString());
    const isOurs = typeof mark === 'object' && mark !== null && 'course' in mark && mark.course === course;
    return isOurs && 'place' in mark ? readPlace(mark.place) : undefined;
  });
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
