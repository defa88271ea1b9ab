/**
 * Scripts of missions and predictions, run again: a play, or a seed, either gives what was handed in or it doesn't. Each
 * different script is run once, and no more of them than is asked for.
 */
import { type SeedValues, seedsOf, verdictOf } from '../../course/missions/judge.ts';
import type { Course, Mission } from '../../course/model.ts';
import type { BlockOf } from '../../course/page-blocks.ts';
import type { Outcome } from '../../course/predictions/outcome.ts';
import { predictionsOf } from '../../course/predictions/predictions-of.ts';
import { isRightGuess } from '../../course/predictions/said.ts';
import type { Jobs } from '../../workers/jobs.ts';
import { missionsOf } from '../standing.ts';
import type { HandedMission, HandedPrediction, HandIn } from './hand-in.ts';

/** Does jobs of one kind, wherever; what came out, in their order. */
export type DoJobs = <K extends 'play' | 'predict'>(
  kind: K,
  jobs: readonly Jobs[K]['in'][],
) => Promise<readonly Jobs[K]['out'][]>;

/** Something that was handed in and is not what its script gives. */
export interface Differs {
  readonly name: string;
  /** the mission, or the lesson of the prediction */
  readonly id: string;
  readonly kind: 'mission' | 'prediction';
  /** stars that the play gives; of a prediction nothing */
  readonly stars: number | undefined;
}

export interface Rerun {
  /** different scripts that were run */
  readonly run: number;
  /** scripts that were not run, since there were too many */
  readonly left: number;
  /** missions that were handed in without a script */
  readonly without: number;
  readonly differs: readonly Differs[];
}

interface Script<T, Claim> {
  readonly of: T;
  readonly claims: { readonly name: string; readonly claim: Claim }[];
}

export class Scripts {
  readonly #course: Course;
  readonly #missions: ReadonlyMap<string, Mission>;
  readonly #blocks: ReadonlyMap<string, BlockOf<'predict'>>;
  readonly #plays = new Map<string, Script<Mission, HandedMission>>();
  readonly #guesses = new Map<string, Script<BlockOf<'predict'>, HandedPrediction>>();
  readonly #most: number;
  #left = 0;
  #without = 0;

  /** @param most so many different scripts are run */
  constructor(course: Course, most: number) {
    this.#course = course;
    this.#most = most;
    this.#missions = new Map(missionsOf(course).map((mission) => [mission.id, mission]));
    this.#blocks = new Map(
      predictionsOf(course).map(({ lesson, block }) => [keyOf(lesson.id, block.prediction.id), block]),
    );
  }

  /** Remembers what a learner handed in, to be run again. A mission that was lost claims nothing. */
  take({ missions, predictions }: HandIn, name: string): void {
    for (const claim of missions) {
      const mission = this.#missions.get(claim.mission);
      if (mission === undefined || mission.problem !== undefined || claim.stars === 0) continue;
      if (claim.play === undefined) this.#without++;
      else this.#add(this.#plays, JSON.stringify([claim.mission, claim.play]), mission, { name, claim });
    }
    for (const claim of predictions) {
      const block = this.#blocks.get(keyOf(claim.lesson, claim.prediction));
      if (block === undefined) continue;
      this.#add(this.#guesses, JSON.stringify([claim.lesson, claim.prediction, claim.seed]), block, {
        name,
        claim,
      });
    }
  }

  #add<T, Claim>(
    scripts: Map<string, Script<T, Claim>>,
    key: string,
    of: T,
    claim: { readonly name: string; readonly claim: Claim },
  ): void {
    const script = scripts.get(key);
    if (script !== undefined) script.claims.push(claim);
    else if (this.#plays.size + this.#guesses.size < this.#most) scripts.set(key, { of, claims: [claim] });
    else this.#left++;
  }

  async run(doJobs: DoJobs): Promise<Rerun> {
    const differs = [...(await this.#playAgain(doJobs)), ...(await this.#guessAgain(doJobs))];
    const run = this.#plays.size + this.#guesses.size;
    return { run, left: this.#left, without: this.#without, differs };
  }

  async #playAgain(doJobs: DoJobs): Promise<readonly Differs[]> {
    const scripts = [...this.#plays.values()];
    const jobs = scripts.flatMap(({ of, claims }) =>
      seedsOf(of).map((seed) => {
        const { run, may, goals } = of;
        const play = claims[0]?.claim.play ?? { set: [], fault: [] };
        return { course: this.#topologyOf(run.topology), mission: { run, may, goals }, play, seed };
      }),
    );
    const values = [...(await doJobs('play', jobs))];
    return scripts.flatMap(({ of, claims }) => differingPlays(of, claims, values.splice(0, of.run.seeds)));
  }

  async #guessAgain(doJobs: DoJobs): Promise<readonly Differs[]> {
    const scripts = [...this.#guesses.values()];
    const jobs = scripts.map(({ of: { run, prediction }, claims }) => {
      const { measure, guesses } = prediction;
      const seed = claims[0]?.claim.seed ?? 1;
      return { course: this.#topologyOf(run.topology), run, prediction: { measure, guesses }, seed };
    });
    const outcomes = await doJobs('predict', jobs);
    return scripts.flatMap(({ of, claims }, index) => differingGuesses(of, claims, outcomes[index]));
  }

  #topologyOf(topology: string): Pick<Course, 'topologies'> {
    return { topologies: this.#course.topologies.filter(({ id }) => id === topology) };
  }
}

function differingPlays(
  mission: Mission,
  claims: Script<Mission, HandedMission>['claims'],
  perSeed: readonly SeedValues[],
): readonly Differs[] {
  return claims.flatMap(({ name, claim }) => {
    const verdict = verdictOf(mission, claim.hints, perSeed);
    const stars = 'refused' in verdict ? 0 : verdict.stars;
    return claim.stars <= stars ? [] : [{ name, id: mission.id, kind: 'mission', stars } as const];
  });
}

function differingGuesses(
  { prediction }: BlockOf<'predict'>,
  claims: Script<BlockOf<'predict'>, HandedPrediction>['claims'],
  outcome: Outcome | undefined,
): readonly Differs[] {
  const trueOnes = outcome !== undefined && 'trueOnes' in outcome ? outcome.trueOnes : [];
  return claims.flatMap(({ name, claim }) => {
    if (claim.right === isRightGuess(prediction, claim.guess, trueOnes)) return [];
    return [{ name, id: claim.lesson, kind: 'prediction', stars: undefined } as const];
  });
}

function keyOf(lesson: string, prediction: string): string {
  return JSON.stringify([lesson, prediction]);
}
