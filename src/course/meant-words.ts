import { nearestWord } from '../text/nearest.ts';
import { type SearchHit, type SearchIndex, search } from './search.ts';

/** What was found, and by which words where those that were asked for are nowhere: a slip of the finger, most likely. */
export interface Found {
  readonly hits: readonly SearchHit[];
  /** undefined: by the words as they were asked for */
  readonly meant: string | undefined;
}

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
/** Titles and terms weigh so much, and theirs are the words that somebody looks for. */
const TITLE = 4;
/** A course of more words than these is not gone through at every key. */
const MOST_WORDS = 2000;
/** Nor is a whole sentence that somebody pasted. */
const MOST_ASKED = 8;

/** Looks for the words, and where nothing has them, for the nearest ones of titles and terms. */
export function searchMeant(index: SearchIndex, query: string): Found {
  const hits = search(index, query);
  if (hits.length > 0 || !index.isWhole) return { hits, meant: undefined };
  const meant = nearestWords(index, query);
  const others = meant === undefined ? [] : search(index, meant);
  return others.length === 0 ? { hits, meant: undefined } : { hits: others, meant };
}

function nearestWords(index: SearchIndex, query: string): string | undefined {
  const known = wordsOf(index);
  const words = query.trim().split(/\s+/);
  if (words.length > MOST_ASKED) return undefined;
  const meant = words.map((word) => {
    const isShort = word.length < SHORTEST;
    return isShort || search(index, word).length > 0 ? word : (nearestWord(word, known) ?? word);
  });
  return meant.join(' ') === words.join(' ') ? undefined : meant.join(' ');
}

const known = new WeakMap<SearchIndex, readonly string[]>();

/** The words of titles and terms, each once, in small letters. */
function wordsOf(index: SearchIndex): readonly string[] {
  const found = known.get(index) ?? wordsIn(index);
  known.set(index, found);
  return found;
}

function wordsIn({ lines }: SearchIndex): readonly string[] {
  const words = new Set<string>();
  for (const { weight, text } of lines) {
    if (weight < TITLE) continue;
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}-]+/gu)) {
      if (word.length >= SHORTEST && words.size < MOST_WORDS) words.add(word);
    }
  }
  return [...words];
}
