import { render } from 'ink';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Course } from '../course/model.ts';
import type { Reloaded } from '../course/reload.ts';
import type { OpenTopology } from '../course/topologies.ts';
import { courseKey } from '../learner/course-key.ts';
import type { Place } from '../learner/progress.ts';
import { isThere } from '../learner/standing.ts';
import type { Abilities } from '../terminal/abilities.ts';
import { FrameWriter } from '../terminal/frame-writer.ts';
import { Keyboard } from '../terminal/keyboard.ts';
import { openSession, type Session, type SessionOptions } from '../terminal/session.ts';
import { toldOn } from '../text/fold.ts';
import { App } from './app.tsx';
import type { DoJob } from './job.ts';
import { lateTopologies } from './late-topologies.ts';
import type { TargetOf } from './screen.ts';
import { loadScreen } from './screens/index.ts';
import { Shell } from './shell.ts';
import type { Clock, ShellOptions, TutorJournal } from './shell-options.ts';

export interface TutorOptions {
  readonly course: Course;
  readonly journal: TutorJournal;
  readonly abilities: Pick<Abilities, 'colour' | 'ascii' | 'motion'>;
  /** where to open; undefined: where the learner stopped, or the map */
  readonly place?: Place;
  /** the first thirty seconds come first */
  readonly intro?: boolean;
  /** what is opened instead, with no map beneath it */
  readonly opens?: TargetOf<'present' | 'notes'>;
  readonly announce?: ShellOptions['announce'];
  /** loads what opens topologies, when the first screen needs it */
  readonly topologies: () => Promise<OpenTopology>;
  readonly doJob: DoJob;
  /** tells of each change of a course that is being written, until what it returns is called */
  readonly follow?: (changed: (now: Reloaded) => void) => () => void;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly clock: Clock;
  readonly seed: number;
  readonly guard: SessionOptions['guard'];
  /** the first screen has been painted */
  readonly shown: () => void;
  /** what to say of a place that broke before it could be seen; the map is opened instead */
  readonly notShown: (error: unknown, place: Place) => string;
  /** what to say of a fault that ends the program */
  readonly crashed: (error: unknown) => string;
}

/** Runs the full screen until the learner leaves; gives the exit status. */
export async function runTutor(options: TutorOptions): Promise<number> {
  const { stdin, stdout, stderr } = options;
  const place = beginningOf(options);
  let writer = new FrameWriter(stdout, options.abilities);
  let session: Session | undefined;
  let shown: Shell | undefined;
  let seen = false;
  let notShown: string | undefined;
  const crashed = (error: unknown): void => void stderr.write(toldOn(stderr, options.crashed(error)));
  const show = async (at: Place | undefined): Promise<void> => {
    const shell = newShell(options, writer);
    shown = shell;
    await shell.start(options.opens ?? (options.intro === true ? { screen: 'intro' } : at));
    session ??= openSession({
      stdin,
      stdout,
      surroundings: process,
      crashed,
      guard: options.guard,
      hold: () => {
        writer.hold();
        // a signal may end it here
        shown?.keep();
      },
      repaint: () => writer.repaint(),
    });
    await untilOver(options, { writer, session, shell }, () => {
      seen = true;
      options.shown();
    });
  };
  try {
    await show(place).catch((error: unknown) => {
      if (seen || place === undefined) throw error;
      notShown = options.notShown(error, place);
      writer = new FrameWriter(stdout, options.abilities);
      return show(undefined);
    });
    return 0;
  } catch (error) {
    session?.leave();
    crashed(error);
    return 1;
  } finally {
    session?.leave();
    if (notShown !== undefined) stderr.write(toldOn(stderr, notShown));
  }
}

/** Where to open beyond the map; undefined: the map itself. */
function beginningOf({ course, journal, place }: TutorOptions): Place | undefined {
  const asked = place ?? journal.progress(courseKey(course)).place;
  return asked === undefined || asked.screen === 'map' || !isThere(course, asked) ? undefined : asked;
}

function newShell(options: TutorOptions, { columns, rows }: FrameWriter): Shell {
  const { course, journal, abilities, clock, seed, doJob, announce } = options;
  const late = lateTopologies(options.topologies, loadScreen);
  const { ascii, motion } = abilities;
  const told = announce === undefined ? {} : { announce };
  return new Shell({ course, journal, ...late, ...told, doJob, clock, seed, columns, rows, ascii, motion });
}

/** What one run of Ink needs. */
interface Stage {
  readonly writer: FrameWriter;
  readonly session: Session;
  readonly shell: Shell;
}

/** Paints a shell and gives it keys until the learner leaves it; throws what breaks it. */
async function untilOver(
  { abilities, clock, stdin, stderr, follow }: TutorOptions,
  { writer, session, shell }: Stage,
  onSeen: () => void,
): Promise<void> {
  const keyboard = new Keyboard(stdin, wait);
  keyboard.on('suspend', () => session.suspend());
  keyboard.open();
  writer.on('resize', () => shell.resize(writer.columns, writer.rows));
  // before anything is seen that somebody could change
  const unfollow = follow?.((now) => shell.reload(now));
  const app = render(
    <Seen onSeen={onSeen}>
      <App shell={shell} keyboard={keyboard} paint={abilities} clock={clock} />
    </Seen>,
    {
      // Ink asks nothing of them but what FrameWriter and Keyboard have
      stdout: writer as unknown as NodeJS.WriteStream,
      stdin: keyboard as unknown as NodeJS.ReadStream,
      stderr,
      debug: true,
      exitOnCtrlC: false,
      patchConsole: false,
    },
  );
  try {
    await Promise.race([shell.whenOver, app.waitUntilExit()]);
  } finally {
    unfollow?.();
    writer.hold();
    keyboard.close();
    app.unmount();
  }
}

/** Tells when what is inside has been painted for the first time. */
function Seen({ onSeen, children }: { readonly onSeen: () => void; readonly children: ReactNode }) {
  const tell = useRef(onSeen);
  useEffect(() => tell.current(), []);
  return children;
}

function wait(ms: number, callback: () => void): () => void {
  let turn: NodeJS.Immediate | undefined;
  // a turn later, so that what came meanwhile is read first, however long this program was busy
  const timer = setTimeout(() => {
    turn = setImmediate(callback);
  }, ms);
  return () => {
    clearTimeout(timer);
    clearImmediate(turn);
  };
}
