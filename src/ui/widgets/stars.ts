import { MOST_STARS } from '../../course/missions/stars.ts';
import type { Span } from '../../text/row.ts';
import { span } from '../../text/row.ts';
import type { Context } from '../screen.ts';

/** `★★☆`: beside the number in words, never alone. */
export function starSpans(stars: number, { glyphs }: Pick<Context, 'glyphs'>): readonly Span[] {
  const won = Math.min(MOST_STARS, stars);
  return [
    span(glyphs.star.repeat(won), 'accent'),
    span(glyphs.noStar.repeat(MOST_STARS - won), 'dim'),
  ].filter(({ text }) => text !== '');
}
