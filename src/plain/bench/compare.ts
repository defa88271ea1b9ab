import { withChange } from '../../course/one-change.ts';
import { overBudget } from '../../messages/budget.ts';
import { BETWEEN_LOOKS, excessOf, SINGLE } from '../../simulator/budget.ts';
import { timedWords } from '../../simulator/faults/fault.ts';
import { heldMemory } from '../../simulator/held-memory.ts';
import { SideBySide } from '../../story/compare/side-by-side.ts';
import { comparisonLines } from '../comparison.ts';
import { folded } from '../prose.ts';
import { type Bench, readyRun } from './bench.ts';

/** What the run would have been with one thing changed, from its beginning until now. */
export function compare(bench: Bench, change: string): void {
  const { tutor, told, width } = bench;
  const fault = told.simulation.script.map(timedWords);
  const asked = { ...bench.asked, fault, for: undefined };
  const changed = withChange(asked, change);
  if ('error' in changed) return bench.say(folded(changed.error, width));
  const [before, after] = [readyRun(tutor, asked), readyRun(tutor, changed)];
  if (before === undefined || after === undefined) return;
  const pair = new SideBySide(before, after);
  const held = heldMemory();
  while (pair.now < bench.now) {
    pair.advance(bench.now, BETWEEN_LOOKS);
    const excess = excessOf(pair.simulation, SINGLE, held);
    if (excess !== undefined) return bench.say(folded(overBudget(excess), width));
  }
  bench.say(comparisonLines(pair, change.replace(/^set /, ''), width));
}
