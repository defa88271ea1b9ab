/**
 * What a screen is.
 *
 * A screen is a folder `src/ui/screens/<name>/` with
 *   - `state.ts`: its state and a pure reducer `(state, action, context) -> step(state, effects)`;
 *   - `keys.ts`: its key table as data. The table finds the action of a key, draws the last line and fills `?`;
 *   - `<name>.tsx`: the view, a pure function `(state, context) -> Picture` of rows of spans, and the screen
 *     put together with `defineScreen` under the name that `screens/index.ts` loads it by.
 *
 * The shell (shell.ts) holds a stack of screens and does the rest: it draws title, rules and key line around the
 * picture's body, sends keys to the table, performs the effects, records the place, and paints everything through
 * one canvas. So a screen never touches Ink, the terminal, the journal or a clock.
 *
 * A screen that moves (the simulator) has `tick`: while it is on top, nothing lies over it and `ticking(state)` is
 * true, the shell asks it 10 times a second for an action, with the milliseconds since the last time, and
 * paints what came of it. While help or a menu lies over it, time stands still.
 *
 * Sizes: `context.columns` x `context.rows` is the body alone, what is left for `Picture.body`. The shell clips what
 * is larger and pads what is smaller, and in ASCII writes every character over that has no place there. Rows begin
 * at the left edge: a screen keeps its own margin of one column.
 *
 * Texts of a course need no cleaning for safety (the canvas does it), but measure them with `widgets/rows.ts`.
 */
import type { Course } from '../course/model.ts';
import type { AskedRun } from '../course/open-run.ts';
import type { RunSpec } from '../course/run-spec.ts';
import type { OpenTopology } from '../course/topologies.ts';
import type { KeptAnswer, KeptRun } from '../learner/kept-place.ts';
import type { Presented } from '../learner/presented.ts';
import type { JournalEvent, Place, Progress } from '../learner/progress.ts';
import { shell as shellWords } from '../messages/shell.ts';
import type { Glyphs } from '../terminal/glyphs.ts';
import type { KeyPress } from '../terminal/key-reader.ts';
import type { Row } from '../text/row.ts';
import type { Id, Micros } from '../topology/types.ts';
import type { NightToReport } from '../workers/make-incident.ts';
import type { Job, JobNews } from './job.ts';
import { bindingOf, type KeyBinding, type KeyLine, lineOf } from './keys.ts';
import type { WatchedRun } from './watched-run.ts';

/** Where an `open` effect leads. */
export type Target =
  | Extract<Place, { screen: 'map' | 'lesson' | 'review' | 'placement' | 'mission' }>
  /** a quiz from its first open question, or at `question` */
  | {
      readonly screen: 'quiz';
      readonly quiz: string;
      readonly question?: string;
      readonly kept?: KeptAnswer;
    }
  /** a quiz that is an exam, as long as there is an attempt: the shell leads there */
  | { readonly screen: 'exam'; readonly quiz: string }
  | { readonly screen: 'overview' }
  /** a topology to break; with `run` prepared by a lesson or a proof, and then not a place to come back to */
  | {
      readonly screen: 'simulator';
      readonly topology: string;
      /** changes as `--set` takes them, e.g. `redispatch=on` (a run brings its own) */
      readonly set?: readonly string[];
      readonly run?: RunSpec;
      readonly lookFor?: string;
      /** of the run; without it the one that everybody has */
      readonly seed?: number;
      /** goes on with a run that was left */
      readonly kept?: KeptRun;
    }
  /** the incident report on a run */
  | { readonly screen: 'incident'; readonly asked: NightToReport }
  /**
   * one request of a run that goes on below: `asked` is how that run would be asked for, undefined where nobody may try
   * another one (a mission); `chosen` is what was chosen in its drawing
   */
  | {
      readonly screen: 'request';
      readonly run: WatchedRun;
      readonly asked: AskedRun | undefined;
      readonly chosen: Id;
    }
  /** the chain behind the lines of a run's log */
  | { readonly screen: 'why'; readonly run: WatchedRun; readonly asked: AskedRun }
  /** a run and the same with one change (course/one-change.ts), caught up to a moment and then going on */
  | {
      readonly screen: 'compare';
      readonly asked: AskedRun;
      readonly change: string;
      readonly until: Micros;
    }
  /** the stages of the course in one and the same night */
  | { readonly screen: 'way' }
  /** a lesson, a quiz or a stage, shown to a room */
  | { readonly screen: 'present'; readonly id: string }
  /** what its speaker sees beside it; `minutes` is how long it may take */
  | { readonly screen: 'notes'; readonly id: string | undefined; readonly minutes: number | undefined }
  /** something to explain aloud, of a lesson */
  | { readonly screen: 'whiteboard'; readonly lesson: string; readonly whiteboard: string }
  /** the game of marking what alone stops a topology */
  | { readonly screen: 'spof'; readonly topology: string; readonly set?: readonly string[] }
  /** the first thirty seconds */
  | { readonly screen: 'intro' }
  | { readonly screen: 'glossary'; readonly term?: string }
  | { readonly screen: 'search' }
  | { readonly screen: 'help'; readonly of: string; readonly lines: readonly KeyLine[] };

export type ScreenName = Target['screen'];
export type TargetOf<Name extends ScreenName> = Extract<Target, { screen: Name }>;

/** What a screen may know of the world outside its state. */
export interface Context {
  readonly course: Course;
  readonly progress: Progress;
  readonly openTopology: OpenTopology;
  /** of the body */
  readonly columns: number;
  readonly rows: number;
  readonly ascii: boolean;
  readonly glyphs: Glyphs;
  /** columns of running text where a whole room reads it; undefined: as wide as one reader likes */
  readonly widestText?: number;
  /** things may move by themselves */
  readonly motion: boolean;
  /** milliseconds since 1970, when the key was pressed */
  readonly now: number;
  /** for whatever a screen draws at random */
  readonly seed: number;
}

/** What a screen shows. */
export interface Picture {
  /** top left */
  readonly title: Row;
  /** top right: a clock, a page, a count */
  readonly status: Row;
  readonly body: readonly Row[];
}

/** A journal event without what the shell adds. */
type Unstamped<E> = E extends JournalEvent ? Omit<E, 'at' | 'course'> : never;
export type Recorded = Exclude<Unstamped<JournalEvent>, { type: 'place' }>;

/** What a reducer wants done. */
export type Effect<Action> =
  | { readonly do: 'record'; readonly event: Recorded }
  /** a screen over this one; Esc comes back */
  | { readonly do: 'open'; readonly target: Target }
  /** a screen instead of this one */
  | { readonly do: 'replace'; readonly target: Target }
  /** to the screen under this one; from the map, nowhere */
  | { readonly do: 'back' }
  | { readonly do: 'quit' }
  /** what a room sees now, for the notes beside it */
  | { readonly do: 'announce'; readonly presented: Presented }
  /** work for other threads: the screen hears of it by `heard`, until it is left or asks for other work */
  | { readonly do: 'work'; readonly job: Job }
  /** an action for when topologies can be read: at once, or as soon as their reader is loaded */
  | { readonly do: 'with-topologies'; readonly action: Action }
  /** a menu over the screen: the chosen action goes to the reducer; Esc closes it and nothing happens */
  | {
      readonly do: 'ask';
      readonly title: string;
      readonly choices: readonly { readonly label: string; readonly action: Action }[];
    };

export interface Step<State, Action> {
  readonly state: State;
  readonly effects: readonly Effect<Action>[];
}

/** A new state, and what else is to be done. */
export function step<State, Action>(state: State, ...effects: Effect<Action>[]): Step<State, Action> {
  return { state, effects };
}

/** A sentence that waits until it is read. */
export function told<Action>(title: string, action: Action): Effect<Action> {
  return { do: 'ask', title, choices: [{ label: shellWords.resume.goOn, action }] };
}

export interface Screen<Name extends ScreenName, State, Action> {
  readonly name: Name;
  /** its own name in words, for the title of `?` */
  readonly title: string;
  /** nothing stands around it but a quiet last line of its title and status */
  readonly bare?: true;
  /** the first state; `record` effects are welcome */
  open(target: TargetOf<Name>, context: Context): Step<State, Action>;
  reduce(state: State, action: Action, context: Context): Step<State, Action>;
  /** the keys that work now, the most useful first: the last line shows as many as fit */
  keys(state: State, context: Context): readonly KeyBinding<Action>[];
  view(state: State, context: Context): Picture;
  /** the time that went by, as an action; only with `ticking` */
  tick?(elapsedMs: number): Action;
  ticking?(state: State): boolean;
  /** while this gives an action, a letter is text and not a key (search); Esc, Enter and arrows stay keys */
  typed?(state: State, text: string): Action | undefined;
  /** something was done that is lost when the program ends here: it asks before */
  loses?(state: State): boolean;
  /** where to go on after the program ends here, and how it looked; undefined: where the screen below says */
  place?(state: State, context: Context): Place | undefined;
  /** what is heard of the work that it asked for, as an action */
  heard?(news: JobNews): Action;
  /** where it is now in a course that was read again; `before` is the course that it came from */
  reloaded?(state: State, before: Course, context: Context): State;
  /** an action for when it comes back to the top, e.g. to show fresh progress */
  returned?(state: State): Action | undefined;
}

/** A screen with its state, the types closed over: what the shell's stack holds. Immutable. */
export interface Scene {
  readonly name: ScreenName;
  readonly title: string;
  readonly ticking: boolean;
  readonly bare: boolean;
  /** something would be lost if the program ended now */
  readonly loses: boolean;
  /** every letter is text now, and none of them a key */
  readonly writing: boolean;
  place(context: Context): Place | undefined;
  /** undefined: the screen has no use for this key now */
  press(key: KeyPress, context: Context): Turn | undefined;
  type(text: string, context: Context): Turn | undefined;
  tick(elapsedMs: number, context: Context): Turn | undefined;
  heard(news: JobNews, context: Context): Turn | undefined;
  returned(context: Context): Turn | undefined;
  reloaded(before: Course, context: Context): Scene;
  keys(context: Context): readonly KeyLine[];
  view(context: Context): Picture;
}

/** The scene that came of an action, and what else is to be done. */
export interface Turn {
  readonly scene: Scene;
  readonly effects: readonly SceneEffect[];
}

export type SceneEffect =
  | Exclude<Effect<never>, { do: 'ask' | 'with-topologies' }>
  | { readonly do: 'with-topologies'; readonly go: (context: Context) => Turn }
  | {
      readonly do: 'ask';
      readonly title: string;
      readonly choices: readonly { readonly label: string; readonly choose: (context: Context) => Turn }[];
    };

/** A screen as the shell opens it: undefined when the target is another screen's. */
export type SceneMaker = (target: Target, context: Context) => Turn | undefined;

/** Closes over a screen's own types. */
export function defineScreen<Name extends ScreenName, State, Action>(
  screen: Screen<Name, State, Action>,
): SceneMaker {
  const isMine = (target: Target): target is TargetOf<Name> => target.screen === screen.name;
  return (target, context) => (isMine(target) ? turnOf(screen, screen.open(target, context)) : undefined);
}

function turnOf<Name extends ScreenName, State, Action>(
  screen: Screen<Name, State, Action>,
  { state, effects }: Step<State, Action>,
): Turn {
  return { scene: sceneOf(screen, state), effects: effects.map((effect) => closed(screen, state, effect)) };
}

function closed<Name extends ScreenName, State, Action>(
  screen: Screen<Name, State, Action>,
  state: State,
  effect: Effect<Action>,
): SceneEffect {
  const doing = (action: Action) => (context: Context) =>
    turnOf(screen, screen.reduce(state, action, context));
  if (effect.do === 'with-topologies') return { do: effect.do, go: doing(effect.action) };
  if (effect.do !== 'ask') return effect;
  const choices = effect.choices.map(({ label, action }) => ({ label, choose: doing(action) }));
  return { do: 'ask', title: effect.title, choices };
}

function sceneOf<Name extends ScreenName, State, Action>(
  screen: Screen<Name, State, Action>,
  state: State,
): Scene {
  const act = (action: Action | undefined, context: Context): Turn | undefined =>
    action === undefined ? undefined : turnOf(screen, screen.reduce(state, action, context));
  return {
    name: screen.name,
    title: screen.title,
    ticking: screen.ticking?.(state) ?? false,
    bare: screen.bare ?? false,
    loses: screen.loses?.(state) ?? false,
    writing: screen.typed?.(state, 'a') !== undefined,
    place: (context) => screen.place?.(state, context),
    press: (key, context) => act(bindingOf(screen.keys(state, context), key), context),
    type: (text, context) => act(screen.typed?.(state, text), context),
    tick: (elapsedMs, context) => act(screen.tick?.(elapsedMs), context),
    heard: (news, context) => act(screen.heard?.(news), context),
    returned: (context) => act(screen.returned?.(state), context),
    reloaded: (before, context) => sceneOf(screen, screen.reloaded?.(state, before, context) ?? state),
    keys: (context) => screen.keys(state, context).map(lineOf),
    view: (context) => screen.view(state, context),
  };
}
