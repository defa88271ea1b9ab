/** What mends a wrong answer: the page to read again, or the mission to play. */
import { plainWords } from '../markdown/words.ts';
import { wordsOfPage } from './lesson-reader.ts';
import type { Lesson, Mission, Question } from './model.ts';

/** A page of a lesson. */
export interface PagePlace {
  readonly lesson: string;
  /** from 0 */
  readonly page: number;
  /** the lesson's title and the page's */
  readonly title: string;
}

/** Something to read, and the words in it. */
interface Text<Place> {
  readonly place: Place;
  readonly words: ReadonlySet<string>;
}

/** Texts that a question is compared with. */
interface Shelf {
  readonly pages: readonly Text<PagePlace>[];
  readonly missions: readonly Text<Mission>[];
  /** word -> in how many of them it stands */
  readonly frequency: ReadonlyMap<string, number>;
}

const nothing: readonly Mission[] = [];

/**
 * The page to read again after a wrong answer: the one that shares most of the question's rarer words (the inverse
 * document frequency of Spärck Jones, 1972, over these pages). Undefined where no page shares any.
 */
export function mendingPage(question: Question, lessons: readonly Lesson[]): PagePlace | undefined {
  const shelf = shelfOf(lessons, nothing);
  return nearest(question, shelf.pages, shelf)?.place;
}

/** The mission that is more about a question than any page is; undefined where a page is. */
export function mendingMission(
  question: Question,
  lessons: readonly Lesson[],
  missions: readonly Mission[],
): Mission | undefined {
  const shelf = shelfOf(lessons, missions);
  const mission = nearest(question, shelf.missions, shelf);
  const page = nearest(question, shelf.pages, shelf);
  return mission !== undefined && mission.score >= (page?.score ?? 0) ? mission.place : undefined;
}

/** The text that shares most of the question's rarer words. */
function nearest<Place>(question: Question, texts: readonly Text<Place>[], shelf: Shelf) {
  const count = shelf.pages.length + shelf.missions.length;
  const weights = [...wordsOf(question)].flatMap((word) => {
    const having = shelf.frequency.get(word);
    return having === undefined || having === count ? [] : [[word, Math.log(count / having)] as const];
  });
  let best: { readonly place: Place; readonly score: number } | undefined;
  for (const { place, words } of texts) {
    let sum = 0;
    for (const [word, weight] of weights) if (words.has(word)) sum += weight;
    // a long page shares words by its length alone
    const score = sum / Math.sqrt(Math.max(1, words.size));
    if (score > (best?.score ?? 0)) best = { place, score };
  }
  return best;
}

const shelves = new WeakMap<readonly Lesson[], WeakMap<readonly Mission[], Shelf>>();

function shelfOf(lessons: readonly Lesson[], missions: readonly Mission[]): Shelf {
  const ofLessons = shelves.get(lessons) ?? new WeakMap<readonly Mission[], Shelf>();
  shelves.set(lessons, ofLessons);
  const shelf = ofLessons.get(missions) ?? filled(lessons, missions);
  ofLessons.set(missions, shelf);
  return shelf;
}

function filled(lessons: readonly Lesson[], missions: readonly Mission[]): Shelf {
  const pages = lessons.flatMap(pagesOf);
  const plays = missions.map((mission) => ({ place: mission, words: wordsOfMission(mission) }));
  const frequency = new Map<string, number>();
  for (const { words } of [...pages, ...plays]) {
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  return { pages, missions: plays, frequency };
}

const known = new WeakMap<Lesson, readonly Text<PagePlace>[]>();

function pagesOf(lesson: Lesson): readonly Text<PagePlace>[] {
  const before = known.get(lesson);
  if (before !== undefined) return before;
  const pages = lesson.pages.flatMap((page, index) => {
    // it asks for what other pages explain
    if (page.blocks.some(({ kind }) => kind === 'whiteboard')) return [];
    const title = page.title === lesson.title ? lesson.title : `${lesson.title} › ${page.title}`;
    const place = { lesson: lesson.id, page: index, title };
    return [{ place, words: wordsIn(`${title} ${wordsOfPage(page)}`) }];
  });
  known.set(lesson, pages);
  return pages;
}

function wordsOfMission({ title, briefing, debrief }: Mission): ReadonlySet<string> {
  return wordsIn([title, plainWords(briefing), plainWords(debrief)].join(' '));
}

function wordsOf(question: Question): ReadonlySet<string> {
  const { asks, prompt, explanation } = question;
  const items = 'items' in asks ? asks.items.map(({ text }) => text).join(' ') : '';
  return wordsIn([plainWords(prompt), plainWords(explanation), items].join(' '));
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}
