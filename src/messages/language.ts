/**
 * The language that the program speaks. English stands in the code, as the argument of a tag that finds what a
 * catalogue has in its place: `` t`${percent} % served` `` is `{0} % served` there. One process speaks one language. It is
 * chosen before any file with messages is loaded, since what needs no slot is said while its file is loaded.
 */

/** What a catalogue says for one sentence of English: one text, or one for each plural category of CLDR. */
export type Said = string | ReadonlyMap<string, string>;

/** A language's sentences by section and key: plain data, that another thread can be sent. */
export interface Catalogue {
  /** a tag of BCP 47 */
  readonly language: string;
  /** what begins a hint in a quiz of this language, beside English */
  readonly hints: readonly string[];
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, Said>>;
}

/** What stands in a sentence for something else. */
type Slot = string | number | undefined;
/** What English says of one, and of any other number: `['is', 'are']`. */
type Pair = readonly [one: string, many: string];

/** The tag of one section of the catalogue; a file has a section of its own. */
export interface Messages {
  /**
   * A sentence. Where it holds pairs, it depends on a count, the number before the first of them:
   * `` t`${lines} ${['line', 'lines']} of ${file} ${['is', 'are']} left out` ``.
   */
  (english: TemplateStringsArray, ...slots: readonly (Slot | Pair)[]): string;
  /** The same for a count that doesn't stand before its pair. */
  plural(count: number): (english: TemplateStringsArray, ...slots: readonly (Slot | Pair)[]) => string;
  /** `1 line`, `2 lines`; `many` where an s does not do. */
  counted(count: number, one: string, many?: string): string;
}

let spoken: Catalogue | undefined;

/** From now on the program says what this catalogue has; what it lacks is said in English. */
export function speak(catalogue: Catalogue | undefined): void {
  spoken = catalogue;
}

/** What is spoken; undefined: English alone. */
export function spokenCatalogue(): Catalogue | undefined {
  return spoken;
}

/** The tag of the sentences of a section, in whatever language is spoken when they are said. */
export function messagesOf(section: string): Messages {
  return messagesIn(section, spokenCatalogue);
}

/** The same with a catalogue of one's own. */
export function messagesIn(section: string, catalogue: () => Catalogue | undefined): Messages {
  const say = (
    english: readonly string[],
    slots: readonly (Slot | Pair)[],
    count: number | undefined,
  ): string => {
    const now = catalogue();
    const said = now?.sections.get(section)?.get(keyOf(english, slots));
    const text = said === undefined ? undefined : chosen(said, count, now?.language);
    return text === undefined ? inEnglish(english, slots, count) : filled(text, slots.filter(isSlot));
  };
  const tag = (english: TemplateStringsArray, ...slots: readonly (Slot | Pair)[]) =>
    say(english, slots, countIn(slots));
  return Object.assign(tag, {
    plural:
      (count: number) =>
      (english: TemplateStringsArray, ...slots: readonly (Slot | Pair)[]) =>
        say(english, slots, count),
    counted: (count: number, one: string, many = `${one}s`) => say(COUNTED, [count, [one, many]], count),
  });
}

/** A number and what is counted, with nothing before and after them. */
const COUNTED = ['', ' ', ''];

/** The number before the first pair. */
function countIn(slots: readonly (Slot | Pair)[]): number | undefined {
  const pair = slots.findIndex((slot) => !isSlot(slot));
  const count = pair > 0 ? slots[pair - 1] : undefined;
  return typeof count === 'number' ? count : undefined;
}

function isSlot(slot: Slot | Pair): slot is Slot {
  return typeof slot !== 'object';
}

/** What the catalogue calls a sentence: slots are numbered, pairs show both words: `{0} {line|lines} of {1}`. */
function keyOf(english: readonly string[], slots: readonly (Slot | Pair)[]): string {
  let key = english[0] ?? '';
  let number = 0;
  for (const [index, slot] of slots.entries()) {
    key += (isSlot(slot) ? `{${number++}}` : `{${slot.join('|')}}`) + (english[index + 1] ?? '');
  }
  return key;
}

function inEnglish(
  english: readonly string[],
  slots: readonly (Slot | Pair)[],
  count: number | undefined,
): string {
  let text = english[0] ?? '';
  for (const [index, slot] of slots.entries()) {
    text += (isSlot(slot) ? slot : slot[count === 1 ? 0 : 1]) + (english[index + 1] ?? '');
  }
  return text;
}

/** The text for a count; undefined where the catalogue leaves it empty, for English to be said. */
function chosen(said: Said, count: number | undefined, language: string | undefined): string | undefined {
  if (typeof said === 'string') return said === '' ? undefined : said;
  const category = count === undefined ? 'other' : rulesOf(language ?? 'en').select(count);
  return (said.get(category) ?? said.get('other')) || undefined;
}

const rules = new Map<string, Intl.PluralRules>();

function rulesOf(language: string): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known;
}

function filled(text: string, slots: readonly Slot[]): string {
  return text.replace(/\{(\d+)\}/g, (written, number) => `${slots[number] ?? written}`);
}
