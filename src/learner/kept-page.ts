import type { Lesson } from '../course/model.ts';
import type { KeptPage } from './kept-place.ts';

/**
 * The page that was kept, found by its heading: of several under the same, the one nearest to where it was. `isGone`:
 * there is none any more, and this is the page that stands in its place.
 */
export function keptPage(
  lesson: Pick<Lesson, 'pages' | 'original'>,
  page: number,
  kept: KeptPage | undefined,
): { readonly page: number; readonly isGone: boolean } {
  const { pages } = lesson;
  const same = headingsOf(lesson).flatMap((heading, index) => (heading === kept?.heading ? [index] : []));
  const [nearest] = same.toSorted((a, b) => Math.abs(a - page) - Math.abs(b - page));
  const inItsPlace = Math.min(Math.max(0, page), Math.max(0, pages.length - 1));
  return { page: nearest ?? inItsPlace, isGone: kept !== undefined && nearest === undefined };
}

/** What the journal calls the pages of a lesson: in every language by the headings of the original. */
export function headingsOf({ pages, original }: Pick<Lesson, 'pages' | 'original'>): readonly string[] {
  const named = original?.pages.length === pages.length ? original.pages : pages;
  return named.map(({ title }) => title);
}
