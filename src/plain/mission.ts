/** A mission in lines: commands in, sentences out. Debrief and hints come only when they are asked for. */
import { changesLeft, choicesOf, playProblems, withChange } from '../course/missions/choices.ts';
import type { JudgedGoal, Verdict } from '../course/missions/judge.ts';
import { MOST_STARS, played, subjectOf } from '../course/missions/play.ts';
import { goalsSoFar } from '../course/missions/so-far.ts';
import type { Mission, Play } from '../course/model.ts';
import { openRun, runProblemLine } from '../course/open-run.ts';
import type { KeptMission, KeptRun } from '../learner/kept-place.ts';
import { doneAgain, keptRun } from '../learner/kept-run.ts';
import { missionsOf } from '../learner/standing.ts';
import { overBudget } from '../messages/budget.ts';
import { briefingWords, missionScreen, plainMission as words } from '../messages/missions.ts';
import { plainWords } from '../messages/plain.ts';
import { sentence } from '../messages/plural.ts';
import { shell } from '../messages/shell.ts';
import { SINGLE } from '../simulator/budget.ts';
import { type TimedFault, timedWords } from '../simulator/faults/fault.ts';
import { parseFault } from '../simulator/faults/parse.ts';
import { type Night, nightOf, otherNights } from '../story/incident/night.ts';
import { addInTime } from '../story/story.ts';
import { ToldRun } from '../story/told-run.ts';
import { formatTime, parseTime } from '../topology/duration.ts';
import { letPass, passedLines } from './advance.ts';
import { drawingLines } from './drawing.ts';
import { missionLines } from './mission-lines.ts';
import { folded, proseLines } from './prose.ts';
import { reportLines } from './report.ts';
import { type Next, progressOf, record, type Tutor } from './room.ts';
import { storyLines } from './run-summary.ts';
import { statusLines } from './simulator-status.ts';

const { resume } = shell;

/** A mission from its briefing to its end, as often as the learner likes; one that was left goes on in the middle. */
export async function missionRoom(tutor: Tutor, id: string, kept?: KeptMission): Promise<Next> {
  const mission = missionsOf(tutor.course).find((candidate) => candidate.id === id);
  if (mission === undefined) return { screen: 'map' };
  tutor.talk.say('', ...missionLines(mission, progressOf(tutor).missions.get(id), tutor.talk.width));
  if (mission.problem !== undefined) return { screen: 'map' };
  const sitting = new Sitting(tutor, mission);
  let left = kept && sitting.goOnWith(kept);
  while (true) {
    const play = await (left === undefined ? sitting.plan() : sitting.run(left));
    left = undefined;
    if (typeof play !== 'string') {
      const after = await sitting.judged(play);
      if (after !== 'again') return after === 'quit' ? 'quit' : { screen: 'map' };
    } else if (play !== 'again') return play === 'quit' ? 'quit' : { screen: 'map' };
  }
}

/** What one line leads to. */
type Step = 'quit' | 'map' | 'again';

/** One learner at one mission: what was changed, which hints were taken, and how many runs there were. */
class Sitting {
  readonly #tutor: Tutor;
  readonly #mission: Mission;
  #set: readonly string[] = [];
  #hints = 0;
  #told = false;
  #attempt = 1;
  /** the run that was watched last */
  #night: Night | undefined;

  constructor(tutor: Tutor, mission: Mission) {
    this.#tutor = tutor;
    this.#mission = mission;
  }

  /** Takes up what was left, if it may still be done so; gives the run that was under way. */
  goOnWith({ set, hints, told, attempt, run }: KeptMission): KeptRun | undefined {
    const problems = playProblems(this.#tutor.course, this.#mission, { set, fault: run?.done ?? [] });
    if (problems.length > 0) {
      this.#say(resume.mission);
      return undefined;
    }
    this.#set = set;
    this.#hints = hints;
    this.#told = told;
    this.#attempt = attempt;
    return run;
  }

  /** Writes down where the learner is in it. */
  #keep(run: KeptRun | undefined): void {
    const kept = { set: this.#set, hints: this.#hints, told: this.#told, attempt: this.#attempt };
    const place = { screen: 'mission', mission: this.#mission.id } as const;
    record(this.#tutor, { type: 'place', place: { ...place, kept: { ...kept, ...(run && { run }) } } });
  }

  /** Before the run: changes, until it begins. Gives the play that is to be judged. */
  async plan(): Promise<Play | Step> {
    this.#choices();
    while (true) {
      const line = await this.#ask(words.askPlan);
      const [word = '', ...rest] = (line ?? 'q').split(/\s+/);
      if (word === 'q' || word === 'quit') return 'quit';
      if (word === 'm') return 'map';
      if (word === 'run') return this.run();
      if (word === 'set') this.#change(rest.join(' '));
      else if (word === 'undo') this.#undo(rest.join(' '));
      else if (word === 'changes' || word === '') this.#choices();
      else if (word === 'draw') this.#draw();
      else if (word === 'hint') await this.#hint();
      else this.#say(words.planHelp);
      this.#keep(undefined);
    }
  }

  /** Judges a play, tells how it ended, and hears what is wanted next. */
  async judged(play: Play): Promise<Step> {
    const { talk, judge } = this.#tutor;
    const mission = this.#mission;
    this.#say(missionScreen.judging(mission.run.seeds));
    const hintsTaken = this.#told ? MOST_STARS : this.#hints;
    const verdict = await judge({ mission, play, hintsTaken }, (done) =>
      talk.say(`  ${missionScreen.judged(done, mission.run.seeds)}`),
    );
    talk.say('', ...this.#verdictLines(verdict));
    const won = 'won' in verdict && verdict.won;
    if ('won' in verdict) {
      const [hints, { stars }] = [this.#hints, verdict];
      record(this.#tutor, { type: 'mission', mission: mission.id, stars, hints, play });
    }
    if (won) talk.say('', ...proseLines(mission.debrief, talk.width));
    this.#attempt++;
    // what was judged is over
    this.#keep(undefined);
    return this.#afterwards(won, play);
  }

  async #afterwards(won: boolean, play: Play): Promise<Step> {
    const { talk } = this.#tutor;
    while (true) {
      const line = await this.#ask(won ? words.askWon : words.askLost);
      if (line === undefined || line === 'q' || line === 'quit') return 'quit';
      if (line === 'r') return 'again';
      if (line === 'm' || (line === '' && won)) return 'map';
      if (line === 'hint' && !won) await this.#hint();
      else if (line === 'report') talk.say('', ...(await this.#report(won, play)));
      else if (line === 'd') {
        this.#told ||= !won;
        talk.say('', ...proseLines(this.#mission.debrief, talk.width));
      } else this.#say(words.afterHelp);
    }
  }

  /** The report on the watched run. What another setting would have given is told to those who know what wins. */
  async #report(won: boolean, play: Play): Promise<readonly string[]> {
    if (this.#night === undefined) return [];
    const { openTopology } = this.#tutor;
    const run = played(this.#mission.run, play);
    const others = won || this.#told ? otherNights(this.#night, run, openTopology) : undefined;
    return reportLines(this.#tutor, { night: this.#night, others, budget: SINGLE });
  }

  // -- before the run ------------------------------------------------------------------------------------------------

  #choices(): void {
    const choices = choicesOf(this.#tutor.course, this.#mission, this.#set);
    const left = changesLeft(this.#mission, { set: this.#set, fault: [] });
    if (choices.length > 0) this.#say(left === undefined ? words.changeFreely : words.changesLeft(left));
    for (const choice of choices) this.#say(words.choice(choice), '  ');
  }

  #change(written: string): void {
    const subject = subjectOf(written).trim();
    const choices = choicesOf(this.#tutor.course, this.#mission, this.#set);
    const choice = choices.find((each) => each.subject === subject);
    const value = written.slice(written.indexOf('=') + 1);
    if (choice === undefined || !written.includes('=')) {
      this.#say(words.setForm(choices.map((each) => each.subject)));
      return;
    }
    const set = withChange(this.#set, choice, value);
    const problems = playProblems(this.#tutor.course, this.#mission, { set, fault: [] });
    if (problems.length > 0) {
      for (const problem of problems) this.#say(problem);
      return;
    }
    this.#set = set;
    this.#choices();
  }

  #undo(subject: string): void {
    this.#set = subject === '' ? [] : this.#set.filter((change) => subjectOf(change) !== subject);
    this.#choices();
  }

  #draw(): void {
    const { talk, openTopology } = this.#tutor;
    const { topology, set } = played(this.#mission.run, { set: this.#set, fault: [] });
    const site = openTopology(topology, set).topology;
    if (site !== undefined) talk.say(...drawingLines(site, talk));
  }

  // -- the run -------------------------------------------------------------------------------------------------------

  /** The run, a command at a time; gives what is to be judged. @param left the run that was left */
  async run(left?: KeptRun): Promise<Play | Step> {
    const { talk, openTopology } = this.#tutor;
    const { run } = this.#mission;
    const asked = played(run, { set: this.#set, fault: [] });
    const opened = openRun({ ...asked, seed: run.seeds + this.#attempt }, openTopology);
    if ('problems' in opened) {
      talk.say(plainWords.simulator.cannotOpen(run.topology), ...opened.problems.map(runProblemLine));
      return 'map';
    }
    const told = new ToldRun(opened.run, { script: true, untold: true, recordRequests: true });
    const done: TimedFault[] = [];
    const play = (): Play => ({
      set: this.#set,
      fault: done.map(timedWords),
    });
    this.#night = undefined;
    if (left === undefined) this.#say(words.begun(formatTime(run.for)));
    else this.#repeat(told, done, left);
    while (told.now < run.for) {
      const line = await this.#ask(plainWords.simulator.ask(formatTime(told.now)));
      const [word = '', ...rest] = (line ?? 'q').split(/\s+/);
      if (word === 'q' || word === 'quit') return 'quit';
      if (word === 'stop') return 'again';
      if (word === 'judge') break;
      if (word === '' || word === 'run') {
        const excess = this.#pass(told, word === '' ? '1s' : rest.join(''));
        if (excess) break;
      } else if (word === 'goals') this.#goals(told);
      else if (word === 'status') talk.say(...this.#status(told));
      else if (word === 'events') this.#events(told);
      else if (word === 'hint') await this.#hint();
      else if (word === 'help' || word === '?') this.#say(words.runHelp);
      else this.#act(told, done, play(), line ?? '');
      this.#keep(keptRun(opened.run.topology, opened.run.seed, done, told.now));
    }
    this.#night = nightOf(told.simulation, opened.run.faults.length);
    return play();
  }

  /** What was done in the run that was left, at its times. */
  #repeat(told: ToldRun, done: TimedFault[], left: KeptRun): void {
    const script = doneAgain(left, told.simulation.topology);
    if (script === undefined) {
      this.#say(resume.mission);
      return;
    }
    for (const timed of script) {
      letPass(told, timed.at - told.now);
      told.inject(timed.fault);
      done.push(timed);
    }
    letPass(told, left.at - told.now);
    told.look();
    this.#say(resume.inLines(formatTime(told.now)));
  }

  /** Lets time go by and tells of it; true: it can go no further. */
  #pass(told: ToldRun, text: string): boolean {
    const span = parseTime(text);
    if (span === undefined || span === 0) {
      this.#say(plainWords.simulator.notATime(text));
      return false;
    }
    const from = told.now;
    const { fresh, excess } = letPass(told, Math.min(span, this.#mission.run.for - from));
    addInTime(fresh, told.look());
    const { width, say } = this.#tutor.talk;
    say(...(this.#isBlind ? this.#status(told) : passedLines(told, fresh, from, width)));
    if (excess !== undefined) this.#say(overBudget(excess));
    return excess !== undefined;
  }

  /** A fault, where the rules of the mission have nothing against it. */
  #act(told: ToldRun, done: TimedFault[], { set, fault }: Play, line: string): void {
    const read = parseFault(line, told.simulation.topology);
    if ('error' in read) {
      this.#say(plainWords.simulator.notUnderstood(sentence(read.error)));
      return;
    }
    const timed: TimedFault = { at: told.now, fault: read.fault };
    const written = `${formatTime(timed.at)} ${read.fault.words}`;
    const problems = playProblems(this.#tutor.course, this.#mission, { set, fault: [...fault, written] });
    if (problems.length > 0) {
      for (const problem of problems) this.#say(problem);
      return;
    }
    told.inject(read.fault);
    done.push(timed);
    this.#say(plainWords.simulator.done(formatTime(told.now), read.fault.words));
  }

  get #isBlind(): boolean {
    return this.#mission.may.sees === 'monitor';
  }

  #goals(told: ToldRun): void {
    if (this.#isBlind) {
      this.#say(words.blindGoals);
      return;
    }
    for (const goal of goalsSoFar(this.#mission, told.simulation)) this.#say(words.goalSoFar(goal), '- ');
  }

  #events(told: ToldRun): void {
    const { width, say } = this.#tutor.talk;
    if (this.#isBlind) this.#say(words.blindEvents);
    else say(...storyLines(told.lines, width));
  }

  /** What may be seen of the site: all of it, or what the monitoring service knows. */
  #status({ simulation }: ToldRun): string[] {
    const { topology } = simulation;
    const { width } = this.#tutor.talk;
    const view = simulation.view();
    if (!this.#isBlind) return statusLines(view, topology, width);
    const { sample, firing } = view.monitor ?? { sample: undefined, firing: [] };
    const alerts = firing.map(({ rule }) => rule.on);
    return folded(words.monitorKnows(sample, alerts), width);
  }

  // -- hints and the end ---------------------------------------------------------------------------------------------

  /** Says what it costs first; those that were taken are told again for nothing. */
  async #hint(): Promise<void> {
    const { hints } = this.#mission;
    const tell = (index: number) =>
      this.#say(missionScreen.hint(index + 1, hints.length, hints[index] ?? ''));
    for (let index = 0; index < this.#hints; index++) tell(index);
    if (this.#hints >= hints.length) {
      this.#say(hints.length === 0 ? words.noHint : words.noMoreHint);
      return;
    }
    const answer = await this.#ask(words.askHint(this.#hints + 1, hints.length));
    if (answer !== 'y' && answer !== 'yes') return;
    tell(this.#hints);
    this.#hints++;
  }

  #verdictLines(verdict: Verdict): string[] {
    const { width } = this.#tutor.talk;
    if ('refused' in verdict) {
      return [missionScreen.refused, ...verdict.refused.flatMap((why) => folded(why, width))];
    }
    const { won, stars, goals } = verdict;
    const missed = goals.filter(({ met, bonus }) => bonus && !met).length;
    return [
      won ? `${missionScreen.won(stars, MOST_STARS)}.` : missionScreen.lost,
      ...goals.flatMap((goal) => this.#goalLines(goal)),
      ...(won ? folded(missionScreen.whyStars(this.#hints, missed, this.#told), width) : []),
    ];
  }

  #goalLines({ says, bonus, met, values, metWith }: JudgedGoal): string[] {
    const { width } = this.#tutor.talk;
    const failed = values.flatMap((value, index) =>
      metWith[index] ? [] : [words.missedWith(index + 1, value)],
    );
    return [
      ...folded(
        `${met ? missionScreen.met : missionScreen.missed}: ${bonus ? briefingWords.bonus(says) : says}`,
        width,
        '- ',
        '  ',
      ),
      ...folded(words.measured(values), width, '  '),
      ...(failed.length === 0 ? [] : folded(words.failedWith(failed), width, '  ')),
    ];
  }

  #say(text: string, indent = ''): void {
    const { say, width } = this.#tutor.talk;
    say(...folded(text, width, indent));
  }

  #ask(prompt: string): Promise<string | undefined> {
    return this.#tutor.talk.ask(prompt);
  }
}
