import { withChange } from '../course/one-change.ts';
import { overBudget } from '../messages/budget.ts';
import { compareWords as words } from '../messages/compare.ts';
import { messagesOf } from '../messages/language.ts';
import { comparisonLines, wayLines } from '../plain/comparison.ts';
import { folded } from '../plain/prose.ts';
import { COMMAND, excessAhead } from '../simulator/budget.ts';
import { SideBySide, type Sum } from '../story/compare/side-by-side.ts';
import { NIGHT, type WayPoint, walk } from '../story/compare/the-way.ts';
import { type Command, type Context, Failure } from './command.ts';
import { openCourse, printJson, topologyOpener } from './opening.ts';
import { openProgress } from './progress.ts';
import { type Ending, INTERRUPTED, runInSlices } from './run-in-slices.ts';
import { askedRunOf, openAsked, seedOf } from './run-options.ts';
import { talkOf } from './talk.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'compare',
  options: {
    with: 'text',
    stages: 'flag',
    for: 'text',
    rate: 'text',
    seed: 'text',
    fault: 'texts',
    set: 'texts',
    json: 'flag',
  },
  takes: { atLeast: 0, atMost: 1, what: t`a topology` },
  completes: 'topology',
  run: (context) => (context.given.flag('stages') ? compareStages(context) : compareTwo(context)),
};

async function compareTwo(context: Context): Promise<number> {
  const { given, world } = context;
  const change = given.text('with');
  if (given.words.length === 0 || change === undefined) throw new Failure(words.needsChange);
  const asked = askedRunOf(given);
  const changed = withChange(asked, change);
  if ('error' in changed) throw new Failure(changed.error);
  const before = await openAsked(context, asked);
  const after = await openAsked(context, changed);
  for (const { topology } of [before, after]) {
    const ahead = excessAhead(topology, asked.for, COMMAND);
    if (ahead !== undefined) throw new Failure(overBudget(ahead), 1);
  }
  const pair = new SideBySide(before, after);
  const ending = await runInSlices(pair, asked.for, world);
  if (ending !== 'whole') return unfinished(context, ending);
  if (given.flag('json')) {
    printJson(context, pairRow(pair, asked.seed, change));
    return 0;
  }
  const talk = talkOf(context);
  const title = words.title(
    before.topology.title,
    words.seconds(asked.for / 1_000_000),
    asked.seed,
    asked.fault,
  );
  talk.say(
    ...folded(title, talk.width),
    '',
    ...comparisonLines(pair, change.replace(/^set /, ''), talk.width),
  );
  return 0;
}

async function compareStages(context: Context): Promise<number> {
  const { given, world } = context;
  const others = ['with', 'for', 'rate', 'fault', 'set'].some((option) => given.flag(option));
  if (given.words.length > 0 || others) throw new Failure(words.withoutRun);
  const seed = seedOf(given);
  const course = await openCourse(context);
  const stages = course.stages.flatMap(({ topology }) => (topology === undefined ? [] : [topology]));
  if (stages.length === 0) throw new Failure(words.noStages, 1);
  const progress = openProgress(world);
  let done = 0;
  // each run of many has no word of its own
  const quiet = { ...world, stderr: { write: () => true } };
  const way = walk(stages, await topologyOpener(course), seed);
  let step = way.next();
  while (step.done !== true) {
    const ending = await runInSlices(step.value.run.told, NIGHT, quiet);
    if (ending !== 'whole') {
      progress.clear();
      return unfinished(context, ending);
    }
    done++;
    progress.tell(() => words.walking(done));
    step = way.next();
  }
  progress.clear();
  const points = step.value;
  if (given.flag('json')) {
    printJson(context, { seed, night_s: NIGHT / 1_000_000, points: points.map(pointRow) });
    return 0;
  }
  const talk = talkOf(context);
  const title = words.stages(words.seconds(NIGHT / 1_000_000), seed);
  talk.say(...folded(title, talk.width), '', ...wayLines(points, talk.width));
  return 0;
}

/** Half of a comparison says nothing. */
function unfinished({ world }: Context, ending: Ending): number {
  if (ending !== 'interrupted' && ending !== 'whole') throw new Failure(overBudget(ending), 1);
  world.stderr.write(`${words.interrupted}\n`);
  return INTERRUPTED;
}

/** The comparison as `--json` prints it. */
function pairRow({ before, after, difference, now }: SideBySide, seed: number, change: string): object {
  return {
    topology: before.told.simulation.topology.id,
    seed,
    duration_s: now / 1_000_000,
    change,
    as_it_is: sumRow(before.sum),
    changed: sumRow(after.sum),
    difference: sumRow(difference),
  };
}

function pointRow({ topology, set, change, sum }: WayPoint): object {
  return { topology, set, change: change ?? null, ...sumRow(sum) };
}

function sumRow(sum: Omit<Sum, 'users'>): object {
  return {
    users_hurt: sum.usersHurt,
    requests: sum.requests,
    failed: sum.failed,
    slow: sum.slow,
    outage_s: sum.outageSeconds,
    writes_lost: sum.writesLost,
    hosts: sum.hosts,
  };
}
