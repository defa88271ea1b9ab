/**
 * The course as data: what lessons, quizzes and course.yaml say once they are read.
 * Screens, plain mode, lint, proofs and exports all read this and never the files.
 * Texts are as the author wrote them: whoever shows one cleans it with `plain()` (src/terminal/plain-text.ts).
 */
import type { Token } from 'marked';
import type { Problem } from '../text/problem.ts';

export interface Course {
  /** the folder */
  readonly root: string;
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly stages: readonly Stage[];
  readonly glossary: readonly GlossaryEntry[];
  /** the topologies beside the lessons, in the order of their stages */
  readonly topologies: readonly TopologyFile[];
  /** everything that is wrong anywhere in the course; a broken lesson or quiz also carries its own */
  readonly problems: readonly Problem[];
}

export interface Stage {
  readonly id: string;
  /** 0, 1, 2, 3: its place in course.yaml */
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  /** id of the topology that `b` opens */
  readonly topology: string | undefined;
  readonly lessons: readonly Lesson[];
  readonly quizzes: readonly Quiz[];
  readonly missions: readonly string[];
}

/** A topology of the course, unread: whoever runs or draws it reads its text. */
export interface TopologyFile {
  readonly id: string;
  readonly title: string;
  /** id of the stage whose folder it lies in */
  readonly stage: string;
  /** path as the person knows it */
  readonly file: string;
  readonly text: string;
}

export interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly objectives: readonly string[];
  readonly minutes: number;
  readonly prerequisites: readonly string[];
  readonly topology: string | undefined;
  readonly tags: readonly string[];
  readonly draft: boolean;
  readonly file: string;
  readonly pages: readonly Page[];
  /** why it cannot be shown; its pages are empty then */
  readonly problem: Problem | undefined;
}

/** What stands under one `##`. */
export interface Page {
  readonly title: string;
  /** where it begins in its file, from 1 */
  readonly line: number;
  readonly blocks: readonly Block[];
}

export type Block =
  /** prose, lists, tables, quotes, code: tokens of marked's lexer */
  | { readonly kind: 'markdown'; readonly tokens: readonly Token[]; readonly line: number }
  /** a topology drawn from its file (`topology`), or hand-drawn `art`; `words` say what it shows */
  | {
      readonly kind: 'diagram';
      readonly topology: string | undefined;
      readonly art: readonly string[];
      readonly words: string;
      readonly line: number;
    }
  | { readonly kind: 'simulate'; readonly run: RunSpec; readonly lookFor: string; readonly line: number };

/** A prepared run: the keys of `simulate`, `predict` and `prove`. */
export interface RunSpec {
  readonly topology: string;
  /** microseconds */
  readonly for: number;
  readonly seeds: number;
  readonly rate: number | undefined;
  /** `lb-1.redispatch=true` or `switch=position` */
  readonly set: readonly string[];
  /** `10s kill web-2` */
  readonly fault: readonly string[];
}

export interface GlossaryEntry {
  readonly term: string;
  /** the explanation as plain words, paragraphs parted by an empty line */
  readonly text: string;
}

export interface Quiz {
  readonly id: string;
  readonly title: string;
  readonly draft: boolean;
  readonly file: string;
  /** what the author says before the first question; often nothing */
  readonly intro: readonly Token[];
  readonly questions: readonly Question[];
  readonly problem: Problem | undefined;
}

export interface Choice {
  /** markdown tokens of its text, without the task box */
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly correct: boolean;
  /** shown when it was chosen; words without markdown, empty when the author wrote none */
  readonly feedback: string;
  readonly line: number;
}

export interface Question {
  readonly id: string;
  /** name of a question type (question-types/all.ts): `single-choice`, `multiple-choice` */
  readonly type: string;
  readonly line: number;
  /** the question itself */
  readonly prompt: readonly Token[];
  readonly hints: readonly string[];
  readonly explanation: readonly Token[];
  /** in file order */
  readonly choices: readonly Choice[];
  /** the run that makes the key right, or (predict) that decides */
  readonly proof: Proof | undefined;
  /** why its proof cannot be run, where one is written */
  readonly proofProblem?: Problem | undefined;
  /** why it cannot be asked; the screens show this instead */
  readonly problem: Problem | undefined;
}

/** What a learner answered: the chosen places (from 0), ascending. */
export interface Answer {
  readonly chosen: readonly number[];
}

export interface Grade {
  readonly right: boolean;
  /** feedback of each chosen choice, in their order */
  readonly feedback: readonly { readonly choice: number; readonly text: string; readonly right: boolean }[];
}

export interface Proof {
  readonly run: RunSpec;
  /** choice (from 1) -> its measure; single choice has the same one for all, multiple choice one a choice */
  readonly measures: ReadonlyMap<number, string>;
  /** choice (from 1) -> the range of the measure that makes it true */
  readonly expect: ReadonlyMap<number, string>;
  readonly line: number;
}
