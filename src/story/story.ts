/** The story of a run: what happened in it, and what the users made of it, as lines in the order of time. */
import { eventSentence } from '../messages/simulator-events.ts';
import { factSentence, factSubject, factTone } from '../messages/simulator-users.ts';
import type { SimulationEvent } from '../simulator/event.ts';
import type { WorldView } from '../simulator/view.ts';
import type { Tone } from '../text/row.ts';
import type { Micros, Topology } from '../topology/types.ts';
import type { Fact } from './fact.ts';
import { freshMemory, type Memory, narrate } from './narrator.ts';

/** One line of the story. */
export interface StoryLine {
  /** seconds from the start */
  readonly t: number;
  /** `you`, `users`, a component, the monitoring service */
  readonly who: string;
  /** what, as a sentence without its subject */
  readonly text: string;
  readonly tone: Tone;
}

/** What is remembered of a run from one look at it to the next. */
export interface StorySoFar {
  readonly memory: Memory;
  /** the second that was narrated last */
  readonly narrated: Micros;
  readonly lastEvent: SimulationEvent | undefined;
}

const SECOND: Micros = 1_000_000;

export function beginStory(topology: Topology): StorySoFar {
  return { memory: freshMemory(topology), narrated: 0, lastEvent: undefined };
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
  const lines = events.slice(seen + 1).map(eventLine);
  const after = { ...story, lastEvent: events.at(-1) };
  if (now % SECOND !== 0 || now <= story.narrated) return [after, lines];
  const [memory, facts] = narrate(story.memory, view);
  return [
    { ...after, memory, narrated: now },
    [...lines, ...facts.map((fact) => factLine(fact, now / SECOND))],
  ];
}

function eventLine(event: SimulationEvent): StoryLine {
  const tone = event.who === 'you' ? 'accent' : 'plain';
  return { t: event.t, who: event.who, text: eventSentence(event), tone };
}

function factLine(fact: Fact, t: number): StoryLine {
  const tone = factTone(fact);
  return { t, who: factSubject(fact), text: factSentence(fact), tone: tone === 'bad' ? 'warn' : tone };
}
