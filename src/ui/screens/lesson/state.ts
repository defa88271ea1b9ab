/** The lesson reader's state: which page, scrolled how far, and which of its runs the pointer is at. */
import type { Linked } from '../../../course/links.ts';
import type { JobNews } from '../../job.ts';
import type { Step } from '../../screen.ts';

export interface LessonState {
  readonly lesson: string;
  readonly page: number;
  readonly top: number;
  /** columns that code and drawings which are too wide have been moved to the left */
  readonly left: number;
  /** place among the page's runs */
  readonly run: number;
  /** the guess whose run happens now; `again`: another one is to be made */
  readonly guessing?: { readonly guess: number; readonly seed: number } | 'again' | undefined;
}

export type LessonAction =
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'sideways'; readonly by: 1 | -1 }
  | { readonly type: 'links' }
  | { readonly type: 'follow'; readonly to: Linked }
  | { readonly type: 'window'; readonly by: 1 | -1 }
  | { readonly type: 'on' }
  | { readonly type: 'turn'; readonly by: 1 | -1 }
  | { readonly type: 'to-page'; readonly page: number }
  | { readonly type: 'next-run' }
  | { readonly type: 'try' }
  /** one of a prediction's guesses, by its place */
  | { readonly type: 'guess'; readonly guess: number }
  | { readonly type: 'guess-again' }
  | { readonly type: 'watch'; readonly seed: number }
  | { readonly type: 'heard'; readonly news: JobNews };

export type LessonStep = Step<LessonState, LessonAction>;
