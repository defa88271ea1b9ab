/** Text as it is written on one line, a character or a paste at a time; the cursor is always at its end. */
import { cells, characters, takeCells } from '../../text/cells.ts';
import { plainLine } from '../../text/plain-text.ts';

/** Columns: what is asked for is a word or a few. */
const LONGEST = 60;

/** The text with more written on it, at most so many columns. */
export function withMore(text: string, more: string, longest = LONGEST): string {
  const all = `${text}${plainLine(more)}`.normalize('NFC').replace(/\s+/g, ' ').trimStart();
  return takeCells(all, longest);
}

/** The text without its last character, whatever that is made of. */
export function withoutLast(text: string): string {
  return characters(text).slice(0, -1).join('');
}

/** The text, or the end of it where it is wider than the room for it. */
export function endOf(text: string, width: number, ellipsis: string): string {
  if (cells(text) <= width) return text;
  const backwards = characters(text).reverse();
  let room = width - cells(ellipsis);
  const kept = backwards.findIndex((character) => {
    room -= cells(character);
    return room < 0;
  });
  return ellipsis + backwards.slice(0, Math.max(0, kept)).reverse().join('');
}
