import { courseMessages as say } from '../messages/course.ts';
import type { Problems } from '../text/problem.ts';
import { Fields } from './fields.ts';
import type { BlockOf, Growth } from './page-blocks.ts';
import { type LocatedRun, readRun } from './run-reader.ts';

/** A diagram, and the run that it is drawn from, with the places that lint points at. */
export interface LocatedDiagram {
  readonly block: BlockOf<'diagram'>;
  readonly run: LocatedRun | undefined;
}

const runKeys = ['topology', 'for', 'rate', 'set', 'fault'] as const;
export const stepKeys = ['words', 'shows', 'art', 'adds', 'at'] as const;

export const diagramKeys = [...runKeys, 'art', 'words', 'steps', 'request', 'seed'] as const;

/** Reads a diagram block; undefined when there is nothing to draw. */
export function readDiagram(fields: Fields, line: number, problems: Problems): LocatedDiagram | undefined {
  fields.knowOnly(diagramKeys, say.inDiagram);
  const words = fields.text('words')?.trim() ?? '';
  if (words === '') problems.error(fields.at('words'), 'diagram-words', say.diagramWithoutWords);
  const topology = fields.text('topology');
  const steps = readSteps(fields, problems);
  const drawn = framesOf(steps);
  const art = drawn.at(-1)?.art ?? linesOf(fields.text('art'));
  if ((topology === undefined) === (art === undefined)) {
    problems.error(fields.at('art'), 'diagram-form', say.diagramForm);
    if (art === undefined) return undefined;
  }
  const still = { kind: 'diagram', topology, art: art ?? [], words, line } as const;
  if (steps.length > 0 && topology === undefined) {
    return { block: { ...still, growth: { form: 'art', strokes: drawn } }, run: undefined };
  }
  const isRun = fields.has('request') || steps.some(({ at }) => at !== undefined);
  const run = isRun ? readRun(fields, { topology, seeds: 1, block: 'diagram' }, problems) : undefined;
  return { block: { ...still, growth: growthOf(fields, steps, run, problems) }, run };
}

/** How a drawing of the model grows: as its run goes on, or component by component. */
function growthOf(
  fields: Fields,
  steps: readonly WrittenStep[],
  located: LocatedRun | undefined,
  problems: Problems,
): Growth | undefined {
  const request = readRequest(fields, problems);
  const seed = fields.count('seed', 1, 2 ** 31) ?? 1;
  if (located !== undefined && request !== undefined) {
    return { form: 'request', run: located.run, seed, request };
  }
  if (steps.length === 0) return undefined;
  const strokes = steps.map(({ at = 0, words }, index) => ({
    at,
    shown: steps.slice(0, index + 1).flatMap(({ shows }) => shows),
    words,
  }));
  if (located !== undefined) return { form: 'moments', run: located.run, seed, strokes };
  return { form: 'parts', strokes: strokes.map(({ shown, words }) => ({ shown, words })) };
}

/** Which request of a run is followed, as `--trace` takes it. */
function readRequest(fields: Fields, problems: Problems): 'slowest' | 'failed' | number | undefined {
  const text = fields.text('request');
  if (text === undefined || text === 'slowest' || text === 'failed') return text;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  problems.error(fields.at('request'), 'diagram-steps', say.diagramRequest(text));
  return undefined;
}

interface WrittenStep {
  readonly words: string;
  readonly shows: readonly string[];
  readonly art: readonly string[] | undefined;
  readonly adds: readonly string[] | undefined;
  readonly at: number | undefined;
}

function readSteps(fields: Fields, problems: Problems): readonly WrittenStep[] {
  const value = fields.value('steps');
  if (value === undefined) return [];
  if (value.type !== 'list') {
    problems.error(value.at, 'diagram-steps', say.diagramSteps);
    return [];
  }
  return value.items.map((item) => {
    const step = new Fields(item, item.at, problems);
    step.knowOnly(stepKeys, say.inDiagramStep);
    const words = step.text('words')?.trim() ?? '';
    if (words === '') problems.error(item.at, 'diagram-words', say.stepWithoutWords);
    const shows = step.texts('shows').map(({ text }) => text);
    const read = { shows, art: linesOf(step.text('art')), adds: linesOf(step.text('adds')) };
    return { words, ...read, at: step.time('at') };
  });
}

/** Each step's whole drawing: its own, or that of the step before with lines added below. */
function framesOf(
  steps: readonly WrittenStep[],
): readonly { readonly art: readonly string[]; readonly words: string }[] {
  if (steps.every(({ art, adds }) => art === undefined && adds === undefined)) return [];
  let frame: readonly string[] = [];
  return steps.map(({ art, adds = [], words }) => {
    frame = art ?? [...frame, ...adds];
    return { art: frame, words };
  });
}

function linesOf(text: string | undefined): readonly string[] | undefined {
  return text?.replace(/\n+$/, '').split('\n');
}
