import { wordsOfPage } from './lesson-reader.ts';
import { plainWords } from './markdown.ts';
import type { Course } from './model.ts';

/** Where a hit leads. */
export type HitPlace =
  | { readonly kind: 'lesson'; readonly lesson: string; readonly page: number }
  | { readonly kind: 'glossary'; readonly term: string }
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

/** A course made ready for being searched at every keystroke. */
export interface SearchIndex {
  readonly lines: readonly Line[];
}

const mostHits = 50;

/** Gathers every line of text of a course, once. */
export function searchIndex(course: Course): SearchIndex {
  const lines: Line[] = [];
  const add = (place: HitPlace, title: string, text: string, weight: number): void => {
    for (const line of sentences(text))
      lines.push({ place, title, text: line, folded: folded(line), weight });
  };
  for (const { term, text } of course.glossary) {
    const place = { kind: 'glossary', term } as const;
    add(place, term, term, 5);
    add(place, term, text, 2);
  }
  for (const stage of course.stages) {
    for (const lesson of stage.lessons) {
      for (const [page, content] of lesson.pages.entries()) {
        const place = { kind: 'lesson', lesson: lesson.id, page } as const;
        const title = content.title === lesson.title ? lesson.title : `${lesson.title} › ${content.title}`;
        if (page === 0) add(place, title, lesson.title, 4);
        if (content.title !== lesson.title) add(place, title, content.title, 4);
        add(place, title, wordsOfPage(content), 1);
      }
    }
    for (const quiz of stage.quizzes) {
      for (const question of quiz.questions) {
        const place = { kind: 'quiz', quiz: quiz.id, question: question.id } as const;
        add(place, quiz.title, plainWords(question.prompt), 1);
      }
    }
  }
  return { lines };
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
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    const bare = unit.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    result += bare.length === 1 ? bare : unit;
  }
  return result;
}
