/**
 * Keys as data: what Ink reports, made one name a key, and the tables that bind those names to actions.
 * Ink 6.8 reports Backspace as `delete`, Esc with `meta`, Enter within several characters as `\r`,
 * and a paste as `[200~` ... `[201~`; all of that ends here.
 */

/**
 * A key by name: `up` `down` `left` `right` `pageup` `pagedown` `home` `end` `enter` `escape` `backspace` `tab`
 * `space`, `ctrl+c`, or the character itself (`j`, `?`, `G`).
 */
export type KeyName = string;

export interface KeyPress {
  readonly name: KeyName;
  /** the character that it writes; empty for keys that write none, and for everything inside a paste but text */
  readonly text: string;
  readonly pasted: boolean;
}

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
  if (press.pasted) return undefined;
  const binding = bindings.find(({ keys }) => keys.includes(press.name));
  if (binding === undefined) return undefined;
  return isMaker(binding.action) ? binding.action(press.name) : binding.action;
}

function isMaker<Action>(action: Action | ((key: KeyName) => Action)): action is (key: KeyName) => Action {
  return typeof action === 'function';
}

/** What of Ink's `Key` is read here. */
export interface InkKey {
  readonly upArrow: boolean;
  readonly downArrow: boolean;
  readonly leftArrow: boolean;
  readonly rightArrow: boolean;
  readonly pageUp: boolean;
  readonly pageDown: boolean;
  readonly home: boolean;
  readonly end: boolean;
  readonly return: boolean;
  readonly escape: boolean;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly tab: boolean;
  readonly backspace: boolean;
  readonly delete: boolean;
}

const FLAGS: readonly (readonly [keyof InkKey, KeyName])[] = [
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
  ['delete', 'backspace'],
];

const CHARACTERS: Readonly<Record<string, KeyName>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  ' ': 'space',
  '\x03': 'ctrl+c',
  '\x08': 'backspace',
  '\x7f': 'backspace',
};

/** Turns what `useInput` reports into key presses; it remembers whether a paste is going on. */
export class KeyReader {
  #pasting = false;

  read(input: string, key: InkKey): readonly KeyPress[] {
    if (input === '[200~' || input === '[201~') {
      this.#pasting = input === '[200~';
      return [];
    }
    if (this.#pasting) return [...input].flatMap((character) => pasted(character));
    const flag = FLAGS.find(([name]) => key[name]);
    if (flag !== undefined) return [{ name: flag[1], text: '', pasted: false }];
    if (key.ctrl) return [{ name: `ctrl+${input}`, text: '', pasted: false }];
    // Alt with a letter, a mouse report, an unknown sequence: not ours
    if (key.meta || /^\[[<?\d;]*[A-Za-z~]$/.test(input)) return [];
    const characters = [...input];
    const reads = characters.length > MOST_TYPED ? pastedOrStopped : typed;
    return characters.flatMap((character) => reads(character));
  }
}

/** Nobody types so much between two looks: it is a paste of a terminal that does not mark them. */
const MOST_TYPED = 32;

/** A Ctrl-C behind a paste is still meant. */
function pastedOrStopped(character: string): KeyPress[] {
  return character === '\x03' ? typed(character) : pasted(character);
}

function typed(character: string): KeyPress[] {
  const name = CHARACTERS[character];
  if (name !== undefined) return [{ name, text: name === 'space' ? ' ' : '', pasted: false }];
  return character < ' ' ? [] : [{ name: character, text: character, pasted: false }];
}

function pasted(character: string): KeyPress[] {
  if (/\s/.test(character)) return [{ name: 'space', text: ' ', pasted: true }];
  return character < ' ' ? [] : [{ name: character, text: character, pasted: true }];
}
