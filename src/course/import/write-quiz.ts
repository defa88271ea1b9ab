/** Questions of another program as a quiz of ours: the text of its file. */
import { tokensOf } from '../../markdown/read.ts';
import { importWords as say } from '../../messages/import.ts';
import { plain, plainLine } from '../../text/plain-text.ts';
import { largestFile } from '../course-files.ts';
import { type PortableAnswer, type PortableNumber, portableQuiz } from '../export/portable.ts';
import { readQuiz } from '../quiz-reader.ts';
import type { Imported, ImportedAnswer, ImportedNumber, ImportedQuestion, Note } from './imported.ts';

export interface WrittenQuiz {
  /** the whole file */
  readonly text: string;
  readonly questions: number;
  /** in the order of the source */
  readonly notes: readonly Note[];
}

/** It would become a file that no course reads. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/**
 * Writes a quiz. Each question is read back as a course would read it, and left out, with a note, where it doesn't come
 * back as what it was: a text may hold what is an answer or a tag to us.
 *
 * @param id of the quiz, and of its questions that have no name
 * @throws TooLargeError
 */
export function writeQuiz(imported: Imported, id: string): WrittenQuiz {
  const notes = [...imported.notes];
  const ids = new Set<string>();
  const parts: string[] = [];
  let length = 0;
  for (const [index, question] of imported.questions.entries()) {
    const text = written(question, freeId(idOf(question.name) ?? `${id}-${index + 1}`, ids));
    const wrong = whatComesBack(text, question);
    if (wrong !== undefined) notes.push({ line: question.line, says: wrong });
    else {
      parts.push(text);
      length += Buffer.byteLength(text);
    }
    if (length > largestFile) throw new TooLargeError();
  }
  const title = plainLine(imported.title?.trim() || id);
  const frontMatter = `---\nid: ${id}\ntitle: ${JSON.stringify(title)}\n---\n`;
  return {
    text: `${frontMatter}\n${parts.join('\n')}`,
    questions: parts.length,
    notes: notes.toSorted((a, b) => a.line - b.line),
  };
}

const longestId = 60;

/** Any words as an id: small letters, digits and hyphens; undefined when nothing is left. */
export function idOf(words: string): string | undefined {
  const id = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestId)
    .replace(/^-+|-+$/g, '');
  return id === '' ? undefined : id;
}

function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let i = 2; taken.has(free); i++) free = `${id}-${i}`;
  taken.add(free);
  return free;
}

function written({ prompt, answer, explanation, fixed }: ImportedQuestion, id: string): string {
  const listed = answer.kind !== 'text';
  return plain(
    [
      '<quiz>',
      `<!-- id: ${id} -->`,
      ...(fixed ? ['<!-- fixed -->'] : []),
      safe(prompt),
      // two lists in a row would be one
      ...(listed && tokensOf(prompt).at(-1)?.type === 'list' ? ['<!-- -->'] : []),
      answerOf(answer),
      ...(listed && /^\s*(?:[-*+]|\d+[.)])\s|^ {2}/.test(explanation) ? ['<!-- -->'] : []),
      ...(explanation === '' ? [] : [safe(explanation)]),
      '</quiz>',
      '',
    ].join('\n\n'),
  ).replace(/\n+$/, '\n');
}

/** What would end or begin a question, or name it, is text. */
function safe(markdown: string): string {
  return markdown.replace(/^( {0,3})(?=<\/?quiz>)/gim, '$1\\').replace(/<(?=!--)/g, '\\<');
}

function answerOf(answer: ImportedAnswer): string {
  switch (answer.kind) {
    case 'choices':
      return answer.choices
        .map(({ text, right, feedback }) => item(`- [${right ? 'x' : ' '}] `, text, feedback))
        .join('\n');
    case 'order':
      return answer.steps.map((step, i) => item(`${i + 1}. `, step, '')).join('\n');
    case 'text':
      return `[[${answer.accepted.join('|')}]]`;
    case 'number': {
      const number = numberOf(answer);
      return answer.feedback === '' && !number.includes('..')
        ? `[[= ${number}]]`
        : item('- [=] ', number, answer.feedback);
    }
  }
}

/** `5 +- 1 s`, or a range in the grammar of proofs, where that can hold it. */
function numberOf(answer: ImportedNumber): string {
  const { from, to, unit } = answer;
  const ends = [from, to].map((end) => (end === null ? '' : `${end}${unit}`));
  if (from === null || to === null) return ends.join('..');
  if (
    answer.value === null &&
    (inRanges(unit) || (unit === '' && Number.isInteger(from + to) && from !== to))
  )
    return ends.join('..');
  const middle = answer.value ?? (from + to) / 2;
  const off = exact(to - middle);
  return `${exact(middle)}${off === 0 ? '' : ` +- ${off}`} ${unit}`.trim();
}

/** Whether ranges may be written in this unit; they know no words. */
export function inRanges(unit: string): boolean {
  return /^(?:us|ms|s|m|h|d|%)$/.test(unit);
}

function exact(value: number): number {
  return Number(value.toPrecision(12));
}

/** An item of a list with the quote beneath it; what goes on is indented as far as its text. */
function item(mark: string, text: string, feedback: string): string {
  const indent = mark.startsWith('- ') ? '  ' : ' '.repeat(mark.length);
  const quote = feedback === '' ? '' : `\n${safe(feedback).replace(/^/gm, '> ').replace(/ +$/gm, '')}`;
  const apart = quote !== '' && text.includes('\n') ? '\n' : '';
  // a box wants words behind it: code and lists begin below it
  const lead = ['paragraph', undefined].includes(tokensOf(text)[0]?.type) ? '' : '<!-- -->\n\n';
  const below = `${lead}${safe(text)}${apart}${quote}`.replace(/\n(?=[^\n])/g, `\n${indent}`);
  return `${mark}${below}`;
}

/** Why a question can't be taken as it was written; undefined: it can. */
function whatComesBack(text: string, question: ImportedQuestion): string | undefined {
  const { quiz, problems } = readQuiz({ file: '', path: 'quizzes/imported.md', text });
  const problem = problems.find(({ severity }) => severity === 'error');
  if (problem !== undefined) return say.unfit(problem.message);
  const { questions } = portableQuiz(quiz, () => ({ topology: undefined, problems: [] }));
  const [back, ...more] = questions;
  const whole = quiz.questions.every(({ proof, hints }) => proof === undefined && hints.length === 0);
  const same =
    back !== undefined &&
    isSameText(back.prompt, question.prompt) &&
    isSameText(back.explanation, question.explanation) &&
    isSameAnswer(back.answer, question.answer);
  return more.length > 0 || !whole || !same ? say.readsOtherwise : undefined;
}

/** But for spaces, and what is taken out or gets a backslash on the way. */
function isSameText(back: string, markdown: string): boolean {
  const bare = (text: string): string => plain(text).replace(/\s+/g, ' ').trim();
  return bare(back) === bare(safe(markdown));
}

function isSameAnswer(back: PortableAnswer, answer: ImportedAnswer): boolean {
  if (back.kind === 'number' && answer.kind === 'number') return isSameRange(back, answer);
  if (back.kind === 'order' && answer.kind === 'order') return areSame(back.steps, answer.steps);
  if (back.kind === 'text' && answer.kind === 'text') return areSame(back.accepted, answer.accepted);
  if (back.kind !== 'choices' || answer.kind !== 'choices') return false;
  const parts = ({ choices }: typeof answer): readonly string[] =>
    choices.flatMap(({ text, right, feedback }) => [String(right), text, feedback]);
  return areSame(parts(back), parts(answer));
}

function areSame(back: readonly string[], texts: readonly string[]): boolean {
  return back.length === texts.length && texts.every((text, index) => isSameText(back[index] ?? '', text));
}

function isSameRange(back: PortableNumber, answer: PortableNumber): boolean {
  const near = (a: number | null, b: number | null): boolean =>
    a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)));
  return near(back.from, answer.from) && near(back.to, answer.to);
}
