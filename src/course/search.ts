import { plainWords } from '../markdown/words.ts';
import { wordsOfPage } from './lesson-reader.ts';
import type { Course, Lesson, Mission, Quiz } from './model.ts';

/** Where a hit leads. */
export type HitPlace =
  | { readonly kind: 'lesson'; readonly lesson: string; readonly page: number }
  | { readonly kind: 'glossary'; readonly term: string }
  | { readonly kind: 'mission'; readonly mission: string }
  | { readonly kind: 'quiz'; readonly quiz: string; readonly question: string };

export interface SearchHit {
  readonly place: HitPlace;
  /** the lesson and its page, the term, or the quiz */
  readonly title: string;
  /** the line of text that matched, not cleaned for a terminal */
  readonly text: string;
  /** where the words match in `text`: from, up to and without to */
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

interface Line {
  readonly place: HitPlace;
  readonly title: string;
  readonly text: string;
  readonly folded: string;
  /** titles and terms weigh more than prose */
  readonly weight: number;
}

const mostHits = 50;
/** Characters that are read at least for a piece of text: a question has choices and feedback beside its prompt. */
const leastRead = 250;

/** A course made ready for being searched at every keystroke, a piece at a time: reading a large one takes seconds. */
export class SearchIndex {
  readonly lines: Line[] = [];
  readonly #pieces: Generator<number, void>;
  #isWhole = false;

  constructor(course: Course) {
    this.#pieces = this.#gather(course);
  }

  /** Every line of the course is in it. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Takes in more of the course: about so many characters of it, a whole lesson or quiz at least. */
  extend(characters: number): void {
    for (let left = characters; left > 0; ) {
      const { done, value } = this.#pieces.next();
      if (done === true) this.#isWhole = true;
      if (done === true) return;
      left -= value;
    }
  }

  /** Gathers the lines of the course; gives how many characters each piece had. */
  *#gather({ glossary, stages }: Course): Generator<number, void> {
    yield this.#add(glossaryLines(glossary));
    for (const { lessons, quizzes, missions } of stages) {
      for (const lesson of lessons) yield this.#add(lessonLines(lesson));
      for (const quiz of quizzes) yield this.#add(quizLines(quiz));
      for (const mission of missions) yield this.#add(missionLines(mission));
    }
  }

  #add(texts: Iterable<Text>): number {
    let characters = 0;
    for (const { text, ...about } of texts) {
      characters += Math.max(text.length, leastRead);
      for (const line of sentences(text)) this.lines.push({ ...about, text: line, folded: folded(line) });
    }
    return Math.max(1, characters);
  }
}

/** Every line of text of a course, gathered at once. */
export function searchIndex(course: Course): SearchIndex {
  const index = new SearchIndex(course);
  while (!index.isWhole) index.extend(Number.MAX_SAFE_INTEGER);
  return index;
}

type Text = Omit<Line, 'folded'>;

function* glossaryLines(glossary: Course['glossary']): Generator<Text> {
  for (const { term, tokens } of glossary) {
    const text = plainWords(tokens);
    const about = { place: { kind: 'glossary', term }, title: term } as const;
    yield { ...about, text: term, weight: 5 };
    yield { ...about, text, weight: 2 };
  }
}

function* lessonLines({ id, title: lesson, pages }: Lesson): Generator<Text> {
  for (const [page, content] of pages.entries()) {
    const place = { kind: 'lesson', lesson: id, page } as const;
    const title = content.title === lesson ? lesson : `${lesson} › ${content.title}`;
    if (page === 0) yield { place, title, text: lesson, weight: 4 };
    if (content.title !== lesson) yield { place, title, text: content.title, weight: 4 };
    yield { place, title, text: wordsOfPage(content), weight: 1 };
  }
}

function* quizLines({ id, title, questions, exam }: Quiz): Generator<Text> {
  // what an exam asks is read when it is taken
  for (const question of exam === undefined ? questions : []) {
    const place = { kind: 'quiz', quiz: id, question: question.id } as const;
    yield { place, title, text: plainWords(question.prompt), weight: 1 };
  }
}

/** What is told before the play: a search is no way to the debrief. */
function* missionLines({ id, title, summary, briefing }: Mission): Generator<Text> {
  const place = { kind: 'mission', mission: id } as const;
  yield { place, title, text: title, weight: 4 };
  yield { place, title, text: summary, weight: 2 };
  yield { place, title, text: plainWords(briefing), weight: 1 };
}

/** Text as lines for a list of hits: sentences, list items and rows, however the author broke the lines. */
function sentences(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\n\n|\n(?=- )|\n(?=[^\n]* \| )|(?<=[.!?:]["')]?)\s+(?=\S)/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

/**
 * The lines in which every word of the query occurs, best first: titles and terms before prose, whole words
 * and beginnings before middles, one hit a place. Answers never match: a search is no way to peek.
 */
export function search(index: SearchIndex, query: string): readonly SearchHit[] {
  const words = folded(query.normalize('NFC'))
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const best = new Map<HitPlace, { readonly line: Line; readonly score: number }>();
  for (const line of index.lines) {
    const score = scoreOf(line, words);
    if (score > (best.get(line.place)?.score ?? 0)) best.set(line.place, { line, score });
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, mostHits)
    .map(({ line: { place, title, text, folded: inText } }) => ({
      place,
      title,
      text,
      ranges: ranges(inText, words),
    }));
}

/** 0 when a word is missing. */
function scoreOf(line: Line, words: readonly string[]): number {
  let score = 0;
  for (const word of words) {
    const at = line.folded.indexOf(word);
    if (at === -1) return 0;
    const begins = isEdge(line.folded, at - 1);
    const ends = isEdge(line.folded, at + word.length);
    score += begins && ends ? 12 : begins ? 6 : 1;
  }
  return score * line.weight;
}

function isEdge(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** Every occurrence of a word, in order; those that touch become one. */
function ranges(text: string, words: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
      found.push([at, at + word.length]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined: [number, number][] = [];
  for (const [from, to] of found) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/**
 * Small letters without accents. Every UTF-16 unit stays one unit, so that places in the folded text
 * are places in the text itself.
 */
function folded(text: string): string {
  // every letter of most texts is its own
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    const bare = unit.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    result += bare.length === 1 ? bare : unit;
  }
  return result;
}
