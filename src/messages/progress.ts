import { excerpt, longestPath } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('progress');

const path = (file: string) => excerpt(file, longestPath);

/** What `progress export`, `import` and `merge` say. */
export const progressWords = {
  exported: (lines: number, file: string) => t`${lines} ${['line', 'lines']} of progress in ${path(file)}.`,
  imported: (fresh: number, known: number) =>
    fresh === 0
      ? known === 1
        ? t`Nothing new: the line is here already.`
        : t`Nothing new: all ${known} ${['line', 'lines']} are here already.`
      : t`${fresh} ${['line', 'lines']} of progress added` +
        (known > 0 ? t`; ${known} ${['line', 'lines']} ${['was', 'were']} here already.` : '.'),
  /** @param at ISO 8601 */
  forgotten: (at: string) =>
    t`What "reset" forgot at ${at} stays forgotten: it is a part of this history. To have it back, import the file into a home of its own (INFRA_TUTOR_HOME).`,
  damaged: (lines: number, file: string) =>
    t`${lines} ${['line', 'lines']} of ${path(file)} can't be read and ${['is', 'are']} left out; the rest counts.`,
  isThere: (file: string) =>
    t`${path(file)} is there already: name a new file, so that nothing is written over.`,
  noHistory: (file: string) =>
    t`${path(file)} holds no progress: give a file that "progress export" has written.`,
} as const;
