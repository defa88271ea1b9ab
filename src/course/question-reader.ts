import type { Token, Tokens } from 'marked';
import { courseMessages as say } from '../messages/course.ts';
import type { Problem } from '../text/problem.ts';
import { type Place, Problems } from '../text/problem.ts';
import { inlineWords, newlines, plainWords } from './markdown.ts';
import type { Choice, Question } from './model.ts';
import { type LocatedProof, readProof } from './proof-reader.ts';
import { questionTypes } from './question-types/all.ts';
import type { FencedBlock, QuestionForm } from './question-types/question-type.ts';
import type { QuestionBlocks } from './quiz-reader.ts';

/** A question, and what lint wants to know of it. */
export interface QuestionSource {
  readonly question: Question;
  /** whether the author gave it an id */
  readonly named: boolean;
  readonly at: Place;
  readonly proof: LocatedProof | undefined;
  readonly problems: readonly Problem[];
}

/** The file and quiz that a question stands in. */
export interface QuestionContext {
  readonly file: string;
  readonly quiz: string;
  readonly topology: string | undefined;
}

/** Fences that belong to types of questions and are never shown as code. */
const typeFences = ['point', 'predict', 'order', 'number', 'text'];

/** Reads what stands between two tags; what is wrong makes this question unfit, never its quiz. */
export function readQuestion(part: QuestionBlocks, number: number, context: QuestionContext): QuestionSource {
  const at: Place = { file: context.file, line: part.line, column: 1 };
  const problems = new Problems();
  for (const { line, sentence } of part.faults) problems.error({ ...at, line }, 'quiz-tag', sentence);
  const parts = new QuestionParts(at, problems);
  for (const { token, line } of part.blocks) parts.add(token, line);
  const proofProblems = new Problems();
  const located = readProofOf(parts, context, proofProblems);
  const proof = proofProblems.failed ? undefined : located?.proof;
  const form: QuestionForm = {
    id: parts.id ?? `${context.quiz}-${number}`,
    at,
    prompt: trimmed(parts.prompt),
    hints: parts.hints,
    explanation: trimmed(parts.explanation),
    choices: parts.choices,
    fences: parts.fences,
    proof,
    proofAt: located?.at,
  };
  if (form.prompt.length === 0) problems.error(at, 'no-prompt', say.noPrompt);
  const type = questionTypes.find((one) => one.claims(form));
  if (type) type.check(form, problems);
  else problems.error(...whyNoType(form, parts));
  const problem = problems.list.find(({ severity }) => severity === 'error');
  const question: Question = {
    id: form.id,
    type: type?.name ?? 'unknown',
    line: part.line,
    prompt: form.prompt,
    hints: form.hints,
    explanation: form.explanation,
    choices: form.choices,
    proof,
    proofProblem: proofProblems.list.find(({ severity }) => severity === 'error'),
    problem,
  };
  return {
    question,
    named: parts.id !== undefined,
    at,
    proof: located,
    problems: [...problems.list, ...proofProblems.list],
  };
}

function readProofOf(
  parts: QuestionParts,
  context: QuestionContext,
  problems: Problems,
): LocatedProof | undefined {
  const [first, second] = parts.proofs;
  if (second) problems.error({ file: context.file, line: second.line, column: 1 }, 'prove', say.provenTwice);
  return first && readProof(first, { ...context, choices: parts.choices.length }, problems);
}

/** No type of question knows this form: the likeliest reason. */
function whyNoType(form: QuestionForm, parts: QuestionParts): [Place, string, string] {
  const [fence] = form.fences;
  if (fence) return [{ ...form.at, line: fence.line }, 'question-form', say.unknownFence(fence.language)];
  if (form.choices.length > 0) {
    const line = form.choices[0]?.line ?? form.at.line;
    return [{ ...form.at, line }, 'no-right-answer', say.noRightAnswer];
  }
  const line = parts.plainListLine ?? form.at.line;
  return [{ ...form.at, line }, 'question-form', say.noChoices];
}

/** Leading and trailing empty lines say nothing. */
function trimmed(tokens: readonly Token[]): readonly Token[] {
  const isText = (token: Token): boolean => token.type !== 'space';
  const first = tokens.findIndex(isText);
  return first === -1 ? [] : tokens.slice(first, tokens.findLastIndex(isText) + 1);
}

/** Sorts the blocks of a question by what they are. */
class QuestionParts {
  id: string | undefined;
  readonly prompt: Token[] = [];
  readonly hints: string[] = [];
  readonly explanation: Token[] = [];
  readonly choices: Choice[] = [];
  readonly fences: FencedBlock[] = [];
  readonly proofs: FencedBlock[] = [];
  /** a list without boxes: perhaps meant as the choices */
  plainListLine: number | undefined;
  readonly #at: Place;
  readonly #problems: Problems;
  #previous = '';

  constructor(at: Place, problems: Problems) {
    this.#at = at;
    this.#problems = problems;
  }

  add(token: Token, line: number): void {
    const afterList = this.#previous === 'list';
    this.#previous = token.type;
    if (token.type === 'html' && token.raw.trimStart().startsWith('<!--')) this.#comment(token.raw, line);
    else if (token.type === 'blockquote') this.#quote(token as Tokens.Blockquote, line, afterList);
    else if (token.type === 'list' && isTaskList(token)) this.#choices(token, line);
    else if (token.type === 'code' && this.#fence(token as Tokens.Code, line)) return;
    else this.#text(token, line);
  }

  #text(token: Token, line: number): void {
    if (token.type === 'list' && this.choices.length === 0) this.plainListLine ??= line;
    if (this.choices.length === 0) this.prompt.push(token);
    else this.explanation.push(token);
  }

  #comment(raw: string, line: number): void {
    const id = /^\s*<!--\s*id:\s*(\S+)\s*-->/.exec(raw)?.[1];
    if (id === undefined) return;
    if (this.id !== undefined) this.#error(line, 'question-id', say.namedTwice);
    this.id = id;
    const rest = raw.replace(/^\s*<!--[^>]*-->/, '').trim();
    if (rest !== '') this.#error(line, 'quiz-tag', say.commentNotAlone);
  }

  #quote(token: Tokens.Blockquote, line: number, afterList: boolean): void {
    const words = plainWords(token.tokens);
    if (!/^hint:/i.test(words)) {
      if (afterList && this.choices.length > 0) this.#error(line, 'feedback-indent', say.feedbackIndent);
      this.#text(token, line);
      return;
    }
    for (const hint of words.split(/^hint:/im).slice(1)) {
      if (hint.trim() === '') this.#error(line, 'empty-hint', say.emptyHint);
      else this.hints.push(hint.trim());
    }
  }

  #fence(token: Tokens.Code, line: number): boolean {
    const language = token.lang?.trim().split(/\s/)[0] ?? '';
    if (language !== 'prove' && !typeFences.includes(language)) return false;
    const list = language === 'prove' ? this.proofs : this.fences;
    list.push({ language, text: token.text, line });
    return true;
  }

  #choices(list: Tokens.List, firstLine: number): void {
    let line = firstLine;
    for (const item of list.items) {
      if (!item.task) this.#error(line, 'choice-box', say.choiceBox);
      const quotes = item.tokens.filter((token) => token.type === 'blockquote');
      const tokens = withoutBox(item.tokens.filter((token) => token.type !== 'blockquote'));
      const text = plainWords(tokens);
      if (text === '') this.#error(line, 'empty-choice', say.emptyChoice);
      const correct = item.checked === true;
      this.choices.push({ tokens, text, correct, feedback: plainWords(quotes), line });
      line += newlines(item.raw);
    }
  }

  #error(line: number, rule: string, message: string): void {
    this.#problems.error({ ...this.#at, line }, rule, message);
  }
}

function isTaskList(token: Token): token is Tokens.List {
  return token.type === 'list' && (token as Tokens.List).items.some((item) => item.task);
}

/** A choice's tokens without its `[ ]`, which a loose list keeps inside the first paragraph. */
function withoutBox(tokens: readonly Token[]): Token[] {
  return tokens
    .filter((token) => token.type !== 'checkbox')
    .map((token) => {
      if (!('tokens' in token) || token.tokens?.[0]?.type !== 'checkbox') return token;
      const inner = token.tokens.slice(1);
      return { ...token, raw: inner.map((one) => one.raw).join(''), text: inlineWords(inner), tokens: inner };
    });
}
