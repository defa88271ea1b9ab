/** What stands on a page of a lesson. */
import type { Token } from 'marked';
import type { QuantityUnit } from './quantity.ts';
import type { RunSpec } from './run-spec.ts';

export type Block =
  /** prose, lists, tables, quotes, code: tokens of marked's lexer */
  | { readonly kind: 'markdown'; readonly tokens: readonly Token[]; readonly line: number }
  /** a topology drawn from its file (`topology`), or hand-drawn `art`; `words` say what it shows */
  | {
      readonly kind: 'diagram';
      readonly topology: string | undefined;
      readonly art: readonly string[];
      readonly words: string;
      /** how it draws itself; undefined: all at once */
      readonly growth: Growth | undefined;
      readonly line: number;
    }
  | { readonly kind: 'simulate'; readonly run: RunSpec; readonly lookFor: string; readonly line: number }
  /** a run about which the learner commits to a guess before it begins */
  | {
      readonly kind: 'predict';
      readonly run: RunSpec;
      readonly prediction: Prediction;
      readonly line: number;
    }
  /** something to explain aloud, on paper and without notes, against a clock */
  | { readonly kind: 'whiteboard'; readonly whiteboard: Whiteboard; readonly line: number }
  | { readonly kind: 'listing'; readonly listing: Listing; readonly line: number };

export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** Lines to be read, with notes that open on one of them: the first that has the words `at` in it. */
export type Listing =
  /** what programs printed, and which */
  | {
      readonly form: 'transcript';
      readonly recordedOn: string;
      readonly lines: readonly string[];
      readonly notes: readonly ListingNote[];
    }
  /** a file of the real program that behaves as a topology says; `of` is a component or a host */
  | {
      readonly form: 'configuration';
      readonly topology: string;
      readonly of: string;
      readonly set: readonly string[];
      /** how the part begins that is shown; undefined: all of it */
      readonly section: string | undefined;
      readonly notes: readonly ListingNote[];
    };

export interface ListingNote {
  readonly at: string;
  readonly words: string;
}

/** What is to be explained; the learner says alone how well that went. */
export interface Whiteboard {
  /** what the journal knows it by: a hash of the task */
  readonly id: string;
  readonly ask: string;
  readonly minutes: number;
  /** what a good explanation has in it: shown when it is over */
  readonly points: readonly (readonly Token[])[];
  /** what somebody who listened would ask next, and what may be said to that */
  readonly mentor: readonly { readonly ask: readonly Token[]; readonly answer: readonly Token[] }[];
}

/** How a diagram draws itself: one stroke a key, each with its words. */
export type Growth =
  /** a topology, component by component; what is shown already stays */
  | {
      readonly form: 'parts';
      readonly strokes: readonly { readonly shown: readonly string[]; readonly words: string }[];
    }
  /** by hand, each stroke with the whole drawing as it is then */
  | {
      readonly form: 'art';
      readonly strokes: readonly { readonly art: readonly string[]; readonly words: string }[];
    }
  /** a topology at moments of a run, in microseconds */
  | {
      readonly form: 'moments';
      readonly run: RunSpec;
      readonly seed: number;
      /** `shown` is empty where all of it is */
      readonly strokes: readonly {
        readonly at: number;
        readonly shown: readonly string[];
        readonly words: string;
      }[];
    }
  /** the way of one request of a run; its strokes are what happened to it */
  | {
      readonly form: 'request';
      readonly run: RunSpec;
      readonly seed: number;
      readonly request: 'slowest' | 'failed' | number;
    };

/** What is asked before a run, and what is told after it. */
export interface Prediction {
  /** what the journal knows it by: a hash of the question */
  readonly id: string;
  readonly ask: string;
  readonly measure: string;
  /** of which each run makes one true; where a number is asked for there is one, the range that every run comes to */
  readonly guesses: readonly Guess[];
  /** the learner writes a number of this, instead of choosing */
  readonly number: QuantityUnit | undefined;
  readonly debrief: readonly Token[];
}

export interface Guess {
  readonly text: string;
  /** what the journal knows it by: its text as it was written, whatever language it is shown in */
  readonly name: string;
  /** the values of the measure that make it true */
  readonly range: string;
}
