/**
 * What a terminal sends when keys are pressed, made one name a key. Whatever comes, in whatever pieces, the reader
 * survives it, and a sequence that it doesn't know is swallowed whole: no part of it acts as a key.
 *
 * Sources: ECMA-48 (the form of sequences), xterm's "Control Sequences" (its keys, keypad and mouse reports), rxvt's
 * key codes, the Linux console's F1 to F5, kitty's "Comprehensive keyboard handling in terminals" (CSI u).
 */
import { REPLACEMENT, Utf8 } from './utf8.ts';

/**
 * A key by name: `up` `down` `left` `right` `pageup` `pagedown` `home` `end` `enter` `escape` `backspace` `tab`
 * `space`, `ctrl+c`, the character itself (`j`, `?`, `G`), or `paste`.
 */
export type KeyName = string;

export interface KeyPress {
  readonly name: KeyName;
  /** what it writes: a character, a whole paste, or nothing */
  readonly text: string;
}

/** Of a paste no more is kept: there is no place for it. */
export const LONGEST_PASTE = 1000;

const ESC = 0x1b;
const BEL = 0x07;
const INTERRUPT = 0x03;
const C1_CSI = 0x9b;
const PASTE_END = '\x1b[201~';

type State =
  | 'ground'
  | 'escape'
  | 'csi'
  | 'ss3'
  /** inside an answer of the terminal, up to its end: DCS, OSC, APC, PM, SOS */
  | 'string'
  /** a number of characters that mean nothing here: the end of a mouse report */
  | 'skip'
  | 'paste';

/** The states that ESC and a character lead to, and their C1 forms. */
const OPENERS: ReadonlyMap<string, State> = new Map([
  ['[', 'csi'],
  ['O', 'ss3'],
  ...[...'P]_^X'].map((opener) => [opener, 'string'] as const),
]);

export class KeyReader {
  readonly #utf8 = new Utf8();
  #state: State = 'ground';
  /** what came of a CSI or SS3 after its opener, or of a paste's end */
  #part = '';
  #skip = 0;
  #pasted = '';

  /**
   * What must come next or the reader is left hanging: `key` after a lone ESC, which may be the key itself,
   * `sequence` in the middle of something longer. When it doesn't come, call `flush()`.
   */
  get waiting(): 'key' | 'sequence' | undefined {
    if (this.#state === 'escape') return 'key';
    return this.#state !== 'ground' || this.#utf8.pending ? 'sequence' : undefined;
  }

  /** The keys that are complete with these bytes. */
  read(bytes: Uint8Array): readonly KeyPress[] {
    return this.#utf8.read(bytes).flatMap((code) => this.#take(code));
  }

  /** Nothing more came: a lone ESC was the key, a paste is over, and anything else half-done is forgotten. */
  flush(): readonly KeyPress[] {
    const keys = this.#state === 'escape' ? [key('escape')] : [];
    if (this.#state === 'paste') keys.push(this.#endOfPaste());
    this.#utf8.reset();
    this.#state = 'ground';
    return keys;
  }

  #take(code: number): readonly KeyPress[] {
    switch (this.#state) {
      case 'ground':
        return this.#fromGround(code);
      case 'escape':
        return this.#afterEscape(code);
      case 'csi':
        return this.#inCsi(code);
      case 'ss3':
        return this.#inSs3(code);
      case 'string':
        return this.#inString(code);
      case 'skip':
        return this.#skipped(code);
      case 'paste':
        return this.#inPaste(code);
    }
  }

  #fromGround(code: number): readonly KeyPress[] {
    this.#state = 'ground';
    if (code === ESC) {
      this.#state = 'escape';
      return [];
    }
    if (!isC1(code)) return characterKey(code);
    // what ESC and the character 0x40 below are
    this.#open(String.fromCharCode(code - 0x40));
    return [];
  }

  #open(opener: string): void {
    this.#state = OPENERS.get(opener) ?? 'ground';
    this.#part = '';
  }

  #afterEscape(code: number): readonly KeyPress[] {
    // the key, and after it another or a sequence; rxvt means Alt by that, which a person in a hurry rarely does
    if (code === ESC || isC1(code)) return [key('escape'), ...this.#fromGround(code)];
    this.#open(String.fromCodePoint(code));
    // a key with Alt is none of ours, but Ctrl-C is Ctrl-C
    return code === INTERRUPT ? characterKey(code) : [];
  }

  #inCsi(code: number): readonly KeyPress[] {
    if (code < 0x20 || code > 0x7e) return this.#fromGround(code);
    const character = String.fromCharCode(code);
    // rxvt ends the keys with Shift on `$`, which elsewhere only comes before the last character
    const isEnd = code >= 0x40 || (character === '$' && /^\d{1,2}$/.test(this.#part));
    if (!isEnd) {
      // longer than any key is; what it ends with still matters
      if (this.#part.length < LONGEST_SEQUENCE) this.#part += character;
      return [];
    }
    this.#state = 'ground';
    if (this.#part === '' && character === 'M') return this.#skipNext(3);
    if (this.#part === '' && character === '[') return this.#skipNext(1);
    if (this.#part === '200' && character === '~') {
      this.#state = 'paste';
      this.#pasted = '';
      this.#part = '';
      return [];
    }
    return this.#part.length < LONGEST_SEQUENCE ? csiKey(this.#part, character) : [];
  }

  #inSs3(code: number): readonly KeyPress[] {
    if (code < 0x20 || code > 0x7e) return this.#fromGround(code);
    const character = String.fromCharCode(code);
    // old xterms put the modifiers between
    if (/\d/.test(character) && this.#part === '') {
      this.#part = character;
      return [];
    }
    this.#state = 'ground';
    const named = CURSOR_KEYS.get(character);
    if (named !== undefined) return [key(named)];
    const keypad = this.#part === '' ? KEYPAD.get(character) : undefined;
    return keypad === undefined ? [] : characterKey(keypad.charCodeAt(0));
  }

  #inString(code: number): readonly KeyPress[] {
    // ESC is the first half of the end; no answer has another control in it, so that must be a key
    if (code === BEL || code === 0x9c) this.#state = 'ground';
    else if (code < 0x20 || isC1(code)) return this.#fromGround(code);
    return [];
  }

  #skipNext(count: number): readonly KeyPress[] {
    this.#state = 'skip';
    this.#skip = count;
    return [];
  }

  #skipped(code: number): readonly KeyPress[] {
    if (code < 0x20) return this.#fromGround(code);
    this.#skip--;
    if (this.#skip === 0) this.#state = 'ground';
    return [];
  }

  #inPaste(code: number): readonly KeyPress[] {
    if (code === C1_CSI) return [ESC, 0x5b].flatMap((half) => this.#inPaste(half));
    const character = String.fromCodePoint(code);
    if (PASTE_END.startsWith(this.#part + character)) {
      this.#part += character;
      if (this.#part !== PASTE_END) return [];
      this.#state = 'ground';
      return [this.#endOfPaste()];
    }
    const text = this.#part + character;
    // an ESC in the text may yet begin the end
    this.#part = code === ESC ? character : '';
    if (this.#pasted.length < LONGEST_PASTE) {
      this.#pasted += code === ESC ? text.slice(0, -1) : text;
    }
    return [];
  }

  #endOfPaste(): KeyPress {
    return paste(this.#pasted);
  }
}

/** Longer than the longest key: kitty's, with two alternatives, an event and a few characters of text. */
const LONGEST_SEQUENCE = 64;

function isC1(code: number): boolean {
  return code >= 0x80 && code <= 0x9f;
}

function key(name: KeyName, text = ''): KeyPress {
  return { name, text };
}

/** A paste as one key: line ends and tabs as spaces, and no other control. */
export function paste(text: string): KeyPress {
  const clean = text.replace(/\r\n|[\t\r\n]/g, ' ').replace(/[\0-\x1f\x7f-\x9f\ufffd]/g, '');
  return key('paste', [...clean].slice(0, LONGEST_PASTE).join(''));
}

/** The key of one character. */
function characterKey(code: number): KeyPress[] {
  if (code === 0x0d || code === 0x0a) return [key('enter')];
  if (code === 0x09) return [key('tab')];
  if (code === 0x08 || code === 0x7f) return [key('backspace')];
  if (code === 0x20) return [key('space', ' ')];
  if (code >= 0x01 && code <= 0x1a) return [key(`ctrl+${String.fromCharCode(code + 0x60)}`)];
  if (code < 0x20 || code === REPLACEMENT) return [];
  const character = String.fromCodePoint(code);
  return [key(character, character)];
}

/** The last character of CSI and SS3 keys. */
const CURSOR_KEYS: ReadonlyMap<string, KeyName> = new Map([
  ['A', 'up'],
  ['B', 'down'],
  ['C', 'right'],
  ['D', 'left'],
  ['H', 'home'],
  ['F', 'end'],
  // rxvt, with Shift or Ctrl
  ['a', 'up'],
  ['b', 'down'],
  ['c', 'right'],
  ['d', 'left'],
]);

/** The keypad as it sends after DECKPAM, which another program may have left on. */
const KEYPAD: ReadonlyMap<string, string> = new Map([
  ['M', '\r'],
  ['I', '\t'],
  [' ', ' '],
  ['X', '='],
  ...[...'*+,-./0123456789'].map((sign, index) => [String.fromCharCode(0x6a + index), sign] as const),
]);

/** The first number of keys that end with `~`, or rxvt's `^`, `$`, `@`. */
const NUMBERED_KEYS: ReadonlyMap<string, KeyName> = new Map([
  ['1', 'home'],
  ['7', 'home'],
  ['4', 'end'],
  ['8', 'end'],
  ['5', 'pageup'],
  ['6', 'pagedown'],
  // at the end of a text field there is nothing behind the cursor to delete
  ['3', 'backspace'],
]);

/** What kitty counts besides the keys that it numbers as characters. */
const CODED_KEYS: ReadonlyMap<number, KeyName> = new Map([
  [27, 'escape'],
  [57414, 'enter'],
  [57417, 'left'],
  [57418, 'right'],
  [57419, 'up'],
  [57420, 'down'],
  [57421, 'pageup'],
  [57422, 'pagedown'],
  [57423, 'home'],
  [57424, 'end'],
  [57426, 'backspace'],
]);

/** Keypad keys as kitty counts them, from 57399. */
const CODED_KEYPAD = '0123456789./*-+';

/** The bits of kitty's and xterm's modifiers, which are sent plus one. */
const SHIFT = 1;
const CTRL = 4;
const OTHER_MODIFIERS = 2 + 8 + 16 + 32;
/** kitty's number for a key that was let go */
const RELEASED = '3';

/** The key of a whole CSI sequence: its parameters and its last character. */
function csiKey(part: string, end: string): readonly KeyPress[] {
  if (!/^[\d:;]*$/.test(part)) return [];
  const [[first = '', shifted = ''] = [], [modifiers = '', event = ''] = [], [third = ''] = []] = part
    .split(';')
    .map((field) => field.split(':'));
  if (event === RELEASED) return [];
  if (end === 'u') return codedKey(Number(first), modifiers, Number(third || shifted));
  // xterm's modifyOtherKeys
  if (end === '~' && first === '27') return codedKey(Number(third), modifiers, 0);
  if (end === 'Z') return [key('tab')];
  const name = '~^$@'.includes(end) ? NUMBERED_KEYS.get(first) : cursorKey(first, end);
  return name === undefined ? [] : [key(name)];
}

function cursorKey(first: string, end: string): KeyName | undefined {
  return first === '' || first === '1' ? CURSOR_KEYS.get(end) : undefined;
}

/** A key by its code point; `written` is what it writes with Shift, where the terminal says so. */
function codedKey(code: number, modifiers: string, written: number): readonly KeyPress[] {
  const pressed = Math.max(0, Number(modifiers) - 1);
  const named = CODED_KEYS.get(code);
  if (named !== undefined) return [key(named)];
  if ((pressed & OTHER_MODIFIERS) !== 0) return [];
  const onKeypad = CODED_KEYPAD[code - 57399];
  if (onKeypad !== undefined) return characterKey(onKeypad.charCodeAt(0));
  if (!isPrinted(code) || !isPrinted(written)) return [];
  const character = String.fromCodePoint(code);
  // as everywhere else: Ctrl and a letter is one control character, so Ctrl-M is Enter
  if ((pressed & CTRL) !== 0) return /^[a-z]$/i.test(character) ? characterKey(code & 0x1f) : [];
  if ((pressed & SHIFT) === 0) return characterKey(code);
  return characterKey(written > 0 ? written : (character.toUpperCase().codePointAt(0) ?? code));
}

/** A code point that a key may have: no half of a UTF-16 pair, and none that kitty uses for keys without a sign. */
function isPrinted(code: number): boolean {
  return code >= 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xf8ff);
}
