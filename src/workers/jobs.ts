import type { Course, Proof } from '../course/model.ts';
import { type ProofResult, proveQuestion } from '../course/prove.ts';
import { simulate } from '../simulator/run.ts';
import { type Failure, type FailureOutcome, failOnce } from '../simulator/spof.ts';
import type { Topology } from '../topology/types.ts';

/** Work that another thread can do: what goes in and what comes out is plain data. One line a kind. */
export interface Jobs {
  /** fails one part of a site */
  fail: { in: { readonly topology: Topology; readonly failure: Failure }; out: FailureOutcome };
  /** runs the proof of one question */
  prove: {
    in: { readonly course: Pick<Course, 'topologies'>; readonly proof: Proof };
    out: ProofResult;
  };
}

export type JobKind = keyof Jobs;

const WORK: { readonly [K in JobKind]: (given: Jobs[K]['in']) => Jobs[K]['out'] } = {
  fail: ({ topology, failure }) => failOnce(topology, failure),
  prove: ({ course, proof }) => proveQuestion(course, proof, simulate),
};

/** Does one job in this thread. */
export function doJob<K extends JobKind>(kind: K, given: Jobs[K]['in']): Jobs[K]['out'] {
  return WORK[kind](given);
}
