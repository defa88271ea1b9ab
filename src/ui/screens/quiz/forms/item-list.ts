/** A list of items with a pointer: its keys and its rows. */
import type { Item } from '../../../../course/model.ts';
import type { Row } from '../../../../text/row.ts';
import type { KeyBinding } from '../../../keys.ts';
import type { Context } from '../../../screen.ts';
import type { FormRows } from './form.ts';

/** A place moved within the list; from nowhere, down goes to the first item and up to the last. */
export function moved(at: number | undefined, by: 1 | -1, count: number): number | undefined {
  if (count === 0) return undefined;
  if (at === undefined) return by === 1 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, at + by));
}

export function moveKeys<Action>(
  { glyphs }: Context,
  words: { readonly label: string; readonly help: string },
  action: (by: 1 | -1) => Action,
): KeyBinding<Action> {
  return {
    keys: ['up', 'k', 'down', 'j'],
    shown: glyphs.upDown,
    ...words,
    action: (key) => action(key === 'up' || key === 'k' ? -1 : 1),
  };
}

export function numberKeys<Action>(
  { help }: { readonly help: string },
  action: (place: number) => Action,
): KeyBinding<Action> {
  return {
    keys: [...'123456789'],
    shown: '1-9',
    label: '',
    help,
    action: (key) => action(Number(key) - 1),
  };
}

/** The rows of every item; the pointed one is in sight to its end. */
export function listRows(
  items: readonly Item[],
  pointed: number,
  rowsOf: (item: Item, index: number) => readonly Row[],
): FormRows {
  const rows: Row[] = [];
  let lookAt = 0;
  for (const [index, item] of items.entries()) {
    rows.push(...rowsOf(item, index));
    if (index === pointed) lookAt = rows.length - 1;
  }
  return { rows, lookAt };
}
