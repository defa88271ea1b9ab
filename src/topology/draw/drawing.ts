import type { Row, Tone } from '../../text/row.ts';
import type { Id } from '../types.ts';

/** A sign on a line, of something that is under way there. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly glyph: string;
  readonly tone: Tone;
}

/** Finds the cells of the drawing's lines, in the order in which they are travelled. */
export interface WayFinder {
  /** from one component, or the users, to another; empty where nothing is drawn, as within a host */
  between(from: Id, to: Id): readonly { readonly x: number; readonly y: number }[];
  /** what is free before the left side of a component's host, for whatever comes from outside of the drawing */
  towards(id: Id): readonly { readonly x: number; readonly y: number }[];
}

/** How the line between two that talk to each other looks now. */
export interface LineMark {
  /** `standby`: it would be used if users came to its sender; `unused`: nothing is sent along it; `moved`: more than the file says */
  readonly use: 'used' | 'standby' | 'unused' | 'moved';
  readonly encrypted: boolean;
  /** what it carries, where that has moved: the longest way of saying it first */
  readonly carries: readonly string[];
}

/** What is true now, and drawn where it is so. */
export interface Marks {
  /** by sender and receiver, as `A B`; without one a line is as the file says, and in plain text */
  readonly lines: ReadonlyMap<string, LineMark>;
  /** virtual IP -> hosts that hold it */
  readonly holders: ReadonlyMap<Id, readonly Id[]>;
  /** hosts whose certificate has expired */
  readonly expired: ReadonlySet<Id>;
  /** host -> what comes to it in a flood, e.g. `flood 1500/s`, and whether anything of it gets in */
  readonly floods: ReadonlyMap<Id, { readonly text: string; readonly passes: boolean }>;
}

/** What a live screen adds to a still drawing. Every part is optional: a still drawing has none. */
export interface Overlay {
  /** component -> state word with its tone and what stands at the right of its line, e.g. `up`, `100/s` */
  readonly components: ReadonlyMap<
    Id,
    { readonly state: string; readonly tone: Tone; readonly right: string }
  >;
  /** lines under a component, e.g. what a balancer believes of its servers */
  readonly under: ReadonlyMap<
    Id,
    readonly { readonly label: string; readonly state: string; readonly tone: Tone }[]
  >;
  /** host -> what stands at the right of its upper border, e.g. `cpu 31 %` */
  readonly hosts: ReadonlyMap<
    Id,
    /** `short` where there is no room for the text */
    { readonly text: string; readonly short?: string; readonly tone: Tone }
  >;
  /** pairs of hosts or components whose link is cut, as `A B`, ends in alphabetical order */
  readonly cut: ReadonlySet<string>;
  /** what stands under `users`, e.g. `100/s` */
  readonly users: string;
  /** the chosen component or host, marked with the pointer glyph */
  readonly chosen: Id | undefined;
  readonly marks?: Marks;
  /** what travels along the lines, once these are known */
  readonly dots?: (ways: WayFinder) => readonly Dot[];
}

export interface DrawOptions {
  /** columns available */
  readonly width: number;
  /** rows available; a drawing that would be taller takes its denser layout. undefined: as tall as it likes */
  readonly height: number | undefined;
  /** nothing above byte 126 */
  readonly ascii: boolean;
  readonly overlay: Overlay | undefined;
  /** components, hosts and virtual IPs that are drawn; everything keeps its place. undefined: all of it */
  readonly shown?: ReadonlySet<Id> | undefined;
}

export interface Drawing {
  readonly rows: readonly Row[];
  /** where each component and host stands (row and column of its name), for arrow keys and the pointer */
  readonly places: ReadonlyMap<Id, { readonly row: number; readonly column: number }>;
}
