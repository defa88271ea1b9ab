/** What is written down of the learner: what was done, where they are, and how it looks there. */
import { courseKey } from '../learner/course-key.ts';
import type { Place, Progress } from '../learner/progress.ts';
import { isSamePlace } from '../learner/where.ts';
import type { Recorded } from './screen.ts';
import type { Clock, ShellOptions, TutorJournal } from './shell-options.ts';

/** While things move on by themselves, how they look is written down so often, in milliseconds. */
const KEPT_EVERY = 20_000;

export class LearnerRecord {
  readonly #journal: TutorJournal;
  readonly #clock: Clock;
  readonly #course: string;
  #progress: Progress;
  #place: Place | undefined;
  #keptAt = 0;
  /** how it looks there by now, where that is not written yet */
  #unkept: Place | undefined;

  constructor({ journal, clock, course }: Pick<ShellOptions, 'journal' | 'clock' | 'course'>) {
    this.#journal = journal;
    this.#clock = clock;
    this.#course = courseKey(course);
    this.#progress = journal.progress(this.#course);
    this.#place = this.#progress.place;
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Where the journal says that the learner is; undefined: nowhere yet. */
  get place(): Place | undefined {
    return this.#place;
  }

  /** There is something to keep. */
  get unkept(): boolean {
    return this.#unkept !== undefined;
  }

  /** Writes down what was done. */
  add(event: Recorded): void {
    this.#write(event);
  }

  /**
   * The learner is at a place. Where that is, is written at once; how it looks there, now and then: nobody wants a write
   * for every key.
   */
  isAt(place: Place): void {
    if (this.#place === undefined || !isSamePlace(place, this.#place)) {
      // what is left for the map can be gone on with from there
      if (place.screen === 'map') this.keep();
      return this.#writePlace(place);
    }
    this.#unkept = JSON.stringify(place) === JSON.stringify(this.#place) ? undefined : place;
    if (this.#clock.now() - this.#keptAt >= KEPT_EVERY) this.keep();
  }

  /** Writes down how it looks where the learner is, if that is not written yet. */
  keep(): void {
    if (this.#unkept !== undefined) this.#writePlace(this.#unkept);
  }

  #writePlace(place: Place): void {
    this.#place = place;
    this.#unkept = undefined;
    this.#keptAt = this.#clock.now();
    this.#write({ type: 'place', place });
  }

  #write(event: Recorded | { readonly type: 'place'; readonly place: Place }): void {
    this.#journal.record({ ...event, at: this.#clock.now(), course: this.#course });
    this.#progress = this.#journal.progress(this.#course);
  }
}
