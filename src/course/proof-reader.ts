import { courseMessages as say } from '../messages/course.ts';
import type { Place, Problems } from '../text/problem.ts';
import { type Fields, readFields } from './fields.ts';
import { isTextError, parseMeasure } from './measures/parse.ts';
import type { Proof } from './model.ts';
import type { FencedBlock } from './question-types/question-type.ts';
import { parseRange } from './range.ts';
import { type LocatedRun, readRun, runKeys } from './run-reader.ts';

/** A proof and the places that lint points at. */
export interface LocatedProof {
  readonly proof: Proof;
  readonly run: LocatedRun;
  readonly at: Place;
  /** where the measure of each choice stands */
  readonly measureAt: ReadonlyMap<number, Place>;
}

/** How the proof's choices are told apart: what a fence hangs on. */
export interface ProofContext {
  readonly file: string;
  readonly topology: string | undefined;
  readonly choices: number;
}

const usualSeeds = 5;

/** Reads a `prove` block; undefined when it does not say enough to be run. */
export function readProof(
  fence: FencedBlock,
  context: ProofContext,
  told: Problems,
): LocatedProof | undefined {
  const at: Place = { file: context.file, line: fence.line, column: 1 };
  const { fields, problems } = readFields(fence.text, { ...at, line: fence.line + 1 }, at, told);
  fields.knowOnly([...runKeys, 'measure', 'expect'], say.inProve);
  const fallback = { topology: context.topology, seeds: usualSeeds, block: fence.language };
  const run = readRun(fields, fallback, problems);
  const measureAt = new Map<number, Place>();
  const measures = readMeasures(fields, context.choices, problems, measureAt);
  const expect = readExpect(fields, measures, context.choices, problems);
  if (!run || measures.size === 0 || expect.size === 0) return undefined;
  return { proof: { run: run.run, measures, expect, line: fence.line }, run, at, measureAt };
}

function readMeasures(
  fields: Fields,
  choices: number,
  problems: Problems,
  places: Map<number, Place>,
): Map<number, string> {
  const measures = new Map<number, string>();
  const value = fields.value('measure');
  if (value === undefined) {
    problems.error(fields.at('measure'), 'prove', say.missingMeasure);
  } else if (value.type === 'map') {
    for (const [choice, entry] of choiceEntries(fields, 'measure', choices, problems)) {
      measures.set(choice, entry.text);
      places.set(choice, entry.at);
      checkMeasure(entry.text, entry.at, problems);
    }
    tellMissingChoices(fields.at('measure'), 'measure', measures, choices, problems);
  } else {
    const text = fields.text('measure') ?? '';
    checkMeasure(text, value.at, problems);
    for (let choice = 1; choice <= choices; choice++) {
      measures.set(choice, text);
      places.set(choice, value.at);
    }
  }
  return measures;
}

function checkMeasure(text: string, at: Place, problems: Problems): void {
  const measure = parseMeasure(text);
  if (!isTextError(measure)) return;
  problems.error({ ...at, column: at.column + measure.at }, 'measure', measure.error);
}

function readExpect(
  fields: Fields,
  measures: ReadonlyMap<number, string>,
  choices: number,
  problems: Problems,
): Map<number, string> {
  const expect = new Map<number, string>();
  if (fields.value('expect')?.type !== 'map') {
    problems.error(fields.at('expect'), 'prove', say.missingExpect);
    return expect;
  }
  for (const [choice, { text, at }] of choiceEntries(fields, 'expect', choices, problems)) {
    expect.set(choice, text);
    const measure = parseMeasure(measures.get(choice) ?? '');
    const range = parseRange(text, isTextError(measure) ? undefined : measure.unit);
    if (isTextError(range)) problems.error({ ...at, column: at.column + range.at }, 'range', range.error);
  }
  tellMissingChoices(fields.at('expect'), 'expect', expect, choices, problems);
  return expect;
}

/** The entries of a map by choice: its keys are 1, 2, 3, the places of the choices in the file. */
function choiceEntries(
  fields: Fields,
  key: string,
  choices: number,
  problems: Problems,
): [number, { readonly text: string; readonly at: Place }][] {
  const value = fields.value(key);
  if (value?.type !== 'map') return [];
  const known = Array.from({ length: choices }, (_, index) => String(index + 1));
  const found: [number, { readonly text: string; readonly at: Place }][] = [];
  for (const [name, entry] of value.entries) {
    if (!known.includes(name)) {
      problems.error(entry.at, 'prove', say.noSuchChoice(key, name, choices));
    } else if (entry.value.type !== 'scalar' || entry.value.empty) {
      problems.error(entry.at, 'prove', say.expectedText(`${key}: ${name}`));
    } else {
      found.push([Number(name), { text: entry.value.text, at: entry.value.at }]);
    }
  }
  return found;
}

function tellMissingChoices(
  at: Place,
  key: string,
  given: ReadonlyMap<number, string>,
  choices: number,
  problems: Problems,
): void {
  const missing = Array.from({ length: choices }, (_, index) => index + 1).filter((one) => !given.has(one));
  if (missing.length > 0) problems.error(at, 'prove', say.choicesLeftOut(key, missing));
}
