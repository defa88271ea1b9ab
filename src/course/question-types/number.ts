import { courseMessages as say } from '../../messages/course.ts';
import type { Place, Problems } from '../../text/problem.ts';
import { formatShare, formatTime } from '../../topology/duration.ts';
import type { Unit } from '../measures/measure.ts';
import { isTextError } from '../measures/parse.ts';
import type { Grade, Remark } from '../model.ts';
import { claimsInRanges } from '../proof-fields.ts';
import {
  type Quantity,
  type QuantityUnit,
  quantityRange,
  quantityWords,
  readQuantity,
  unitWritten,
} from '../quantity.ts';
import { inRange, parseRange, type Range, rangesOverlap } from '../range.ts';
import { blankIn } from './blank.ts';
import { type AnswerBlock, defineType } from './question-type.ts';
import { isList, writtenItems } from './written-items.ts';

/** A range of values, and what is said to whoever answers one of them. JSON knows no infinity: null is open. */
interface Answered {
  readonly from: number | null;
  readonly to: number | null;
  readonly right: boolean;
  readonly feedback: string;
  readonly line: number;
}

interface NumberKey {
  readonly unit: QuantityUnit;
  /** the number that was asked for, where its author wrote one with a tolerance */
  readonly value: number | null;
  readonly ranges: readonly Answered[];
}

/** `[[= 5 +- 1 s]]`, or a list of ranges: `[=]` before the right one, `[ ]` before those that have their own feedback. */
export const number = defineType<'number', NumberKey>({
  name: 'number',
  form: 'number',
  isAnswer: (token) =>
    (blankIn(token)?.startsWith('=') ?? false) ||
    (isList(token) && token.items.some(({ text }) => rightBox.test(text))),
  read({ blocks, at }, problems) {
    const key = keyOf(blocks.flatMap(writtenIn), at, problems);
    return { asks: { form: 'number', unit: key.unit }, key };
  },
  grade: (key, { text }) => gradeNumber(key, readQuantity(text, key.unit)),
  solution: (key) => ({ form: 'number', text: solutionOf(key) }),
  accepts({ ranges }) {
    const { from = null, to = null } = ranges.find((range) => range.right) ?? {};
    return { from, to };
  },
  saysToAnswers: ({ ranges }) => ranges.some(({ feedback }) => feedback !== ''),
  prove: (key, fields) =>
    claimsInRanges(
      fields,
      key.ranges.map((range) => ({ right: range.right, range: rangeWords(range, key.unit) })),
    ),
  lint: ({ key }, at, problems) => lintRanges(key, at, problems),
});

const rightBox = /^\[=\]\s+/;

/** A range as its author wrote it. */
interface Written {
  readonly text: string;
  /** a space, an `x` or a `=`; undefined: there is none */
  readonly box: string | undefined;
  readonly feedback: string;
  readonly line: number;
}

function writtenIn(block: AnswerBlock): readonly Written[] {
  const blank = blankIn(block.token);
  if (blank !== undefined) return [{ text: blank.slice(1).trim(), box: '=', feedback: '', line: block.line }];
  return writtenItems([block]).map(({ text, box, feedback, line }) => {
    const isRight = rightBox.test(text);
    return { text: text.replace(rightBox, ''), box: isRight ? '=' : box, feedback, line };
  });
}

const nothing: NumberKey = { unit: { kind: 'count', word: '' }, value: null, ranges: [] };

function keyOf(written: readonly Written[], at: Place, problems: Problems): NumberKey {
  const told = (line: number, rule: string, message: string): void =>
    problems.error({ ...at, line }, rule, message);
  const [first, second] = written.filter(({ box }) => box === '=');
  if (second) told(second.line, 'number-form', say.twoRightRanges);
  const right = first && readAmount(first.text);
  if (!first || !right) {
    if (first) told(first.line, 'number-form', say.numberForm(first.text));
    return nothing;
  }
  const ranges = written.flatMap(({ text, box, feedback, line }): readonly Answered[] => {
    const amount = readAmount(text);
    if (box !== '=' && box !== ' ') told(line, 'choice-box', say.rangeBox);
    if (!amount) told(line, 'number-form', say.numberForm(text));
    else if (amount.unit.kind !== right.unit.kind) told(line, 'number-unit', say.otherUnit(text, first.text));
    return amount ? [{ from: amount.from, to: amount.to, right: box === '=', feedback, line }] : [];
  });
  return { unit: right.unit, value: right.value, ranges };
}

interface Amount extends Pick<NumberKey, 'unit' | 'value'>, Pick<Answered, 'from' | 'to'> {}

const decimal = String.raw`\d{1,15}(?:\.\d{1,9})?`;
const tolerance = new RegExp(
  `^(-?${decimal})\\s*(?:(?:\\+-|\\+/-|±)\\s*(${decimal}))?\\s*([^\\d\\s+±-].*)?$`,
);

/** Reads `5 +- 1 s`, or a range in the grammar of proofs. */
function readAmount(text: string): Amount | undefined {
  const [, value, off = '0', word = ''] = tolerance.exec(text) ?? [];
  if (value === undefined || text.includes('..')) return readRange(text);
  const unit: QuantityUnit = { kind: kindOf(word), word };
  const [middle, slack] = [value, off].map((one) => readQuantity(one, unit)?.from ?? 0) as [number, number];
  return { unit, value: middle, from: middle - slack, to: middle + slack };
}

function readRange(text: string): Amount | undefined {
  for (const kind of ['count', 'share', 'time'] as const) {
    const range = parseRange(text, kind);
    if (isTextError(range) || range.from === undefined) continue;
    const [from, to] = [range.from, range.to].map((end) => (Number.isFinite(end) ? end : null));
    return { unit: unitWritten(text, kind), value: null, from: from ?? null, to: to ?? null };
  }
  return undefined;
}

function kindOf(word: string): Unit {
  return word === '%' ? 'share' : /^(?:us|ms|s|m|h|d)$/.test(word) ? 'time' : 'count';
}

function boundsOf({ from, to }: Pick<Answered, 'from' | 'to'>): Range {
  return { from: from ?? Number.NEGATIVE_INFINITY, to: to ?? Number.POSITIVE_INFINITY };
}

/** A range of values is as right as its ends. */
function covers(range: Answered, { from, to }: Quantity): boolean {
  return inRange(from, boundsOf(range)) && inRange(to, boundsOf(range));
}

function gradeNumber(key: NumberKey, given: Quantity | undefined): Grade {
  const right = key.ranges.find((range) => range.right);
  if (!given || !right) return { right: false, remarks: [] };
  if (covers(right, given)) return { right: true, remarks: said(right.feedback, toleranceWords(key, right)) };
  const known = key.ranges.find((range) => !range.right && covers(range, given));
  return { right: false, remarks: said(known?.feedback || whereItLies(given, boundsOf(right))) };
}

function said(...texts: readonly string[]): readonly Remark[] {
  return texts.filter((text) => text !== '').map((text) => ({ item: undefined, text }));
}

/** On which side of the right range an answer lies. */
function whereItLies({ from, to }: Quantity, right: Range): string {
  if (from > right.to) return say.tooHigh;
  return right.from !== undefined && to < right.from ? say.tooLow : say.tooWide;
}

/** What counts as right beside the value itself. */
function toleranceWords({ unit, value }: NumberKey, { from, to }: Answered): string {
  if (from === to || (value === null && from !== null && to !== null)) return '';
  const [low, high] = [from, to].map((end) => (end === null ? undefined : quantityWords(end, unit)));
  return say.counts(low, high);
}

function solutionOf({ unit, value, ranges }: NumberKey): string {
  const { from = null, to = null } = ranges.find((range) => range.right) ?? {};
  const one = value ?? (from === to ? from : null) ?? (to === null ? from : from === null ? to : null);
  if (one !== null) return quantityWords(one, unit);
  return quantityRange(from ?? 0, to ?? 0, unit);
}

/** A range in the grammar of proofs. */
function rangeWords({ from, to }: Answered, { kind }: QuantityUnit): string {
  const words = (end: number | null): string => {
    if (end === null) return '';
    if (kind === 'time') return formatTime(Math.round(end * 1e6));
    return kind === 'share' ? formatShare(end) : String(end);
  };
  return from === to ? words(from) : `${words(from)}..${words(to)}`;
}

function lintRanges({ ranges }: NumberKey, at: Place, problems: Problems): void {
  const right = ranges.find((range) => range.right);
  for (const range of ranges) {
    const place = { ...at, line: range.line };
    if (range.right) continue;
    if (range.feedback === '') problems.warning(place, 'no-feedback', say.missingFeedback);
    if (!right || !rangesOverlap(boundsOf(right), boundsOf(range))) continue;
    problems.error(place, 'ranges-overlap', say.rangeMeetsRight(right.line));
  }
}
