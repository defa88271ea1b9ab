/** What the shell is given, and the menu that it may show. */
import type { Course } from '../course/model.ts';
import type { OpenTopology } from '../course/topologies.ts';
import type { Presented } from '../learner/presented.ts';
import type { JournalEvent, Progress } from '../learner/progress.ts';
import type { DoJob } from './job.ts';
import type { Context, SceneMaker, Target, Turn } from './screen.ts';

/** The journal as the screens need it. */
export interface TutorJournal {
  record(event: JournalEvent): void;
  progress(course: string): Progress;
  /** why the disk refuses what was done, as the end of a sentence */
  readonly refused?: string | undefined;
}

/** Milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/** Finds a screen's maker; a promise where its code is not loaded yet. */
export type LoadScreen = (name: Target['screen']) => SceneMaker | Promise<SceneMaker>;

export interface ShellOptions {
  readonly course: Course;
  readonly journal: TutorJournal;
  readonly openTopology: OpenTopology;
  /** undefined: topologies can be read already */
  readonly whenTopologies?: () => Promise<void> | undefined;
  readonly load: LoadScreen;
  readonly doJob: DoJob;
  /** hears what a room sees, where something is presented */
  readonly announce?: (presented: Presented) => void;
  readonly clock: Clock;
  readonly seed: number;
  readonly ascii: boolean;
  readonly motion: boolean;
  readonly columns: number;
  readonly rows: number;
}

/** A menu over the screen. */
export interface Menu {
  readonly title: string;
  readonly choices: readonly { readonly label: string; readonly choose: (context: Context) => Turn }[];
}
