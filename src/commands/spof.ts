import { overBudget } from '../messages/budget.ts';
import { spofWords as words } from '../messages/spof.ts';
import { openTalk } from '../plain/talk.ts';
import {
  excessOfSpof,
  type FailureOutcome,
  failuresOf,
  type SpofReport,
  spofReport,
} from '../simulator/spof.ts';
import type { Topology } from '../topology/types.ts';
import { doOnEveryCore } from '../workers/pool.ts';
import { type Command, type Context, Failure } from './command.ts';
import { openTopology, printJson, terminalOf, workerEntry } from './opening.ts';
import { openProgress } from './progress.ts';

export const command: Command = {
  name: 'spof',
  options: { set: 'texts', json: 'flag' },
  takes: { atLeast: 1, atMost: 1, what: 'a topology' },
  completes: 'topology',
  async run(context) {
    const { given, world } = context;
    const topology = await openTopology(context, given.words[0] ?? '');
    const report = await findSpofs(context, topology);
    if (given.flag('json')) {
      printJson(context, report);
      return 0;
    }
    const talk = openTalk({ input: world.stdin, output: world.stdout, ascii: terminalOf(context).ascii });
    talk.say(...spofLines(report, topology.title));
    return 0;
  },
};

/** Lets every part fail, on every core. */
async function findSpofs(context: Context, topology: Topology): Promise<SpofReport> {
  const ahead = excessOfSpof(topology);
  if (ahead !== undefined) throw new Failure(overBudget(ahead), 1);
  const failures = failuresOf(topology);
  const progress = context.given.flag('json') ? undefined : openProgress(context.world);
  let left = failures.length;
  const jobs = failures.map((failure) => ({ topology, failure }));
  const outcomes: FailureOutcome[] = [];
  try {
    await doOnEveryCore(workerEntry(context), 'fail', jobs, (index, outcome) => {
      if ('lever' in outcome) throw new Failure(overBudget(outcome), 1);
      outcomes[index] = outcome;
      left--;
      progress?.tell(() => words.progress(left, failures.length));
    });
  } finally {
    progress?.clear();
  }
  return spofReport(topology, failures, outcomes);
}

/** What stops the site, what makes it worse, and what it survives. */
function spofLines({ spofs, degrades, survives }: SpofReport, title: string): string[] {
  return [
    title,
    '',
    spofs.length === 0 ? words.none : words.stops,
    ...spofs.map(({ component, how, stops }) => words.stopped(how, component, stops)),
    ...(degrades.length === 0 ? [] : ['', words.degrades]),
    ...degrades.map((failure) => words.degraded(failure.how, failure.component, failure.degrades)),
    ...(survives.length === 0 ? [] : ['', words.survives]),
    ...survives.map(({ component, how, recovers_after_s }) =>
      words.survived(how, component, recovers_after_s),
    ),
  ];
}
