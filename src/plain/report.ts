import { tokensOf } from '../markdown/read.ts';
import { overBudget } from '../messages/budget.ts';
import { OverBudgetError } from '../simulator/budget.ts';
import type { NightToReport } from '../workers/make-incident.ts';
import { folded, proseLines } from './prose.ts';
import type { Tutor } from './room.ts';

/** The incident report on a run, in lines. */
export async function reportLines({ makeIncident, talk }: Tutor, asked: NightToReport): Promise<string[]> {
  try {
    const report = await makeIncident(asked, () => undefined);
    return proseLines(tokensOf(report), talk.width);
  } catch (error) {
    if (!(error instanceof OverBudgetError)) throw error;
    return folded(overBudget(error.excess), talk.width);
  }
}
