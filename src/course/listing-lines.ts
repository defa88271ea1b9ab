import { configurationFilesOf } from '../topology/configuration/configuration.ts';
import type { Listing } from './page-blocks.ts';
import type { OpenTopology } from './topologies.ts';

/** A listing's lines and where they come from: a path, or the programs that were recorded. */
export interface ListedLines {
  readonly from: string;
  readonly lines: readonly string[];
}

const known = new WeakMap<Listing, { readonly listed: ListedLines | undefined }>();

/**
 * The lines of a listing: as recorded, or as the topology has them now. Undefined when the topology has no such file or
 * the file no such section. The topology is read once.
 */
export function linesOfListing(listing: Listing, openTopology: OpenTopology): ListedLines | undefined {
  const found = known.get(listing) ?? { listed: readLines(listing, openTopology) };
  known.set(listing, found);
  return found.listed;
}

function readLines(listing: Listing, openTopology: OpenTopology): ListedLines | undefined {
  if (listing.form === 'transcript') return { from: listing.recordedOn, lines: listing.lines };
  const { topology } = openTopology(listing.topology, listing.set);
  const files = topology === undefined ? [] : configurationFilesOf(topology, listing.of);
  // of a host's files the first that has such a section
  for (const { host, path, lines } of files) {
    const texts = lines.map(({ text }) => text);
    const { section } = listing;
    const chosen = section === undefined ? texts : sectionOf(texts, section);
    if (chosen.length > 0) return { from: `${host}: ${path}`, lines: chosen };
  }
  return undefined;
}

/** From the line that begins with these words up to its closing brace, or as far as lines stand further in than it. */
function sectionOf(lines: readonly string[], words: string): readonly string[] {
  const start = lines.findIndex((line) => line.trimStart().startsWith(words));
  const head = lines[start];
  if (head === undefined) return [];
  const depth = indentOf(head);
  const rest = lines.slice(start + 1);
  const isBraced = head.trimEnd().endsWith('{');
  const isLast = (line: string): boolean =>
    isBraced ? line.trim() === '}' && indentOf(line) === depth : indentOf(line) <= depth;
  const end = rest.findIndex(isLast);
  return [head, ...rest.slice(0, end < 0 ? rest.length : isBraced ? end + 1 : end)];
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Which line a note is about: the first that has its words in it; -1: none. */
export function lineOfNote(lines: readonly string[], at: string): number {
  return lines.findIndex((line) => line.includes(at));
}
