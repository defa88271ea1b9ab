/** Configuration and transcripts: lines as the programs have them, with notes that a key opens one by one. */
import { type ListedLines, lineOfNote, linesOfListing } from '../../../course/listing-lines.ts';
import type { Listing } from '../../../course/page-blocks.ts';
import { lesson as words } from '../../../messages/lesson.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, shiftedRow, widthOf, wrapped } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { strokeWords } from './stroke-words.ts';

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
  const unopened = [[span(words.notesHere(listing.notes.length), 'dim')]];
  const { ellipsis, pointer, open: dot } = context.glyphs;
  const room = width - MARK;
  const said = Math.min(width, context.widestText ?? width);
  const shift = Math.min(left, Math.max(0, widest(listed) - room));
  const rows = listed.lines.map((line, index) => {
    const mark = index === at ? pointer : noted.has(index) ? dot : ' ';
    const text = shiftedRow([span(line, index === at ? 'accent' : 'plain')], shift, ellipsis);
    return [span(mark.padEnd(MARK), index === at ? 'accent' : 'dim'), ...clipRow(text, room, ellipsis)];
  });
  return [
    ...wrapped(fromWords(listing, listed.from), said, 'dim'),
    ...rows,
    ...strokeWords(
      listing.notes.map((note) => note.words),
      stroke - 1,
      said,
      unopened,
    ),
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

function fromWords({ form }: Listing, from: string): string {
  return form === 'transcript' ? words.recordedOn(from) : words.madeFromTopology(from);
}
