/**
 * Footnotes as code hosts have them: `a claim.[^name]`, and anywhere in the file `[^name]: where it says so`. Here the
 * definitions are found and taken out of the text.
 */

/** What a footnote may be called, with its brackets. */
export const footnoteMark = '\\[\\^([\\p{L}\\p{N}_.:-]{1,50})\\]';

const definitionLine = new RegExp(`^ {0,3}${footnoteMark}:[ \\t]*(.*)$`, 'u');

/** A footnote as it was written. */
export interface Definition {
  readonly name: string;
  readonly text: string;
  /** counted from the first line of the body, which is 0 */
  readonly line: number;
}

/**
 * Takes the definitions of footnotes out of a lesson's body. Empty lines stay in their places, so that every other
 * line keeps its number. What stands in a fence or in a comment is no definition.
 */
export function takeFootnotes(body: string): { readonly body: string; readonly definitions: Definition[] } {
  const definitions: Definition[] = [];
  if (!body.includes('[^')) return { body, definitions };
  const lines = body.split('\n');
  const inside = new InsideOf();
  for (let line = 0; line < lines.length; line++) {
    const written = lines[line] ?? '';
    const found = inside.hides(written) ? null : definitionLine.exec(written);
    if (found === null) continue;
    const [, known = '', first = ''] = found;
    const end = endOfDefinition(lines, line + 1);
    const more = lines.slice(line + 1, end).map((each) => each.replace(/^(?: {1,4}|\t)/, ''));
    definitions.push({ name: known.toLowerCase(), text: [first, ...more].join('\n').trim(), line });
    lines.fill('', line, end);
    line = end - 1;
  }
  return { body: lines.join('\n'), definitions };
}

/** Tells, line by line, which ones stand in a fence or a comment. */
class InsideOf {
  #fence: string | undefined;
  #comment = false;

  hides(line: string): boolean {
    if (this.#comment) {
      this.#comment = !line.includes('-->');
      return true;
    }
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (this.#fence !== undefined) {
      if (mark?.startsWith(this.#fence) && line.trim() === mark) this.#fence = undefined;
      return true;
    }
    this.#fence = mark;
    this.#comment = /^ {0,3}<!--/.test(line) && !line.includes('-->');
    return mark !== undefined || this.#comment;
  }
}

/** What ends a paragraph without an empty line. */
const nextBlock = /^ {0,3}(?:#{1,6}[ \t]|`{3}|~{3}|>|[-*+][ \t]|1[.)][ \t]|<|\|)/;

/** The line after a definition: its paragraph goes on to an empty line, and more paragraphs are indented by four. */
function endOfDefinition(lines: readonly string[], from: number): number {
  let end = from;
  for (let line = from; line < lines.length; line++) {
    const written = lines[line] ?? '';
    if (written.trim() === '') continue;
    const goesOn =
      line === end ? !nextBlock.test(written) && !definitionLine.test(written) : /^(?: {4}|\t)/.test(written);
    if (!goesOn) break;
    end = line + 1;
  }
  return end;
}
