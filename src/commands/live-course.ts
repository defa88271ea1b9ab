/** A course on the disk that is shown while its author writes it. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { diskFiles } from '../course/course-files.ts';
import { foldersOf } from '../course/course-parts.ts';
import { shownCourse } from '../course/load-course.ts';
import type { Course } from '../course/model.ts';
import { type Reloaded, Reloader } from '../course/reload.ts';
import { watchFolders } from '../disk/folder-watch.ts';
import { originElsewhere, withShipped } from './asked-course.ts';
import type { Context } from './command.ts';
import { spokenCourse } from './spoken-course.ts';

/** Follows a course: calls back with what there is to show after each change; what it returns ends it. */
export type FollowCourse = (changed: (now: Reloaded) => void) => () => void;

/** Follows the course in a folder; an archive doesn't change. */
export function followCourse(course: Course, { drafts = false, packageFolder }: Context): FollowCourse {
  const { root } = course;
  const originOf = (id: string) => originElsewhere(id, root, packageFolder);
  return (changed) => {
    if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) return () => undefined;
    const files = () => withShipped(diskFiles(root), packageFolder);
    const show = (read: Course) => spokenCourse(shownCourse(read, { drafts, originOf }), files());
    const reloader = new Reloader(files(), course, show);
    return watchFolders(
      () => foldersOf(diskFiles(root)).map((folder) => join(root, folder)),
      () => changed(reloader.reload(files())),
    );
  };
}
