import stringWidth from 'string-width';
import { courseMessages as say } from '../../messages/course.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Place, Problems } from '../../text/problem.ts';
import { readTopology } from '../../topology/read.ts';
import type { Topology } from '../../topology/types.ts';
import { filmOf, mostRequests } from '../film.ts';
import { lineOfNote, linesOfListing } from '../listing-lines.ts';
import type { Block, BlockOf, Growth, Listing } from '../page-blocks.ts';
import type { SourceText } from '../source-text.ts';
import { type OpenTopology, topologiesOf } from '../topologies.ts';
import type { Linted } from './rule.ts';

/** An 80-column terminal less the margins. */
const widestArt = 76;

type Strokes<Form extends Growth['form']> = Extract<Growth, { form: Form }>;

/** Drawings that a small terminal cannot show, strokes and notes of what is not there, runs that show nothing. */
export function checkDiagrams({ source, course }: Linted, problems: Problems): undefined {
  const openTopology = topologiesOf(course, readTopology);
  for (const { lesson } of source.lessons) {
    for (const page of lesson.lesson.pages) {
      const stepped = page.blocks.filter(opensInSteps);
      const at = (line: number): Place => ({ file: lesson.source.file, line, column: 1 });
      for (const { line } of stepped.slice(1)) problems.error(at(line), 'diagram-steps', say.stepsOnOnePage);
      for (const block of page.blocks) {
        if (block.kind === 'diagram' && block.growth === undefined) checkArt(block, lesson.source, problems);
        if (block.kind === 'diagram') checkGrowth(block, at(block.line), openTopology, problems);
        if (block.kind === 'listing') checkListing(block.listing, at(block.line), openTopology, problems);
      }
    }
  }
}

/** One key opens the next step of the page, so there can be only one such thing on it. */
function opensInSteps(block: Block): boolean {
  if (block.kind === 'listing') return block.listing.notes.length > 0;
  return block.kind === 'diagram' && block.growth !== undefined;
}

/** Notes to lines that are not there, and lines that a small terminal cuts. */
function checkListing(listing: Listing, place: Place, openTopology: OpenTopology, problems: Problems): void {
  const listed = linesOfListing(listing, openTopology);
  if (listed === undefined) {
    if (listing.form === 'configuration')
      problems.error(place, 'listing', say.noListing(listing.of, listing.topology));
    return;
  }
  const { lines } = listed;
  for (const { at } of listing.notes) {
    if (lineOfNote(lines, at) < 0) problems.error(place, 'listing', say.noteNowhere(at));
  }
  const widest = Math.max(...lines.map((line) => stringWidth(line)));
  if (widest > widestArt) problems.warning(place, 'wide-code', say.codeTooWide(widest, widestArt));
}

function checkGrowth(
  { growth, topology }: BlockOf<'diagram'>,
  place: Place,
  openTopology: OpenTopology,
  problems: Problems,
): void {
  const read = topology === undefined ? undefined : openTopology(topology).topology;
  switch (growth?.form) {
    case 'parts':
      if (read) checkShown(growth, read, place, problems);
      return;
    case 'art':
      return checkFrames(growth, place, problems);
    case 'moments':
      if (read) checkShown(growth, read, place, problems);
      if (growth.strokes.some(({ at }, index) => at <= (growth.strokes[index - 1]?.at ?? 0)))
        problems.error(place, 'diagram-steps', say.stepsInTime);
      return checkFilm(growth, place, openTopology, problems);
    case 'request':
      return checkFilm(growth, place, openTopology, problems);
  }
}

/** A drawing that a small terminal cannot show: each line is told where it is written. */
function checkArt(block: BlockOf<'diagram'>, source: SourceText, problems: Problems): void {
  const lines = source.text.split('\n');
  const key = lines.findIndex((line, index) => index >= block.line && /^ *art:/.test(line));
  for (const [index, line] of block.art.entries()) {
    const written = lines[key + 1 + index] ?? '';
    const indent = Math.max(0, written.indexOf(line));
    const at = (column: number) => ({ file: source.file, line: key + 2 + index, column: indent + column });
    const width = stringWidth(line);
    const tab = line.indexOf('\t');
    if (width > widestArt) problems.warning(at(widestArt + 1), 'wide-art', say.wideArt(width));
    if (tab !== -1) problems.error(at(tab + 1), 'tab-in-art', say.tabInArt);
  }
}

function checkShown(
  { strokes }: Strokes<'parts' | 'moments'>,
  topology: Topology,
  place: Place,
  problems: Problems,
): void {
  const known = [
    ...topology.hosts.map(({ id }) => id),
    ...topology.components.flatMap((each) => (each.kind === 'keepalived' ? [each.id, each.vip] : [each.id])),
  ];
  for (const id of new Set(strokes.flatMap(({ shown }) => shown))) {
    if (known.includes(id)) continue;
    problems.error(place, 'diagram-steps', say.stepShows(id, topology.id, nearestWord(id, known)));
  }
}

function checkFrames({ strokes }: Strokes<'art'>, place: Place, problems: Problems): void {
  const lines = strokes.flatMap(({ art }) => art);
  const widest = Math.max(0, ...lines.map((line) => stringWidth(line)));
  if (widest > widestArt) problems.warning(place, 'wide-art', say.wideArt(widest));
  if (lines.some((line) => line.includes('\t'))) problems.error(place, 'tab-in-art', say.tabInArt);
}

/** What is wrong in the run itself is told where its words stand. */
function checkFilm(
  growth: Strokes<'moments' | 'request'>,
  place: Place,
  openTopology: OpenTopology,
  problems: Problems,
): void {
  const film = filmOf(growth, openTopology);
  if (film.form !== 'none' || film.why === 'wrong') return;
  const message = film.why === 'too-long' ? say.diagramRunTooLong(mostRequests) : say.diagramNoRequest;
  problems.error(place, 'diagram-run', message);
}
