/** A calendar of what comes back: a week a row, a day a cell. */
import { dueByDay } from '../../../learner/due.ts';
import { overview as words } from '../../../messages/overview.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import type { Context } from '../../screen.ts';

const WEEK = 7;
const WEEKS = 4;
const CELL = 4;

/** As wide as the calendar is. */
export const COMING_WIDTH = WEEK * CELL;

/** From Monday to Sunday, this week first; days that are over are left empty. */
export function comingRows({ course, progress, now, glyphs }: Context): readonly Row[] {
  // Sunday is 0
  const before = (new Date(now).getDay() + 6) % WEEK;
  const counts = dueByDay(course, progress, WEEKS * WEEK - before, now);
  const weeks = Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: WEEK }, (_, day) => {
      const index = week * WEEK + day - before;
      const count = counts[index];
      if (count === undefined) return span(' '.repeat(CELL));
      const text = count === 0 ? glyphs.open : String(count);
      return span(text.padStart(CELL), count === 0 ? 'dim' : index === 0 ? 'warn' : 'accent');
    }),
  );
  const head = words.weekdays.map((day) => day.padStart(CELL)).join('');
  return [[span(words.coming, 'strong')], [span(head, 'dim')], ...weeks];
}
