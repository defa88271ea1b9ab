/** What somebody sees who has nothing but the monitoring service: alerts, samples, and the plan of the site. */
import type { Mission } from '../../../course/model.ts';
import { missionScreen as words } from '../../../messages/missions.ts';
import { simulator } from '../../../messages/simulator.ts';
import { alertValue } from '../../../messages/simulator-events.ts';
import type { MonitorSample } from '../../../simulator/report.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, gap, height, wrapped } from '../../../text/row-layout.ts';
import { drawTopology } from '../../../topology/draw/draw.ts';
import type { Context } from '../../screen.ts';
import type { Live } from '../simulator/state.ts';
import type { Running } from './state.ts';

/** Rows that samples and alerts need at least. */
const FEWEST = 7;

/** The board as rows; the site is drawn as its file has it, without what is true of it now. */
export function boardRows(
  sim: Live,
  { samples }: Running,
  mission: Mission,
  context: Context,
): readonly Row[] {
  const { columns, rows, ascii, glyphs } = context;
  const { topology } = sim.run;
  const { monitor } = sim.view;
  if (topology.monitoring === undefined || monitor === undefined) {
    return wrapped(words.noMonitor(mission.title), columns - 2, 'warn').map((row) => [gap(1), ...row]);
  }
  const drawn = drawTopology(topology, {
    width: columns,
    height: Math.max(1, rows - FEWEST),
    ascii,
    overlay: undefined,
  }).rows.slice(0, Math.max(0, rows - FEWEST));
  const alerts = monitor.firing.map(({ rule, value }) => alertValue(rule, value));
  const head: Row =
    alerts.length === 0
      ? [gap(1), span(words.noAlert, 'good')]
      : [gap(1), span(simulator.monitor.alert(alerts), 'bad')];
  const newest = [...samples].reverse().map((sample) => sampleRow(sample));
  const list = newest.length === 0 ? [[gap(1), span(words.noSample, 'dim')]] : newest;
  const title: Row = [gap(1), span(words.board(monitor.service), 'strong')];
  const all = [...drawn, EMPTY, title, head, ...list].map((row) => clipRow(row, columns, glyphs.ellipsis));
  return height(all, rows);
}

function sampleRow({ t, qps, error_rate: errors, p95_ms: p95, down }: MonitorSample): Row {
  const seen =
    qps === null || errors === null
      ? simulator.monitor.blind
      : simulator.monitor.sees(
          String(Math.round(qps)),
          String(Math.round(errors * 100)),
          p95 === null ? '-' : `${Math.round(p95)} ms`,
        );
  const gone = down.length === 0 ? [] : [span(`, ${simulator.monitor.down(down)}`, 'warn')];
  return [gap(1), span(`${t.toFixed(0).padStart(5)} s  `, 'dim'), span(seen), ...gone];
}
