/** The simulator in lines: what is said to each word, and how a run is opened and left. */
import { lessonOn } from '../course/lesson-on.ts';
import type { Proof } from '../course/model.ts';
import type { AskedRun } from '../course/open-run.ts';
import type { KeptRun } from '../learner/kept-place.ts';
import { overBudget } from '../messages/budget.ts';
import { plainWords } from '../messages/plain.ts';
import { whyWords } from '../messages/why.ts';
import { SINGLE } from '../simulator/budget.ts';
import { faultHelpFor } from '../simulator/faults/examples.ts';
import { excessOfSpof } from '../simulator/spof.ts';
import { nightOf, otherNights } from '../story/incident/night.ts';
import { inspect, inspectable } from '../story/inspect/inspect.ts';
import { repeatWords } from '../story/repeat-line.ts';
import { whyOf } from '../story/why/why.ts';
import { describeTopology } from '../topology/draw/draw.ts';
import type { Micros, Topology } from '../topology/types.ts';
import type { NightToReport } from '../workers/make-incident.ts';
import { type Bench, openBench, shownTime } from './bench/bench.ts';
import { breakIt } from './bench/break.ts';
import { compare } from './bench/compare.ts';
import { follow } from './bench/follow.ts';
import { goBack, goToMark, oneSecond, run, runFor, runUntilNext, setMark } from './bench/time.ts';
import { drawingLines } from './drawing.ts';
import { inspectionLines } from './inspection.ts';
import { monitorLines } from './monitor.ts';
import { folded } from './prose.ts';
import { reportLines } from './report.ts';
import { type Next, record, type Tutor } from './room.ts';
import { storyLines, summaryLines } from './run-summary.ts';
import { statusLines } from './simulator-status.ts';
import { playSpof } from './spof-game.ts';
import { whyLines } from './why.ts';

const words = plainWords.simulator;

/** A topology to break freely. */
export function freeRun(topology: string, seed: number, set: readonly string[] = []): AskedRun {
  return { topology, set, rate: undefined, for: undefined, fault: [], seed };
}

/**
 * A simulation that is talked to. Time stands still between two sentences; a prepared run first runs to its end. One
 * that was left goes on where it stood.
 */
export async function simulatorRoom(
  tutor: Tutor,
  asked: AskedRun,
  lookFor = '',
  kept?: KeptRun,
): Promise<Next> {
  const { talk } = tutor;
  const bench = openBench(tutor, asked);
  if (bench === undefined) return { screen: 'map' };
  talk.say('', words.title(bench.topology.title), ...described(bench.topology, talk.width));
  if (lookFor !== '') talk.say('', ...folded(words.lookFor(lookFor), talk.width));
  if (kept !== undefined) bench.goOnWith(kept);
  else if (asked.for === undefined) talk.say('', words.still);
  else watch(bench, asked.for);
  while (true) {
    const answer = await talk.ask(words.ask(shownTime(bench.now)));
    if (answer === undefined) return 'quit';
    if (answer === 'quit' || answer === 'q') return { screen: 'map' };
    await hear(bench, answer);
    if (asked.for === undefined) record(tutor, { type: 'place', place: bench.place });
  }
}

/** Runs the proof of a question and tells what happened. */
export function watchProof(tutor: Tutor, { run: proven }: Proof): void {
  const bench = openBench(tutor, { ...proven, seed: tutor.seed });
  if (bench !== undefined) watch(bench, proven.for);
}

/** Lets time go by in silence, then tells the whole. */
function watch(bench: Bench, span: Micros): void {
  bench.advance(span);
  bench.told.look();
  summary(bench);
}

/** Does what one line asks for: a word of the list below, else a fault. */
async function hear(bench: Bench, line: string): Promise<void> {
  const [word = '', ...rest] = line.split(/\s+/);
  const answer = answers.get(word);
  if (answer === undefined) breakIt(bench, line);
  else await answer(bench, rest);
}

/** What one word of a line leads to; `rest` are those after it. */
type Answer = (bench: Bench, rest: readonly string[]) => void | Promise<void>;

const answers: ReadonlyMap<string, Answer> = new Map(
  Object.entries<Answer>({
    '': (bench) => run(bench, oneSecond),
    run: (bench, rest) => runFor(bench, rest.join('')),
    status: (bench) => bench.say(statusLines(bench.told.simulation.view(), bench.topology, bench.width)),
    monitor: (bench) => bench.say(monitorLines(bench.told.simulation.view(), bench.width)),
    summary,
    events: (bench) => bench.say(storyLines(bench.told.lines, bench.width)),
    faults,
    report: async (bench) => bench.say(await reportLines(bench.tutor, nightToReport(bench))),
    draw: (bench) => bench.say(drawingLines(bench.topology, bench.tutor.talk)),
    words: (bench) => bench.say(described(bench.topology, bench.width)),
    why: (bench, rest) => why(bench, rest.join('')),
    compare: (bench, rest) => compare(bench, rest.join(' ')),
    spof,
    follow: (bench, rest) => follow(bench, rest.join(' ')),
    inspect: inspectThem,
    next: runUntilNext,
    back: (bench, rest) => goBack(bench, rest.join('')),
    mark: setMark,
    return: goToMark,
    line: repeatLine,
    set: (bench, rest) => bench.change(rest),
    restart: (bench) => bench.restart(),
    help,
    h: help,
    '?': help,
  }),
);

function summary(bench: Bench): void {
  const { simulation, lines } = bench.told;
  bench.say(summaryLines(simulation.report(), bench.topology, lines, bench.width));
}

/** What can go wrong here, and what takes it away. */
function faults(bench: Bench): void {
  const rows = faultHelpFor(bench.topology);
  const width = Math.max(...rows.map(({ written }) => written.length)) + 2;
  const lines = rows.flatMap(({ written, means, undo }) =>
    folded(words.fault(means, undo), bench.width, `  ${written.padEnd(width)}`),
  );
  bench.say(lines);
}

function help(bench: Bench): void {
  bench.say(words.helpLines.map(([said, means]) => `  ${said.padEnd(18)}${means}`));
}

/** The run so far, and the same night with each other position of a switch. */
function nightToReport({ told, run: ready, asked, tutor }: Bench): NightToReport {
  const night = nightOf(told.simulation, ready.faults.length);
  const { topology, set, rate } = asked;
  return { night, others: otherNights(night, { topology, set, rate }, tutor.openTopology), budget: SINGLE };
}

/** What a component, a host, a certificate or a link does, believes, and how it is configured. */
function inspectThem(bench: Bench, names: readonly string[]): void {
  const { topology, told, width } = bench;
  const found = inspect(names, { topology, view: told.simulation.view() });
  if (found === undefined) {
    const known = inspectable({ topology });
    return bench.say(folded(words.nothingToInspect(names.join(' '), known), width));
  }
  bench.say(inspectionLines(found, width));
}

/** The command that repeats this run. */
function repeatLine(bench: Bench): void {
  const { topology, seed, rate, set } = bench.asked;
  const done = bench.told.simulation.script.filter(({ at }) => at <= bench.now);
  bench.say([repeatWords({ topology, seed, for: bench.now, rate, set, faults: done }).join(' ')]);
}

/** The chain behind the newest line of the story, or the one before a time. */
function why(bench: Bench, text: string): void {
  const { topology, told, tutor, width } = bench;
  const time = text.replace(/s$/, '');
  if (!/^(\d{1,9}(\.\d{1,6})?)?$/.test(time)) return bench.say(folded(whyWords.notATime(text), width));
  const { lines, view } = told;
  // a time of the log has one digit after the point
  const line = time === '' ? lines.at(-1) : lines.findLast(({ t }) => t < Number(time) + 0.05);
  if (line === undefined) return bench.say([whyWords.nothing]);
  const because = whyOf(line, { lines, view, topology });
  const { course } = tutor;
  const stage = course.topologies.find(({ id }) => id === bench.asked.topology)?.stage;
  bench.say(whyLines(because, lessonOn(course, because.about, stage), width));
}

/** The game of what alone stops this site; the run stands still meanwhile. */
async function spof(bench: Bench): Promise<void> {
  const { talk, failParts } = bench.tutor;
  const ahead = excessOfSpof(bench.topology);
  if (ahead !== undefined) return bench.say(folded(overBudget(ahead), bench.width));
  await playSpof(talk, bench.topology, failParts, () => undefined);
}

function described(topology: Topology, width: number): string[] {
  return describeTopology(topology).flatMap((sentence) => folded(sentence, width));
}
