import type { Proof } from '../course/model.ts';
import { plainWords } from '../messages/plain.ts';
import { sentence } from '../messages/plural.ts';
import { parseFault, parseTimedFault } from '../simulator/faults.ts';
import { Simulation } from '../simulator/simulation.ts';
import { problemLine } from '../text/problem.ts';
import { describeTopology } from '../topology/draw/draw.ts';
import { formatTime, parseTime } from '../topology/duration.ts';
import type { Micros, Topology } from '../topology/types.ts';
import { drawingLines } from './drawing.ts';
import { folded } from './prose.ts';
import { eventLines, summaryLines } from './run-summary.ts';
import { statusLines } from './simulator-status.ts';
import type { Next, Tutor } from './tutor.ts';

const words = plainWords.simulator;

/** No more at once, so that one mistyped word can't keep a machine busy for an hour. */
const longestRun: Micros = 3_600_000_000;
const oneSecond: Micros = 1_000_000;

/** What the simulator is opened with: a topology, and for a prepared run what it does by itself. */
export interface Opening {
  readonly topology: string;
  readonly set: readonly string[];
  readonly faults: readonly string[];
  readonly lookFor: string;
  /** a prepared run begins by running this long */
  readonly runFor?: Micros;
  readonly rate?: number | undefined;
}

/** A simulation that is talked to. Time stands still between two sentences. */
export async function simulatorRoom(tutor: Tutor, opening: Opening): Promise<Next> {
  const { talk } = tutor;
  const bench = openBench(tutor, opening);
  if (bench === undefined) return { screen: 'map' };
  talk.say('', words.title(bench.topology.title), ...described(bench.topology, talk.width));
  if (opening.lookFor !== '') talk.say('', ...folded(words.lookFor(opening.lookFor), talk.width));
  if (opening.runFor === undefined) talk.say('', words.still);
  else bench.watch(opening.runFor);
  while (true) {
    const answer = await talk.ask(words.ask(formatTime(bench.now)));
    if (answer === undefined) return 'quit';
    if (answer === 'quit' || answer === 'q') return { screen: 'map' };
    bench.hear(answer);
  }
}

/** Runs the proof of a question and tells what happened. */
export function watchProof(tutor: Tutor, { run }: Proof): void {
  const { topology, set, fault, rate } = run;
  const bench = openBench(tutor, { topology, set, faults: fault, lookFor: '', rate });
  bench?.watch(run.for);
}

function openBench(tutor: Tutor, opening: Opening): Bench | undefined {
  const topology = openedTopology(tutor, opening, []);
  return topology && new Bench(tutor, opening, topology);
}

/** The topology with the opening's changes and more of them; undefined, and said why, when it can't be read. */
function openedTopology(tutor: Tutor, opening: Opening, more: readonly string[]): Topology | undefined {
  const { topology, problems } = tutor.openTopology(opening.topology, [...opening.set, ...more]);
  const [problem] = problems.filter(({ severity }) => severity === 'error');
  if (topology === undefined) {
    tutor.talk.say(words.cannotOpen(opening.topology, problem === undefined ? '' : problemLine(problem)));
    return undefined;
  }
  if (opening.rate === undefined) return topology;
  return { ...topology, traffic: { ...topology.traffic, rate: opening.rate } };
}

/** A topology under test: the simulation, what was changed, and how it answers to each word. */
class Bench {
  readonly #tutor: Tutor;
  readonly #opening: Opening;
  #changes: readonly string[] = [];
  topology: Topology;
  #simulation: Simulation;
  /** how many events were told */
  #told = 0;

  constructor(tutor: Tutor, opening: Opening, topology: Topology) {
    this.#tutor = tutor;
    this.#opening = opening;
    this.topology = topology;
    this.#simulation = this.#begin();
  }

  get now(): Micros {
    return this.#simulation.now;
  }

  /** Does what one line asks for: a word of the list below, else a fault. */
  hear(line: string): void {
    const [word = '', ...rest] = line.split(/\s+/);
    const answer = this.#answers.get(word);
    if (answer === undefined) this.#break(line);
    else answer(rest);
  }

  readonly #answers: ReadonlyMap<string, (rest: readonly string[]) => void> = new Map(
    Object.entries<(rest: readonly string[]) => void>({
      '': () => this.run(oneSecond),
      run: (rest) => this.#runFor(rest.join('')),
      status: () => this.#say(statusLines(this.#simulation.view(), this.#width)),
      summary: () => this.#say(summaryLines(this.#simulation.report(), this.topology, this.#width)),
      events: () => this.#say(eventLines(this.#simulation.view().events, this.#width)),
      draw: () => this.#say(drawingLines(this.topology, this.#tutor.talk)),
      words: () => this.#say(described(this.topology, this.#width)),
      set: (rest) => this.#change(rest),
      restart: () => this.#restart(),
      help: () => this.#help(),
      h: () => this.#help(),
      '?': () => this.#help(),
    }),
  );

  /** Lets time go by in silence, then tells the whole. */
  watch(span: Micros): void {
    this.#simulation.advance(this.now + span);
    this.#told = this.#simulation.report().events.length;
    this.hear('summary');
  }

  /** Lets time go by, then tells what happened and what the users felt. */
  run(span: Micros): void {
    const from = this.now;
    this.#simulation.advance(from + span);
    const { talk } = this.#tutor;
    const { events, traffic } = this.#simulation.view();
    const fresh = this.#simulation.report().events.slice(this.#told);
    this.#told += fresh.length;
    if (fresh.length > 0) talk.say(...eventLines(fresh, talk.width));
    else talk.say(events.length === 0 ? words.noEvents : words.quiet(formatTime(span)));
    talk.say(
      ...folded(
        words.felt(traffic.answered, traffic.failed, traffic.waiting, traffic.availability),
        talk.width,
      ),
    );
  }

  get #width(): number {
    return this.#tutor.talk.width;
  }

  #say(lines: readonly string[]): void {
    this.#tutor.talk.say(...lines);
  }

  #help(): void {
    this.#say(words.helpLines.map(([said, means]) => `  ${said.padEnd(18)}${means}`));
  }

  #begin(): Simulation {
    const simulation = new Simulation(this.topology, { seed: this.#tutor.seed });
    for (const fault of this.#opening.faults) {
      const read = parseTimedFault(fault, this.topology);
      if ('error' in read) this.#tutor.talk.say(sentence(read.error));
      else simulation.schedule(read.timed);
    }
    this.#told = 0;
    return simulation;
  }

  #restart(): void {
    this.#simulation = this.#begin();
    const changed = this.#changes.join(', ');
    this.#tutor.talk.say(changed === '' ? words.restarted : words.restartedWith(changed));
  }

  #change(changes: readonly string[]): void {
    const topology = openedTopology(this.#tutor, this.#opening, [...this.#changes, ...changes]);
    if (topology === undefined) return;
    this.#changes = [...this.#changes, ...changes];
    this.topology = topology;
    this.#restart();
  }

  #runFor(text: string): void {
    const { say } = this.#tutor.talk;
    const span = parseTime(text);
    if (span === undefined || span === 0) say(words.notATime(text));
    else if (span > longestRun) say(words.tooLong(formatTime(longestRun)));
    else this.run(span);
  }

  /** A fault, now or at a time from the start. */
  #break(line: string): void {
    this.#say([/^\d/.test(line) ? this.#schedule(line) : this.#breakNow(line)]);
  }

  #breakNow(line: string): string {
    const read = parseFault(line, this.topology);
    if ('error' in read) return words.notUnderstood(sentence(read.error));
    this.#simulation.inject(read.fault);
    return words.done(formatTime(this.now), read.fault.words);
  }

  #schedule(line: string): string {
    const read = parseTimedFault(line, this.topology);
    if ('error' in read) return words.notUnderstood(sentence(read.error));
    const { at, fault } = read.timed;
    if (at < this.now) return words.inThePast(formatTime(this.now));
    this.#simulation.schedule(read.timed);
    return words.scheduled(formatTime(at), fault.words);
  }
}

function described(topology: Topology, width: number): string[] {
  return describeTopology(topology).flatMap((sentence) => folded(sentence, width));
}
