import { longestPage } from '../../markdown/limits.ts';
import { importWords as say } from '../../messages/import.ts';
import { far } from '../export/format.ts';
import { fittingChoices, fittingSpellings } from './fitting-answers.ts';
import { readGiftText } from './gift-text.ts';
import type { ImportedAnswer, ImportedNumber, ImportedQuestion, ImportFormat, Note } from './imported.ts';
import { inRanges } from './write-quiz.ts';

type Parser = typeof import('gift-pegjs');
type Read = ReturnType<Parser['parse']>[number];
type ReadOf<Type extends Read['type']> = Extract<Read, { type: Type }>;

/**
 * Moodle's GIFT (Moodle documentation, "GIFT format"). As in Moodle an empty line ends a question, so that one that is
 * wrong costs no other.
 */
export const gift: ImportFormat = {
  name: 'gift',
  recognises: (file, text) => file.endsWith('.gift') || /\{[^{}]*\}/.test(text) || /^\$CATEGORY:/m.test(text),
  async read(text) {
    const { parse } = (await import('gift-pegjs')).default;
    const notes: Note[] = [];
    const questions: ImportedQuestion[] = [];
    let title: string | undefined;
    for (const block of blocksOf(text)) {
      const note = (says: string, line = block.line): void => void notes.push({ line, says });
      if (block.tags.length > 0) note(say.labels(block.tags));
      if (block.category !== undefined) {
        const name = block.category;
        if (title === undefined && questions.length === 0) title = lastStep(name);
        else note(say.category(name));
      }
      if (block.lines.length === 0) continue;
      const written = block.lines.map(({ text }) => text).join('\n');
      if (written.length > longestPage) {
        note(say.tooLong);
        continue;
      }
      try {
        const [read] = parse(strict(written));
        const question = read && questionOf(read, block, note);
        if (question) questions.push(question);
      } catch (error) {
        note(...whyNot(error, block));
      }
    }
    return { title, questions, notes };
  },
};

/** What stands between two empty lines, without its comments. */
interface Block {
  readonly line: number;
  readonly category: string | undefined;
  readonly id: string | undefined;
  readonly tags: readonly string[];
  readonly lines: readonly { readonly text: string; readonly line: number }[];
}

function blocksOf(text: string): readonly Block[] {
  const blocks: Block['lines'][number][][] = [[]];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || isCategory(line)) blocks.push([]);
    if (line.trim() !== '') blocks.at(-1)?.push({ text: line, line: index + 1 });
  }
  return blocks.filter((lines) => lines.length > 0).map(blockOf);
}

function isCategory(line: string): boolean {
  return line.startsWith('$CATEGORY:');
}

function blockOf(all: Block['lines']): Block {
  const comments = all.filter(({ text }) => text.trimStart().startsWith('//')).map(({ text }) => text);
  const left = all.filter(({ text }) => !text.trimStart().startsWith('//'));
  const category = /^\s*\$CATEGORY:(.*)$/.exec(left[0]?.text ?? '')?.[1]?.trim();
  const lines = category === undefined ? left : left.slice(1);
  const tags = comments.flatMap((text) => [...text.matchAll(/\[tag:([^\]]+)\]/g)].map(([, tag = '']) => tag));
  return {
    line: left[0]?.line ?? all[0]?.line ?? 1,
    category,
    id: /\[id:([^\]]+)\]/.exec(comments.join('\n'))?.[1],
    tags,
    lines,
  };
}

/**
 * Moodle minds its signs only where they can mean something: in a question's words none of them but `{` does, and a
 * colon only ends a name, or parts a number from its tolerance. The parser wants a backslash before each.
 */
function strict(text: string): string {
  const name = /^\s*::(?:\\.|(?!::)[^\\])*::/s.exec(text)?.[0] ?? '';
  const rest = text.slice(name.length);
  const [, asked = rest, answers = '', after = ''] =
    /^((?:\\.|[^\\{])*)(\{(?:\\.|[^\\}])*\})(.*)$/s.exec(rest) ?? [];
  const colons = /^\{\s*#/.test(answers) ? /:(?!\s*[\d.])/g : /:/g;
  return `${name}${before(asked, /[=~#:]/g)}${before(answers, colons)}${before(after, /[=~#:]/g)}\n`;
}

/** A backslash before each of these signs that has none. */
function before(text: string, signs: RegExp): string {
  return text.replace(/\\.|[^\\]+/gs, (part) => (part.startsWith('\\') ? part : part.replace(signs, '\\$&')));
}

/** `/` parts categories, `//` stands for itself. */
function lastStep(category: string): string {
  const steps = category.replaceAll('//', '\0').split('/');
  return (steps.at(-1) ?? '').replaceAll('\0', '/').trim();
}

/** Where the parser gave up, and why. */
function whyNot(error: unknown, { lines, line }: Block): [says: string, line: number] {
  const message = error instanceof Error ? error.message : String(error);
  const at = error instanceof Error && 'location' in error ? (error.location as Location).start.line : 1;
  return [say.gift(message), lines[at - 1]?.line ?? line];
}

interface Location {
  readonly start: { readonly line: number };
}

type Tell = (says: string) => void;

function questionOf(read: Read, block: Block, note: Tell): ImportedQuestion | undefined {
  if (read.type === 'Category') return undefined;
  if (read.type === 'Description') return nothing(note, say.description);
  const answer = answerOf(read, note);
  if (answer === undefined) return undefined;
  const stem = read.hasEmbeddedAnswers
    ? read.stem.text.replace(/_____ (?=[.,;:!?)])/, '_____')
    : read.stem.text;
  const prompt = readGiftText({ ...read.stem, text: stem }, note);
  const [, words = prompt, unit] = /^([\s\S]*) \(in ([^\s()]+)\)$/.exec(prompt) ?? [];
  const withUnit = answer.kind === 'number' && unit !== undefined ? numberIn(answer, unit) : undefined;
  return {
    name: block.id ?? read.title ?? '',
    line: block.line,
    prompt: withUnit ? words : prompt,
    answer: withUnit ?? answer,
    explanation: read.globalFeedback ? readGiftText(read.globalFeedback, note) : '',
    fixed: read.type === 'TF',
  };
}

function nothing(note: Tell, says: string): undefined {
  note(says);
}

/** Our own export writes the unit behind the question; open ranges can't hold every unit. */
function numberIn(answer: ImportedNumber, unit: string): ImportedNumber | undefined {
  const closed = answer.from !== null && answer.to !== null;
  return closed || inRanges(unit) ? { ...answer, unit } : undefined;
}

function answerOf(
  read: Exclude<Read, { type: 'Category' | 'Description' }>,
  note: Tell,
): ImportedAnswer | undefined {
  switch (read.type) {
    case 'MC':
      return multipleChoice(read, note);
    case 'TF':
      return trueOrFalse(read, note);
    case 'Short':
      return short(read, note);
    case 'Numerical':
      return numerical(read, note);
    case 'Matching':
      return ordered(read, note);
    case 'Essay':
      return nothing(note, say.noAnswer);
  }
}

/** With an `=` one choice is marked; without it all that are worth something are right. */
function multipleChoice({ choices }: ReadOf<'MC'>, note: Tell): ImportedAnswer | undefined {
  const worth = ({ isCorrect, weight }: (typeof choices)[number]): number => weight ?? (isCorrect ? 100 : 0);
  const several = choices.every(({ isCorrect }) => !isCorrect);
  const read = choices.map((choice) => {
    const text = readGiftText(choice.text, note);
    const right = several ? worth(choice) > 0 : worth(choice) === 100;
    if (!right && !several && worth(choice) !== 0) note(say.weight(text, worth(choice)));
    return { text, right, feedback: choice.feedback ? readGiftText(choice.feedback, note) : '' };
  });
  if (several && unequal(choices.map(worth))) note(say.unequal);
  if (!several && read.filter(({ right }) => right).length > 1) note(say.eachAlone);
  return fittingChoices(read, several, note);
}

/** Whether some of what is right is worth more than the rest. */
function unequal(worths: readonly number[]): boolean {
  const right = worths.filter((worth) => worth > 0);
  return right.some((worth) => Math.abs(worth - (right[0] ?? 0)) > 0.01);
}

/** Moodle says the first feedback to the wrong answer, the second one to the right one. */
function trueOrFalse({ isTrue, ...read }: ReadOf<'TF'>, note: Tell): ImportedAnswer {
  const said = (feedback: typeof read.trueFeedback): string => (feedback ? readGiftText(feedback, note) : '');
  const [wrong, right] = [said(read.trueFeedback), said(read.falseFeedback)];
  const choices = [say.isTrue, say.isFalse].map((text, index) => {
    const isRight = (index === 0) === isTrue;
    return { text, right: isRight, feedback: isRight ? right : wrong };
  });
  return { kind: 'choices', several: false, choices };
}

function short({ choices }: ReadOf<'Short'>, note: Tell): ImportedAnswer | undefined {
  for (const { text, weight, feedback } of choices) {
    if (text.text === '*') note(say.anything);
    else if (!isFull(weight) && weight !== 0) note(say.weight(text.text, weight));
    else if (feedback?.text) note(say.feedback(text.text));
  }
  const full = choices.filter(({ text, weight }) => text.text !== '*' && isFull(weight));
  return fittingSpellings(
    full.map(({ text }) => text.text),
    note,
  );
}

/** Whether an answer after an `=` is worth everything. */
function isFull(weight: number | null): weight is null | 100 {
  return weight === null || weight === 100;
}

function numerical({ choices }: ReadOf<'Numerical'>, note: Tell): ImportedAnswer | undefined {
  const all = Array.isArray(choices)
    ? choices
    : [{ isCorrect: true, weight: null, text: choices, feedback: null }];
  const ranges = all.flatMap(({ isCorrect, weight, text, feedback }) => {
    const range = rangeOf(text);
    if (range === undefined || !isCorrect) note(say.anything);
    else if (!isFull(weight)) note(say.weight(rangeText(range), weight));
    else return [{ ...range, feedback: feedback ? readGiftText(feedback, note) : '' }];
    return [];
  });
  const [first, second] = ranges;
  if (second) note(say.otherNumbers);
  if (first === undefined) return nothing(note, say.onlyWrong);
  return { kind: 'number', unit: '', ...first };
}

type Range = Pick<ImportedNumber, 'from' | 'to' | 'value'>;

function rangeOf(
  text: Partial<Extract<ReadOf<'Numerical'>['choices'], { type: string }>> | null,
): Range | undefined {
  const { number, range = 0, numberLow, numberHigh } = text ?? {};
  if (number !== undefined) return { from: exact(number - range), to: exact(number + range), value: number };
  if (numberLow === undefined || numberHigh === undefined) return undefined;
  return {
    from: numberLow <= -far ? null : numberLow,
    to: numberHigh >= far ? null : numberHigh,
    value: numberLow === numberHigh ? numberLow : null,
  };
}

function rangeText({ from, to }: Range): string {
  return from === to ? `${from}` : `${from ?? ''}..${to ?? ''}`;
}

function exact(value: number): number {
  return Number(value.toPrecision(12));
}

/** Steps that are matched with their places, as our own export writes them. */
function ordered({ matchPairs }: ReadOf<'Matching'>, note: Tell): ImportedAnswer | undefined {
  const places = matchPairs.map(({ subanswer }) => Number(subanswer));
  if (places.some((place, index) => place !== index + 1)) return nothing(note, say.matching);
  return { kind: 'order', steps: matchPairs.map(({ subquestion }) => readGiftText(subquestion, note)) };
}
