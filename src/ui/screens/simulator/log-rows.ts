import { simulator as words } from '../../../messages/simulator.ts';
import type { StoryLine } from '../../../story/story.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, gap, padded, widthOf, wrapped } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import type { Run } from './run.ts';

const WIDEST_NAME = 12;
/** `99.9`; an hour takes two more */
const TIME = 5;

/** What the rows of a log are made of. */
type Logged = Pick<Run, 'log' | 'topology'>;

/** The log as rows, oldest first: time, who, and the sentence, wrapped beside them. */
export function logRows(run: Logged, context: Context): readonly Row[] {
  return rowsOf(run.log, nameWidth(run), context);
}

function rowsOf(lines: readonly StoryLine[], name: number, context: Context): readonly Row[] {
  const time = Math.max(TIME, ...lines.slice(-1).map(({ t }) => t.toFixed(1).length));
  const room = Math.max(10, context.columns - time - name - 5);
  return lines.flatMap(({ t, who, text, tone }) => {
    const [first = [], ...more] = wrapped(text, room, tone);
    return [
      [
        gap(1),
        span(`${t.toFixed(1).padStart(time)}  `, 'dim'),
        span(padded(who, name), 'dim'),
        gap(2),
        ...first,
      ],
      ...more.map((row) => [gap(time + name + 5), ...row]),
    ];
  });
}

/** In fewer rows than these a line is cut, so that as many as possible are seen. */
const FEW = 4;

/** The newest rows that fit. */
export function newestRows(run: Logged, count: number, context: Context): readonly Row[] {
  const newest = count <= 0 ? [] : run.log.slice(-count);
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

/** As wide as the longest name that may stand there, so that the sentences don't jump. */
function nameWidth({ log, topology }: Logged): number {
  const always = ['users', ...topology.components.map(({ id }) => id), topology.monitoring?.service ?? ''];
  const names = new Set([...always, ...log.map(({ who }) => who)]);
  return Math.min(WIDEST_NAME, Math.max(...[...names].map(widthOf)));
}

export function emptyLog(hint: readonly string[], columns: number): readonly Row[] {
  const lines = hint.length === 0 ? [words.emptyLog] : hint;
  return lines.flatMap((line) => wrapped(line, columns - 2, 'dim').map((row) => [gap(1), ...row]));
}
