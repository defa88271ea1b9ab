/** Two charts of what the users saw, the numbers between them, and what the change is worth in a sentence. */
import { overBudget } from '../../../messages/budget.ts';
import { compareWords as words } from '../../../messages/compare.ts';
import type { ComparedRun, Difference } from '../../../story/compare/side-by-side.ts';
import type { Row, Tone } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, gap, height, indent, padded, wrapped } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { chartRows } from '../simulator/charts.ts';
import { newestRows } from '../simulator/log-rows.ts';
import type { Comparing } from './state.ts';

/** Columns of a number, from so many columns of the window on. */
const NUMBERS = [
  { from: 100, width: 13, names: words.long },
  { from: 76, width: 8, names: words.short },
  { from: 0, width: 7, names: words.short },
] as const;
const COLUMNS = ['usersHurt', 'failed', 'slow', 'outageSeconds', 'writesLost', 'hosts'] as const;
/** From so many rows on the charts are twice as tall. */
const ROOMY = 30;
const FEWEST_LOG = 2;

export function compareRows(state: Comparing, context: Context): readonly Row[] {
  const { pair, change } = state;
  const name = nameOf(change);
  const plan = { tall: context.rows >= ROOMY ? 2 : 1, latency: false, axis: context.rows >= ROOMY };
  const chart = (run: ComparedRun) => chartRows(run.told.view, plan, context);
  const sentence = indent(wrapped(words.sentence(name, pair.difference), context.columns - 2, 'strong'), 1);
  const excess =
    state.excess === undefined
      ? []
      : indent(wrapped(overBudget(state.excess), context.columns - 2, 'bad'), 1);
  const top = (air: readonly Row[]) => [
    heading(words.asItIs, context),
    ...chart(pair.before),
    ...air,
    ...numberRows(state, name, context),
    ...air,
    heading(words.with(name), context),
    ...chart(pair.after),
    EMPTY,
    ...sentence,
    ...excess,
  ];
  const tight = top([]);
  const left = context.rows - tight.length;
  // air where there is plenty of room, or too little for anything better
  const airy = context.rows >= ROOMY || (left >= 2 && logRoom(left) < FEWEST_LOG);
  const shown = airy ? top([EMPTY]) : tight;
  return [...shown, ...logs(state, name, context.rows - shown.length, context)];
}

/** `set redispatch=on` is known by what it sets. */
export function nameOf(change: string): string {
  return change.replace(/^set /, '');
}

function heading(text: string, { columns, glyphs }: Context): Row {
  const shown = ` ${text} `;
  return [span(shown, 'strong'), span(glyphs.rule.repeat(Math.max(0, columns - shown.length)), 'dim')];
}

function numberRows({ pair }: Comparing, name: string, { columns }: Context): readonly Row[] {
  const { width, names } = NUMBERS.find(({ from }) => columns >= from) ?? NUMBERS[2];
  const least = words.difference.length + 1;
  const shown = COLUMNS.slice(0, Math.floor((columns - least - 2) / width));
  const most = Math.max(least, columns - shown.length * width - 2);
  const label = Math.min(most, Math.max(least, words.asItIs.length, name.length) + 1);
  const { before, after, difference } = pair;
  const [was, is] = [before.sum, after.sum];
  const line = (text: string, numbers: readonly string[], tone: (index: number) => Tone): Row => [
    gap(1),
    span(padded(text.length < label ? text : words.changed, label), 'dim'),
    ...numbers.map((number, index) => span(number.padStart(width), tone(index))),
  ];
  const counts = (sum: Difference) => shown.map((column) => sum[column]);
  const differences = counts(difference);
  return [
    line(
      '',
      shown.map((column) => names[column]),
      () => 'dim',
    ),
    line(words.asItIs, counts(was).map(String), () => 'plain'),
    line(name, counts(is).map(String), () => 'plain'),
    line(
      words.difference,
      differences.map((number) => (number > 0 ? `+${number}` : `${number}`)),
      (index) => toneOf(differences[index] ?? 0),
    ),
  ];
}

/** Less of each of these is better. */
function toneOf(difference: number): Tone {
  return difference === 0 ? 'dim' : difference < 0 ? 'good' : 'bad';
}

/** Rows for each of two logs, under their headings. */
function logRoom(room: number): number {
  return Math.floor((room - 2) / 2);
}

/** What happened in each, the newest lines, where there is room for both. */
function logs({ pair }: Comparing, name: string, room: number, context: Context): readonly Row[] {
  const each = logRoom(room);
  if (each < FEWEST_LOG) return [];
  const part = (title: string, { told }: ComparedRun) => [
    heading(title, context),
    ...height(newestRows({ log: told.lines }, each, context), each),
  ];
  return [...part(words.happened(words.asItIs), pair.before), ...part(words.happened(name), pair.after)];
}
