/** One thing of a run, told: what it is, what it does now, what it believes, and how it is configured. */
import type { ProcessState } from '../../simulator/process-state.ts';
import type { WorldView } from '../../simulator/view.ts';
import type { Tone } from '../../text/row.ts';
import type { Id, Micros, Topology } from '../../topology/types.ts';

export interface InspectedLine {
  readonly text: string;
  readonly tone: Tone;
  /** a line that belongs to the one above it */
  readonly under: boolean;
}

export interface InspectedSection {
  readonly heading: string;
  readonly lines: readonly InspectedLine[];
  /** lines of a file, that must not be broken between words */
  readonly verbatim: boolean;
}

export interface Inspected {
  readonly name: string;
  /** `HAProxy on lb-host` */
  readonly what: string;
  /** what it is for, in a line */
  readonly role: string;
  readonly sections: readonly InspectedSection[];
}

/** What is looked at, and what is known of it. */
export interface Scene {
  readonly topology: Topology;
  readonly view: WorldView;
}

export function line(text: string, tone: Tone = 'plain'): InspectedLine {
  return { text, tone, under: false };
}

export function lineUnder(text: string, tone: Tone = 'dim'): InspectedLine {
  return { text, tone, under: true };
}

/** A section; none where it has no lines. */
export function section(heading: string, lines: readonly InspectedLine[]): readonly InspectedSection[] {
  return lines.length === 0 ? [] : [{ heading, lines, verbatim: false }];
}

/** Lines of a file. */
export function verbatim(heading: string, lines: readonly string[]): readonly InspectedSection[] {
  return lines.length === 0 ? [] : [{ heading, lines: lines.map((each) => line(each)), verbatim: true }];
}

/** `1.4 s`, `12 s`: as fine as one can read it while it changes. */
export function span(micros: Micros): string {
  return `${(micros / 1_000_000).toFixed(micros < 10_000_000 ? 1 : 0)} s`;
}

/** What a component is in truth: its state, or that its host is off. */
export function truthOf(id: Id, { view }: Scene): ProcessState {
  const component = view.components.find((each) => each.id === id);
  return component?.state ?? 'up';
}
