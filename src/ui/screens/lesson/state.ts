/** The lesson reader's state: which page, scrolled how far, and which of its runs the pointer is at. */
import type { Linked } from '../../../course/links.ts';
import type { Said } from '../../../course/predictions/said.ts';
import type { JobNews } from '../../job.ts';
import type { Step } from '../../screen.ts';

export interface LessonState {
  readonly lesson: string;
  readonly page: number;
  readonly top: number;
  /** columns that code and drawings which are too wide have been moved to the left */
  readonly left: number;
  /** strokes of the page's diagram that have followed the first */
  readonly stroke: number;
  /** place among the page's runs */
  readonly run: number;
  /** the guess whose run happens now; `again`: another one is to be made */
  readonly guessing?: { readonly said: Said; readonly seed: number } | 'again' | undefined;
  /** the number that is being written before a run */
  readonly writing?: Writing | undefined;
  /** its sources stand in place of the page, scrolled so far */
  readonly sources?: number | undefined;
}

export interface Writing {
  readonly text: string;
  /** Enter was pressed on something that is no number of this unit */
  readonly wrong: boolean;
}

export type LessonAction =
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'sideways'; readonly by: 1 | -1 }
  | { readonly type: 'links' }
  | { readonly type: 'sources' }
  | { readonly type: 'follow'; readonly to: Linked }
  | { readonly type: 'window'; readonly by: 1 | -1 }
  | { readonly type: 'on' }
  | { readonly type: 'draw' }
  | { readonly type: 'turn'; readonly by: 1 | -1 }
  | { readonly type: 'to-page'; readonly page: number }
  | { readonly type: 'next-run' }
  | { readonly type: 'try' }
  /** one of a prediction's guesses, by its place */
  | { readonly type: 'guess'; readonly guess: number }
  /** the number that is written */
  | { readonly type: 'say' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'erase' }
  | { readonly type: 'stop-saying' }
  | { readonly type: 'guess-again' }
  | { readonly type: 'watch'; readonly seed: number }
  | { readonly type: 'heard'; readonly news: JobNews };

export type LessonStep = Step<LessonState, LessonAction>;
