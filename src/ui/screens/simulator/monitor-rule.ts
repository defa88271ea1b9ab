/** The rule over the log: what the monitoring service believes, which is later and coarser than what the graphs show. */
import { simulator as words } from '../../../messages/simulator.ts';
import { alertValue } from '../../../messages/simulator-events.ts';
import type { FiringAlert } from '../../../simulator/monitor.ts';
import type { MonitorSample } from '../../../simulator/report.ts';
import type { WorldView } from '../../../simulator/view.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, rowWidth, widthOf } from '../../../text/row-layout.ts';
import type { Micros } from '../../../topology/types.ts';
import type { Context } from '../../screen.ts';
import { rule } from '../../widgets/frame.ts';
import { latency } from './overlay.ts';
import { SECOND } from './run.ts';

/** All that ring, or as many as fit and how many more there are: an alert is never cut. */
export function alertWords(firing: readonly FiringAlert[], room: number): string {
  const all = firing.map(({ rule, value }) => alertValue(rule, value));
  for (let count = all.length; count > 1; count--) {
    const rest = count < all.length ? [words.monitor.andMore(all.length - count)] : [];
    const said = words.monitor.alert([...all.slice(0, count), ...rest]);
    if (widthOf(said) <= room) return said;
  }
  return words.monitor.alert([
    ...all.slice(0, 1),
    ...(all.length > 1 ? [words.monitor.andMore(all.length - 1)] : []),
  ]);
}

/** `Sumo Logic, 9 s ago: 101/s, 0 % errors, p95 66 ms, no word of web-2`; undefined before the first sample. */
export function sampleWords(view: WorldView): string | undefined {
  const { monitor } = view;
  if (monitor?.sample === undefined) return undefined;
  const { down } = monitor.sample;
  return `${saidWords(monitor.service, monitor.sample, view.now)} ${seenWords(monitor.sample).join(', ')}${
    down.length === 0 ? '' : `, ${words.monitor.down(down)}`
  }`;
}

function saidWords(service: string, { t }: MonitorSample, now: Micros): string {
  return words.monitor.said(service, Math.max(0, Math.round(now / SECOND - t)));
}

/** The most telling first. */
function seenWords({ qps, error_rate: errors, p95_ms: p95 }: MonitorSample): readonly string[] {
  if (qps === null || errors === null) return words.monitor.blind;
  return words.monitor.sees(
    String(Math.round(qps)),
    String(Math.round(errors * 100)),
    latency(p95 ?? undefined),
  );
}

/**
 * A plain rule where nothing watches or nothing was sampled yet. Over something that the service doesn't tell, `heading`
 * stands before what it says, so that nobody takes one for the other; an alert that it leaves no room for comes first.
 */
export function monitorRule(view: WorldView, context: Context, heading = ''): Row {
  const { monitor, now } = view;
  const { columns, glyphs } = context;
  if (monitor?.sample === undefined) return rule(columns, glyphs);
  const { service, sample, firing } = monitor;
  const before: Row = [span(`${glyphs.rule} ${heading === '' ? '' : `${heading} ${glyphs.rule} `}`, 'dim')];
  const room = columns - rowWidth(before) - 1;
  const alert = firing.length === 0 ? '' : alertWords(firing, room);
  if (heading !== '' && widthOf(alert) > room) return monitorRule(view, context);
  const said: Row = [
    ...before,
    ...(alert === '' ? [] : [span(alert, 'bad'), span(' ')]),
    span(`${saidWords(service, sample, now)} `, 'dim'),
  ];
  const parts = [...said, ...foundIn(sample, columns - rowWidth(said) - 1), span(' ')];
  const rest = Math.max(0, columns - rowWidth(parts));
  return clipRow([...parts, span(glyphs.rule.repeat(rest), 'dim')], columns, glyphs.ellipsis);
}

/** Its figures, as many as leave room for which hosts give no word: that matters more. */
function foundIn(sample: MonitorSample, room: number): Row {
  const silent = sample.down.length === 0 ? [] : [span(words.monitor.down(sample.down), 'warn')];
  const figures = seenWords(sample).map((text) => span(text));
  const listed = (count: number): Row =>
    [...figures.slice(0, count), ...silent].flatMap((part, index) =>
      index === 0 ? [part] : [span(', '), part],
    );
  const least = silent.length === 0 ? 1 : 0;
  let count = figures.length;
  while (count > least && rowWidth(listed(count)) > room) count--;
  return listed(count);
}
