import { type MarkdownBlock, readMarkdown } from '../markdown/read.ts';
import type { Place, Problems } from '../text/problem.ts';

/** The blocks of a file's markdown. `start` is where it begins; what is wrong in it is told, with its place. */
export function readBlocks(
  text: string,
  start: Place,
  problems: Problems,
): { readonly blocks: readonly MarkdownBlock[]; readonly refused: boolean } {
  const { blocks, faults, refused } = readMarkdown(text, start.line);
  if (refused) problems.error({ ...start, line: refused.line }, 'unreadable', refused.sentence);
  for (const { line, sentence } of faults) problems.error({ ...start, line }, 'markdown', sentence);
  return { blocks, refused: refused !== undefined };
}
