import type { Token, Tokens } from 'marked';
import type { MarkdownBlock } from '../markdown/read.ts';
import { courseMessages as say } from '../messages/course.ts';
import type { Problem } from '../text/problem.ts';
import { type Place, Problems } from '../text/problem.ts';
import { hintsIn } from './hints.ts';
import type { Asks, Question } from './model.ts';
import { type FencedBlock, type LocatedProof, readProof } from './proof-reader.ts';
import { questionTypes } from './question-types/all.ts';
import type { AnswerBlock, QuestionType } from './question-types/question-type.ts';
import { writtenItems } from './question-types/written-items.ts';
import { revisionOf } from './revision.ts';
import { isNotes, withNotes } from './speaker-notes.ts';

/** What stands between one pair of tags. */
export interface QuestionBlocks {
  readonly line: number;
  readonly blocks: MarkdownBlock[];
  /** faults of the tags themselves: line and sentence */
  readonly faults: { readonly line: number; readonly sentence: string }[];
}

/** A question, and what lint wants to know of it. */
export interface QuestionSource {
  readonly question: Question;
  /** whether the author gave it an id */
  readonly named: boolean;
  /** what the journal calls its items, in the order of the file */
  readonly itemIds: readonly string[];
  readonly at: Place;
  readonly proof: LocatedProof | undefined;
  readonly problems: readonly Problem[];
}

/** The file and quiz that a question stands in. */
export interface QuestionContext {
  readonly file: string;
  readonly quiz: string;
  readonly topology: string | undefined;
  /** no item of its questions changes its place */
  readonly fixed: boolean;
  /** what begins a hint, beside `Hint` */
  readonly hints: readonly string[];
  /** what the items of a question are called in the original of a translation */
  readonly itemIds: (question: string) => readonly string[] | undefined;
}

/** Fences that an author may take for types of questions; they are never shown as code. */
const typeFences = ['predict', 'order', 'number', 'text'];

/** What a question that cannot be asked asks for. */
const nothing: Asks = { form: 'one', items: [] };

/** Reads what stands between two tags; what is wrong makes this question unfit, never its quiz. */
export function readQuestion(part: QuestionBlocks, number: number, context: QuestionContext): QuestionSource {
  const at: Place = { file: context.file, line: part.line, column: 1 };
  const problems = new Problems();
  for (const { line, sentence } of part.faults) problems.error({ ...at, line }, 'quiz-tag', sentence);
  const parts = new QuestionParts(at, context.hints, problems);
  for (const { token, line } of part.blocks) parts.add(token, line);
  for (const { token, line } of part.blocks) tellNearlyChoices(token, { ...at, line }, problems);
  const found = typeOf(parts, at, problems);
  const { type, prompt, explanation } = found;
  const id = parts.id ?? `${context.quiz}-${number}`;
  const answer = called(found.answer, context.itemIds(id));
  if (prompt.length === 0) problems.error(at, 'no-prompt', say.noPrompt);
  if (!type) problems.error(...whyNoType(parts, at));
  const source = { blocks: answer, question: id, at, topology: context.topology };
  const read = type?.read(source, problems);
  const proofProblems = new Problems();
  const proof = type && read && readProofOf(parts, type, read.key, context, proofProblems);
  const question: Question = {
    id,
    type: type?.name ?? 'unknown',
    line: part.line,
    revision: revisionOf(type?.name ?? 'unknown', prompt, answer),
    fixed: context.fixed || parts.fixed,
    prompt,
    hints: parts.hints,
    explanation,
    notes: parts.notes,
    asks: read?.asks ?? nothing,
    key: read?.key,
    proof: proofProblems.failed ? undefined : proof?.proof,
    proofProblem: proofProblems.list.find(({ severity }) => severity === 'error'),
    problem: problems.list.find(({ severity }) => severity === 'error'),
  };
  return {
    question,
    named: parts.id !== undefined,
    itemIds: writtenItems(answer).map((item) => item.id),
    at,
    proof,
    problems: [...problems.list, ...proofProblems.list],
  };
}

/** The blocks of an answer whose items have the ids of others, where these are as many. */
function called(blocks: readonly AnswerBlock[], ids: readonly string[] | undefined): readonly AnswerBlock[] {
  if (ids === undefined || writtenItems(blocks).length !== ids.length) return blocks;
  let at = 0;
  return blocks.map((block) => {
    const begin = at;
    at += writtenItems([block]).length;
    return { ...block, ids: ids.slice(begin, at) };
  });
}

/** `-[ ] ` and `1. [x] ` are text to markdown, and would hide in what stands before them. */
function tellNearlyChoices({ type, raw }: Token, at: Place, problems: Problems): void {
  if (type === 'code') return;
  for (const [index, line] of raw.replace(/^\n+/, '').split('\n').entries()) {
    const nearly =
      /^[ \t>]*(?:[-*+]\[[ xX]\]|[-*+] \[(?: {2,}| ?[xX] | {1,2}[xX])\]|\d{1,9}[.)] +\[[ xX]\])/.exec(line);
    if (nearly === null) continue;
    const place = { ...at, line: at.line + index };
    problems.error(place, 'nearly-a-choice', say.nearlyChoice(nearly[0].trim()));
  }
}

interface Typed {
  readonly type: QuestionType | undefined;
  readonly answer: readonly AnswerBlock[];
  /** what stands before the answer */
  readonly prompt: readonly Token[];
  /** and behind it */
  readonly explanation: readonly Token[];
}

/** The first type that finds its answer among the blocks, and what stands around it. */
function typeOf({ blocks }: QuestionParts, at: Place, problems: Problems): Typed {
  for (const type of questionTypes) {
    const answer = blocks.filter(({ token }) => type.isAnswer(token));
    const [first] = answer;
    if (first === undefined || !type.claims(answer)) continue;
    const begin = blocks.indexOf(first);
    for (const [index, { token, line }] of blocks.entries()) {
      const before = blocks[index - 1];
      if (token.type !== 'blockquote' || before?.token.type !== 'list' || !answer.includes(before)) continue;
      problems.error({ ...at, line }, 'feedback-indent', say.feedbackIndent);
    }
    return {
      type,
      answer,
      prompt: textOf(blocks.slice(0, begin)),
      explanation: textOf(blocks.slice(begin).filter((block) => !answer.includes(block))),
    };
  }
  const choices = blocks.findIndex(({ token }) => token.type === 'list');
  const prompt = choices === -1 ? blocks : blocks.slice(0, choices);
  return { type: undefined, answer: [], prompt: textOf(prompt), explanation: [] };
}

function readProofOf(
  parts: QuestionParts,
  type: QuestionType,
  key: unknown,
  context: QuestionContext,
  problems: Problems,
): LocatedProof | undefined {
  const [first, second] = parts.proofs;
  const at = (line: number): Place => ({ file: context.file, line, column: 1 });
  if (second) problems.error(at(second.line), 'prove', say.provenTwice);
  if (!first) return undefined;
  const { prove } = type;
  if (prove) return readProof(first, { ...context, claims: (fields) => prove(key, fields) }, problems);
  problems.error(at(first.line), 'prove', say.nothingToProve(type.name));
  return undefined;
}

/** No type of question knows this form: the likeliest reason. */
function whyNoType({ blocks, fences }: QuestionParts, at: Place): [Place, string, string] {
  const [fence] = fences;
  if (fence) return [{ ...at, line: fence.line }, 'question-form', say.unknownFence(fence.language)];
  const blank = blocks.find(({ token }) => token.type === 'paragraph' && /\[\[.*\]\]/.test(token.raw));
  if (blank) return [{ ...at, line: blank.line }, 'blank-alone', say.blankAlone];
  const line = blocks.find(({ token }) => token.type === 'list')?.line ?? at.line;
  return [{ ...at, line }, 'question-form', say.noChoices];
}

/** The tokens; leading and trailing empty lines say nothing. */
function textOf(blocks: readonly AnswerBlock[]): readonly Token[] {
  const tokens = blocks.map(({ token }) => token);
  const isText = (token: Token): boolean => token.type !== 'space';
  const first = tokens.findIndex(isText);
  return first === -1 ? [] : tokens.slice(first, tokens.findLastIndex(isText) + 1);
}

/** Sorts the blocks of a question: what is said about it, and what it is. */
class QuestionParts {
  id: string | undefined;
  fixed = false;
  notes = '';
  readonly hints: string[] = [];
  readonly proofs: FencedBlock[] = [];
  /** fences of a type of question that nobody knows */
  readonly fences: FencedBlock[] = [];
  /** the question, what it is answered with, and its explanation */
  readonly blocks: AnswerBlock[] = [];
  readonly #at: Place;
  readonly #hintWords: readonly string[];
  readonly #problems: Problems;

  constructor(at: Place, hintWords: readonly string[], problems: Problems) {
    this.#at = at;
    this.#hintWords = hintWords;
    this.#problems = problems;
  }

  add(token: Token, line: number): void {
    if (token.type === 'html' && token.raw.trimStart().startsWith('<!--')) this.#comment(token.raw, line);
    else if (token.type === 'blockquote' && this.#hint(token as Tokens.Blockquote, line)) return;
    else if (token.type === 'code' && this.#fence(token as Tokens.Code, line)) return;
    else this.blocks.push({ token, line });
  }

  #comment(raw: string, line: number): void {
    if (/^\s*<!--\s*fixed\s*-->\s*$/.test(raw)) this.fixed = true;
    const id = /^\s*<!--\s*id:\s*(\S+)\s*-->/.exec(raw)?.[1];
    if (id === undefined) return;
    if (this.id !== undefined) this.#error(line, 'question-id', say.namedTwice);
    this.id = id;
    const rest = raw.replace(/^\s*<!--[^>]*-->/, '').trim();
    if (rest !== '') this.#error(line, 'quiz-tag', say.commentNotAlone);
  }

  #hint(token: Tokens.Blockquote, line: number): boolean {
    const hints = hintsIn(token, this.#hintWords);
    for (const hint of hints ?? []) {
      if (hint === '') this.#error(line, 'empty-hint', say.emptyHint);
      else this.hints.push(hint);
    }
    return hints !== undefined;
  }

  #fence(token: Tokens.Code, line: number): boolean {
    if (isNotes(token)) {
      this.notes = withNotes(this.notes, token, { ...this.#at, line }, this.#problems);
      return true;
    }
    const language = token.lang?.trim().split(/\s/)[0] ?? '';
    if (language !== 'prove' && !typeFences.includes(language)) return false;
    const list = language === 'prove' ? this.proofs : this.fences;
    list.push({ language, text: token.text, line });
    return true;
  }

  #error(line: number, rule: string, message: string): void {
    this.#problems.error({ ...this.#at, line }, rule, message);
  }
}
