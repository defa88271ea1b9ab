/** A finished run, told in lines. */

import { runWords as words } from '../messages/run.ts';
import type { MonitorSample, SecondReport, SimulationReport } from '../simulator/report.ts';
import type { StoryLine } from '../story/story.ts';
import { columnOf } from '../text/cells.ts';
import { formatTime } from '../topology/duration.ts';
import type { Topology } from '../topology/types.ts';
import { folded } from './prose.ts';

const labelWidth = columnOf(Object.values(words.labels), 2);
const mostLines = 40;
const mostSamples = 12;
const mostColumns = 60;

/** What is shown of a line of the story. */
type ShownLine = Pick<StoryLine, 't' | 'who' | 'text'>;

/** The totals, what users felt, second by second, and the story in sentences. */
export function summaryLines(
  report: SimulationReport,
  topology: Topology,
  story: readonly ShownLine[],
  width: number,
): string[] {
  const { requests, latency_ms: latency, writes, reads } = report;
  const felt =
    latency.max === null
      ? words.noLatency
      : words.latency(ms(latency.p50), ms(latency.p95), ms(latency.p99), ms(latency.max));
  const rows: (readonly [string, string])[] = [
    [
      words.labels.requests,
      words.requests(requests.total, requests.ok, requests.failed, requests.unfinished),
    ],
    [words.labels.outcomes, outcomes(requests.by_outcome)],
    [words.labels.availability, percent(report.availability)],
    [words.labels.latency, felt],
  ];
  if (writes.acknowledged > 0) {
    rows.push([words.labels.writes, words.writes(writes.acknowledged, writes.lost)]);
    rows.push([words.labels.reads, words.reads(reads.total, reads.stale)]);
  }
  return [
    words.title(topology.title, seconds(report.duration_s), number(report.offered_rate), report.seed),
    '',
    ...rows.flatMap(([label, text]) => folded(text, width, label.padEnd(labelWidth))),
    ...perSecondLines(report.per_second),
    ...monitorLines(report.monitor?.samples ?? [], topology, width),
    ...wiretapLines(report.wiretaps ?? [], width),
    '',
    words.events,
    ...storyLines(story.slice(0, mostLines), width),
    ...(story.length > mostLines ? [`  ${words.moreLines(story.length - mostLines)}`] : []),
  ];
}

/** The story in lines: when, who, what, and why. */
export function storyLines(story: readonly ShownLine[], width: number): string[] {
  if (story.length === 0) return [`  ${words.noEvents}`];
  const whoWidth = Math.max(...story.map(({ who }) => who.length)) + 2;
  return story.flatMap(({ t, who, text }) =>
    folded(text, width, `${t.toFixed(1).padStart(7)}  ${who.padEnd(whoWidth)}`),
  );
}

/** What the monitoring service was told, which is later and coarser than what was. */
function monitorLines(samples: readonly MonitorSample[], topology: Topology, width: number): string[] {
  const { monitoring } = topology;
  if (monitoring === undefined || samples.length === 0) return [];
  const lineOf = ({ t, qps, error_rate, p95_ms, down }: MonitorSample) => {
    const counted =
      qps === null
        ? words.nothingCounted
        : error_rate === null
          ? words.noRequests
          : words.sample(number(qps), percent(error_rate), p95_ms === null ? undefined : ms(p95_ms));
    const text = down.length === 0 ? counted : `${counted}; ${words.missing(down)}`;
    return folded(text, width, `${t.toFixed(1).padStart(7)}  `);
  };
  const title = ['', words.monitorSaw(monitoring.service)];
  const more = samples.length - mostSamples;
  if (more <= 0) return [...title, ...samples.flatMap(lineOf)];
  // how it began, and how it ended
  const [first, last] = [samples.slice(0, mostSamples / 2), samples.slice(-mostSamples / 2)];
  return [...title, ...first.flatMap(lineOf), `  ${words.moreSamples(more)}`, ...last.flatMap(lineOf)];
}

function wiretapLines(taps: NonNullable<SimulationReport['wiretaps']>, width: number): string[] {
  if (taps.length === 0) return [];
  const lines = taps.flatMap(({ link, messages, readable }) =>
    folded(words.overheard(link, messages, readable), width, '  '),
  );
  return ['', words.wiretaps, ...lines];
}

/** A bar a second, or a bar for several when they would not fit; digits, so that a log and a voice can have it. */
function perSecondLines(all: readonly SecondReport[]): string[] {
  if (all.length < 2) return [];
  const span = Math.ceil(all.length / mostColumns);
  const columns = Array.from({ length: Math.ceil(all.length / span) }, (_, index) =>
    all.slice(index * span, (index + 1) * span),
  );
  const mean = (count: (second: SecondReport) => number) =>
    columns.map((part) => part.reduce((sum, second) => sum + count(second), 0) / part.length);
  const ok = mean((second) => second.ok);
  const failed = mean((second) => second.failed);
  const most = Math.max(1, ...ok.map((value, index) => value + (failed[index] ?? 0)));
  const bar = (values: readonly number[]) => values.map((value) => digit(value / most)).join('');
  return [
    '',
    words.perSecond(span, Math.round(most)),
    `${words.labels.answered.padEnd(labelWidth)}${bar(ok)}`,
    `${words.labels.failed.padEnd(labelWidth)}${bar(failed)}`,
  ];
}

/** `.` for nothing at all, else the tenth that it reaches. */
function digit(share: number): string {
  return share === 0 ? '.' : String(Math.min(9, Math.floor(share * 10)));
}

function outcomes(counts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return sorted.map(([outcome, count]) => `${outcome}: ${count}`).join(', ') || '-';
}

/** Rounded down, as everywhere: never up to 100 %. And never down to 0 %. */
export function percent(share: number): string {
  const hundredths = Math.floor(Number((share * 10_000).toFixed(6)));
  return `${(Math.max(hundredths, share > 0 ? 1 : 0) / 100).toFixed(2)} %`;
}

function ms(value: number | null): string {
  if (value === null) return '-';
  return value >= 1000 ? `${number(value / 1000)} s` : `${number(value)} ms`;
}

/** At most two digits after the point, none that says nothing. */
function number(value: number): string {
  return String(Number(value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)));
}

function seconds(value: number): string {
  return formatTime(Math.round(value * 1e6));
}
