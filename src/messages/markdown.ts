import { messagesOf } from './language.ts';

const t = messagesOf('markdown');

/** What is said of markdown that can't be read as it was meant. Each sentence has its remedy. */

const size = (characters: number): string => `${Math.round(characters / 1024)} KB`;

export const markdownMessages = {
  pageTooLong: (most: number): string =>
    t`This page is larger than ${size(most)}, too large to be shown: begin another page with "## ".`,
  pageOfTooManyLines: (most: number): string =>
    t`This page has more than ${most} lines, too many to be shown: begin another page with "## ".`,
  blockTooLong: (most: number): string =>
    t`This goes on for more than ${most} characters without an empty line: put empty lines in between.`,
  itemTooLong: (most: number): string =>
    t`This list item has more than ${most} lines: end the list, or cut the item into several.`,
  tableTooLarge: (most: number): string => t`This table has more than ${most} cells: cut it into several.`,
  tooDeep: (most: number): string =>
    t`This is nested more than ${most} levels deep: use fewer levels of lists and quotes.`,
  tooIntricate: t`This has so many marks (*, _, ~, !) or addresses that it is shown as it is written: part it with empty lines.`,
  unreadable: t`The list or quote that ends here can't be read: put an empty line after it.`,
  commentOpen: t`The comment that begins here is never closed: put --> after it.`,
  fenceOpen: (fence: string): string =>
    t`The code that ${fence} opens here is never closed: put ${fence} on a line of its own after it.`,
};
