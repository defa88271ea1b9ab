import { simulator as words } from '../../../messages/simulator.ts';
import type { StoryLine } from '../../../story/story.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, gap, padded, widthOf, wrapped } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { clockOf } from './clock.ts';
import { type Run, SECOND } from './run.ts';

const WIDEST_NAME = 12;
/** `00:15.4` */
const TIME = 7;

/** What the rows of a log are made of. */
type Logged = Pick<Run, 'log'>;

/** The log as rows, oldest first: time, who, and the sentence, wrapped beside them. */
export function logRows(run: Logged, context: Context): readonly Row[] {
  return rowsOf(run.log, nameWidth(run), context);
}

function rowsOf(lines: readonly StoryLine[], name: number, context: Context): readonly Row[] {
  const room = Math.max(10, context.columns - TIME - name - 5);
  return lines.flatMap(({ t, who, text, tone }) => {
    const [first = [], ...more] = wrapped(text, room, tone);
    return [
      [
        gap(1),
        span(`${clockOf(Math.round(t * SECOND))}  `, 'dim'),
        span(padded(who, name), 'dim'),
        gap(2),
        ...first,
      ],
      ...more.map((row) => [gap(TIME + name + 5), ...row]),
    ];
  });
}

/** In fewer rows than these a line is cut, so that as many as possible are seen. */
const FEW = 4;

/** So long what was done last stays in sight, whatever follows from it. */
const DEED_STAYS = 20;

/** The newest lines; where there are few, the last fault is among them for a while. */
function newestOf(log: readonly StoryLine[], count: number): readonly StoryLine[] {
  const newest = count <= 0 ? [] : log.slice(-count);
  const deed = log.findLast(({ tone }) => tone === 'accent');
  const [oldest] = newest;
  const last = newest.at(-1);
  if (deed === undefined || oldest === undefined || last === undefined) return newest;
  const isLost = !newest.includes(deed) && deed.t > last.t - DEED_STAYS;
  return isLost && count > 1 && count < FEW ? [deed, ...newest.slice(1)] : newest;
}

/** The newest rows that fit. */
export function newestRows(run: Logged, count: number, context: Context): readonly Row[] {
  const newest = newestOf(run.log, count);
  const name = nameWidth(run);
  if (count >= FEW) return wholeLines(newest, count, name, context);
  const { columns, glyphs } = context;
  return newest
    .flatMap((line) => rowsOf([line], name, { ...context, columns: 1000 }))
    .map((row) => clipRow(row, columns, glyphs.ellipsis));
}

/** As many lines as fit whole: a sentence never begins in its middle. */
function wholeLines(
  lines: readonly StoryLine[],
  count: number,
  name: number,
  context: Context,
): readonly Row[] {
  let rows: readonly Row[] = [];
  for (const line of lines.toReversed()) {
    const more = [...rowsOf([line], name, context), ...rows];
    if (more.length > count) break;
    rows = more;
  }
  return rows;
}

/** As wide as the longest name so far: room is dear, and sentences jump only when somebody new speaks. */
function nameWidth({ log }: Logged): number {
  const names = new Set(['users', ...log.map(({ who }) => who)]);
  return Math.min(WIDEST_NAME, Math.max(...[...names].map(widthOf)));
}

export function emptyLog(hint: readonly string[], columns: number): readonly Row[] {
  const lines = hint.length === 0 ? [words.emptyLog] : hint;
  return lines.flatMap((line) => wrapped(line, columns - 2, 'dim').map((row) => [gap(1), ...row]));
}
