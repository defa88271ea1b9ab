import { searchMeant } from '../course/meant-words.ts';
import type { Course } from '../course/model.ts';
import { type HitPlace, searchIndex } from '../course/search.ts';
import { plainWords } from '../messages/plain.ts';
import { folded } from './prose.ts';

const words = plainWords.search;
const mostShown = 15;

/** Where the course says these words: the id to open, the place, and the line. */
export function searchLines(course: Course, query: string, width: number): string[] {
  if (query === '') return [words.needsWord];
  const { hits, meant } = searchMeant(searchIndex(course), query);
  if (hits.length === 0) return [words.nothing(query)];
  return [
    ...(meant === undefined ? [] : [words.nothing(query)]),
    words.found(hits.length, meant ?? query),
    ...hits
      .slice(0, mostShown)
      .flatMap(({ place, title, text }) => folded(words.hit(idOf(place), title, text), width, '  ', '    ')),
    ...(hits.length > mostShown ? [words.more(hits.length - mostShown)] : []),
  ];
}

function idOf(place: HitPlace): string {
  if (place.kind === 'lesson') return place.lesson;
  if (place.kind === 'mission') return place.mission;
  return place.kind === 'quiz' ? place.quiz : words.glossary;
}
