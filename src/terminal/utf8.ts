/** What a byte that belongs to no character becomes. */
export const REPLACEMENT = 0xfffd;

/** The length of a character by its first byte, and its smallest code point at that length (RFC 3629). */
const LEADS = [
  { from: 0xc2, to: 0xdf, more: 1, least: 0x80 },
  { from: 0xe0, to: 0xef, more: 2, least: 0x800 },
  { from: 0xf0, to: 0xf4, more: 3, least: 0x10000 },
] as const;

/**
 * UTF-8 as it arrives: characters may be split between two reads, and any byte may be wrong. A lone byte from 0x80 to
 * 0x9f stays what it is, a C1 control of an 8-bit terminal; Node's own decoders would make it U+FFFD.
 */
export class Utf8 {
  #code = 0;
  #more = 0;
  #least = 0;

  /** A character has begun and isn't complete. */
  get pending(): boolean {
    return this.#more > 0;
  }

  /** Forgets a character that was begun. */
  reset(): void {
    this.#more = 0;
  }

  /** The code points that are complete with these bytes. */
  read(bytes: Uint8Array): readonly number[] {
    const codes: number[] = [];
    for (const byte of bytes) {
      const isContinuation = (byte & 0xc0) === 0x80;
      if (this.#more > 0 && isContinuation) this.#goOn(byte, codes);
      else {
        if (this.#more > 0) codes.push(REPLACEMENT);
        this.#begin(byte, codes);
      }
    }
    return codes;
  }

  #begin(byte: number, codes: number[]): void {
    this.#more = 0;
    const lead = LEADS.find(({ from, to }) => byte >= from && byte <= to);
    if (lead !== undefined) {
      this.#more = lead.more;
      this.#least = lead.least;
      this.#code = byte & (0x3f >> lead.more);
    } else codes.push(byte < 0xa0 ? byte : REPLACEMENT);
  }

  #goOn(byte: number, codes: number[]): void {
    this.#code = (this.#code << 6) | (byte & 0x3f);
    this.#more--;
    if (this.#more === 0) codes.push(isCharacter(this.#code, this.#least) ? this.#code : REPLACEMENT);
  }
}

/** No longer than it need be, within Unicode, and no half of a UTF-16 pair. */
function isCharacter(code: number, least: number): boolean {
  return code >= least && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}
