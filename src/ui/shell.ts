/**
 * The machine under the screens: a stack of scenes, the menu that may lie over it, and what every effect does.
 * It knows neither Ink nor the terminal, so that tests press keys on it and read rows.
 */
import type { Course } from '../course/model.ts';
import type { Reloaded } from '../course/reload.ts';
import type { Place } from '../learner/progress.ts';
import { fileOf, isThere } from '../learner/standing.ts';
import { shell as words } from '../messages/shell.ts';
import { glyphsOf } from '../terminal/glyphs.ts';
import type { KeyPress } from '../terminal/key-reader.ts';
import type { Problem } from '../text/problem.ts';
import type { Row } from '../text/row.ts';
import { height } from '../text/row-layout.ts';
import { examFirst } from './exam-first.ts';
import type { Job, JobNews } from './job.ts';
import { bindingOf, lineOf } from './keys.ts';
import { LearnerRecord } from './learner-record.ts';
import { menuStep } from './menu-step.ts';
import type {
  Context,
  Scene,
  SceneEffect,
  SceneMaker,
  ScreenName,
  Target,
  TargetOf,
  Turn,
} from './screen.ts';
import { freeOf, keysLine, keysOver, menuLine, type ShellAction } from './shell-keys.ts';
import type { Menu, ShellOptions } from './shell-options.ts';
import { FRAME_ROWS, framed, QUIET_ROWS, quietlyFramed } from './widgets/frame.ts';
import { noticeRows, refusedRows } from './widgets/notice.ts';
import { WorkInHand } from './work-in-hand.ts';

/** Smaller windows get a sentence. */
export const SMALLEST = { columns: 40, rows: 12 };

export class Shell {
  readonly #options: ShellOptions;
  #course: Course;
  /** what is wrong in the files of a course that is being written */
  #errors: readonly Problem[] = [];
  readonly #listeners = new Set<() => void>();
  #stack: readonly Scene[] = [];
  #columns: number;
  #rows: number;
  readonly #record: LearnerRecord;
  /** the map is opened only to be under something else */
  #isBeginning = false;
  #menu: Menu | undefined;
  /** the number of a choice, as far as it is typed */
  #number = '';
  #pressed = '';
  #version = 0;
  #loading = false;
  #over = false;
  readonly #work: WorkInHand;
  readonly whenOver: Promise<void>;
  #end: () => void = () => {};

  constructor(options: ShellOptions) {
    this.#options = options;
    this.#course = options.course;
    this.#columns = options.columns;
    this.#rows = options.rows;
    this.#record = new LearnerRecord(options);
    this.#work = new WorkInHand(options.doJob);
    this.whenOver = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** Opens the map, and over it the place where to go on; a promise where code must be loaded first. */
  start(place: Place | TargetOf<'intro' | 'present' | 'notes'> | undefined): Promise<void> | undefined {
    // no way leads from the front of a room to the learner's map
    if (place?.screen === 'present' || place?.screen === 'notes') return this.#open(place, 0);
    const isOver = place !== undefined && place.screen !== 'map';
    const goOn = (): Promise<void> | undefined => {
      this.#isBeginning = false;
      return isOver ? this.#open(place, 1) : undefined;
    };
    // who has been nowhere yet begins with the map: from that moment on there is a history
    this.#isBeginning = isOver && this.#record.place !== undefined;
    const map = this.#open({ screen: 'map' }, 0);
    return map === undefined ? goOn() : map.then(goOn);
  }

  get menu(): Menu | undefined {
    return this.#menu;
  }

  /** The number of a choice that is being typed, where a longer one is possible. */
  get number(): string {
    return this.#number;
  }

  /** A screen's code is on its way: keys must wait for it. */
  get loading(): boolean {
    return this.#loading;
  }

  get over(): boolean {
    return this.#over;
  }

  get columns(): number {
    return this.#columns;
  }

  get rows(): number {
    return this.#rows;
  }

  /** Names of the open screens, the map first. */
  get trail(): readonly Target['screen'][] {
    return this.#stack.map(({ name }) => name);
  }

  /** Time goes on: the top screen moves and nothing lies over it. */
  get ticking(): boolean {
    return this.#menu === undefined && !this.#over && (this.#stack.at(-1)?.ticking ?? false);
  }

  get tooSmall(): boolean {
    return this.#columns < SMALLEST.columns || this.#rows < SMALLEST.rows;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes with every change of what is shown. */
  version = (): number => this.#version;

  resize(columns: number, rows: number): void {
    this.#columns = columns;
    this.#rows = rows;
    this.#changed();
  }

  /** Shows a course as its author has just saved it: every screen finds its place again, or is closed where it is gone. */
  reload({ course, errors }: Reloaded): void {
    const before = this.#course;
    this.#course = course;
    this.#errors = errors;
    this.#menu = undefined;
    this.#number = '';
    const context = this.context();
    this.#stack = this.#stack
      .filter((scene) => {
        const place = scene.place(context);
        return place === undefined || isThere(course, place);
      })
      .map((scene) => scene.reloaded(before, context));
    this.#stopWorkOfOthers();
    this.#settle([]);
  }

  press(key: KeyPress): void {
    if (this.#over) return;
    this.#pressed = key.name;
    if (key.name === 'ctrl+c') this.#quit();
    else if (this.tooSmall) this.#pressTooSmall(key);
    else if (this.#loading) return;
    else if (this.#menu === undefined) this.#pressTop(key);
    else this.#pressMenu(this.#menu, key.name);
  }

  #pressMenu({ choices }: Menu, key: string): void {
    const taken = menuStep(choices.length, this.#number, key);
    if (taken?.do === 'close') this.closeMenu();
    else if (taken?.do === 'choose') this.choose(taken.index);
    else if (taken?.do === 'type') {
      this.#number = taken.number;
      this.#changed();
    }
  }

  #pressTooSmall(key: KeyPress): void {
    if (key.name === 'q') this.#quit();
  }

  #pressTop(key: KeyPress): void {
    const top = this.#stack.at(-1);
    if (top === undefined) return;
    const context = this.context();
    const turn = (key.text === '' ? undefined : top.type(key.text, context)) ?? top.press(key, context);
    const action = turn === undefined ? bindingOf(keysOver(this.#stack), key) : undefined;
    if (turn !== undefined) this.#take(turn);
    if (action !== undefined) this.#act(action);
  }

  tick(elapsedMs: number): void {
    if (!this.ticking) return;
    const turn = this.#stack.at(-1)?.tick(elapsedMs, this.context());
    if (turn !== undefined) this.#take(turn);
  }

  /** What ink-select-input gives: it takes a digit at once, which may be the first of two. */
  take(menu: Menu, index: number): void {
    if (this.#menu === menu && this.#pressed === 'enter') this.choose(index);
  }

  choose(index: number): void {
    const choice = this.#menu?.choices[index];
    this.#menu = undefined;
    this.#number = '';
    if (choice === undefined) this.#changed();
    else this.#take(choice.choose(this.context()));
  }

  closeMenu(): void {
    this.#menu = undefined;
    this.#number = '';
    this.#changed();
  }

  /** The whole window as rows. */
  picture(): readonly Row[] {
    const top = this.#stack.at(-1);
    const size = { columns: this.#columns, rows: this.#rows };
    const context = this.context();
    if (top === undefined) return [];
    const keys = this.#menu === undefined ? keysLine(top, keysOver(this.#stack), context) : menuLine(context);
    const notice = this.#notice(this.#wholeContext());
    const picture = top.view(context);
    const body = notice.length === 0 ? picture.body : [...height(picture.body, context.rows), ...notice];
    if (!top.bare) return framed({ ...picture, body }, keys, size, context.glyphs);
    return quietlyFramed({ ...picture, body }, this.#menu && keys, size, context.glyphs);
  }

  context(): Context {
    const whole = this.#wholeContext();
    return { ...whole, rows: whole.rows - this.#notice(whole).length };
  }

  /** With the rows of the notice, too. */
  #wholeContext(): Context {
    const { openTopology, ascii, motion, seed, clock } = this.#options;
    return {
      course: this.#course,
      openTopology,
      ascii,
      motion,
      seed,
      now: clock.now(),
      progress: this.#record.progress,
      glyphs: glyphsOf(ascii),
      columns: this.#columns,
      rows: this.#rows - (this.#stack.at(-1)?.bare ? QUIET_ROWS : FRAME_ROWS),
    };
  }

  /** Beneath the screen, what is wrong: with the disk, then in the file that it shows, then in others. */
  #notice(context: Context): readonly Row[] {
    const { columns, glyphs } = context;
    const refused = refusedRows(this.#options.journal.refused, columns, glyphs);
    return [...refused, ...this.#errorRows(context)];
  }

  #errorRows(context: Context): readonly Row[] {
    if (this.#errors.length === 0) return [];
    const place = this.#placeNow(context);
    const file = place && fileOf(this.#course, place);
    const own = this.#errors.filter((error) => error.file === file);
    const others = this.#errors.filter((error) => error.file !== file);
    return noticeRows([...own, ...others], context.columns, context.glyphs);
  }

  #act(action: ShellAction): void {
    if (action === 'quit') return this.#askedToQuit();
    if (action === 'back') return this.#perform({ do: 'back' });
    const target: Target = action === 'help' ? this.#help() : { screen: action };
    this.#perform({ do: 'open', target });
  }

  /** What was done on any screen below is lost as well. Ctrl-C asks nothing. */
  #askedToQuit(): void {
    const top = this.#stack.at(-1);
    if (top === undefined || !this.#stack.some(({ loses }) => loses)) return this.#quit();
    const { title, stay, leave } = words.quit;
    const choice = (label: string, effects: readonly SceneEffect[]) => ({
      label,
      choose: () => ({ scene: top, effects }),
    });
    this.#perform({ do: 'ask', title, choices: [choice(stay, []), choice(leave, [{ do: 'quit' }])] });
  }

  #help(): Target {
    const top = this.#stack.at(-1);
    const own = top?.keys(this.context()) ?? [];
    const lines = [...own, ...freeOf(keysOver(this.#stack), own)];
    return { screen: 'help', of: top?.title ?? '', lines: lines.map(lineOf) };
  }

  #take({ scene, effects }: Turn): void {
    this.#stack = [...this.#stack.slice(0, -1), scene];
    this.#settle(effects);
  }

  /** Performs effects, then notes where the learner is. */
  #settle(effects: readonly SceneEffect[]): void {
    for (const effect of effects) this.#perform(effect);
    const place = this.#loading || this.#isBeginning ? undefined : this.#placeNow();
    if (place !== undefined) this.#record.isAt(place);
    this.#changed();
  }

  #perform(effect: SceneEffect): void {
    switch (effect.do) {
      case 'record':
        this.#record.add(effect.event);
        break;
      case 'open':
        this.#open(effect.target, this.#stack.length);
        break;
      case 'replace':
        this.#open(effect.target, this.#stack.length - 1);
        break;
      case 'back':
        this.#back();
        break;
      case 'quit':
        this.#quit();
        break;
      case 'announce':
        this.#options.announce?.(effect.presented);
        break;
      case 'work':
        this.#begin(effect.job);
        break;
      case 'with-topologies':
        this.#withTopologies(effect.go);
        break;
      case 'ask':
        this.#menu = { title: effect.title, choices: effect.choices };
        this.#changed();
    }
  }

  /** Does something at once if topologies can be read, else as soon as they can. */
  #withTopologies(go: (context: Context) => Turn): void {
    const late = this.#options.whenTopologies?.();
    if (late === undefined) return this.#take(go(this.context()));
    this.#loading = true;
    this.#changed();
    void late.then(() => {
      this.#loading = false;
      this.#take(go(this.context()));
    });
  }

  /** Puts a screen at a depth of the stack, at once if its code is there. */
  #open(asked: Target, depth: number): Promise<void> | undefined {
    const target = examFirst(asked, this.context());
    const maker = this.#options.load(target.screen);
    if (!(maker instanceof Promise)) {
      this.#put(maker, target, depth);
      return undefined;
    }
    this.#loading = true;
    this.#changed();
    return maker.then((loaded) => {
      this.#loading = false;
      this.#put(loaded, target, depth);
    });
  }

  #put(maker: SceneMaker, target: Target, depth: number): void {
    const turn = maker(target, this.context());
    if (turn === undefined) return;
    this.#stack = [...this.#stack.slice(0, depth), turn.scene];
    this.#stopWorkOfOthers();
    this.#settle(turn.effects);
  }

  #back(): void {
    if (this.#stack.length < 2) return;
    this.#stack = this.#stack.slice(0, -1);
    this.#stopWorkOfOthers();
    const turn = this.#stack.at(-1)?.returned(this.context());
    if (turn === undefined) this.#settle([]);
    else this.#take(turn);
  }

  /** What the uppermost screen with a place says. */
  #placeNow(context = this.context()): Place | undefined {
    for (const scene of this.#stack.toReversed()) {
      const place = scene.place(context);
      if (place !== undefined) return place;
    }
    return undefined;
  }

  /** There is something to keep. */
  get unkept(): boolean {
    return this.#record.unkept;
  }

  /** Writes down how it looks where the learner is, if that is not written yet. */
  keep(): void {
    this.#record.keep();
  }

  /** Lets other threads do a job for the screen on top. */
  #begin(job: Job): void {
    const asker = this.#stack.at(-1)?.name;
    if (asker !== undefined) this.#work.begin(asker, job, (news) => this.#hear(asker, news));
  }

  /** Tells the screen that asked for work how it goes, though help may lie over it. */
  #hear(asker: ScreenName, news: JobNews): void {
    const at = this.#stack.findLastIndex(({ name }) => name === asker);
    const turn = this.#stack[at]?.heard(news, this.context());
    if (turn === undefined) return;
    this.#stack = this.#stack.with(at, turn.scene);
    this.#settle(turn.effects);
  }

  #stopWorkOfOthers(): void {
    this.#work.stopUnless((asker) => this.#stack.some(({ name }) => name === asker));
  }

  #quit(): void {
    this.#work.stop();
    this.keep();
    this.#over = true;
    this.#end();
    this.#changed();
  }

  #changed(): void {
    this.#version++;
    for (const listener of this.#listeners) listener();
  }
}
