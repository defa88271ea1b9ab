import { lessonOn } from '../course/lesson-on.ts';
import type { Proof } from '../course/model.ts';
import { withChange } from '../course/one-change.ts';
import { type AskedRun, openRun, type ReadyRun, runProblemLine } from '../course/open-run.ts';
import type { KeptRun } from '../learner/kept-place.ts';
import { doneAgain, keptRun } from '../learner/kept-run.ts';
import type { Place } from '../learner/progress.ts';
import { overBudget } from '../messages/budget.ts';
import { followWords } from '../messages/follow.ts';
import { plainWords } from '../messages/plain.ts';
import { sentence } from '../messages/plural.ts';
import { shell } from '../messages/shell.ts';
import { eventSentence } from '../messages/simulator-events.ts';
import { whyWords } from '../messages/why.ts';
import { BETWEEN_LOOKS, excessOf, SINGLE } from '../simulator/budget.ts';
import { faultHelpFor } from '../simulator/faults/examples.ts';
import { type TimedFault, timedWords } from '../simulator/faults/fault.ts';
import { parseFault, parseTimedFault } from '../simulator/faults/parse.ts';
import { heldMemory } from '../simulator/held-memory.ts';
import { excessOfSpof } from '../simulator/spof.ts';
import type { TailSampler } from '../simulator/tail-sampler.ts';
import type { RequestTrace } from '../simulator/trace.ts';
import { SideBySide } from '../story/compare/side-by-side.ts';
import { nightOf, otherNights } from '../story/incident/night.ts';
import { inspect, inspectable } from '../story/inspect/inspect.ts';
import { repeatWords } from '../story/repeat-line.ts';
import { followed } from '../story/request/followed.ts';
import { retrace } from '../story/request/retrace.ts';
import { addInTime, type StoryLine } from '../story/story.ts';
import { ToldRun } from '../story/told-run.ts';
import { whyOf } from '../story/why/why.ts';
import { describeTopology } from '../topology/draw/draw.ts';
import { formatTime, parseTime } from '../topology/duration.ts';
import type { Micros, Topology } from '../topology/types.ts';
import type { NightToReport } from '../workers/make-incident.ts';
import { letPass, passedLines } from './advance.ts';
import { comparisonLines } from './comparison.ts';
import { drawingLines } from './drawing.ts';
import { inspectionLines } from './inspection.ts';
import { monitorLines } from './monitor.ts';
import { folded } from './prose.ts';
import { reportLines } from './report.ts';
import { type Next, record, type Tutor } from './room.ts';
import { storyLines, summaryLines } from './run-summary.ts';
import { statusLines } from './simulator-status.ts';
import { playSpof } from './spof-game.ts';
import { waterfallLines } from './waterfall.ts';
import { whyLines } from './why.ts';

const words = plainWords.simulator;
const { resume } = shell;

/** No more at once, so that one mistyped word can't keep a machine busy for an hour. */
const longestRun: Micros = 3_600_000_000;
const oneSecond: Micros = 1_000_000;
/** How long `next` waits for something to happen. */
const quietAtMost: Micros = 60 * oneSecond;

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
  else bench.watch(asked.for);
  while (true) {
    const answer = await talk.ask(words.ask(shownTime(bench.now)));
    if (answer === undefined) return 'quit';
    if (answer === 'quit' || answer === 'q') return { screen: 'map' };
    await bench.hear(answer);
    if (asked.for === undefined) record(tutor, { type: 'place', place: bench.place });
  }
}

/** Runs the proof of a question and tells what happened. */
export function watchProof(tutor: Tutor, { run }: Proof): void {
  openBench(tutor, { ...run, seed: tutor.seed })?.watch(run.for);
}

function openBench(tutor: Tutor, asked: AskedRun): Bench | undefined {
  const run = opened(tutor, asked);
  return run && new Bench(tutor, asked, run);
}

/** The run, ready to begin; undefined, and said why, when it can't. */
function opened({ talk, openTopology }: Tutor, asked: AskedRun): ReadyRun | undefined {
  const result = openRun(asked, openTopology);
  if ('run' in result) return result.run;
  talk.say(words.cannotOpen(asked.topology), ...result.problems.map(runProblemLine));
  return undefined;
}

/** What one word of a line leads to; `rest` are those after it. */
type Answer = (rest: readonly string[]) => void | Promise<void>;

/** A run that is talked to: the simulation, what was changed, and how it answers to each word. */
class Bench {
  readonly #tutor: Tutor;
  readonly #asked: AskedRun;
  #changes: readonly string[] = [];
  #run: ReadyRun;
  #told: ToldRun;
  /** a moment to come back to, and what had been done by then */
  #mark: { readonly at: Micros; readonly done: readonly TimedFault[] } | undefined;
  #sampler: TailSampler;

  constructor(tutor: Tutor, asked: AskedRun, run: ReadyRun) {
    this.#tutor = tutor;
    this.#asked = asked;
    this.#run = run;
    this.#told = new ToldRun(run, { script: true });
    this.#sampler = this.#told.simulation.follow();
  }

  /** Where to go on: the run as it stands. What a lesson has prepared is at its page. */
  get place(): Place {
    const { topology, set: asked, seed } = this.#asked;
    const set = [...asked, ...this.#changes];
    const kept = keptRun(this.topology, seed, this.#done, this.now);
    return {
      screen: 'simulator',
      topology,
      ...(set.length === 0 ? {} : { set }),
      ...(kept === undefined ? {} : { kept }),
    };
  }

  /** The run that was left, if this is its site still: what was done in it is done again. */
  goOnWith(kept: KeptRun): void {
    const done = doneAgain(kept, this.topology);
    if (done === undefined) return this.#say([resume.run, words.still]);
    this.#repeat(kept.at, done);
    this.#say(
      kept.at === 0 ? [resume.prepared(done.length), words.still] : [resume.inLines(shownTime(this.now))],
    );
  }

  get topology(): Topology {
    return this.#run.topology;
  }

  get now(): Micros {
    return this.#told.now;
  }

  /** Does what one line asks for: a word of the list below, else a fault. */
  async hear(line: string): Promise<void> {
    const [word = '', ...rest] = line.split(/\s+/);
    const answer = this.#answers.get(word);
    if (answer === undefined) this.#break(line);
    else await answer(rest);
  }

  readonly #answers: ReadonlyMap<string, Answer> = new Map(
    Object.entries<Answer>({
      '': () => this.run(oneSecond),
      run: (rest) => this.#runFor(rest.join('')),
      status: () => this.#say(statusLines(this.#told.simulation.view(), this.topology, this.#width)),
      monitor: () => this.#say(monitorLines(this.#told.simulation.view(), this.#width)),
      summary: () => this.#summary(),
      events: () => this.#say(storyLines(this.#told.lines, this.#width)),
      faults: () => this.#faults(),
      report: async () => this.#say(await reportLines(this.#tutor, this.#reported())),
      draw: () => this.#say(drawingLines(this.topology, this.#tutor.talk)),
      words: () => this.#say(described(this.topology, this.#width)),
      why: (rest) => this.#why(rest.join('')),
      compare: (rest) => this.#compare(rest.join(' ')),
      spof: () => this.#spof(),
      follow: (rest) => this.#follow(rest.join(' ')),
      inspect: (rest) => this.#inspect(rest),
      next: () => this.#next(),
      back: (rest) => this.#back(rest.join('')),
      mark: () => this.#setMark(),
      return: () => this.#toMark(),
      line: () => this.#line(),
      set: (rest) => this.#change(rest),
      restart: () => this.#restart(),
      help: () => this.#help(),
      h: () => this.#help(),
      '?': () => this.#help(),
    }),
  );

  /** The run so far, and the same night with each other position of a switch. */
  #reported(): NightToReport {
    const { topology, set, rate } = this.#asked;
    const night = nightOf(this.#told.simulation, this.#run.faults.length);
    const asked = { topology, set: [...set, ...this.#changes], rate };
    return { night, others: otherNights(night, asked, this.#tutor.openTopology), budget: SINGLE };
  }

  /** Lets time go by in silence, then tells the whole. */
  watch(span: Micros): void {
    this.#advance(span);
    this.#told.look();
    this.#summary();
  }

  /** Lets time go by, then tells what happened and what the users felt. */
  run(span: Micros): void {
    const from = this.now;
    const fresh = this.#advance(span);
    addInTime(fresh, this.#told.look());
    if (this.now > from) this.#say(passedLines(this.#told, fresh, from, this.#width));
  }

  /** Lets time go by, but no further than one line may cost; says so where that is not the whole. Gives what is new. */
  #advance(span: Micros): StoryLine[] {
    // what was done by hand came a microsecond later, between two moments: that is made up for
    const { fresh, excess } = letPass(this.#told, span - Math.min(span, this.now % 1000));
    if (excess !== undefined) this.#say(folded(overBudget(excess), this.#width));
    return fresh;
  }

  get #width(): number {
    return this.#tutor.talk.width;
  }

  #say(lines: readonly string[]): void {
    this.#tutor.talk.say(...lines);
  }

  #summary(): void {
    const { simulation, lines } = this.#told;
    this.#say(summaryLines(simulation.report(), this.topology, lines, this.#width));
  }

  /** What can go wrong here, and what takes it away. */
  #faults(): void {
    const rows = faultHelpFor(this.topology);
    const width = Math.max(...rows.map(({ written }) => written.length)) + 2;
    const lines = rows.flatMap(({ written, means, undo }) =>
      folded(words.fault(means, undo), this.#width, `  ${written.padEnd(width)}`),
    );
    this.#say(lines);
  }

  #help(): void {
    this.#say(words.helpLines.map(([said, means]) => `  ${said.padEnd(18)}${means}`));
  }

  /** What a component, a host, a certificate or a link does, believes, and how it is configured. */
  #inspect(names: readonly string[]): void {
    const told = inspect(names, { topology: this.topology, view: this.#told.simulation.view() });
    if (told === undefined) {
      const known = inspectable({ topology: this.topology });
      return this.#say(folded(words.nothingToInspect(names.join(' '), known), this.#width));
    }
    this.#say(inspectionLines(told, this.#width));
  }

  /** Lets time go by until something happens, but not for long. */
  #next(): void {
    const { simulation } = this.#told;
    const [from, happened] = [this.now, simulation.happened];
    const fresh: StoryLine[] = [];
    while (simulation.happened === happened && fresh.length === 0 && this.now < from + quietAtMost) {
      const before = this.now;
      addInTime(fresh, this.#advance(oneSecond / 20));
      if (this.now === before) break;
    }
    addInTime(fresh, this.#told.look());
    if (this.now > from) this.#say(passedLines(this.#told, fresh, from, this.#width));
  }

  /** Everything that was said to happen, besides what was prepared. */
  get #done(): readonly TimedFault[] {
    const prepared = new Set(this.#run.faults.map(({ fault }) => fault));
    return this.#told.simulation.script.filter(({ fault }) => !prepared.has(fault));
  }

  #back(text: string): void {
    const span = text === '' ? 10 * oneSecond : parseTime(text);
    if (span === undefined) return this.#say([words.notATime(text)]);
    const to = Math.max(0, this.now - span);
    this.#goBack(
      to,
      this.#done.filter(({ at }) => at <= to),
    );
  }

  #setMark(): void {
    this.#mark = { at: this.now, done: this.#done };
    this.#say([words.marked(shownTime(this.now))]);
  }

  #toMark(): void {
    if (this.#mark === undefined) return this.#say([words.noMark]);
    this.#goBack(this.#mark.at, this.#mark.done);
  }

  /** The same run again until a moment, with what had been done by then. */
  #goBack(to: Micros, done: readonly TimedFault[]): void {
    this.#repeat(to, done);
    this.#say([words.wentBack(shownTime(this.now))]);
  }

  #repeat(to: Micros, done: readonly TimedFault[]): void {
    this.#told = new ToldRun(this.#run, { script: true });
    this.#sampler = this.#told.simulation.follow();
    for (const timed of done) this.#told.schedule(timed);
    this.#advance(to);
    this.#told.look();
  }

  /** The command that repeats this run. */
  #line(): void {
    const parts = repeatWords({
      topology: this.#asked.topology,
      seed: this.#asked.seed,
      for: this.now,
      rate: this.#asked.rate,
      set: [...this.#asked.set, ...this.#changes],
      faults: this.#told.simulation.script.filter(({ at }) => at <= this.now),
    });
    this.#say([parts.join(' ')]);
  }

  #restart(): void {
    this.#mark = undefined;
    this.#told = new ToldRun(this.#run, { script: true });
    this.#sampler = this.#told.simulation.follow();
    const changed = this.#changes.join(', ');
    this.#tutor.talk.say(changed === '' ? words.restarted : words.restartedWith(changed));
  }

  /** The chain behind the newest line of the story, or the one before a time. */
  #why(text: string): void {
    const time = text.replace(/s$/, '');
    if (!/^(\d{1,9}(\.\d{1,6})?)?$/.test(time))
      return this.#say(folded(whyWords.notATime(text), this.#width));
    const { lines, view } = this.#told;
    // a time of the log has one digit after the point
    const line = time === '' ? lines.at(-1) : lines.findLast(({ t }) => t < Number(time) + 0.05);
    if (line === undefined) return this.#say([whyWords.nothing]);
    const why = whyOf(line, { lines, view, topology: this.topology });
    const { course } = this.#tutor;
    const stage = course.topologies.find(({ id }) => id === this.#asked.topology)?.stage;
    this.#say(whyLines(why, lessonOn(course, why.about, stage), this.#width));
  }

  /** The game of what alone stops this site; the run stands still meanwhile. */
  async #spof(): Promise<void> {
    const { talk, failParts } = this.#tutor;
    const ahead = excessOfSpof(this.topology);
    if (ahead !== undefined) return this.#say(folded(overBudget(ahead), this.#width));
    await playSpof(talk, this.topology, failParts, () => undefined);
  }

  /** What this run would have been with one thing changed, from its beginning until now. */
  #compare(change: string): void {
    const { simulation } = this.#told;
    const fault = simulation.script.map(timedWords);
    const set = [...this.#asked.set, ...this.#changes];
    const asked = { ...this.#asked, set, fault, for: undefined };
    const changed = withChange(asked, change);
    if ('error' in changed) return this.#say(folded(changed.error, this.#width));
    const [before, after] = [opened(this.#tutor, asked), opened(this.#tutor, changed)];
    if (before === undefined || after === undefined) return;
    const pair = new SideBySide(before, after);
    const held = heldMemory();
    while (pair.now < this.now) {
      pair.advance(this.now, BETWEEN_LOOKS);
      const excess = excessOf(pair.simulation, SINGLE, held);
      if (excess !== undefined) return this.#say(folded(overBudget(excess), this.#width));
    }
    this.#say(comparisonLines(pair, change.replace(/^set /, ''), this.#width));
  }

  /** The way of one request: `slowest`, `failed` (the newest), `oldest`, `next`, or its number. */
  #follow(which: string): void {
    switch (which) {
      case 'slowest':
        return this.#tellRequest(this.#sampler.slowest, followWords.none.slowest);
      case 'failed':
        return this.#tellRequest(this.#sampler.lastFailed, followWords.none.failed);
      case 'oldest':
        return this.#tellRequest(this.#sampler.oldest, followWords.none.oldest);
      case 'next':
        return this.#followNext();
    }
    const { simulation } = this.#told;
    const number = /^[1-9]\d{0,8}$/.test(which) ? Number(which) : undefined;
    if (number === undefined) return this.#say(folded(followWords.notKnown(which), this.#width));
    const begun = simulation.requestsStarted;
    const trace = number <= begun ? retrace(simulation, number) : undefined;
    this.#tellRequest(trace, followWords.notBegun(number, begun));
  }

  /** Lets time go by until the next request is over. */
  #followNext(): void {
    const { simulation } = this.#told;
    const number = simulation.requestsStarted + 1;
    this.#sampler.want(number);
    const most = this.now + this.topology.traffic.timeout + oneSecond;
    const fresh: StoryLine[] = [];
    let from = -1;
    while (this.now < most && this.now > from && this.#sampler.wanted(number)?.ended === undefined) {
      from = this.now;
      addInTime(fresh, this.#advance(Math.min(oneSecond / 10, most - this.now)));
    }
    if (fresh.length > 0) this.#say(storyLines(fresh, this.#width));
    this.#tellRequest(this.#sampler.wanted(number), followWords.none.next);
  }

  #tellRequest(trace: RequestTrace | undefined, otherwise: string): void {
    if (trace === undefined) return this.#say(folded(otherwise, this.#width));
    this.#say(waterfallLines(followed(trace, this.now, this.topology), this.#width, false));
  }

  #change(more: readonly string[]): void {
    const changes = [...this.#changes, ...more];
    const run = opened(this.#tutor, { ...this.#asked, set: [...this.#asked.set, ...changes] });
    if (run === undefined) return;
    this.#changes = changes;
    this.#run = run;
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
    // so that the same fault with its time repeats the run to the last byte
    this.#told.settle();
    this.#told.inject(read.fault);
    const event = this.#told.simulation.lastEvent;
    const said = event !== undefined && 'fault' in event ? eventSentence(event) : read.fault.words;
    return words.done(shownTime(this.now), said);
  }

  #schedule(line: string): string {
    const read = parseTimedFault(line, this.topology);
    if ('error' in read) return words.notUnderstood(sentence(read.error));
    const { at, fault } = read.timed;
    if (at < this.now) return words.inThePast(shownTime(this.now));
    this.#told.schedule(read.timed);
    return words.scheduled(formatTime(at), fault.words);
  }
}

/** To the millisecond: nobody asked for more. */
function shownTime(micros: Micros): string {
  return formatTime(micros - (micros % 1000));
}

function described(topology: Topology, width: number): string[] {
  return describeTopology(topology).flatMap((sentence) => folded(sentence, width));
}
