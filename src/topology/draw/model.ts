import { cells, clean } from '../../text/cells.ts';
import type { Component, Host, Id, Topology } from '../types.ts';
import type { Overlay } from './drawing.ts';
import { ascii, boxes, type Glyphs } from './glyphs.ts';
import { certificateHosts, onTheBorder, whatItIs } from './labels.ts';
import { type Tiers, tiersOf } from './tiers.ts';
import { type Wiring, wiringOf } from './wires.ts';

/** A component as it is written into its host's box. */
export interface Part {
  readonly id: Id;
  readonly name: string;
  readonly kind: Component['kind'];
  /** what it is, the longest way first */
  readonly what: readonly string[];
  /** lines that a live drawing has under it */
  readonly under: number;
}

export interface HostText {
  readonly id: Id;
  readonly name: string;
  readonly parts: readonly Part[];
  /** what stands on the lower border, the longest way first */
  readonly border: readonly string[];
}

/** Everything about a topology that its drawings share, whatever their size. */
export interface Model {
  readonly topology: Topology;
  readonly glyphs: Glyphs;
  readonly ascii: boolean;
  readonly live: boolean;
  readonly tiers: Tiers;
  readonly wiring: Wiring;
  readonly hosts: ReadonlyMap<Id, HostText>;
}

export function modelOf(topology: Topology, inAscii: boolean, overlay: Overlay | undefined): Model {
  const glyphs = inAscii ? ascii : boxes;
  const tiers = tiersOf(topology);
  const byId = new Map(topology.components.map((component) => [component.id, component]));
  const certificates = certificateHosts(topology);
  const partOf = (component: Component): Part => ({
    id: component.id,
    name: clean(component.id, inAscii),
    kind: component.kind,
    what: whatItIs(component).map((text) => clean(text, inAscii)),
    under: overlay?.under.get(component.id)?.length ?? 0,
  });
  const hosts = topology.hosts.map((host: Host): HostText => {
    const listed = host.runs.flatMap((id) => byId.get(id) ?? []);
    const unlisted = topology.components.filter(
      ({ id, host: own }) => own === host.id && !host.runs.includes(id),
    );
    return {
      id: host.id,
      name: clean(host.id, inAscii),
      parts: [...listed, ...unlisted].map(partOf),
      border: onTheBorder(host, certificates, glyphs),
    };
  });
  return {
    topology,
    glyphs,
    ascii: inAscii,
    live: overlay !== undefined,
    tiers,
    wiring: wiringOf(tiers),
    hosts: new Map(hosts.map((host) => [host.id, host])),
  };
}

/** Where the second column of a box begins, counted from its first character. */
export function nameColumn(host: HostText): number {
  return Math.max(0, ...host.parts.map((part) => cells(part.name))) + 2;
}

/** How wide a host's box must be, borders included. */
export interface Need {
  /** everything on one line, said at length, and so on the border */
  readonly roomy: number;
  /** the same, but the border said briefly */
  readonly told: number;
  /** everything on one line, said briefly */
  readonly brief: number;
  /** the name on one line and the rest on the next */
  readonly narrow: number;
}

const borders = 4;
/** the longest state word, `starting` or a glyph and `killed` */
const stateWidth = 8;
const percentWidth = 8;

export function needOf(host: HostText, live: boolean): Need {
  const column = nameColumn(host);
  const named = cells(host.name) + 2;
  const all = (widths: (part: Part) => number) => Math.max(0, ...host.parts.map(widths));
  const longest = cells(host.border[0] ?? '');
  const shortest = cells(host.border.at(-1) ?? '');
  const shortWhat = (part: Part) => cells(part.what.at(-1) ?? '');
  const atLength = (part: Part) => column + (live ? stateWidth + 13 : cells(part.what[0] ?? ''));
  const briefly = (part: Part) => column + (live ? stateWidth + 1 + rightWidth(part) : shortWhat(part));
  const below = (part: Part) => Math.max(cells(part.name), live ? stateWidth + 4 : shortWhat(part));
  const least = Math.max(named, shortest);
  const told = Math.max(least, live ? named + 4 + percentWidth : 0, all(atLength));
  return {
    roomy: borders + Math.max(told, longest + 2),
    told: borders + told,
    brief: borders + Math.max(least, all(briefly)),
    narrow: borders + Math.max(least, all(below)),
  };
}

/** Room for the figure at the right of a live line: `100/s`, or `1 ms behind`. */
function rightWidth(part: Part): number {
  return part.kind === 'database' ? 11 : 6;
}
