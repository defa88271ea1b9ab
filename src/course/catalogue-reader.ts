/**
 * A catalogue, `locales/de.yaml`: what the program says in a language, by section and English sentence. Of a course it
 * comes from anywhere, so nothing of it is believed.
 */

import { catalogueWords as say } from '../messages/catalogue.ts';
import type { Catalogue, Said } from '../messages/language.ts';
import { type Located, type LocatedMap, valueAt } from '../text/located.ts';
import { plainLine } from '../text/plain-text.ts';
import { type Place, Problems } from '../text/problem.ts';
import { readYaml } from '../text/yaml.ts';

/** Characters; all that the program says, twice, is half of it. */
export const longestCatalogue = 1_000_000;
/** Characters of one sentence. */
const longestSaid = 2_000;

/** One sentence of a catalogue. */
export interface CatalogueEntry {
  readonly section: string;
  /** the English sentence, with numbers for its slots */
  readonly key: string;
  readonly said: Said;
  readonly at: Place;
}

/** A catalogue as it was read, and what is wrong in it. */
export interface ReadCatalogue {
  readonly catalogue: Catalogue;
  readonly entries: readonly CatalogueEntry[];
  readonly problems: Problems;
}

/** Reads a catalogue. What is wrong is told, and left out: English is said there. Never throws. */
export function readCatalogue(language: string, text: string, file: string): ReadCatalogue {
  const problems = new Problems();
  const { tree } = readYaml(text, { file, line: 1, column: 1 }, problems, longestCatalogue);
  const messages = valueAt(tree, 'messages');
  if (tree !== undefined && (tree.type !== 'map' || (messages !== undefined && !isMapOrNothing(messages))))
    problems.error(tree.at, 'catalogue', say.form());
  const entries = messages?.type === 'map' ? sectionsOf(messages, language, problems) : [];
  const sections = new Map<string, Map<string, Said>>();
  for (const { section, key, said } of entries) {
    const known = sections.get(section) ?? new Map<string, Said>();
    sections.set(section, known.set(key, said));
  }
  return { catalogue: { language, hints: hintsOf(valueAt(tree, 'hint')), sections }, entries, problems };
}

/** What the one has, and the other where it says something else. */
export function laidOver(under: Catalogue | undefined, over: Catalogue): Catalogue {
  if (under === undefined) return over;
  const sections = new Map(under.sections);
  for (const [section, said] of over.sections) {
    sections.set(section, new Map([...(sections.get(section) ?? []), ...said]));
  }
  return { ...over, hints: [...new Set([...over.hints, ...under.hints])], sections };
}

function isMapOrNothing(node: Located): boolean {
  return node.type === 'map' || (node.type === 'scalar' && node.empty);
}

function hintsOf(node: Located | undefined): readonly string[] {
  const items = node?.type === 'list' ? node.items : [node];
  return items.flatMap((item) => (item?.type === 'scalar' && !item.empty ? [plainLine(item.text)] : []));
}

function sectionsOf(messages: LocatedMap, language: string, problems: Problems): CatalogueEntry[] {
  return [...messages.entries].flatMap(([section, { at, value }]) => {
    if (value.type === 'scalar' && value.empty) return [];
    if (value.type !== 'map') {
      problems.error(at, 'catalogue', say.section());
      return [];
    }
    return [...value.entries].flatMap(([key, { at: keyAt, value: said }]) => {
      const read = saidIn(said, key, language, problems);
      return read === undefined ? [] : [{ section, key, said: read, at: keyAt }];
    });
  });
}

/** One translation; undefined where there is none, or none that may be said. */
function saidIn(node: Located, key: string, language: string, problems: Problems): Said | undefined {
  if (node.type === 'scalar') return node.empty || node.text === '' ? undefined : textIn(node, key, problems);
  if (node.type !== 'map') {
    problems.error(node.at, 'catalogue', say.said());
    return undefined;
  }
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  if (!dependsOnCount(key)) {
    problems.error(node.at, 'catalogue', say.noCount());
    return undefined;
  }
  const texts = new Map<string, string>();
  for (const [category, { at, value }] of node.entries) {
    if (!categories.some((known) => known === category))
      problems.error(at, 'catalogue', say.category(category, categories));
    const isSaid = value.type === 'scalar' && !value.empty && value.text !== '';
    // "one star" needs no number
    const text = isSaid ? textIn(value, key, problems, category === 'other') : undefined;
    if (text !== undefined) texts.set(category, text);
  }
  if (texts.size > 0 && !texts.has('other')) problems.error(node.at, 'catalogue', say.noOther());
  return texts.has('other') ? texts : undefined;
}

/** The text of a translation, with no slot but those of its key. */
function textIn(
  { text, at }: { readonly text: string; readonly at: Place },
  key: string,
  problems: Problems,
  wantsAll = true,
): string | undefined {
  if (text.length > longestSaid) {
    problems.error(at, 'catalogue', say.tooLong(longestSaid));
    return undefined;
  }
  const [own, known] = [slotsOf(text), slotsOf(key)];
  const stranger = own.find((slot) => !known.includes(slot));
  if (stranger !== undefined) {
    problems.error(at, 'slot', say.slot(stranger, key));
    return undefined;
  }
  const missing = wantsAll ? known.find((slot) => !own.includes(slot)) : undefined;
  if (missing !== undefined) problems.warning(at, 'slot', say.slotMissing(missing));
  return plainLine(text);
}

function slotsOf(text: string): readonly string[] {
  return text.match(/\{\d+\}/g) ?? [];
}

/** It holds a pair, `{line|lines}`. */
function dependsOnCount(key: string): boolean {
  return /\{[^{}]*\|[^{}]*\}/.test(key);
}
