import type { Said } from '../messages/language.ts';
import { localeWords as words } from '../messages/locale.ts';
import type { ReadCatalogue } from './catalogue-reader.ts';

/** What the program says, by section: the keys of a catalogue, and what stands in their slots (build/messages.mjs). */
export type Sentences = Readonly<Record<string, readonly Sentence[]>>;

export interface Sentence {
  readonly key: string;
  /** the expression in each slot */
  readonly slots: readonly string[];
}

/** What a catalogue lacks of what the program says, and what it has that is said no longer. */
export interface CatalogueState {
  readonly missing: readonly { readonly section: string; readonly key: string }[];
  readonly stale: ReadCatalogue['entries'];
}

export function catalogueState(sentences: Sentences, { catalogue, entries }: ReadCatalogue): CatalogueState {
  const isSaid = new Set(
    Object.entries(sentences).flatMap(([section, said]) => said.map(({ key }) => `${section}\0${key}`)),
  );
  return {
    missing: Object.entries(sentences).flatMap(([section, said]) =>
      said
        .filter(({ key }) => catalogue.sections.get(section)?.has(key) !== true)
        .map(({ key }) => ({ section, key })),
    ),
    stale: entries.filter(({ section, key }) => !isSaid.has(`${section}\0${key}`)),
  };
}

/**
 * The file of a catalogue brought up to date: every sentence with its translation, or empty; what is said no longer comes
 * last, as comments.
 */
export function writtenCatalogue(sentences: Sentences, read: ReadCatalogue): string {
  const { catalogue } = read;
  const { pluralCategories } = new Intl.PluralRules(catalogue.language).resolvedOptions();
  const sections = Object.entries(sentences).flatMap(([section, said]) => [
    '',
    `  ${section}:`,
    ...said.flatMap((sentence) =>
      entryLines(sentence, catalogue.sections.get(section)?.get(sentence.key), pluralCategories),
    ),
  ]);
  const { stale } = catalogueState(sentences, read);
  const last = stale.map(({ section, key, said }) => `# ${section}: ${quoted(key)}: ${textsOf(said)}`);
  return [
    ...words.head(catalogue.language).map((line) => `# ${line}`),
    `hint: [${catalogue.hints.map(quoted).join(', ')}]`,
    'messages:',
    ...sections,
    ...(last.length > 0 ? ['', `# ${words.stale}`, ...last] : []),
    '',
  ].join('\n');
}

function entryLines(
  { key, slots }: Sentence,
  said: Said | undefined,
  categories: readonly string[],
): string[] {
  const about = slots.map((slot, index) => `{${index}} ${slot.replace(/\s+/g, ' ').slice(0, 60)}`).join(', ');
  const comment = about === '' ? [] : [`    # ${about}`];
  if (typeof said === 'string' || !/\{[^{}]*\|[^{}]*\}/.test(key))
    return [...comment, `    ${quoted(key)}: ${quoted(typeof said === 'string' ? said : '')}`];
  const texts = categories.map((category) => `      ${category}: ${quoted(said?.get(category) ?? '')}`);
  return [...comment, `    ${quoted(key)}:`, ...texts];
}

/** A text in double quotes, as YAML and JSON both have it. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function textsOf(said: Said): string {
  return typeof said === 'string' ? quoted(said) : JSON.stringify(Object.fromEntries(said));
}
