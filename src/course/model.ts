/**
 * The course as data: what lessons, quizzes and course.yaml say once they are read.
 * Screens, plain mode, lint, proofs and exports all read this and never the files.
 * Pages and questions are read when they are first asked for: what is not shown is not read.
 * Texts are as the author wrote them: whoever shows one cleans it with `plain()` (src/text/plain-text.ts).
 */
import type { Token } from 'marked';
import type { Problem } from '../text/problem.ts';
import type { Block } from './page-blocks.ts';
import type { QuantityUnit } from './quantity.ts';
import type { RunSpec } from './run-spec.ts';

export interface Course {
  /** the folder */
  readonly root: string;
  readonly id: string;
  /** tells it from another course with the same id; undefined: nothing does */
  readonly origin?: string | undefined;
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
  readonly missions: readonly Mission[];
}

/** A topology of the course, unread: whoever runs or draws it reads its text. */
export interface TopologyFile {
  readonly id: string;
  readonly title: string;
  /** id of the stage whose folder it lies in; empty: it lies beside the missions */
  readonly stage: string;
  /** path as the person knows it */
  readonly file: string;
  readonly text: string;
  /** why the file can't be read at all */
  readonly problem?: Problem;
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
  /** the lesson as it was written, where this is its translation */
  readonly original?: Lesson;
  /** why it cannot be shown; its pages are empty then */
  readonly problem: Problem | undefined;
}

/** What stands under one `##`. */
export interface Page {
  readonly title: string;
  /** where it begins in its file, from 1 */
  readonly line: number;
  readonly blocks: readonly Block[];
  /** what a teacher says with it, as markdown; empty: nothing */
  readonly notes: string;
  /** in the order of their numbers: a token `footnote` in its blocks has the text `[1]` for the first */
  readonly footnotes: readonly Footnote[];
}

/** Where something that a page says is shown to be true. */
export interface Footnote {
  readonly tokens: readonly Token[];
  /** where it stands in its file, from 1 */
  readonly line: number;
}

export interface GlossaryEntry {
  readonly term: string;
  /** what it means */
  readonly tokens: readonly Token[];
}

export interface Quiz {
  readonly id: string;
  readonly title: string;
  readonly draft: boolean;
  /** undefined: it is answered as often as one likes, and says at once what is right */
  readonly exam?: Exam | undefined;
  readonly file: string;
  /** what the author says before the first question; often nothing */
  readonly intro: readonly Token[];
  /** what a teacher says before the first question, as markdown; empty: nothing */
  readonly notes: string;
  /** the ids of its questions, in order: known without reading them */
  readonly questionIds: readonly string[];
  readonly questions: readonly Question[];
  readonly problem: Problem | undefined;
}

/** What makes a quiz an exam: answers are told when it is over. */
export interface Exam {
  readonly minutes: number;
  /** so many of its questions are drawn for an attempt; undefined: all are asked */
  readonly draw: number | undefined;
  readonly attempts: number;
  readonly hints: boolean;
}

/** Something that an answer is made of: a choice, a step. */
export interface Item {
  /** what the journal knows it by: a name that the author gave, or a hash of its text */
  readonly id: string;
  /** markdown tokens of its text */
  readonly tokens: readonly Token[];
  /** the same as words */
  readonly text: string;
}

/**
 * What a learner is asked to give. The screens and plain mode know these forms and no type of question; neither the
 * key nor the feedback is in it.
 */
export type Asks =
  /** one of the items */
  | { readonly form: 'one'; readonly items: readonly Item[] }
  /** each item that fits: perhaps one, perhaps all */
  | { readonly form: 'some'; readonly items: readonly Item[] }
  /** all of the items in another order than the one in which they are offered */
  | { readonly form: 'ordered'; readonly items: readonly Item[] }
  /** a number, or a range of numbers */
  | { readonly form: 'number'; readonly unit: QuantityUnit }
  /** a word or a few */
  | { readonly form: 'text' }
  /** components of a topology, in its drawing; `words` say what it shows, where its author wrote any */
  | { readonly form: 'place'; readonly topology: string; readonly words: string };

export type FormName = Asks['form'];
export type AsksOf<Form extends FormName> = Extract<Asks, { form: Form }>;

/** What a learner answered. Items are named by their ids. */
export type Answer =
  | { readonly form: 'one'; readonly chosen: string }
  | { readonly form: 'some'; readonly chosen: readonly string[] }
  | { readonly form: 'ordered'; readonly order: readonly string[] }
  /** as it was written: `5 s` */
  | { readonly form: 'number'; readonly text: string }
  | { readonly form: 'text'; readonly text: string }
  /** ids of components */
  | { readonly form: 'place'; readonly places: readonly string[] };

export type AnswerOf<Form extends FormName> = Extract<Answer, { form: Form }>;

export interface Question {
  readonly id: string;
  /** name of a question type (question-types/all.ts): `single-choice`, `order` */
  readonly type: string;
  readonly line: number;
  /** changes with what is asked (revision.ts): the journal keeps which one was answered */
  readonly revision: string;
  /** its items stay in the order of the file: the order is part of their sense */
  readonly fixed: boolean;
  /** the question itself */
  readonly prompt: readonly Token[];
  /** markdown, as it was written */
  readonly hints: readonly string[];
  readonly explanation: readonly Token[];
  /** what a teacher says with it, as markdown; empty: nothing */
  readonly notes: string;
  readonly asks: Asks;
  /** what is right, in the words of its type; nobody else looks into it */
  readonly key: unknown;
  /** the run that makes the key right, or (predict) that decides */
  readonly proof: Proof | undefined;
  /** why its proof cannot be run, where one is written */
  readonly proofProblem?: Problem | undefined;
  /** why it cannot be asked; the screens show this instead */
  readonly problem: Problem | undefined;
}

/** Something that is said to an answer: about one item, or about all of it. */
export interface Remark {
  /** an item, or a component */
  readonly item: string | undefined;
  /** markdown */
  readonly text: string;
}

export interface Grade {
  readonly right: boolean;
  readonly remarks: readonly Remark[];
}

/** A right answer, and what there is to say to it. */
export interface Solution {
  readonly answer: Answer;
  readonly remarks: readonly Remark[];
}

export interface Proof {
  readonly run: RunSpec;
  readonly claims: readonly Claim[];
  readonly line: number;
}

/** What a run has to show about a choice or a step: that it is true, or, of a wrong one, that it is not. */
export interface Claim {
  /** which one, by its place in the file, from 1 */
  readonly choice: number;
  readonly right: boolean;
  readonly measure: string;
  readonly expect: Expected;
}

/** What makes a claim true: a range that the measure lies in, or that it comes later than those of other claims. */
export type Expected = { readonly range: string } | { readonly after: readonly number[] };

/**
 * A task in the simulator: something goes wrong, and the learner's play decides what the users see of it. It is judged
 * by measures, over several seeds.
 */
export interface Mission {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly draft: boolean;
  readonly file: string;
  /** what goes wrong; its seeds are those that a play is judged on */
  readonly run: RunSpec;
  readonly may: Allowed;
  readonly goals: readonly Goal[];
  /** what the learner is told before, and what afterwards */
  readonly briefing: readonly Token[];
  readonly debrief: readonly Token[];
  /** each costs a star */
  readonly hints: readonly string[];
  readonly proof: MissionProof | undefined;
  /** why it cannot be played; the screens show this instead */
  readonly problem: Problem | undefined;
}

/** What a play may consist of. */
export interface Allowed {
  /** switches of the topology that may be turned before the run */
  readonly switches: readonly string[];
  /** fields that may be set before the run, e.g. `lb-1.timeout.connect` */
  readonly fields: readonly string[];
  /** verbs that may be used while it runs */
  readonly faults: readonly string[];
  /** no more switches, fields and faults than this; undefined: as many as one likes */
  readonly changes: number | undefined;
  /** what the learner sees of the site while it runs */
  readonly sees: 'truth' | 'monitor';
}

/** What a play is judged by: a measure that lies in a range, whatever the seed. */
export interface Goal {
  readonly measure: string;
  readonly expect: string;
  /** the same as a sentence for the learner */
  readonly says: string;
  /** the mission is won without it; it is worth a star */
  readonly bonus: boolean;
}

/** What a learner does in a mission: switches and fields before the run, faults at their times in it. */
export interface Play {
  /** `switch=position` or `COMPONENT.FIELD=value` */
  readonly set: readonly string[];
  /** `14s failover db-2` */
  readonly fault: readonly string[];
}

/** Plays of which it is known how they end. */
export interface MissionProof {
  readonly wins: Play;
  /** tempting ones that lose, by the name that the author gave them; doing nothing is always among them */
  readonly loses: readonly { readonly name: string; readonly play: Play }[];
  readonly line: number;
}
