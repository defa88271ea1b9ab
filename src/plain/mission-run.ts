/** The run of a mission that is talked to: what may be done in it, and what may be seen of it. */
import { playProblems } from '../course/missions/choices.ts';
import { played } from '../course/missions/play.ts';
import { goalsSoFar } from '../course/missions/so-far.ts';
import type { Mission, Play } from '../course/model.ts';
import type { ReadyRun } from '../course/open-run.ts';
import type { KeptRun } from '../learner/kept-place.ts';
import { doneAgain, keptRun } from '../learner/kept-run.ts';
import { overBudget } from '../messages/budget.ts';
import { plainMission as words } from '../messages/missions.ts';
import { plainWords } from '../messages/plain.ts';
import { sentence } from '../messages/plural.ts';
import { shell } from '../messages/shell.ts';
import { type TimedFault, timedWords } from '../simulator/faults/fault.ts';
import { parseFault } from '../simulator/faults/parse.ts';
import { type Night, nightOf } from '../story/incident/night.ts';
import { addInTime } from '../story/story.ts';
import { ToldRun } from '../story/told-run.ts';
import { formatTime, parseTime } from '../topology/duration.ts';
import type { Micros } from '../topology/types.ts';
import { letPass, passedLines } from './advance.ts';
import { readyRun } from './bench/bench.ts';
import { folded } from './prose.ts';
import type { Tutor } from './room.ts';
import { storyLines } from './run-summary.ts';
import { statusLines } from './simulator-status.ts';

const { resume } = shell;

/** Undefined, and said why, when the run can't begin. */
export function openMissionRun(
  tutor: Tutor,
  mission: Mission,
  set: readonly string[],
  seed: number,
): MissionRun | undefined {
  const run = readyRun(tutor, { ...played(mission.run, { set, fault: [] }), seed });
  return run && new MissionRun(tutor, mission, set, run);
}

class MissionRun {
  readonly #tutor: Tutor;
  readonly #mission: Mission;
  /** what was changed before it began */
  readonly #set: readonly string[];
  readonly #run: ReadyRun;
  readonly #told: ToldRun;
  readonly #done: TimedFault[] = [];

  constructor(tutor: Tutor, mission: Mission, set: readonly string[], run: ReadyRun) {
    this.#tutor = tutor;
    this.#mission = mission;
    this.#set = set;
    this.#run = run;
    this.#told = new ToldRun(run, { script: true, untold: true, recordRequests: true });
  }

  get now(): Micros {
    return this.#told.now;
  }

  get isOver(): boolean {
    return this.now >= this.#mission.run.for;
  }

  /** What was done so far. */
  get play(): Play {
    return { set: this.#set, fault: this.#done.map(timedWords) };
  }

  get kept(): KeptRun | undefined {
    return keptRun(this.#run.topology, this.#run.seed, this.#done, this.now);
  }

  get night(): Night {
    return nightOf(this.#told.simulation, this.#run.faults.length);
  }

  /** What was done in the run that was left, at its times. */
  repeat(left: KeptRun): void {
    const script = doneAgain(left, this.#run.topology);
    if (script === undefined) return this.#say(resume.mission);
    for (const timed of script) {
      letPass(this.#told, timed.at - this.now);
      this.#told.inject(timed.fault);
      this.#done.push(timed);
    }
    letPass(this.#told, left.at - this.now);
    this.#told.look();
    this.#say(resume.inLines(formatTime(this.now)));
  }

  /** Lets time go by and tells of it; true: it can go no further. */
  pass(text: string): boolean {
    const span = parseTime(text);
    if (span === undefined || span === 0) {
      this.#say(plainWords.simulator.notATime(text));
      return false;
    }
    const from = this.now;
    const { fresh, excess } = letPass(this.#told, Math.min(span, this.#mission.run.for - from));
    addInTime(fresh, this.#told.look());
    const { width, say } = this.#tutor.talk;
    if (this.#isBlind) this.tellStatus();
    else say(...passedLines(this.#told, fresh, from, width));
    if (excess !== undefined) this.#say(overBudget(excess));
    return excess !== undefined;
  }

  /** A fault, where the rules of the mission have nothing against it. */
  act(line: string): void {
    const read = parseFault(line, this.#run.topology);
    if ('error' in read) return this.#say(plainWords.simulator.notUnderstood(sentence(read.error)));
    const timed: TimedFault = { at: this.now, fault: read.fault };
    const { set, fault } = this.play;
    const play = { set, fault: [...fault, timedWords(timed)] };
    const problems = playProblems(this.#tutor.course, this.#mission, play);
    if (problems.length > 0) {
      for (const problem of problems) this.#say(problem);
      return;
    }
    this.#told.inject(read.fault);
    this.#done.push(timed);
    this.#say(plainWords.simulator.done(formatTime(this.now), read.fault.words));
  }

  tellGoals(): void {
    if (this.#isBlind) return this.#say(words.blindGoals);
    for (const goal of goalsSoFar(this.#mission, this.#told.simulation))
      this.#say(words.goalSoFar(goal), '- ');
  }

  tellEvents(): void {
    const { width, say } = this.#tutor.talk;
    if (this.#isBlind) this.#say(words.blindEvents);
    else say(...storyLines(this.#told.lines, width));
  }

  /** What may be seen of the site: all of it, or what the monitoring service knows. */
  tellStatus(): void {
    const { width, say } = this.#tutor.talk;
    const view = this.#told.simulation.view();
    if (!this.#isBlind) return say(...statusLines(view, this.#run.topology, width));
    const { sample, firing } = view.monitor ?? { sample: undefined, firing: [] };
    const alerts = firing.map(({ rule }) => rule.on);
    this.#say(words.monitorKnows(sample, alerts));
  }

  get #isBlind(): boolean {
    return this.#mission.may.sees === 'monitor';
  }

  #say(text: string, indent = ''): void {
    const { say, width } = this.#tutor.talk;
    say(...folded(text, width, indent));
  }
}
