/** What the monitoring service could draw: a sample stands for all the time since the one before, and the newest seconds are not known yet. */
import { simulator as words } from '../../../messages/simulator.ts';
import type { MonitorSample } from '../../../simulator/report.ts';
import type { WorldView } from '../../../simulator/view.ts';
import type { Row } from '../../../text/row.ts';
import type { Context } from '../../screen.ts';
import { type Chart, chartOf, chartSeconds } from './charts.ts';
import { latency } from './overlay.ts';
import { SECOND } from './run.ts';

const CHARTS = 3;
const MOST_TALL = 5;

/** Requests, errors and the time of answers over the same seconds as the charts of the truth; none where there are too few `rows`. */
export function monitorCharts({ monitor, now }: WorldView, rows: number, context: Context): readonly Row[] {
  const tall = Math.min(MOST_TALL, Math.floor(rows / CHARTS));
  if (tall < 1 || monitor?.sample === undefined) return [];
  const end = Math.floor(now / SECOND);
  const shown = Math.min(end, chartSeconds(context));
  const samples = Array.from({ length: shown }, (_, index) => sampleOf(end - shown + index, monitor.samples));
  const chart = (label: string, take: (sample: MonitorSample) => number, least: number) => {
    const values = samples.map((sample) => (sample === undefined ? 0 : take(sample)));
    return { label, values, scale: Math.max(least, ...values), figure: [] };
  };
  const { qps, error_rate, p95_ms } = monitor.sample;
  const requests = chart(words.eye.requests, (sample) => sample.qps ?? 0, 1);
  const charts: readonly Chart[] = [
    { ...requests, tone: 'dim', value: qps === null ? '-' : words.rate(Math.round(qps)) },
    {
      ...chart(words.eye.errors, (sample) => (sample.qps ?? 0) * (sample.error_rate ?? 0), requests.scale),
      tone: 'bad',
      value: error_rate === null ? '-' : `${Math.round(error_rate * 100)} %`,
    },
    {
      ...chart(words.charts.latency, (sample) => sample.p95_ms ?? 0, 1),
      tone: 'accent',
      value: latency(p95_ms ?? undefined),
    },
  ];
  return charts.flatMap((each) => chartOf(each, tall, context));
}

/** The first sample that was taken after a second; undefined: nobody has told of it yet. */
function sampleOf(second: number, samples: readonly MonitorSample[]): MonitorSample | undefined {
  return samples.find(({ t }) => t > second);
}
