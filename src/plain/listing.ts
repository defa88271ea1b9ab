/** Configuration and transcripts in lines, and below them what there is to say to some of these. */
import { lineOfNote, linesOfListing } from '../course/listing-lines.ts';
import type { Listing } from '../course/page-blocks.ts';
import type { OpenTopology } from '../course/topologies.ts';
import { lesson as words } from '../messages/lesson.ts';
import { plainWords } from '../messages/plain.ts';
import { plain } from '../text/plain-text.ts';
import { folded } from './prose.ts';

export function listingLines(listing: Listing, openTopology: OpenTopology, width: number): string[] {
  const listed = linesOfListing(listing, openTopology);
  if (listed === undefined) return folded(words.noListing, width);
  const { from, lines } = listed;
  const head = listing.form === 'transcript' ? words.recordedOn(from) : words.madeFromTopology(from);
  const notes = listing.notes.flatMap(({ at, words: said }) => {
    const line = lines[lineOfNote(lines, at)]?.trim() ?? at;
    return folded(plainWords.lesson.note(line, said), width, '  ');
  });
  return [
    ...folded(head, width),
    ...lines.map((line) => `    ${plain(line)}`.trimEnd()),
    ...(notes.length === 0 ? [] : ['', plainWords.lesson.notes, ...notes]),
  ];
}
