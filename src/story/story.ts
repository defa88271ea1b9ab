/** The story of a run: what happened in it, and what the users made of it, as lines in the order of time. */
import { eventSentence } from '../messages/simulator-events.ts';
import { factSentence, factSubject, factTone, storyWords } from '../messages/simulator-users.ts';
import type { SimulationEvent } from '../simulator/event.ts';
import type { Fault, TimedFault } from '../simulator/faults/fault.ts';
import type { WorldView } from '../simulator/view.ts';
import type { Tone } from '../text/row.ts';
import type { Micros, Topology } from '../topology/types.ts';
import type { Fact, News } from './fact.ts';
import { freshMemory, type Memory } from './memory.ts';
import { narrate } from './narrator.ts';

/** One line of the story. */
export interface StoryLine {
  /** seconds from the start */
  readonly t: number;
  /** `you`, `the script`, `users`, a component, the monitoring service */
  readonly who: string;
  /** what, as a sentence without its subject */
  readonly text: string;
  readonly tone: Tone;
  /** what it was made of */
  readonly of: LineSource;
}

/** An event, or a fact that the narrator found. */
export type LineSource =
  | { readonly event: SimulationEvent; readonly fact?: undefined }
  | { readonly fact: Fact; readonly event?: undefined };

/** What is remembered of a run from one look at it to the next. */
export interface StorySoFar {
  readonly memory: Memory;
  /** the second that was narrated last */
  readonly narrated: Micros;
  readonly lastEvent: SimulationEvent | undefined;
  /** the faults that a prepared run brings along; all others are the learner's */
  readonly script: ReadonlySet<Fault>;
}

const SECOND: Micros = 1_000_000;

/** @param isUntold the script's faults are not told of, only what comes of them */
export function beginStory(topology: Topology, script: readonly TimedFault[], isUntold = false): StorySoFar {
  const faults = new Set(script.map(({ fault }) => fault));
  return {
    memory: freshMemory(topology, isUntold ? faults : new Set()),
    narrated: 0,
    lastEvent: undefined,
    script: faults,
  };
}

/**
 * The story goes on with the world as it is now: the events since the last look and, at a whole second, what the users
 * notice. The narrator needs a look at every whole second.
 */
export function continueStory(
  story: StorySoFar,
  view: WorldView,
): readonly [StorySoFar, readonly StoryLine[]] {
  const { events, now } = view;
  const seen = story.lastEvent === undefined ? -1 : events.lastIndexOf(story.lastEvent);
  const { untold } = story.memory;
  const lines = events
    .slice(seen + 1)
    .filter((event) => !('fault' in event && untold.has(event.fault)))
    .map((event) => eventLine(event, story.script));
  const after = { ...story, lastEvent: events.at(-1) };
  if (now % SECOND !== 0 || now <= story.narrated) return [after, lines];
  const [memory, news] = narrate(story.memory, view);
  return [{ ...after, memory, narrated: now }, [...lines, ...news.map(factLine)]];
}

/** Puts lines among others, each after those of its time: what the users feel is found out later than it begins. */
export function addInTime(lines: StoryLine[], more: readonly StoryLine[]): void {
  for (const line of more) lines.splice(lines.findLastIndex(({ t }) => t <= line.t) + 1, 0, line);
}

function eventLine(event: SimulationEvent, script: ReadonlySet<Fault>): StoryLine {
  const text = eventSentence(event);
  if (!('fault' in event)) return { t: event.t, who: whoOf(event), text, tone: toneOf(event), of: { event } };
  return {
    t: event.t,
    who: script.has(event.fault) ? storyWords.script : storyWords.you,
    text,
    tone: 'accent',
    of: { event },
  };
}

/** Whoever probes a port from outside has no name in the file, and is said in the reader's language. */
function whoOf({ who, what }: SimulationEvent): string {
  return what === 'rejects' || what === 'gets-through' ? storyWords.attacker : who;
}

function toneOf({ what }: SimulationEvent): Tone {
  if (what === 'alert-fires') return 'bad';
  return what === 'alert-clears' ? 'good' : 'plain';
}

function factLine({ fact, at }: News): StoryLine {
  const tone = factTone(fact);
  return {
    t: at / SECOND,
    who: factSubject(fact),
    text: factSentence(fact),
    tone: tone === 'bad' ? 'warn' : tone,
    of: { fact },
  };
}
