/**
 * What the users saw, a column a second: written down when the second is over, and never changed afterwards. The
 * figures beside the charts are about now, and say over how long.
 */

import { simulator as words } from '../../../messages/simulator.ts';
import type { SimulationEvent } from '../../../simulator/event.ts';
import type { FailedAs, TimelineSecond } from '../../../simulator/timeline.ts';
import type { WorldView } from '../../../simulator/view.ts';
import { columnOf } from '../../../text/cells.ts';
import type { Row, Span, Tone } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, gap, padded, rowWidth } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { barRows } from './bars.ts';
import { latency } from './overlay.ts';

const LABEL = columnOf(
  [words.charts.answered, words.charts.failed, words.charts.waiting, words.charts.latency],
  1,
);
const VALUE = 6;
const FIGURE = 26;
/** seconds over which the figures beside the charts are taken */
const NOW = 5;
/** whoever waits longer is shown by the age of the oldest, not by how fast the answered were */
export const LONG_WAIT = 1_000_000;
/** under this share the users notice */
const WELL = 99;

/** How much of the charts there is room for. */
export interface ChartPlan {
  /** rows of each of the three charts */
  readonly tall: number;
  /** a row with the time of answers */
  readonly latency: boolean;
  /** a row with what happened when */
  readonly axis: boolean;
}

/** How many rows they take. */
export function chartHeight({ tall, latency, axis }: ChartPlan): number {
  return 3 * tall + (latency ? tall : 0) + (axis ? 1 : 0);
}

/** How many seconds the charts show. */
export function chartSeconds({ columns }: Context): number {
  return Math.max(10, columns - LABEL - VALUE - FIGURE - 6);
}

/** `answered ▇▇▇▄▄▇  100/s   52 % served (5 s)`, `failed`, `waiting`, and below them what there is room for. */
export function chartRows(view: WorldView, plan: ChartPlan, context: Context): readonly Row[] {
  const shown = view.timeline.slice(-chartSeconds(context));
  const last = shown.at(-1);
  const scale = Math.max(1, view.traffic.rate * 1.1, ...shown.map(({ started }) => started * 0.8));
  const chart = (label: string, take: (second: TimelineSecond) => number, most: number) => {
    const values = shown.map(take);
    return (tone: Tone, value: string, figure: Row) =>
      chartOf({ label, values, scale: most, tone, value, figure }, plan.tall, context);
  };
  const answered = chart(words.charts.answered, ({ ok }) => ok, scale);
  const failed = chart(words.charts.failed, (second) => second.failed, scale);
  const waiting = chart(words.charts.waiting, waitingIn, Math.max(scale, ...shown.map(waitingIn)));
  const slowest = Math.max(1, ...shown.map(({ p95 }) => p95 ?? 0));
  const times = chart(words.charts.latency, ({ p95 }) => p95 ?? 0, slowest);
  return [
    ...answered('good', words.rate(last?.ok ?? 0), served(shown)),
    ...failed('bad', words.rate(last?.failed ?? 0), whyFailed(view, shown)),
    ...waiting('warn', `${last?.waiting ?? 0}`, plan.latency ? oldestWait(view) : waitOrLatency(view)),
    ...(plan.latency ? times('accent', milliseconds(last?.p95), medianOf(last)) : []),
    ...(plan.axis ? [axisRow(view.events, shown, context)] : []),
  ];
}

/** One chart: its name, a value a column, the value that fills its height, and what stands beside it. */
export interface Chart {
  readonly label: string;
  readonly values: readonly number[];
  readonly scale: number;
  readonly tone: Tone;
  readonly value: string;
  readonly figure: Row;
}

/** The label and the figures stand on the chart's last row. */
export function chartOf(
  { label, values, scale, tone, value, figure }: Chart,
  tall: number,
  context: Context,
): readonly Row[] {
  const width = chartSeconds(context);
  const rows = barRows(values, scale, tall, context.ascii);
  return rows.map((bars, index) => {
    const isLast = index === rows.length - 1;
    const parts = [
      gap(1),
      isLast ? span(padded(label, LABEL), 'dim') : gap(LABEL),
      gap(width - values.length),
      span(bars, tone),
      ...(isLast ? [span(value.padStart(VALUE + 1)), gap(2), ...figure] : []),
    ];
    return clipRow(parts, context.columns, context.glyphs.ellipsis);
  });
}

/** Share of the requests of the last seconds that were answered well; undefined when nobody came. */
export function servedPercent(shown: readonly TimelineSecond[]): number | undefined {
  const recent = shown.slice(-NOW);
  const started = sum(recent.map((second) => second.started));
  if (started === 0) return undefined;
  // some of those who came are always still on their way, and some came before
  const under = Math.min(1, (sum(recent.map(({ ok }) => ok)) + onTheWay(recent)) / started);
  const failed = sum(recent.map((second) => second.failed));
  return Math.min(Math.floor(under * 100), failed > 0 ? 99 : 100);
}

/** Requests that came in the last moments of the window, and are no reason to worry. */
function onTheWay(recent: readonly TimelineSecond[]): number {
  const last = recent.at(-1);
  return last === undefined || last.oldestWait > LONG_WAIT ? 0 : last.waiting;
}

function served(shown: readonly TimelineSecond[]): Row {
  const percent = servedPercent(shown);
  if (percent === undefined) return [];
  const tone: Tone = percent >= WELL ? 'plain' : percent > 0 ? 'warn' : 'bad';
  return [span(words.charts.served(percent), tone), span(` ${words.charts.window(NOW)}`, 'dim')];
}

/** What the failed got, and from whom; where nobody failed, what was lost or stale. */
function whyFailed({ writes, reads }: WorldView, shown: readonly TimelineSecond[]): Row {
  const [most, ...others] = totals(shown.slice(-NOW));
  if (most !== undefined) {
    const more = others.length === 0 ? '' : ` ${words.charts.otherCauses(others.length)}`;
    return [span(words.charts.cause(most.outcome, most.by), 'bad'), span(more, 'dim')];
  }
  const lost = writes.lost > 0 ? [span(words.lost(writes.lost), 'bad')] : [];
  const stale = reads.stale > 0 ? [span(words.stale(reads.stale), 'warn')] : [];
  const both = [...lost, ...stale];
  return both.length === 2 ? [...lost, gap(2), ...stale] : both;
}

function totals(seconds: readonly TimelineSecond[]): readonly FailedAs[] {
  const byCause = new Map<string, FailedAs>();
  for (const each of seconds.flatMap(({ failedAs }) => failedAs)) {
    const key = `${each.outcome} ${each.by}`;
    byCause.set(key, { ...each, count: (byCause.get(key)?.count ?? 0) + each.count });
  }
  return [...byCause.values()].sort((a, b) => b.count - a.count);
}

/** How long somebody waits, where that is long. */
function oldestWait({ oldestWait }: WorldView): Row {
  return oldestWait > LONG_WAIT
    ? [span(words.charts.oldest((oldestWait / 1_000_000).toFixed(1)), 'warn')]
    : [];
}

/** While somebody waits for long, the answers of the others are no comfort. */
function waitOrLatency(view: WorldView): Row {
  const { p95 } = view.traffic;
  if (view.oldestWait > LONG_WAIT || p95 === undefined) return oldestWait(view);
  return [span(words.p95(latency(p95))), span(` ${words.charts.window(10)}`, 'dim')];
}

function milliseconds(micros: number | undefined): string {
  return micros === undefined ? '' : latency(micros / 1000).replace(' ', '');
}

function medianOf(last: TimelineSecond | undefined): Row {
  return last?.p50 === undefined ? [] : [span(words.charts.median(latency(last.p50 / 1000)), 'dim')];
}

/** Some are always under way; only what is more than that is seen as waiting. */
function waitingIn({ waiting, started }: TimelineSecond): number {
  return waiting < Math.max(3, started * 0.1) ? 0 : waiting;
}

/** What was done, and what was noticed, under the second in which it happened. */
function axisRow(
  events: readonly SimulationEvent[],
  shown: readonly TimelineSecond[],
  context: Context,
): Row {
  const { ascii, columns, glyphs } = context;
  const signs = ascii ? { fault: '^', noticed: '*' } : { fault: '▲', noticed: '◆' };
  const seconds = new Map<number, 'fault' | 'noticed'>();
  for (const event of events) {
    const second = Math.floor(event.t);
    if ('fault' in event) seconds.set(second, 'fault');
    else if (!seconds.has(second)) seconds.set(second, 'noticed');
  }
  const marks = shown.map(({ t }): Span => {
    const mark = seconds.get(t);
    if (mark === undefined) return span(glyphs.rule, 'dim');
    return span(signs[mark], mark === 'fault' ? 'accent' : 'plain');
  });
  const parts = [
    gap(1 + LABEL),
    gap(chartSeconds(context) - shown.length),
    ...joined(marks),
    gap(3),
    span(words.charts.marks(signs.fault, signs.noticed), 'dim'),
  ];
  return clipRow(parts, columns, glyphs.ellipsis);
}

/** The same in one row, for where there is no room for three: as many of the figures as it holds whole. */
export function oneRow(view: WorldView, context: Context): Row {
  const figures = figuresIn(view, context.columns - 2, context);
  const room = Math.max(0, Math.min(20, context.columns - rowWidth(figures) - 4));
  const shown = room === 0 ? [] : view.timeline.slice(-room);
  const scale = Math.max(1, view.traffic.rate * 1.1, ...shown.map(({ started }) => started * 0.8));
  const bars =
    barRows(
      shown.map(({ ok }) => ok),
      scale,
      1,
      context.ascii,
    )[0] ?? '';
  const marked = [...bars].map((bar, index) => {
    const second = shown[index];
    const isWell = second === undefined || second.failed + waitingIn(second) === 0;
    return span(bar, isWell ? 'good' : 'warn');
  });
  const row = [gap(1), gap(room - shown.length), ...joined(marked), gap(room > 0 ? 2 : 0), ...figures];
  return clipRow(row, context.columns, context.glyphs.ellipsis);
}

/** How users fare, why, and the numbers, in this order; what doesn't fit is left out, and the first is always there. */
function figuresIn(view: WorldView, room: number, { ascii }: Context): Row {
  const last = view.timeline.at(-1);
  const figure = (label: string, value: string, tone: Tone): Row => [
    span(`${label} `, 'dim'),
    span(value, tone),
  ];
  const failed = last?.failed ?? 0;
  const [first = [], ...others] = [
    served(view.timeline),
    whyFailed(view, view.timeline),
    view.oldestWait > LONG_WAIT ? waitOrLatency(view) : [],
    figure(words.charts.answered, words.rate(last?.ok ?? 0), 'plain'),
    figure(words.charts.waiting, `${last?.waiting ?? 0}`, 'plain'),
    figure(words.charts.failed, words.rate(failed), failed > 0 ? 'bad' : 'plain'),
  ].filter((part) => part.length > 0);
  const between = span(ascii ? ' | ' : ' │ ', 'dim');
  const row = [...first];
  for (const part of others) if (rowWidth([...row, between, ...part]) <= room) row.push(between, ...part);
  return row;
}

function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const each of spans) {
    const last = all.at(-1);
    if (last !== undefined && last.tone === each.tone)
      all[all.length - 1] = span(last.text + each.text, each.tone);
    else all.push(each);
  }
  return all;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
