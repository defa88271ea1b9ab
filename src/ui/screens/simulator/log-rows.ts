import { simulator as words } from '../../../messages/simulator.ts';
import { storyWords } from '../../../messages/simulator-users.ts';
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

/** In fewer rows than these a line may be cut, so that as many as possible are seen. */
const FEW = 4;

/** So long what was done last stays in sight, whatever follows from it. */
const DEED_STAYS = 20;

/** The newest rows that fit; the last fault is among them for a while. */
export function newestRows({ log }: Logged, count: number, context: Context): readonly Row[] {
  if (count <= 0) return [];
  const fitting = count < FEW ? linesInFew : wholeLines;
  const newest = fitting(log, count, context);
  const deed = log.findLast(({ tone }) => tone === 'accent');
  const last = log.at(-1);
  const isRecent = deed !== undefined && last !== undefined && deed.t > last.t - DEED_STAYS;
  if (!isRecent || count === 1 || newest.lines.includes(deed)) return newest.rows;
  const others = fitting(log, count - 1, context).lines;
  return fitting([deed, ...others], count, context).rows;
}

interface Fitting {
  readonly lines: readonly StoryLine[];
  readonly rows: readonly Row[];
}

/** As many lines as fit whole: a sentence never begins in its middle. */
function wholeLines(log: readonly StoryLine[], count: number, context: Context): Fitting {
  const name = nameWidth({ log });
  let rows: readonly Row[] = [];
  let lines: readonly StoryLine[] = [];
  for (const line of log.slice(-count).toReversed()) {
    const more = [...rowsOf([line], name, context), ...rows];
    if (more.length > count) break;
    rows = more;
    lines = [line, ...lines];
  }
  return { lines, rows };
}

/** A row for each of the newest lines, and to the newest what is left over; else a line is cut. */
function linesInFew(log: readonly StoryLine[], count: number, context: Context): Fitting {
  const lines = log.slice(-count);
  const name = nameWidth({ log: lines });
  const { columns, glyphs } = context;
  let rows: readonly Row[] = [];
  lines.toReversed().forEach((line, index) => {
    const older = lines.length - 1 - index;
    const whole = rowsOf([line], name, context);
    const fits = whole.length <= count - rows.length - older;
    const cut = rowsOf([line], name, { ...context, columns: UNBROKEN });
    rows = [...(fits ? whole : cut.map((row) => clipRow(row, columns, glyphs.ellipsis))), ...rows];
  });
  return { lines, rows };
}

/** No sentence is as long. */
const UNBROKEN = 1000;

/** As wide as the longest name so far: room is dear, and sentences jump only when somebody new speaks. */
function nameWidth({ log }: Logged): number {
  const names = new Set([storyWords.users, ...log.map(({ who }) => who)]);
  return Math.min(WIDEST_NAME, Math.max(...[...names].map(widthOf)));
}

/** What to do while nothing has happened: as many of the hints as fit whole. */
export function emptyLog(hints: readonly string[], columns: number, count: number): readonly Row[] {
  const lines = hints.length === 0 ? [words.emptyLog] : hints;
  let rows: readonly Row[] = [];
  for (const line of lines) {
    const more = [...rows, ...wrapped(line, columns - 2, 'dim').map((row) => [gap(1), ...row])];
    if (more.length > count) break;
    rows = more;
  }
  return rows;
}
