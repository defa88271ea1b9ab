/** Reads a place as JSON has it, and believes nothing of it. What is kept of it and can't be read is left out. */
import { type Fields, isCount, isRecord, isTexts } from './json-value.ts';
import {
  type KeptAnswer,
  type KeptMission,
  type KeptPage,
  type KeptRun,
  longestScript,
} from './kept-place.ts';
import type { Place } from './progress.ts';
import { readAnswerByForm } from './stored-answer.ts';

/** Undefined when it is no place. */
export function readPlace(value: unknown): Place | undefined {
  if (!isRecord(value)) return undefined;
  const { screen, lesson, page, quiz, question, topology, set, mission } = value;
  switch (screen) {
    case 'map':
      return { screen };
    case 'lesson':
      if (typeof lesson !== 'string' || !isCount(page)) return undefined;
      return { screen, lesson, page, ...keptOf(value, readPage) };
    case 'quiz':
      if (typeof quiz !== 'string' || typeof question !== 'string') return undefined;
      return { screen, quiz, question, ...keptOf(value, readBegun) };
    case 'review':
      return typeof question === 'string' ? { screen, question, ...keptOf(value, readBegun) } : { screen };
    case 'simulator':
      if (typeof topology !== 'string') return undefined;
      return { screen, topology, ...(isTexts(set) ? { set } : {}), ...keptOf(value, readRun) };
    case 'mission':
      return typeof mission === 'string' ? { screen, mission, ...keptOf(value, readMission) } : undefined;
    default:
      return undefined;
  }
}

function keptOf<Kept>(
  { kept }: Fields,
  read: (fields: Fields) => Kept | undefined,
): { readonly kept?: Kept } {
  const found = isRecord(kept) ? read(kept) : undefined;
  return found === undefined ? {} : { kept: found };
}

function readPage({ heading, down }: Fields): KeptPage | undefined {
  return typeof heading === 'string' && typeof down === 'number' && down >= 0 && down <= 1
    ? { heading, down }
    : undefined;
}

function readBegun({ revision, answer, hints }: Fields): KeptAnswer | undefined {
  if (typeof revision !== 'string' || !isCount(hints)) return undefined;
  const read = readAnswerByForm(answer);
  return read === undefined ? { revision, hints } : { revision, answer: read, hints };
}

function readRun({ site, seed, done, at }: Fields): KeptRun | undefined {
  if (typeof site !== 'string' || !isCount(seed) || !isCount(at)) return undefined;
  return isTexts(done) && done.length <= longestScript ? { site, seed, done, at } : undefined;
}

function readMission({ set, hints, told, attempt, run }: Fields): KeptMission | undefined {
  if (!isTexts(set) || !isCount(hints) || typeof told !== 'boolean' || !isCount(attempt)) return undefined;
  const running = isRecord(run) ? readRun(run) : undefined;
  return { set, hints, told, attempt, ...(running === undefined ? {} : { run: running }) };
}
