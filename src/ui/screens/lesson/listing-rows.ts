/** Configuration and transcripts: lines as the programs have them, with notes that a key opens one by one. */
import { type ListedLines, lineOfNote, linesOfListing } from '../../../course/listing-lines.ts';
import type { Listing } from '../../../course/page-blocks.ts';
import { lesson as words } from '../../../messages/lesson.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, indent, shiftedRow, widthOf, wrapped } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';

/** Before each line: whether there is a note to it. */
const MARK = 2;

/** @param stroke 0: no note is open yet; else the place of the one that is, from 1 */
export function listingRows(
  listing: Listing,
  stroke: number,
  left: number,
  width: number,
  context: Context,
): readonly Row[] {
  const listed = linesOfListing(listing, context.openTopology);
  if (listed === undefined) return wrapped(words.noListing, width, 'bad');
  const open = listing.notes[stroke - 1];
  const noted = new Set(listing.notes.map(({ at }) => lineOfNote(listed.lines, at)));
  const at = open === undefined ? -1 : lineOfNote(listed.lines, open.at);
  const { ellipsis, pointer, open: dot } = context.glyphs;
  const room = width - MARK;
  const shift = Math.min(left, Math.max(0, widest(listed) - room));
  const rows = listed.lines.map((line, index) => {
    const mark = index === at ? pointer : noted.has(index) ? dot : ' ';
    const text = shiftedRow([span(line, index === at ? 'accent' : 'plain')], shift, ellipsis);
    return [span(mark.padEnd(MARK), index === at ? 'accent' : 'dim'), ...clipRow(text, room, ellipsis)];
  });
  return [
    ...wrapped(fromWords(listing, listed.from), width, 'dim'),
    ...rows,
    ...noteRows(listing, stroke, width),
  ];
}

/** Columns that all of a listing needs. */
export function widthOfListing(listing: Listing, { openTopology }: Context): number {
  const listed = linesOfListing(listing, openTopology);
  return listed === undefined ? 0 : MARK + widest(listed);
}

function widest({ lines }: ListedLines): number {
  return Math.max(0, ...lines.map(widthOf));
}

/** What is said to a line, in as many rows as the longest note takes, so that nothing jumps. */
function noteRows({ notes }: Listing, stroke: number, width: number): readonly Row[] {
  if (notes.length === 0) return [];
  const told = notes.map((note, index) => {
    const count = `${words.stroke(index + 1, notes.length)}  `;
    const [first = EMPTY, ...more] = wrapped(note.words, width - widthOf(count));
    return [[span(count, 'dim'), ...first], ...indent(more, widthOf(count))];
  });
  const longest = Math.max(...told.map(({ length }) => length));
  const shown = told[stroke - 1] ?? [[span(words.notesHere(notes.length), 'dim')]];
  return [EMPTY, ...shown, ...Array.from({ length: longest - shown.length }, () => EMPTY)];
}

function fromWords({ form }: Listing, from: string): string {
  return form === 'transcript' ? words.recordedOn(from) : words.madeFromTopology(from);
}
