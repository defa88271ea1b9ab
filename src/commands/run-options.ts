/** The options of a run that several commands take. */
import { type AskedRun, openRun, type ReadyRun, runProblemLine } from '../course/open-run.ts';
import { errors } from '../messages/errors.ts';
import { formatTime, parseTime } from '../topology/duration.ts';
import type { Micros } from '../topology/types.ts';
import { type Context, Failure, type Given } from './command.ts';
import { namedTopology, tooWrong } from './opening.ts';

const usualRun: Micros = 60_000_000;
const longestRun: Micros = 30 * 86_400_000_000;
const mostRate = 1_000_000;
const mostSeed = 2 ** 32 - 1;

/** `--for`, 60 s when not given. */
function spanOf(given: Given): Micros {
  const text = given.text('for');
  if (text === undefined) return usualRun;
  const span = parseTime(text);
  if (span === undefined || span === 0) throw new Failure(errors.notATime('--for', text));
  if (span > longestRun) throw new Failure(errors.tooLong('--for', text, formatTime(longestRun)));
  return span;
}

/** `--seed`, 1 when not given. */
export function seedOf(given: Given): number {
  const text = given.text('seed') ?? '1';
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(seed <= mostSeed)) throw new Failure(errors.notASeed(text, mostSeed));
  return seed;
}

/** `--rate`; undefined: what the file says. */
function rateOf(given: Given): number | undefined {
  const text = given.text('rate');
  if (text === undefined) return undefined;
  const rate = /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(rate > 0 && rate <= mostRate)) throw new Failure(errors.notARate(text, mostRate));
  return rate;
}

/** The run that TOPOLOGY and the options ask for. */
export function askedRunOf(given: Given): AskedRun & { readonly for: Micros } {
  const [topology = ''] = given.words;
  return {
    topology,
    for: spanOf(given),
    seed: seedOf(given),
    rate: rateOf(given),
    set: given.texts('set'),
    fault: given.texts('fault'),
  };
}

/** Opens it, or fails with every problem. */
export async function openAsked(context: Context, asked: AskedRun): Promise<ReadyRun> {
  const opened = openRun(asked, await namedTopology(context, asked.topology));
  if ('run' in opened) return opened.run;
  throw tooWrong(opened.problems.map(runProblemLine));
}
