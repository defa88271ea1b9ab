/** Text that can't do anything to a terminal but be read. */
export type Plain = string & { readonly plainText: true };

const LINE_ENDS = /\r\n?/g;
// C0 but newline and tab, DEL, C1, and the marks that turn the direction of writing
const UNSAFE = /[\0-\x08\x0B-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;

/**
 * Takes out of a text everything that is not to be read: control characters and direction marks.
 * Without ESC and C1 no terminal sequence can exist, so nothing needs to know their grammar.
 * Call it after parsing, since markdown can write a control character as `&#27;`.
 */
export function plain(text: string): Plain {
  const clean = text.replace(LINE_ENDS, '\n').replace(UNSAFE, '').replaceAll('\t', '    ');
  return clean as Plain;
}

/** The same on one line. */
export function plainLine(text: string): Plain {
  return plain(text).replaceAll('\n', ' ') as Plain;
}
