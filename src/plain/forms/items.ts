/** Items with numbers, and a line of numbers as items. */
import type { Item } from '../../course/model.ts';
import { plainWords } from '../../messages/plain.ts';
import { proseLines } from '../prose.ts';

const words = plainWords.quiz;

export function numberedItems(items: readonly Item[], width: number): string[] {
  return items.flatMap(({ tokens, text }, index) => {
    const number = `${String(index + 1).padStart(3)}  `;
    const lines = proseLines(tokens, width - number.length);
    return (lines.length > 0 ? lines : [text]).map((line, at) =>
      `${at === 0 ? number : ' '.repeat(number.length)}${line}`.trimEnd(),
    );
  });
}

/** The number of an item, from 1. */
export function numberOf(item: string, items: readonly Item[]): string {
  return String(items.findIndex(({ id }) => id === item) + 1);
}

/** Items as `2, its text`, parted by semicolons. */
export function namedItems(ids: readonly string[], items: readonly Item[]): string {
  return items
    .flatMap(({ id, text }, index) => (ids.includes(id) ? [`${index + 1}, ${text}`] : []))
    .join('; ');
}

/** The items that a line names by their numbers, in the order of the line, each one once. */
export function itemsOf(
  line: string,
  items: readonly Item[],
): { readonly ids: readonly string[] } | { readonly complaint: string } {
  const read = numbersIn(line, items.length);
  if ('complaint' in read) return read;
  return { ids: [...new Set(read.numbers.flatMap((number) => items[number - 1]?.id ?? []))] };
}

/** A line of numbers from 1 to `most`. */
export function numbersIn(
  line: string,
  most: number,
): { readonly numbers: readonly number[] } | { readonly complaint: string } {
  const written = line.split(/[\s,]+/).filter((word) => word !== '');
  if (written.length === 0) return { complaint: words.nothingChosen };
  const bad = written.find((word) => !/^\d{1,3}$/.test(word) || Number(word) < 1 || Number(word) > most);
  return bad === undefined ? { numbers: written.map(Number) } : { complaint: words.notANumber(bad, most) };
}
