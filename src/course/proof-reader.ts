import { courseMessages as say } from '../messages/course.ts';
import type { Place, Problems } from '../text/problem.ts';
import { readFields } from './fields.ts';
import type { Claim, Proof } from './model.ts';
import { type Claims, ProofFields } from './proof-fields.ts';
import { type LocatedRun, readRun, runKeys } from './run-reader.ts';

/** A fenced block of a question, e.g. `prove`, and where it begins. */
export interface FencedBlock {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

/** A proof and the places that lint points at. */
export interface LocatedProof {
  readonly proof: Proof;
  readonly run: LocatedRun;
  readonly at: Place;
  readonly claims: Claims;
}

export interface ProofContext {
  readonly file: string;
  /** where it runs unless it says otherwise */
  readonly topology: string | undefined;
  /** what the question's type wants shown */
  readonly claims: (fields: ProofFields) => Claims;
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
  const claims = context.claims(new ProofFields(fields, problems));
  if (!run || claims.length === 0) return undefined;
  return { proof: { run: run.run, claims: claims.map(claimOf), line: fence.line }, run, at, claims };
}

function claimOf({ choice, right, measure, expect }: Claim): Claim {
  return { choice, right, measure, expect };
}
