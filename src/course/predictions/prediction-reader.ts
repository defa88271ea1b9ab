import { tokensOf } from '../../markdown/read.ts';
import { courseMessages as say } from '../../messages/course.ts';
import type { Located } from '../../text/located.ts';
import type { Place, Problems } from '../../text/problem.ts';
import type { Fields } from '../fields.ts';
import type { Unit } from '../measures/measure.ts';
import { isTextError, parseMeasure } from '../measures/parse.ts';
import type { Guess, Prediction } from '../page-blocks.ts';
import { unitWritten } from '../quantity.ts';
import { identityOf } from '../question-types/written-items.ts';
import { parseRange, type Range, rangesOverlap } from '../range.ts';

/** The keys of a `predict` block beside those of its run. */
export const predictionKeys = ['ask', 'measure', 'guesses', 'number', 'debrief'] as const;

/** A prediction, and the place that lint points at. */
export interface LocatedPrediction {
  readonly prediction: Prediction;
  readonly measureAt: Place;
}

/** Reads what the learner is asked before a run; undefined when it can't be asked. */
export function readPrediction(fields: Fields, problems: Problems): LocatedPrediction | undefined {
  const texts = { ask: text(fields, 'ask', problems), measure: text(fields, 'measure', problems) };
  const debrief = text(fields, 'debrief', problems);
  const expected = readExpected(fields, texts.measure, problems);
  if (texts.ask === '' || texts.measure === '' || expected === undefined) return undefined;
  const prediction = { id: identityOf(texts.ask), ...texts, ...expected, debrief: tokensOf(debrief) };
  return { prediction, measureAt: fields.value('measure')?.at ?? fields.at('measure') };
}

function text(fields: Fields, key: string, problems: Problems): string {
  const written = fields.text(key)?.trim() ?? '';
  if (written === '') problems.error(fields.at(key), 'predict', say.missingInPredict(key));
  return written;
}

/** What can be said before the run: one of some guesses, or a number. */
type Expected = Pick<Prediction, 'guesses' | 'number'>;

function readExpected(fields: Fields, measure: string, problems: Problems): Expected | undefined {
  const parsed = parseMeasure(measure);
  if (isTextError(parsed) && measure !== '') problems.error(fields.at('measure'), 'measure', parsed.error);
  const unit = isTextError(parsed) ? undefined : parsed.unit;
  const number = fields.value('number');
  if (number === undefined) {
    const guesses = readGuesses(fields, unit, problems);
    return guesses.length < 2 ? undefined : { guesses, number: undefined };
  }
  if (fields.value('guesses') !== undefined)
    problems.error(fields.at('guesses'), 'predict', say.guessesAndNumber);
  return readNumber(number, unit, problems);
}

/** `4s..6s`: the values that every run comes to, and that are right. */
function readNumber(value: Located, unit: Unit | undefined, problems: Problems): Expected | undefined {
  const text = value.type === 'scalar' ? value.text : '';
  const range = parseRange(text, unit);
  const wrong = isTextError(range) ? range.error : range.from === undefined ? say.neverAsNumber : undefined;
  if (wrong !== undefined) problems.error(value.at, 'predict', wrong);
  if (wrong !== undefined || unit === undefined) return undefined;
  return { guesses: [{ text, name: text, range: text }], number: unitWritten(text, unit) };
}

/** `a few seconds: 4s..6s`: what can be guessed, and which values of the measure make it true. */
function readGuesses(fields: Fields, unit: Unit | undefined, problems: Problems): readonly Guess[] {
  const value = fields.value('guesses');
  if (value?.type !== 'map') {
    problems.error(value?.at ?? fields.at('guesses'), 'predict', say.guessesForm);
    return [];
  }
  const known: { readonly guess: Guess; readonly range: Range }[] = [];
  for (const [words, { value: written }] of value.entries) {
    const range =
      written.type === 'scalar' ? parseRange(written.text, unit) : { error: say.guessesForm, at: 0 };
    if (isTextError(range)) {
      problems.error(written.at, 'predict', range.error);
      continue;
    }
    const twin = known.find((other) => rangesOverlap(other.range, range));
    if (twin !== undefined) problems.error(written.at, 'predict', say.guessesOverlap(words, twin.guess.text));
    const guess = { text: words, name: words, range: written.type === 'scalar' ? written.text : '' };
    known.push({ guess, range });
  }
  if (known.length < 2) problems.error(value.at, 'predict', say.guessesForm);
  return known.map(({ guess }) => guess);
}
