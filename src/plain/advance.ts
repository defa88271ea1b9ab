/** Time that goes by in a run that is talked to, and what is told of it. */
import { plainWords } from '../messages/plain.ts';
import { BETWEEN_LOOKS, type Excess, excessAhead, excessOf, SINGLE } from '../simulator/budget.ts';
import { heldMemory } from '../simulator/held-memory.ts';
import { addInTime, type StoryLine } from '../story/story.ts';
import type { ToldRun } from '../story/told-run.ts';
import { formatTime } from '../topology/duration.ts';
import type { Micros } from '../topology/types.ts';
import { folded } from './prose.ts';
import { percent, storyLines } from './run-summary.ts';

const words = plainWords.simulator;

export interface Passed {
  /** what is new in the story */
  readonly fresh: StoryLine[];
  /** why it went no further: one line may cost no more than this */
  readonly excess: Excess | undefined;
}

/** Lets time go by, but no further than one line may cost. */
export function letPass(told: ToldRun, span: Micros): Passed {
  const { simulation } = told;
  const to = told.now + span;
  const budget = { ...SINGLE, events: simulation.eventsFired + SINGLE.events };
  const before = heldMemory();
  const fresh: StoryLine[] = [];
  let excess = excessAhead(simulation.topology, span, SINGLE);
  while (excess === undefined && told.now < to) {
    addInTime(fresh, told.advance(to, BETWEEN_LOOKS));
    if (told.now < to) excess = excessOf(simulation, budget, before);
  }
  return { fresh, excess };
}

/** What happened since `from`, and what the users felt in the last second. */
export function passedLines(
  { now, lines, view }: ToldRun,
  fresh: readonly StoryLine[],
  from: Micros,
  width: number,
): string[] {
  const { answered, failed, waiting, availability } = view.traffic;
  const quiet = lines.length === 0 ? words.noEvents : words.quiet(formatTime(now - from));
  return [
    ...(fresh.length > 0 ? storyLines(fresh, width) : [quiet]),
    ...folded(words.felt(answered, failed, waiting, percent(availability)), width),
  ];
}
