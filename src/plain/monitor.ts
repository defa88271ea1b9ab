/** What the monitoring service shows, in sentences; and where the truth is another. */
import { simulator } from '../messages/simulator.ts';
import { alertValue } from '../messages/simulator-events.ts';
import type { WorldView } from '../simulator/view.ts';
import { detections, monitored } from '../story/monitored.ts';
import { folded } from './prose.ts';

const { monitor: say, eye: words } = simulator;

export function monitorLines(view: WorldView, width: number): string[] {
  const { monitor, now } = view;
  if (monitor === undefined) return folded(words.none, width);
  const { service, sample, firing } = monitor;
  const alerts = firing.map(({ rule, value }) => alertValue(rule, value));
  const truth = [...monitored(view)].flatMap(([id, { state, differs }]) =>
    differs
      ? [words.inTruth(id, words[state], view.components.find((each) => each.id === id)?.state ?? '')]
      : [],
  );
  const sentences = [
    sample === undefined ? words.noSample : sampleSentence(service, sample, now),
    alerts.length === 0 ? words.noAlert : say.alert(alerts),
    ...(truth.length === 0 ? [words.otherwise('', [])] : truth),
    ...detections(view).map(({ what, about, at, seenAfter, alertAfter }) =>
      words.detected(`${what} ${about}`, `${at.toFixed(1)} s`, seenAfter?.toFixed(1), alertAfter?.toFixed(0)),
    ),
  ];
  return sentences.flatMap((sentence) => folded(sentence, width));
}

function sampleSentence(
  service: string,
  { t, qps, error_rate: errors, p95_ms: p95, down }: NonNullable<NonNullable<WorldView['monitor']>['sample']>,
  now: number,
): string {
  const seen =
    qps === null || errors === null
      ? say.blind
      : say.sees(
          `${Math.round(qps)}`,
          `${Math.round(errors * 100)}`,
          p95 === null ? '-' : `${Math.round(p95)} ms`,
        );
  const all = down.length === 0 ? seen : [...seen, say.down(down)];
  return `${say.said(service, Math.max(0, Math.round(now / 1_000_000 - t)))} ${all.join(', ')}`;
}
