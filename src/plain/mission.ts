/** A mission in lines: commands in, sentences out. Debrief and hints come only when they are asked for. */
import { changesLeft, choicesOf, playProblems, withChange } from '../course/missions/choices.ts';
import { played, subjectOf } from '../course/missions/play.ts';
import { MOST_STARS } from '../course/missions/stars.ts';
import type { Mission, Play } from '../course/model.ts';
import type { KeptMission, KeptRun } from '../learner/kept-place.ts';
import { missionsOf } from '../learner/standing.ts';
import { missionScreen, plainMission as words } from '../messages/missions.ts';
import { plainWords } from '../messages/plain.ts';
import { shell } from '../messages/shell.ts';
import { SINGLE } from '../simulator/budget.ts';
import { type Night, otherNights } from '../story/incident/night.ts';
import { formatTime } from '../topology/duration.ts';
import { drawingLines } from './drawing.ts';
import { missionLines } from './mission-lines.ts';
import { openMissionRun } from './mission-run.ts';
import { folded, proseLines } from './prose.ts';
import { reportLines } from './report.ts';
import { type Next, progressOf, record, type Tutor } from './room.ts';
import { verdictLines } from './verdict.ts';

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
    talk.say('', ...verdictLines(verdict, { hints: this.#hints, told: this.#told }, talk.width));
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
    const { run: spec } = this.#mission;
    const run = openMissionRun(this.#tutor, this.#mission, this.#set, spec.seeds + this.#attempt);
    if (run === undefined) return 'map';
    this.#night = undefined;
    if (left === undefined) this.#say(words.begun(formatTime(spec.for)));
    else run.repeat(left);
    while (!run.isOver) {
      const line = await this.#ask(plainWords.simulator.ask(formatTime(run.now)));
      const [word = '', ...rest] = (line ?? 'q').split(/\s+/);
      if (word === 'q' || word === 'quit') return 'quit';
      if (word === 'stop') return 'again';
      if (word === 'judge') break;
      if (word === '' || word === 'run') {
        const excess = run.pass(word === '' ? '1s' : rest.join(''));
        if (excess) break;
      } else if (word === 'goals') run.tellGoals();
      else if (word === 'status') run.tellStatus();
      else if (word === 'events') run.tellEvents();
      else if (word === 'hint') await this.#hint();
      else if (word === 'help' || word === '?') this.#say(words.runHelp);
      else run.act(line ?? '');
      this.#keep(run.kept);
    }
    this.#night = run.night;
    return run.play;
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

  #say(text: string, indent = ''): void {
    const { say, width } = this.#tutor.talk;
    say(...folded(text, width, indent));
  }

  #ask(prompt: string): Promise<string | undefined> {
    return this.#tutor.talk.ask(prompt);
  }
}
