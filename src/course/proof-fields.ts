/** What a `prove` block says beside its run: measures, and the ranges they should lie in. */
import { courseMessages as say } from '../messages/course.ts';
import type { Place, Problems } from '../text/problem.ts';
import type { Fields } from './fields.ts';
import { isTextError, parseMeasure } from './measures/parse.ts';
import type { Claim } from './model.ts';
import { parseRange } from './range.ts';

/** A text and where it stands. */
export interface Written {
  readonly text: string;
  readonly at: Place;
}

/** Claims, and where the measure of each stands. */
export type Claims = readonly (Claim & { readonly measureAt: Place })[];

/** The fields of a `prove` block as a type of question reads them; what is wrong with one is told where it stands. */
export class ProofFields {
  readonly #fields: Fields;
  readonly #problems: Problems;

  constructor(fields: Fields, problems: Problems) {
    this.#fields = fields;
    this.#problems = problems;
  }

  /** Tells when `measure` is a map with more than one measure in it. */
  wantOneMeasure(sentence: string): undefined {
    const value = this.#fields.value('measure');
    if (value?.type !== 'map') return;
    const texts = [...value.entries.values()].map(({ value: one }) =>
      one.type === 'scalar' ? one.text : '',
    );
    if (new Set(texts).size > 1) this.#problems.error(this.#fields.at('measure'), 'prove', sentence);
  }

  /** Tells that a key says what the question itself says already. */
  refuse(key: string, sentence: string): undefined {
    if (this.#fields.has(key)) this.#problems.error(this.#fields.at(key), 'prove', sentence);
  }

  /** The moment of each step, from 1: a map by step, of measures that are times. */
  moments(steps: number): ReadonlyMap<number, Written> {
    const value = this.#fields.value('measure');
    if (value !== undefined && value.type !== 'map') {
      this.#problems.error(this.#fields.at('measure'), 'prove', say.measurePerStep);
      return new Map();
    }
    const measures = this.measures(steps);
    for (const { text, at } of measures.values()) {
      const measure = parseMeasure(text);
      if (isTextError(measure) || measure.unit === 'time') continue;
      this.#problems.error(at, 'measure', say.noMoment(text));
    }
    return measures;
  }

  /** The measure of each choice, from 1: a map by choice, or one for all. */
  measures(choices: number): ReadonlyMap<number, Written> {
    const value = this.#fields.value('measure');
    if (value === undefined) {
      this.#problems.error(this.#fields.at('measure'), 'prove', say.missingMeasure);
      return new Map();
    }
    if (value.type !== 'map') {
      const one = { text: this.#fields.text('measure') ?? '', at: value.at };
      this.#checkMeasure(one);
      return new Map(numbersTo(choices).map((choice) => [choice, one]));
    }
    const measures = this.#byChoice('measure', choices);
    for (const measure of measures.values()) this.#checkMeasure(measure);
    return measures;
  }

  /** The range of each choice, from 1, held against the unit of its measure. */
  ranges(choices: number, measures: ReadonlyMap<number, Written>): ReadonlyMap<number, Written> {
    if (this.#fields.value('expect')?.type !== 'map') {
      this.#problems.error(this.#fields.at('expect'), 'prove', say.missingExpect);
      return new Map();
    }
    const ranges = this.#byChoice('expect', choices);
    for (const [choice, { text, at }] of ranges) {
      const measure = parseMeasure(measures.get(choice)?.text ?? '');
      const range = parseRange(text, isTextError(measure) ? undefined : measure.unit);
      if (!isTextError(range)) continue;
      this.#problems.error({ ...at, column: at.column + range.at }, 'range', range.error);
    }
    return ranges;
  }

  /** Tells when a range of the answer is of another kind than what is measured. */
  checkUnit({ text, at }: Written, range: string): undefined {
    const measure = parseMeasure(text);
    if (isTextError(measure) || !isTextError(parseRange(range, measure.unit))) return;
    this.#problems.error(at, 'measure', say.measureOfOtherUnit(range, measure.unit));
  }

  #checkMeasure({ text, at }: Written): void {
    const measure = parseMeasure(text);
    if (!isTextError(measure)) return;
    this.#problems.error({ ...at, column: at.column + measure.at }, 'measure', measure.error);
  }

  /** The entries of a map by choice: its keys are 1, 2, 3, the places of the choices in the file. */
  #byChoice(key: string, choices: number): ReadonlyMap<number, Written> {
    const value = this.#fields.value(key);
    const found = new Map<number, Written>();
    if (value?.type !== 'map') return found;
    const known = numbersTo(choices).map(String);
    for (const [name, entry] of value.entries) {
      if (!known.includes(name)) {
        this.#problems.error(entry.at, 'prove', say.noSuchChoice(key, name, choices));
      } else if (entry.value.type !== 'scalar' || entry.value.empty) {
        this.#problems.error(entry.at, 'prove', say.expectedText(`${key}: ${name}`));
      } else {
        found.set(Number(name), { text: entry.value.text, at: entry.value.at });
      }
    }
    const missing = numbersTo(choices).filter((one) => !found.has(one));
    if (missing.length > 0)
      this.#problems.error(this.#fields.at(key), 'prove', say.choicesLeftOut(key, missing));
    return found;
  }
}

function numbersTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Of each choice, in the order of the file, that it is true or that it is not. */
export function claimsByChoice(fields: ProofFields, rights: readonly boolean[]): Claims {
  const measures = fields.measures(rights.length);
  const ranges = fields.ranges(rights.length, measures);
  return rights.flatMap((right, index) => {
    const choice = index + 1;
    const measure = measures.get(choice);
    const range = ranges.get(choice);
    if (measure === undefined || range === undefined) return [];
    return [{ choice, right, measure: measure.text, measureAt: measure.at, expect: { range: range.text } }];
  });
}

/** Of each range of an answer, in the order of the file, that the measure lies in it or that it does not. */
export function claimsInRanges(
  fields: ProofFields,
  ranges: readonly { readonly right: boolean; readonly range: string }[],
): Claims {
  fields.refuse('expect', say.numberExpects);
  fields.wantOneMeasure(say.oneMeasure);
  const measure = fields.measures(1).get(1);
  if (measure === undefined) return [];
  const { text, at } = measure;
  return ranges.map(({ right, range }, index) => {
    fields.checkUnit(measure, range);
    return { choice: index + 1, right, measure: text, measureAt: at, expect: { range } };
  });
}

/** Of each step, in the order of the file, that it happens, and later than every step of the rank before. */
export function claimsInOrder(fields: ProofFields, ranks: readonly number[]): Claims {
  fields.refuse('expect', say.orderExpects);
  const moments = fields.moments(ranks.length);
  return ranks.flatMap((rank, index) => {
    const measure = moments.get(index + 1);
    if (measure === undefined) return [];
    const after = ranks.flatMap((other, place) => (other === rank - 1 ? [place + 1] : []));
    const { text, at } = measure;
    return [{ choice: index + 1, right: true, measure: text, measureAt: at, expect: { after } }];
  });
}
