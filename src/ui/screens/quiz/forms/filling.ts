/** A sheet on the screen that asks: its keys and letters as those of the screen. */
import { actionOf, type KeyBinding } from '../../../keys.ts';
import type { Context } from '../../../screen.ts';
import type { Sheet } from './form.ts';

/** What the sheet has become. */
export interface Filling {
  readonly type: 'fill';
  readonly sheet: Sheet;
}

/** The keys that fill a sheet in. */
export function fillingKeys(sheet: Sheet, context: Context): readonly KeyBinding<Filling>[] {
  return sheet.keys(context).map((binding) => ({
    ...binding,
    action: (key) => ({ type: 'fill', sheet: actionOf(binding, key) }),
  }));
}

/** A letter or a paste on a sheet; undefined: here it is a key. */
export function typedOn(sheet: Sheet | undefined, text: string): Filling | undefined {
  const next = sheet?.type(text);
  return next && { type: 'fill', sheet: next };
}
