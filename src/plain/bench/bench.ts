/** A run that is talked to: the simulation, what was changed in it, and how it goes on and back. */
import { type AskedRun, openRun, type ReadyRun, runProblemLine } from '../../course/open-run.ts';
import type { KeptRun } from '../../learner/kept-place.ts';
import { doneAgain, keptRun } from '../../learner/kept-run.ts';
import type { Place } from '../../learner/progress.ts';
import { overBudget } from '../../messages/budget.ts';
import { plainWords } from '../../messages/plain.ts';
import { shell } from '../../messages/shell.ts';
import type { TimedFault } from '../../simulator/faults/fault.ts';
import type { TailSampler } from '../../simulator/tail-sampler.ts';
import type { StoryLine } from '../../story/story.ts';
import { ToldRun } from '../../story/told-run.ts';
import { formatTime } from '../../topology/duration.ts';
import type { Micros, Topology } from '../../topology/types.ts';
import { letPass } from '../advance.ts';
import { folded } from '../prose.ts';
import type { Tutor } from '../room.ts';

const words = plainWords.simulator;
const { resume } = shell;

/** The run, ready to begin; undefined, and said why, when it can't. */
export function readyRun({ talk, openTopology }: Tutor, asked: AskedRun): ReadyRun | undefined {
  const result = openRun(asked, openTopology);
  if ('run' in result) return result.run;
  talk.say(words.cannotOpen(asked.topology), ...result.problems.map(runProblemLine));
  return undefined;
}

export function openBench(tutor: Tutor, asked: AskedRun): Bench | undefined {
  const run = readyRun(tutor, asked);
  return run && new Bench(tutor, asked, run);
}

export class Bench {
  readonly tutor: Tutor;
  /** a moment to come back to, and what had been done by then */
  mark: { readonly at: Micros; readonly done: readonly TimedFault[] } | undefined;
  readonly #asked: AskedRun;
  #changes: readonly string[] = [];
  #run: ReadyRun;
  #told: ToldRun;
  #sampler: TailSampler;

  constructor(tutor: Tutor, asked: AskedRun, run: ReadyRun) {
    this.tutor = tutor;
    this.#asked = asked;
    this.#run = run;
    this.#told = new ToldRun(run, { script: true });
    this.#sampler = this.#told.simulation.follow();
  }

  /** The run as it would be asked for now, with what was changed. */
  get asked(): AskedRun {
    return { ...this.#asked, set: [...this.#asked.set, ...this.#changes] };
  }

  get run(): ReadyRun {
    return this.#run;
  }

  get told(): ToldRun {
    return this.#told;
  }

  get sampler(): TailSampler {
    return this.#sampler;
  }

  get topology(): Topology {
    return this.#run.topology;
  }

  get now(): Micros {
    return this.#told.now;
  }

  get width(): number {
    return this.tutor.talk.width;
  }

  /** Everything that was said to happen, besides what was prepared. */
  get done(): readonly TimedFault[] {
    const prepared = new Set(this.#run.faults.map(({ fault }) => fault));
    return this.#told.simulation.script.filter(({ fault }) => !prepared.has(fault));
  }

  /** Where to go on: the run as it stands. What a lesson has prepared is at its page. */
  get place(): Place {
    const { topology, set, seed } = this.asked;
    const kept = keptRun(this.topology, seed, this.done, this.now);
    return {
      screen: 'simulator',
      topology,
      ...(set.length === 0 ? {} : { set }),
      ...(kept === undefined ? {} : { kept }),
    };
  }

  say(lines: readonly string[]): void {
    this.tutor.talk.say(...lines);
  }

  /** Lets time go by, but no further than one line may cost; says so where that is not the whole. Gives what is new. */
  advance(span: Micros): StoryLine[] {
    // what was done by hand came a microsecond later, between two moments: that is made up for
    const { fresh, excess } = letPass(this.#told, span - Math.min(span, this.now % 1000));
    if (excess !== undefined) this.say(folded(overBudget(excess), this.width));
    return fresh;
  }

  /** The same run again until a moment, with what had been done by then. */
  repeat(to: Micros, done: readonly TimedFault[]): void {
    this.#begin();
    for (const timed of done) this.#told.schedule(timed);
    this.advance(to);
    this.#told.look();
  }

  /** The run that was left, if this is its site still: what was done in it is done again. */
  goOnWith(kept: KeptRun): void {
    const done = doneAgain(kept, this.topology);
    if (done === undefined) return this.say([resume.run, words.still]);
    this.repeat(kept.at, done);
    this.say(
      kept.at === 0 ? [resume.prepared(done.length), words.still] : [resume.inLines(shownTime(this.now))],
    );
  }

  /** Begins anew, with more changes where the site can have them. */
  change(more: readonly string[]): void {
    const changes = [...this.#changes, ...more];
    const run = readyRun(this.tutor, { ...this.#asked, set: [...this.#asked.set, ...changes] });
    if (run === undefined) return;
    this.#changes = changes;
    this.#run = run;
    this.restart();
  }

  restart(): void {
    this.mark = undefined;
    this.#begin();
    const changed = this.#changes.join(', ');
    this.say([changed === '' ? words.restarted : words.restartedWith(changed)]);
  }

  #begin(): void {
    this.#told = new ToldRun(this.#run, { script: true });
    this.#sampler = this.#told.simulation.follow();
  }
}

/** To the millisecond: nobody asked for more. */
export function shownTime(micros: Micros): string {
  return formatTime(micros - (micros % 1000));
}
