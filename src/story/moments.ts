/** When something began: as exactly as the world says it. */
import type { SimulationEvent } from '../simulator/event.ts';
import type { Fault } from '../simulator/faults/fault.ts';
import { isUndoing } from '../simulator/faults/table.ts';
import type { WorldView } from '../simulator/view.ts';
import type { Id, Micros } from '../topology/types.ts';

const SECOND: Micros = 1_000_000;
/** What the users feel begins so long before what it comes from: their requests were on their way already. */
const BEFORE: Micros = 600_000;
/** What is so close is the same moment. */
export const SOON: Micros = 300_000;

/**
 * A moment that was read from requests, put to the event that it goes with: the requests that a kill hits have started
 * before it, and the last one that a balancer sent wrongly has started before it marks the server down.
 */
export function snapped(at: Micros, { events }: WorldView): Micros {
  return events.map(timeOf).find((time) => time >= at - SOON / 6 && time <= at + BEFORE) ?? at;
}

/** The moment of the newest event in the second that is over; its end where nothing happened in it. */
export function eventIn({ events, now }: WorldView): Micros {
  const newest = events.at(-1);
  const at = newest === undefined ? Number.NEGATIVE_INFINITY : timeOf(newest);
  return at >= now - SECOND ? at : now;
}

/**
 * When what is seen for the first time began, in the second that is over: when a balancer marked one of those who have
 * changed, else with its first event, else at its beginning.
 */
export function changedAt({ events, now }: WorldView, who: readonly Id[] = []): Micros {
  const within = events.filter((event) => timeOf(event) >= now - SECOND);
  const isMark = ({ what, about }: SimulationEvent) =>
    (what === 'marks-up' || what === 'marks-down') && who.includes(about);
  const event = within.find(isMark) ?? within[0];
  return event === undefined ? now - SECOND : timeOf(event);
}

/** The fault in an event; undefined: it is none, it could not be done, or it only takes others away. */
export function faultIn(event: SimulationEvent): Fault | undefined {
  if (!('fault' in event) || event.impossible !== undefined) return undefined;
  return isUndoing(event.fault.verb) ? undefined : event.fault;
}

/** When the next fault came after one that began then; undefined: none did so far. */
export function faultAfter(since: Micros, { events }: WorldView): Micros | undefined {
  return events
    .filter((event) => faultIn(event) !== undefined)
    .map(timeOf)
    .find((time) => time > since + SOON);
}

export function timeOf({ t }: SimulationEvent): Micros {
  return Math.round(t * SECOND);
}
