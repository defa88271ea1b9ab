import { overBudget } from '../messages/budget.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { spofWords as words } from '../messages/spof.ts';
import { playSpof } from '../plain/spof-game.ts';
import { OverBudgetError } from '../simulator/budget.ts';
import {
  excessOfSpof,
  type FailureOutcome,
  failuresOf,
  type SpofReport,
  spofReport,
} from '../simulator/spof.ts';
import type { Topology } from '../topology/types.ts';
import { type FailParts, failOnEveryCore } from '../workers/fail-parts.ts';
import { type Command, type Context, Failure } from './command.ts';
import { openTopology, printJson, workerEntry } from './opening.ts';
import { openProgress } from './progress.ts';
import { talkOf } from './talk.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'spof',
  options: { set: 'texts', play: 'flag', json: 'flag' },
  takes: { atLeast: 1, atMost: 1, what: t`a topology` },
  completes: 'topology',
  async run(context) {
    const { given } = context;
    const isGame = given.flag('play');
    if (isGame && given.flag('json')) throw new Failure(errors.playsNoJson);
    const topology = await openTopology(context, given.words[0] ?? '');
    const ahead = excessOfSpof(topology);
    if (ahead !== undefined) throw new Failure(overBudget(ahead), 1);
    if (isGame) await play(context, topology);
    else await search(context, topology);
    return 0;
  },
};

async function search(context: Context, topology: Topology): Promise<void> {
  const isData = context.given.flag('json');
  const report = await findSpofs(context, topology, isData);
  if (isData) return printJson(context, report);
  talkOf(context).say(...spofLines(report, topology.title));
}

/** Lets every part fail, on every core. */
async function findSpofs(context: Context, topology: Topology, isQuiet: boolean): Promise<SpofReport> {
  const failures = failuresOf(topology);
  const outcomes: FailureOutcome[] = [];
  await failingAll(context, isQuiet, (failParts, tell) => {
    let tried = 0;
    return failParts(topology, failures, (index, outcome) => {
      outcomes[index] = outcome;
      tell(++tried, failures.length);
    });
  });
  return spofReport(topology, failures, outcomes);
}

/** The game: whoever plays marks what alone stops the site, before it is told. */
async function play(context: Context, topology: Topology): Promise<void> {
  const talk = talkOf(context);
  await failingAll(context, false, (failParts, tell) => playSpof(talk, topology, failParts, tell));
  talk.end();
}

/** Does what lets parts fail in other threads, and tells how far it is. */
async function failingAll(
  context: Context,
  isQuiet: boolean,
  work: (failParts: FailParts, tell: (tried: number, all: number) => void) => Promise<void>,
): Promise<void> {
  const progress = isQuiet ? undefined : openProgress(context.world);
  try {
    await work(failOnEveryCore(workerEntry(context)), (tried, all) =>
      progress?.tell(() => words.progress(all - tried, all)),
    );
  } catch (error) {
    if (error instanceof OverBudgetError) throw new Failure(overBudget(error.excess), 1);
    throw error;
  } finally {
    progress?.clear();
  }
}

/** What stops the site, what makes it worse, and what it survives. */
function spofLines({ spofs, degrades, survives }: SpofReport, title: string): string[] {
  return [
    title,
    '',
    spofs.length === 0 ? words.none : words.stops,
    ...spofs.map(({ component, how, stops }) => words.stopped(how, component, stops)),
    ...(degrades.length === 0 ? [] : ['', words.degrades]),
    ...degrades.map((failure) =>
      words.degraded(failure.how, failure.component, failure.degrades, failure.waits),
    ),
    ...(survives.length === 0 ? [] : ['', words.survives]),
    ...survives.map(({ component, how, fails_for_s, waits_for_s }) =>
      words.survived(how, component, fails_for_s, waits_for_s),
    ),
  ];
}
