/** Text that can't do anything to a terminal but be read. */
export type Plain = string & { readonly plainText: true };

const PRINTABLE_ASCII = /^[\x20-\x7E\n]*$/;
const LINE_ENDS = /\r\n?/g;

/** C0 but newline and tab, DEL, C1, the ends of lines that no terminal knows, and halves of characters */
const CONTROL = '\\0-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u2028\\u2029\\uD800-\\uDFFF';
/**
 * Characters that show nothing and hide something: every format character (Unicode's Cf: direction marks, zero width
 * spaces, tags) but the Arabic and Syriac ones that are drawn, fillers that are drawn as nothing, and what chooses the
 * look of a character that has but one.
 */
const INVISIBLE =
  '(?:(?![\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2\\u{110BD}\\u{110CD}])\\p{Cf}|[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFFA0\\uFE00-\\uFE0D\\u{E0100}-\\u{E01EF}]|(?<![\\p{Extended_Pictographic}#*0-9])[\\uFE0E\\uFE0F])';
/** Scripts in which a joiner, or its opposite, decides how letters are drawn (Unicode 16, section 23.2). */
const JOINING =
  '[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}]';
/** A joiner inside an emoji, or after a letter of such a script, belongs to what is seen. */
const JOINER = `(?<=\\p{Extended_Pictographic}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]?)\\u200D(?=\\p{Extended_Pictographic})|(?<=${JOINING})[\\u200C\\u200D]`;

const UNSAFE = new RegExp(`(${JOINER})|[${CONTROL}]|${INVISIBLE}`, 'gu');
const HIDDEN = new RegExp(`(${JOINER})|${INVISIBLE}`, 'gu');

/**
 * Takes out of a text everything that is not to be read: control characters, direction marks, and characters that
 * nobody sees. Without ESC and C1 no terminal sequence can exist, so nothing needs to know their grammar.
 * Call it after parsing, since markdown can write a control character as `&#27;`.
 */
export function plain(text: string): Plain {
  if (PRINTABLE_ASCII.test(text)) return text as Plain;
  const clean = text
    .replace(LINE_ENDS, '\n')
    .replace(UNSAFE, (_, joiner: string | undefined) => joiner ?? '')
    .replaceAll('\t', '    ');
  return clean as Plain;
}

/** The same on one line. */
export function plainLine(text: string): Plain {
  return plain(text).replaceAll('\n', ' ') as Plain;
}

/** The characters of a text that nobody would see, and where they stand, from 0. */
export function hiddenCharacters(
  text: string,
): readonly { readonly character: string; readonly at: number }[] {
  if (PRINTABLE_ASCII.test(text)) return [];
  return [...text.matchAll(HIDDEN)].flatMap((match) =>
    match[1] === undefined ? [{ character: match[0], at: match.index }] : [],
  );
}
