import { gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { archiveWords as say } from '../messages/archive.ts';
import { courseMessages } from '../messages/course.ts';
import { ArchiveError } from './archive.ts';
import type { CourseFiles } from './course-files.ts';
import { pathsOf } from './course-parts.ts';

/**
 * Packs what is part of a course below one folder. The same files give the same bytes, whoever packs them and when: names
 * are sorted, times and owners are left out. (Another version of zlib may pack the same archive smaller.)
 *
 * @throws ArchiveError when a file can't be read
 */
export async function packCourse(files: CourseFiles, folder: string): Promise<Uint8Array> {
  const tar = await packTar(
    pathsOf(files).map((path) => {
      const read = files.read(path);
      if ('unread' in read) throw new ArchiveError(say.unread(path, courseMessages.unread(read)));
      const header = { name: `${folder}/${path}`, size: read.bytes.length, mtime: new Date(0), mode: 0o644 };
      return { header, body: read.bytes };
    }),
  );
  const packed = gzipSync(tar, { level: 9 });
  // the system that packed it (RFC 1952, 2.3.1, "OS"): 255 is unknown
  packed[9] = 255;
  return packed;
}
