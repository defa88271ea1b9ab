import type { Course } from '../course/model.ts';
import type { OpenTopology } from '../course/topologies.ts';
import { courseKey } from '../learner/course-key.ts';
import type { Journal } from '../learner/journal.ts';
import type { JournalEvent, Place, Progress } from '../learner/progress.ts';
import type { FailParts } from '../workers/fail-parts.ts';
import type { JudgePlay } from '../workers/judge-play.ts';
import type { MakeIncident } from '../workers/make-incident.ts';
import type { Talk } from './talk.ts';

/** What every room of the tutor is given. */
export interface Tutor {
  readonly course: Course;
  readonly journal: Pick<Journal, 'record' | 'progress' | 'problems' | 'saves'>;
  readonly talk: Talk;
  readonly openTopology: OpenTopology;
  readonly judge: JudgePlay;
  readonly failParts: FailParts;
  readonly makeIncident: MakeIncident;
  /** milliseconds since 1970 */
  readonly clock: () => number;
  readonly seed: number;
}

/** Where a room leads when it is left. */
export type Next = Place | 'quit';

/** Writes an event of this course down, at this moment. */
export function record(tutor: Tutor, event: Unstamped<JournalEvent>): void {
  tutor.journal.record({ ...event, at: tutor.clock(), course: courseKey(tutor.course) });
}
type Unstamped<E> = E extends JournalEvent ? Omit<E, 'at' | 'course'> : never;

/** What the learner has done so far. */
export function progressOf(tutor: Tutor): Progress {
  return tutor.journal.progress(courseKey(tutor.course));
}
