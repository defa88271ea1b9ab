import { plainWords } from '../markdown/words.ts';
import { wordsOfPage } from './lesson-reader.ts';
import type { Lesson, Question } from './model.ts';

/** A page of a lesson. */
export interface PagePlace {
  readonly lesson: string;
  /** from 0 */
  readonly page: number;
  /** the lesson's title and the page's */
  readonly title: string;
}

/**
 * The page to read again after a wrong answer: the one that shares most of the question's rarer words (the inverse
 * document frequency of Spärck Jones, 1972, over these pages). Undefined where no page shares any.
 */
export function mendingPage(question: Question, lessons: readonly Lesson[]): PagePlace | undefined {
  const pages = lessons.flatMap((lesson) => pagesOf(lesson));
  const asked = wordsIn(
    [plainWords(question.prompt), plainWords(question.explanation), itemsOf(question)].join(' '),
  );
  const weight = new Map([...asked].map((word) => [word, rarity(word, pages)]));
  const scored = pages.map(({ place, words }) => {
    const shared = [...asked].filter((word) => words.has(word));
    const score = shared.reduce((sum, word) => sum + (weight.get(word) ?? 0), 0);
    // a long page shares words by its length alone
    return { place, score: score / Math.sqrt(Math.max(1, words.size)) };
  });
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (a, b) => (a === undefined || b.score > a.score ? b : a),
    undefined,
  );
  return best !== undefined && best.score > 0 ? best.place : undefined;
}

interface Page {
  readonly place: PagePlace;
  readonly words: ReadonlySet<string>;
}

const known = new WeakMap<Lesson, readonly Page[]>();

function pagesOf(lesson: Lesson): readonly Page[] {
  const before = known.get(lesson);
  if (before !== undefined) return before;
  const pages = lesson.pages.map((page, index) => {
    const title = page.title === lesson.title ? lesson.title : `${lesson.title} › ${page.title}`;
    const place = { lesson: lesson.id, page: index, title };
    return { place, words: wordsIn(`${title} ${wordsOfPage(page)}`) };
  });
  known.set(lesson, pages);
  return pages;
}

function rarity(word: string, pages: readonly Page[]): number {
  const having = pages.filter(({ words }) => words.has(word)).length;
  return having === 0 ? 0 : Math.log(pages.length / having);
}

function itemsOf({ asks }: Question): string {
  return 'items' in asks ? asks.items.map(({ text }) => text).join(' ') : '';
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}
