/** What a room sees: which slide, how far it was drawn and scrolled, and what was told of its questions. */
import type { Outcome } from '../../../course/predictions/outcome.ts';
import type { JobNews } from '../../job.ts';
import type { Step } from '../../screen.ts';

export interface PresentState {
  /** the lesson, quiz or stage */
  readonly id: string;
  /** place of the slide, from 0 */
  readonly at: number;
  readonly top: number;
  /** columns that code and drawings which are too wide have been moved to the left */
  readonly left: number;
  /** strokes of the slide's diagram that have followed the first */
  readonly stroke: number;
  /** place among the slide's runs */
  readonly run: number;
  /** what the page is shown to be true by stands in its place */
  readonly sources: boolean;
  readonly blank: boolean;
  /** ids of the questions whose answers the room has seen */
  readonly answered: ReadonlySet<string>;
  /** the same of predictions, with what came of their runs */
  readonly told: ReadonlyMap<string, Outcome | 'running'>;
  /** milliseconds since 1970 */
  readonly startedAt: number;
}

export type PresentAction =
  | { readonly type: 'forward' }
  | { readonly type: 'back' }
  | { readonly type: 'to-end'; readonly which: 'first' | 'last' }
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'sideways'; readonly by: 1 | -1 }
  | { readonly type: 'draw' }
  | { readonly type: 'enter' }
  | { readonly type: 'answer' }
  | { readonly type: 'run' }
  | { readonly type: 'next-run' }
  | { readonly type: 'watch' }
  | { readonly type: 'sources' }
  | { readonly type: 'blank' }
  | { readonly type: 'quit' }
  | { readonly type: 'heard'; readonly news: JobNews };

export type PresentStep = Step<PresentState, PresentAction>;
