import { courseMessages as say } from '../messages/course.ts';
import type { Problems } from '../text/problem.ts';
import { Fields } from './fields.ts';
import type { Listing, ListingNote } from './page-blocks.ts';

export const transcriptKeys = ['on', 'text', 'notes'] as const;
export const configurationKeys = ['topology', 'of', 'set', 'section', 'notes'] as const;
export const noteKeys = ['at', 'words'] as const;

/** Reads a `transcript` block: what programs were recorded to print, and on which of them. */
export function readTranscript(fields: Fields, problems: Problems): Listing | undefined {
  fields.knowOnly(transcriptKeys, say.inTranscript);
  const recordedOn = fields.text('on')?.trim() ?? '';
  const text = fields.text('text')?.trimEnd() ?? '';
  if (recordedOn === '') problems.error(fields.at('on'), 'listing', say.transcriptWithoutSource);
  if (text === '') problems.error(fields.at('text'), 'listing', say.transcriptWithoutText);
  const notes = readNotes(fields, problems);
  return text === '' ? undefined : { form: 'transcript', recordedOn, lines: text.split('\n'), notes };
}

/** Reads a `configuration` block: which file of a topology, and which section of it. */
export function readConfiguration(
  fields: Fields,
  fallback: string | undefined,
  problems: Problems,
): Listing | undefined {
  fields.knowOnly(configurationKeys, say.inConfiguration);
  const topology = fields.text('topology') ?? fallback;
  const of = fields.text('of');
  if (topology === undefined || of === undefined) {
    problems.error(fields.at('of'), 'listing', say.configurationOfWhat);
    return undefined;
  }
  const set = fields.texts('set').map(({ text }) => text);
  const section = fields.text('section');
  return { form: 'configuration', topology, of, set, section, notes: readNotes(fields, problems) };
}

function readNotes(fields: Fields, problems: Problems): readonly ListingNote[] {
  const value = fields.value('notes');
  if (value === undefined) return [];
  if (value.type !== 'list') {
    problems.error(value.at, 'listing', say.listingNotes);
    return [];
  }
  return value.items.flatMap((item) => {
    const note = new Fields(item, item.at, problems);
    note.knowOnly(noteKeys, say.inNote);
    const at = note.text('at') ?? '';
    const words = note.text('words')?.trim() ?? '';
    if (at !== '' && words !== '') return [{ at, words }];
    problems.error(item.at, 'listing', say.listingNotes);
    return [];
  });
}
