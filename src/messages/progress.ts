import { excerpt, longestPath } from '../text/excerpt.ts';
import { plural } from './plural.ts';

const path = (file: string) => excerpt(file, longestPath);

/** What `progress export`, `import` and `merge` say. */
export const progressWords = {
  exported: (lines: number, file: string) => `${plural(lines, 'line')} of progress in ${path(file)}.`,
  imported: (fresh: number, known: number) =>
    fresh === 0
      ? `Nothing new: ${known === 1 ? 'the line is' : `all ${plural(known, 'line')} are`} here already.`
      : `${plural(fresh, 'line')} of progress added` +
        (known > 0 ? `; ${plural(known, 'line')} ${known === 1 ? 'was' : 'were'} here already.` : '.'),
  damaged: (lines: number, file: string) =>
    `${plural(lines, 'line')} of ${path(file)} can't be read and ${lines === 1 ? 'is' : 'are'} left out; the rest counts.`,
  isThere: (file: string) =>
    `${path(file)} is there already: name a new file, so that nothing is written over.`,
  noHistory: (file: string) =>
    `${path(file)} holds no progress: give a file that "progress export" has written.`,
} as const;
