import { type Measured, measureSeed, type SeedValues } from '../course/missions/judge.ts';
import { type MissionProofResult, proveMission } from '../course/missions/prove-mission.ts';
import type { Course, Mission, MissionProof, Play, Proof } from '../course/model.ts';
import { type Guessed, type GuessedRun, type Outcome, outcomeOf } from '../course/predictions/outcome.ts';
import { type PredictionProofResult, provePrediction } from '../course/predictions/prove-prediction.ts';
import { type ProofResult, proveQuestion } from '../course/prove.ts';
import { type Budget, type Excess, OverBudgetError } from '../simulator/budget.ts';
import { simulate } from '../simulator/run.ts';
import { type Failure, type FailureOutcome, failOnce } from '../simulator/spof.ts';
import { type Incident, incidentOf } from '../story/incident/incident.ts';
import { type Night, retold } from '../story/incident/night.ts';
import type { Topology } from '../topology/types.ts';

/** Work that another thread can do: what goes in and what comes out is plain data. One line a kind. */
export interface Jobs {
  /** fails one part of a site */
  fail: { in: { readonly topology: Topology; readonly failure: Failure }; out: FailureOutcome | Excess };
  /** runs the proof of one question */
  prove: {
    in: { readonly course: Pick<Course, 'topologies'>; readonly proof: Proof };
    out: ProofResult;
  };
  /** plays a mission as its proof says */
  mission: {
    in: {
      readonly course: Pick<Course, 'topologies'>;
      readonly mission: Mission;
      readonly proof: MissionProof;
    };
    out: MissionProofResult;
  };
  /** runs again what somebody watched, for the report on it */
  night: { in: { readonly night: Night; readonly budget: Budget }; out: Incident | Excess };
  /** a learner's play of a mission, with one seed */
  play: {
    in: {
      readonly course: Pick<Course, 'topologies'>;
      readonly mission: Measured;
      readonly play: Play;
      readonly seed: number;
    };
    out: SeedValues;
  };
  /** a run about which a learner has made a guess */
  predict: {
    in: { readonly course: Pick<Course, 'topologies'> } & GuessedRun;
    out: Outcome;
  };
  /** whether a prediction can be made with any seed */
  'prove-prediction': {
    in: { readonly course: Pick<Course, 'topologies'> } & Guessed;
    out: PredictionProofResult;
  };
}

export type JobKind = keyof Jobs;

/** An error that crosses threads loses what it knows: what a run costs too much is an answer instead. */
function orExcess<T>(action: () => T): T | Excess {
  try {
    return action();
  } catch (error) {
    if (error instanceof OverBudgetError) return error.excess;
    throw error;
  }
}

function reported({ night, budget }: Jobs['night']['in']): Incident | Excess {
  const run = retold(night, budget);
  return 'most' in run ? run : incidentOf(run);
}

const WORK: { readonly [K in JobKind]: (given: Jobs[K]['in']) => Jobs[K]['out'] } = {
  fail: ({ topology, failure }) => orExcess(() => failOnce(topology, failure)),
  prove: ({ course, proof }) => proveQuestion(course, proof, simulate),
  mission: ({ course, mission, proof }) => proveMission(course, mission, proof, simulate),
  night: reported,
  play: ({ course, mission, play, seed }) => measureSeed(course, mission, play, seed, simulate),
  predict: ({ course, seed, ...guessed }) => outcomeOf(course, guessed, seed, simulate),
  'prove-prediction': ({ course, ...guessed }) => provePrediction(course, guessed, simulate),
};

/** Does one job in this thread. */
export function doJob<K extends JobKind>(kind: K, given: Jobs[K]['in']): Jobs[K]['out'] {
  return WORK[kind](given);
}
