/** What is read of another program's quiz, before it becomes a quiz of ours. Texts are markdown. */
import type { PortableAnswer, PortableNumber } from '../export/portable.ts';

/** `value` is the number itself, where a tolerance stood beside it. */
export interface ImportedNumber extends PortableNumber {
  readonly value: number | null;
  readonly feedback: string;
}

export type ImportedAnswer = Exclude<PortableAnswer, PortableNumber> | ImportedNumber;

export interface ImportedQuestion {
  /** what it is called there; empty: nothing */
  readonly name: string;
  /** where it begins, from 1 */
  readonly line: number;
  readonly prompt: string;
  readonly answer: ImportedAnswer;
  readonly explanation: string;
  /** its choices stay in their order */
  readonly fixed: boolean;
}

/** What was lost, changed or not understood, and where. */
export interface Note {
  readonly line: number;
  readonly says: string;
}

export interface Imported {
  readonly title: string | undefined;
  readonly questions: readonly ImportedQuestion[];
  readonly notes: readonly Note[];
}

/** A format that quizzes can be read of. `read` never throws for what a file holds: that is told in its notes. */
export interface ImportFormat {
  readonly name: string;
  /** whether a file of this name (small letters) with this text is likely to be one */
  recognises(file: string, text: string): boolean;
  read(text: string): Promise<Imported>;
}
