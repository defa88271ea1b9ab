/** The site as somebody sees it who has the monitoring service alone; what is otherwise in truth has a sign. */
import { simulator as words } from '../../../messages/simulator.ts';
import type { WorldView } from '../../../simulator/view.ts';
import { type Detection, detections, type Monitored, monitored } from '../../../story/monitored.ts';
import type { StoryLine } from '../../../story/story.ts';
import type { Glyphs } from '../../../terminal/glyphs.ts';
import type { Row, Tone } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, gap, height, rowWidth, widthOf } from '../../../text/row-layout.ts';
import type { Overlay } from '../../../topology/draw/drawing.ts';
import type { Context } from '../../screen.ts';
import { clockOf } from './clock.ts';
import { monitorCharts } from './monitor-charts.ts';
import { alertWords, sampleWords } from './monitor-rule.ts';
import type { Moment } from './overlay.ts';
import { SECOND } from './run.ts';

/** The drawing's texts: what the newest sample knows, and nothing else. */
export function monitorOverlay({ topology, now, chosen }: Moment, glyphs: Glyphs): Overlay {
  const known = monitored(now);
  const sample = now.monitor?.sample;
  return {
    components: new Map(
      [...known].map(([id, one]) => [id, { state: stateWords(one, glyphs), tone: toneOf(one), right: '' }]),
    ),
    under: new Map(
      topology.components.flatMap((each) =>
        each.kind === 'load-balancer'
          ? [[each.id, each.servers.map(({ id }) => ({ label: id, state: '-', tone: 'dim' as const }))]]
          : [],
      ),
    ),
    hosts: new Map(
      topology.hosts.flatMap(({ id }) =>
        sample?.down.includes(id) ? [[id, { text: words.eye.silent, tone: 'bad' as const }]] : [],
      ),
    ),
    cut: new Set(),
    users: sample?.qps == null ? '' : words.rate(Math.round(sample.qps)),
    chosen,
  };
}

function stateWords({ state, differs }: Monitored, { wrong, differs: sign }: Glyphs): string {
  const said = state === 'gone' ? `${wrong} ${words.eye.gone}` : words.eye[state];
  return differs ? `${said} ${sign}` : said;
}

function toneOf({ state, differs }: Monitored): Tone {
  if (differs) return 'warn';
  return state === 'up' ? 'good' : state === 'gone' ? 'bad' : 'dim';
}

/** Over what stands in place of the charts. */
export function eyeRule({ monitor }: WorldView, { columns, glyphs }: Context): Row {
  const left = ` ${words.eye.title(monitor?.service ?? '')} `;
  return clipRow(
    [
      span(glyphs.rule, 'dim'),
      span(left, 'accent'),
      span(glyphs.rule.repeat(Math.max(0, columns - widthOf(left) - 1)), 'dim'),
    ],
    columns,
    glyphs.ellipsis,
  );
}

/** In place of the charts: the newest sample, alerts, where the truth is another, and how long each death took to be seen. */
export function eyeRows(view: WorldView, count: number, context: Context): readonly Row[] {
  const { monitor } = view;
  const { columns, glyphs } = context;
  const alerts: Row =
    monitor === undefined || monitor.firing.length === 0
      ? [span(words.eye.noAlert, 'dim')]
      : [span(alertWords(monitor.firing, columns - 3), 'bad')];
  const others = [...monitored(view)].flatMap(([id, { differs }]) => (differs ? [id] : []));
  const truth = span(words.eye.otherwise(glyphs.differs, others), others.length === 0 ? 'dim' : 'warn');
  const both = [gap(1), ...alerts, gap(3), truth];
  const rows: readonly Row[] = [
    [gap(1), span(sampleWords(view) ?? words.eye.noSample)],
    ...(rowWidth(both) <= columns
      ? [both]
      : [
          [gap(1), ...alerts],
          [gap(1), truth],
        ]),
    ...detections(view).map((one): Row => [gap(1), span(detectionWords(one))]),
  ];
  const charts = monitorCharts(view, count - rows.length, context);
  const said = rows.map((row) => clipRow(row, columns, glyphs.ellipsis));
  return [...height(said, count - charts.length), ...charts];
}

function detectionWords({ what, about, at, seenAfter, alertAfter }: Detection): string {
  const when = clockOf(Math.round(at * SECOND));
  return words.eye.detected(`${what} ${about}`, when, seenAfter?.toFixed(1), alertAfter?.toFixed(0));
}

/** Of the log, what was done and what the monitoring service said of it. */
export function eyeLog(log: readonly StoryLine[], { monitor }: WorldView): readonly StoryLine[] {
  return log.filter(
    ({ who, of }) => who === monitor?.service || (of.event !== undefined && 'fault' in of.event),
  );
}
