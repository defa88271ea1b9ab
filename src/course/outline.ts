/**
 * What can be said of a markdown file without reading it as markdown, which takes a hundred times as long: a course of
 * 100,000 questions opens by this. It says nothing where it is not sure; then the file is read as a whole.
 */
import { excess } from '../markdown/limits.ts';

/** Beyond this length of a paragraph a lexer may lose its way in what is nested in it. */
const longestParagraph = 2_000;

/** Whether a lesson's body surely has a page, and nothing that a lexer should not be asked to read. */
export function surelyHasPages(body: string): boolean {
  if (!isTame(body)) return false;
  const [first, second] = firstParagraphs(body);
  return beginsPage(/^# /.test(first?.[0] ?? '') && first?.length === 1 ? second : first);
}

/** The lines of the first two paragraphs. */
function firstParagraphs(body: string): string[][] {
  const paragraphs = body.slice(0, 2 * longestParagraph).split(/\n[ \t]*\n/);
  return paragraphs
    .filter((lines) => lines.trim() !== '')
    .map((lines) => lines.replace(/^\n+/, '').split('\n'));
}

/** A title of a page, or plain words; words that are underlined would be a title of the whole. */
function beginsPage(lines: readonly string[] = []): boolean {
  const [first = ''] = lines;
  return /^## \p{L}/u.test(first) || (/^\p{L}/u.test(first) && !lines.some((line) => /^\s*[=-]/.test(line)));
}

/**
 * The ids of the questions between `<quiz>` and `</quiz>`, in order; undefined where that needs a closer look.
 *
 * @param quiz the quiz's own id: a question without one is called after it
 */
export function questionIdsIn(body: string, quiz: string): readonly string[] | undefined {
  if (!isTame(body)) return undefined;
  const lines = body.split('\n');
  const ids: string[] = [];
  let open = false;
  let named = false;
  let fenced = false;
  for (const [index, line] of lines.entries()) {
    if (/```|~~~/.test(line)) {
      if (!(fenced ? /^```[ \t]*$/ : /^```[a-z]*$/).test(line)) return undefined;
      fenced = !fenced;
      continue;
    }
    // the title of a link's definition may go on over empty lines and tags
    if (line.includes(']:')) return undefined;
    const at = line.indexOf('<');
    if (at === -1 || (!/^\s*</.test(line) && !mentionsTag.test(line))) continue;
    // a tag or a comment: it must be one that cannot be taken for anything else
    if (fenced || !isBlank(lines[index - 1]) || !isBlank(lines[index + 1])) return undefined;
    if (line === '<quiz>' && !open) {
      ids.push(`${quiz}-${ids.length + 1}`);
      [open, named] = [true, false];
    } else if (line === '</quiz>' && open) {
      open = false;
    } else if (line === '<!-- fixed -->' && open) {
      // says nothing about ids
    } else {
      const id = nameComment.exec(line)?.[1];
      if (id === undefined || !open || named) return undefined;
      ids[ids.length - 1] = id;
      named = true;
    }
  }
  return open || fenced || ids.length === 0 ? undefined : ids;
}

const mentionsTag = /<\/?quiz>|<!--/i;
const nameComment = /^<!-- id: ([\w.:]+(?:-[\w.:]+)*) -->$/;

function isBlank(line: string | undefined): boolean {
  return line === undefined || /^[ \t]*$/.test(line);
}

/** Nothing in it is long or deep enough to make a lexer give up. */
function isTame(body: string): boolean {
  return excess(body, longestParagraph) === undefined;
}
