/** Requests as little graphs, a sign a second, and the figures beside them. */
import { simulator as words } from '../../../messages/simulator.ts';
import type { SecondView, WorldView } from '../../../simulator/view.ts';
import type { Row, Span, Tone } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, gap, padded, rowWidth } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { latency } from './overlay.ts';

/** From nothing to everything. */
const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];
const ASCII_BARS = ['_', '.', ':', '-', '=', '+', '#'];

const LABEL = 9;
const VALUE = 6;
const FIGURES = 24;
const WIDEST = 60;

/** How many seconds the graphs show. */
export function graphSeconds({ columns }: Context): number {
  return Math.max(10, Math.min(WIDEST, columns - LABEL - VALUE - FIGURES - 7));
}

/** `answered ▇▇▇▄▄▇  100/s   availability 99.1 %`, `waiting`, `failed`. */
export function graphRows(now: WorldView, second: WorldView, context: Context): readonly Row[] {
  const shown = seconds(second, graphSeconds(context));
  const { traffic, writes, reads } = now;
  const scale = scaleOf(shown, traffic.rate);
  const row = (
    label: string,
    counts: (of: SecondView) => number,
    value: string,
    tone: Tone,
    figure: Row,
  ): Row => {
    const width = graphSeconds(context);
    const bars = shown.map((each) => bar(counts(each), scale, context.ascii));
    const isQuiet = shown.every((each) => counts(each) === 0);
    const parts = [
      gap(1),
      span(padded(label, LABEL), 'dim'),
      gap(width - bars.length),
      span(bars.join(''), isQuiet ? 'dim' : tone),
      span(value.padStart(VALUE + 1)),
      gap(3),
      ...figure,
    ];
    return clipRow(parts, context.columns, context.glyphs.ellipsis);
  };
  const lost = span(
    reads.stale > 0 ? words.lostAndStale(writes.lost) : words.lost(writes.lost),
    writes.lost > 0 ? 'bad' : 'dim',
  );
  const stale = reads.stale > 0 ? [gap(2), span(words.stale(reads.stale), 'warn')] : [];
  return [
    row(words.graphs.answered, ({ ok }) => ok, words.rate(traffic.answered), 'good', availability(now)),
    row(words.graphs.waiting, waitingIn, `${second.traffic.waiting}`, 'warn', [
      span(words.p95(latency(traffic.p95))),
    ]),
    row(words.graphs.failed, ({ failed }) => failed, words.rate(traffic.failed), 'bad', [lost, ...stale]),
  ];
}

/** The same in one row, for where there is no room for three. */
export function oneRow(now: WorldView, second: WorldView, context: Context): Row {
  const { traffic } = now;
  const figure = (label: string, value: string, tone: Tone): Span[] => [
    span(`${label} `, 'dim'),
    span(value, tone),
    gap(2),
  ];
  const figures = [
    ...figure(words.graphs.answered, words.rate(traffic.answered), 'plain'),
    ...figure(words.graphs.waiting, `${second.traffic.waiting}`, 'plain'),
    ...figure(words.graphs.failed, words.rate(traffic.failed), traffic.failed > 0 ? 'bad' : 'plain'),
    ...availability(now),
  ];
  const room = Math.max(0, Math.min(20, context.columns - rowWidth(figures) - 4));
  const shown = seconds(second, room);
  const scale = scaleOf(shown, traffic.rate);
  const bars = shown.map((each) => {
    const bad = each.failed + waitingIn(each);
    return span(bar(each.ok, scale, context.ascii), bad > 0 ? 'warn' : 'good');
  });
  const row = [gap(1), gap(room - bars.length), ...joined(bars), gap(room > 0 ? 2 : 0), ...figures];
  return clipRow(row, context.columns, context.glyphs.ellipsis);
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

/** Some are always under way; only what is more than that is seen as waiting. */
function waitingIn({ unfinished, total }: SecondView): number {
  return unfinished < Math.max(3, total * 0.1) ? 0 : unfinished;
}

/** Whole seconds only: one that has just begun would look like a fall. */
function seconds(view: WorldView, count: number): readonly SecondView[] {
  return count === 0 ? [] : view.seconds.slice(-count);
}

/** Chance makes some seconds busier than others: the highest bar is a little under the busiest. */
function scaleOf(shown: readonly SecondView[], rate: number): number {
  return Math.max(1, rate, ...shown.map(({ total }) => total * 0.8));
}

/** Anything at all is seen. */
function bar(count: number, scale: number, ascii: boolean): string {
  const bars = ascii ? ASCII_BARS : BARS;
  const top = bars.length - 1;
  const level = count === 0 ? 0 : Math.max(1, Math.min(top, Math.round((count / scale) * bars.length)));
  return bars[level] ?? '';
}

function availability({ traffic }: WorldView): Row {
  // never rounded up to all
  const percent = Math.floor(traffic.availability * 1000) / 10;
  const text = percent === 100 ? '100' : percent.toFixed(1);
  return [span(words.availability(text), percent === 100 ? 'plain' : percent >= 99 ? 'warn' : 'bad')];
}
