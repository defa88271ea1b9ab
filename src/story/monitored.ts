/** What somebody knows who sees the monitoring service alone, beside what is true; and how long it took to know. */
import type { MonitorSample } from '../simulator/report.ts';
import type { ComponentView, WorldView } from '../simulator/view.ts';
import type { Id } from '../topology/types.ts';

/** What the newest sample says of a component. */
export interface Monitored {
  /** `silent`: its host sent nothing; `unseen`: nothing watches it, or there is no sample yet */
  readonly state: 'up' | 'gone' | 'silent' | 'unseen';
  /** in truth it is otherwise */
  readonly differs: boolean;
}

/** A death, and when it could be known: in seconds after it. */
export interface Detection {
  readonly what: string;
  readonly about: Id;
  /** seconds from the start of the run */
  readonly at: number;
  /** until a sample lacked it; undefined: none does yet */
  readonly seenAfter: number | undefined;
  /** until the first alert that began after it; undefined: none has yet */
  readonly alertAfter: number | undefined;
}

export function monitored(view: WorldView): ReadonlyMap<Id, Monitored> {
  const sample = view.monitor?.sample;
  return new Map(view.components.map((each) => [each.id, monitoredOne(each, view, sample)]));
}

function monitoredOne(
  component: ComponentView,
  { hosts }: WorldView,
  sample: MonitorSample | undefined,
): Monitored {
  const isWell = component.state === 'up' && component.faults.length === 0;
  const watched = hosts.find(({ id }) => id === component.host)?.collector !== undefined;
  if (sample === undefined || !watched) return { state: 'unseen', differs: !isWell };
  if (sample.down.includes(component.host)) return { state: 'silent', differs: isWell };
  const isGone = sample.down.includes(component.id);
  return { state: isGone ? 'gone' : 'up', differs: isGone === isWell };
}

const DEATHS = ['kill', 'stop', 'power-off'];

/** How long each death took to be seen, the newest first. */
export function detections({ events, components, monitor }: WorldView): readonly Detection[] {
  if (monitor === undefined) return [];
  return events
    .filter(({ what }) => DEATHS.includes(what))
    .map(({ t, what, about = '' }): Detection => {
      const host = components.find(({ id }) => id === about)?.host;
      const lacks = ({ down }: MonitorSample) =>
        down.includes(about) || (host !== undefined && down.includes(host));
      const seen = monitor.samples.find((sample) => sample.t >= t && lacks(sample));
      const alert = events.find((event) => event.what === 'alert-fires' && event.t >= t);
      return {
        what,
        about,
        at: t,
        seenAfter: seen === undefined ? undefined : seen.t - t,
        alertAfter: alert === undefined ? undefined : alert.t - t,
      };
    })
    .toReversed();
}
