import { render } from 'ink';
import type { Course } from '../course/model.ts';
import type { OpenTopology } from '../course/topologies.ts';
import type { Place } from '../learner/progress.ts';
import { isThere } from '../learner/standing.ts';
import { shell as words } from '../messages/shell.ts';
import type { Abilities } from '../terminal/abilities.ts';
import { FrameWriter } from '../terminal/frame-writer.ts';
import { openSession } from '../terminal/session.ts';
import { plainLine } from '../text/plain-text.ts';
import { App } from './app.tsx';
import { lateTopologies } from './late-topologies.ts';
import { loadScreen } from './screens/index.ts';
import { Shell } from './shell.ts';
import type { Clock, TutorJournal } from './shell-options.ts';

export interface TutorOptions {
  readonly course: Course;
  readonly journal: TutorJournal;
  readonly abilities: Pick<Abilities, 'colour' | 'ascii'>;
  /** where to open; undefined: where the learner stopped, or the map */
  readonly place?: Place;
  /** loads what opens topologies, when the first screen needs it */
  readonly topologies: () => Promise<OpenTopology>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly clock: Clock;
  readonly seed: number;
}

/** Runs the full screen until the learner leaves; gives the exit status. */
export async function runTutor(options: TutorOptions): Promise<number> {
  const { course, journal, abilities, clock, seed, stdin, stdout, stderr } = options;
  const writer = new FrameWriter(stdout, abilities);
  const { columns, rows } = writer;
  const shell = new Shell({
    course,
    journal,
    ...lateTopologies(options.topologies, loadScreen),
    clock,
    seed,
    columns,
    rows,
    ascii: abilities.ascii,
  });
  const place = options.place ?? journal.progress(course.id).place;
  await shell.start(place && isThere(course, place) ? place : undefined);
  const crashed = (error: unknown): void => {
    stderr.write(`${words.crashed(plainLine(error instanceof Error ? error.message : String(error)))}\n`);
  };
  const session = openSession({
    stdin,
    stdout,
    surroundings: process,
    crashed,
    hold: () => writer.hold(),
    repaint: () => writer.resume(),
  });
  writer.on('resize', () => shell.resize(writer.columns, writer.rows));
  const app = render(<App shell={shell} paint={abilities} clock={clock} />, {
    // Ink asks nothing of its stdout but what FrameWriter has
    stdout: writer as unknown as NodeJS.WriteStream,
    stdin,
    stderr,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  const broken = app.waitUntilExit().then(() => undefined);
  try {
    await Promise.race([shell.whenOver, broken]);
    return 0;
  } catch (error) {
    session.leave();
    crashed(error);
    return 1;
  } finally {
    writer.close();
    app.unmount();
    session.leave();
  }
}
