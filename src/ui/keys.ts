/** Keys as data: what Ink reports as one name a key, and the tables that bind those names to actions. */
import type { Key } from 'ink';
import type { KeyName, KeyPress } from '../terminal/key-reader.ts';

/** One line of a key table. */
export interface KeyBinding<Action> {
  readonly keys: readonly KeyName[];
  /** the key as the last line prints it (`↑↓`, `Enter`); the same in ASCII is the canvas's work */
  readonly shown: string;
  /** what it does in a word or two, for the last line; empty: only `?` tells of it */
  readonly label: string;
  /** what it does as a sentence, for `?` */
  readonly help: string;
  /** the action, or how the pressed key makes one */
  readonly action: Action | ((key: KeyName) => Action);
}

/** A binding as it is shown. */
export type KeyLine = Omit<KeyBinding<never>, 'action'>;

export function lineOf({ keys, shown, label, help }: KeyLine): KeyLine {
  return { keys, shown, label, help };
}

/** The action of the first binding that has this key. */
export function bindingOf<Action>(
  bindings: readonly KeyBinding<Action>[],
  press: KeyPress,
): Action | undefined {
  const binding = bindings.find(({ keys }) => keys.includes(press.name));
  return binding && actionOf(binding, press.name);
}

/** What a binding does for this key. */
export function actionOf<Action>({ action }: KeyBinding<Action>, key: KeyName): Action {
  return isMaker(action) ? action(key) : action;
}

function isMaker<Action>(action: Action | ((key: KeyName) => Action)): action is (key: KeyName) => Action {
  return typeof action === 'function';
}

const FLAGS = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
] as const satisfies readonly (readonly [keyof Key, KeyName])[];

/** The key that Ink reports; `terminal/keyboard.ts` gives Ink only keys that have a name here. */
export function pressOf(input: string, key: Key): KeyPress {
  const flag = FLAGS.find(([name]) => key[name]);
  if (flag !== undefined) return { name: flag[1], text: '' };
  if (key.ctrl) return { name: `ctrl+${input}`, text: '' };
  return { name: input === ' ' ? 'space' : input, text: input };
}
