/**
 * What somebody sees who has nothing but the monitoring service: alerts, samples, and the plan of the site. The
 * simulator's monitor eye won't do: it marks what is otherwise in truth.
 */
import type { Mission } from '../../../course/model.ts';
import { missionScreen as words } from '../../../messages/missions.ts';
import { simulator } from '../../../messages/simulator.ts';
import type { TimedFault } from '../../../simulator/faults/fault.ts';
import type { MonitorSample } from '../../../simulator/report.ts';
import type { Row, Span } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, gap, height, wrapped } from '../../../text/row-layout.ts';
import { drawTopology } from '../../../topology/draw/draw.ts';
import type { Overlay } from '../../../topology/draw/drawing.ts';
import { whatItIs } from '../../../topology/draw/labels.ts';
import type { Component } from '../../../topology/types.ts';
import type { Context } from '../../screen.ts';
import { listRows } from '../simulator/list-rows.ts';
import { alertWords } from '../simulator/monitor-rule.ts';
import { SECOND } from '../simulator/run.ts';
import type { Live } from '../simulator/state.ts';
import type { Running } from './state.ts';

/** Rows that samples and alerts need at least. */
const FEWEST = 6;

/** The board as rows; the site is drawn as its file has it, without what is true of it now. */
export function boardRows(
  sim: Live,
  { samples }: Running,
  mission: Mission,
  context: Context,
): readonly Row[] {
  const { columns, rows, glyphs } = context;
  const { topology } = sim.run;
  const { monitor } = sim.view;
  if (topology.monitoring === undefined || monitor === undefined) {
    return wrapped(words.noMonitor(mission.title), columns - 2, 'warn').map((row) => [gap(1), ...row]);
  }
  const room = Math.max(0, rows - FEWEST);
  const over = listOver(sim, context);
  const drawn = over ?? drawingRows(sim, room, context);
  const head: Row =
    monitor.firing.length === 0
      ? [gap(1), span(words.noAlert, 'good')]
      : [gap(1), span(alertWords(monitor.firing, columns - 2), 'bad')];
  const known = [...samples.map(sampleLine), ...sim.run.done.map(deedLine)].sort((x, y) => y.t - x.t);
  const list = known.length === 0 ? [[gap(1), span(words.noSample, 'dim')]] : known.map(({ row }) => row);
  const title: Row = [gap(1), span(words.board(monitor.service), 'strong')];
  const all = [...drawn, EMPTY, title, head, ...list].map((row) => clipRow(row, columns, glyphs.ellipsis));
  const last: readonly Row[] = sim.notice === '' ? [] : [[gap(1), span(sim.notice, 'warn')]];
  return [...height(all, rows - last.length), ...last.map((row) => clipRow(row, columns, glyphs.ellipsis))];
}

/** The site as its file has it, with what is chosen. */
function drawingRows(sim: Live, room: number, { columns, ascii }: Context): readonly Row[] {
  const { topology } = sim.run;
  const what = (component: Component) => whatItIs(component).at(-1) ?? '';
  const overlay: Overlay = {
    components: new Map(
      topology.components.map((each) => [each.id, { state: what(each), tone: 'dim', right: '' }]),
    ),
    under: new Map(),
    hosts: new Map(),
    cut: new Set(),
    users: '',
    chosen: sim.chosen,
  };
  const drawing = drawTopology(topology, { width: columns, height: Math.max(1, room), ascii, overlay });
  return drawing.rows.slice(0, room);
}

/** The list of faults, where it lies over the site. */
function listOver(sim: Live, context: Context): readonly Row[] | undefined {
  if (sim.panel?.kind !== 'faults') return undefined;
  return listRows(sim, sim.panel.list, context.rows - FEWEST, context);
}

/** A row of the board, and when it is about: seconds. */
interface Line {
  readonly t: number;
  readonly row: Row;
}

function deedLine({ at, fault }: TimedFault): Line {
  const t = at / SECOND;
  return { t, row: [timeOf(t), span(words.didIt(fault.words), 'accent')] };
}

function timeOf(t: number): Span {
  return span(` ${t.toFixed(0).padStart(5)} s  `, 'dim');
}

function sampleLine({ t, qps, error_rate: errors, p95_ms: p95, down }: MonitorSample): Line {
  const seen =
    qps === null || errors === null
      ? simulator.monitor.blind
      : simulator.monitor.sees(
          String(Math.round(qps)),
          String(Math.round(errors * 100)),
          p95 === null ? '-' : `${Math.round(p95)} ms`,
        );
  const gone = down.length === 0 ? [] : [span(`, ${simulator.monitor.down(down)}`, 'warn')];
  return { t, row: [timeOf(t), span(seen.join(', ')), ...gone] };
}
