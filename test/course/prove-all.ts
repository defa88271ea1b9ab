import type { Simulate } from '../../src/course/measured-run.ts';
import type { Course } from '../../src/course/model.ts';
import {
  isProblem,
  type ProofResult,
  provenQuestions,
  proveQuestion,
  unreadable,
} from '../../src/course/prove.ts';

/** Runs every proof of a course, in this thread. */
export function proveAll(course: Course, simulate: Simulate): ProofResult[] {
  return provenQuestions(course).map(({ proof }) =>
    isProblem(proof) ? unreadable(proof) : proveQuestion(course, proof, simulate),
  );
}
