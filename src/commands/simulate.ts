import { overBudget } from '../messages/budget.ts';
import { errors } from '../messages/errors.ts';
import { followWords } from '../messages/follow.ts';
import { incidentWords } from '../messages/incident.ts';
import { messagesOf } from '../messages/language.ts';
import { runWords } from '../messages/run.ts';
import { eventRow } from '../messages/simulator-events.ts';
import { summaryLines } from '../plain/run-summary.ts';
import { waterfallLines } from '../plain/waterfall.ts';
import { COMMAND, excessAhead, OverBudgetError } from '../simulator/budget.ts';
import type { TailSampler } from '../simulator/tail-sampler.ts';
import { nightOf, otherNights } from '../story/incident/night.ts';
import { followed, requestRow } from '../story/request/followed.ts';
import { ToldRun } from '../story/told-run.ts';
import { formatTime } from '../topology/duration.ts';
import type { Micros } from '../topology/types.ts';
import { incidentOnEveryCore } from '../workers/make-incident.ts';
import { type Command, type Context, Failure, type Given } from './command.ts';
import { namedTopology, printJson, workerEntry } from './opening.ts';
import { openOutputFile } from './output-file.ts';
import { openProgress } from './progress.ts';
import { openRequestsFile } from './requests-file.ts';
import { type Ending, INTERRUPTED, runInSlices } from './run-in-slices.ts';
import { askedRunOf, openAsked } from './run-options.ts';
import { talkOf } from './talk.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'simulate',
  options: {
    for: 'text',
    rate: 'text',
    seed: 'text',
    fault: 'texts',
    set: 'texts',
    requests: 'text',
    report: 'text',
    trace: 'text',
    json: 'flag',
  },
  takes: { atLeast: 1, atMost: 1, what: t`a topology` },
  completes: 'topology',
  async run(context) {
    const { given, world } = context;
    const asked = askedRunOf(given);
    const span = asked.for;
    const run = await openAsked(context, asked);
    const ahead = excessAhead(run.topology, span, COMMAND);
    if (ahead !== undefined) throw new Failure(overBudget(ahead), 1);
    const file = given.text('requests');
    const requests = file === undefined ? undefined : openRequestsFile(file);

    const incidentAsked = given.text('report');
    const incident =
      incidentAsked === undefined ? undefined : openOutputFile(incidentAsked, errors.emptyReport);

    const traced = tracedOf(given);
    const told = new ToldRun(run, { recordRequests: requests !== undefined });
    const sampler = traced === undefined ? undefined : told.simulation.follow();
    if (typeof traced === 'number') sampler?.want(traced);
    const ending = await runInSlices(told, span, world);
    told.look();
    if (ending !== 'whole') world.stderr.write(`${endingWords(ending, told.now, span)}\n`);
    requests?.write(told.simulation.requests());
    if (incident !== undefined) incident.write([await incidentReport(context, told)]);
    if (traced !== undefined && sampler !== undefined) tellRequest(context, told, traced, sampler);
    else report(context, told);
    if (ending === 'whole') return 0;
    return ending === 'interrupted' ? INTERRUPTED : 1;
  },
};

function endingWords(ending: Exclude<Ending, 'whole'>, at: Micros, span: Micros): string {
  const why =
    ending === 'interrupted' ? runWords.stoppedEarly(formatTime(at), formatTime(span)) : overBudget(ending);
  return `${why} ${runWords.untilThen}`;
}

/** Which request `--trace` follows. */
type Traced = 'slowest' | 'failed' | number;

function tracedOf(given: Given): Traced | undefined {
  const text = given.text('trace');
  if (text === undefined || text === 'slowest' || text === 'failed') return text;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Failure(errors.notARequest('--trace', text));
}

/** The way of one request, in place of the summary. */
function tellRequest(context: Context, { simulation }: ToldRun, traced: Traced, sampler: TailSampler): void {
  const trace =
    traced === 'slowest'
      ? sampler.slowest
      : traced === 'failed'
        ? sampler.firstFailed
        : sampler.wanted(traced);
  if (trace === undefined) {
    const begun = simulation.requestsStarted;
    throw new Failure(
      typeof traced === 'number' ? followWords.notBegun(traced, begun) : followWords.none[traced],
      1,
    );
  }
  const request = followed(trace, simulation.now, simulation.topology);
  if (context.given.flag('json')) return printJson(context, requestRow(request));
  const talk = talkOf(context);
  talk.say(...waterfallLines(request, talk.width, true));
}

/** The incident report on the run so far, made in other threads. */
async function incidentReport(context: Context, { simulation }: ToldRun): Promise<string> {
  const asked = askedRunOf(context.given);
  // no one's script: what is asked for on the line is the learner's, here as in the story
  const night = nightOf(simulation, 0);
  const others = otherNights(night, asked, await namedTopology(context, asked.topology));
  const progress = openProgress(context.world);
  try {
    const make = incidentOnEveryCore(workerEntry(context));
    return await make({ night, others, budget: COMMAND }, (done) =>
      progress.tell(() => incidentWords.made(done, others.length + 1)),
    );
  } catch (error) {
    throw error instanceof OverBudgetError ? new Failure(overBudget(error.excess), 1) : error;
  } finally {
    progress.clear();
  }
}

function report(context: Context, { simulation, lines }: ToldRun): void {
  if (context.given.flag('json')) {
    const report = simulation.report();
    printJson(context, { ...report, events: report.events.map(eventRow) });
    return;
  }
  const talk = talkOf(context);
  talk.say(...summaryLines(simulation.report(), simulation.topology, lines, talk.width));
}
