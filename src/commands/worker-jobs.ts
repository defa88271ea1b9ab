/** What other threads do for a tutor. */
import type { Course } from '../course/model.ts';
import type { Workers } from '../ui/job.ts';
import type { FailParts } from '../workers/fail-parts.ts';
import type { JudgePlay } from '../workers/judge-play.ts';
import type { MakeIncident } from '../workers/make-incident.ts';
import type { PredictRun } from '../workers/predict-run.ts';
import type { Context } from './command.ts';
import { workerEntry } from './opening.ts';

/** Who does each kind of job for the screens, on the course as it is by then. */
export function workersOf(context: Context, course: () => Course): Workers {
  return {
    judge: (...play) => judgeOf(context, course())(...play),
    predict: (...guessed) => predictorOf(context, course())(...guessed),
    failParts: failerOf(context),
    makeIncident: incidentOf(context),
  };
}

/** Judges plays of missions in other threads; their code is loaded with the first. */
export function judgeOf(context: Context, course: Course): JudgePlay {
  return async (...play) => {
    const { judgeOnEveryCore } = await import('../workers/judge-play.ts');
    return judgeOnEveryCore(workerEntry(context), course)(...play);
  };
}

/** Lets a run that was guessed about happen in another thread; its code is loaded with the first. */
function predictorOf(context: Context, course: Course): PredictRun {
  return async (...guessed) => {
    const { predictInAThread } = await import('../workers/predict-run.ts');
    return predictInAThread(workerEntry(context), course)(...guessed);
  };
}

/** Lets parts of a site fail in other threads; their code is loaded with the first. */
export function failerOf(context: Context): FailParts {
  return async (...parts) => {
    const { failOnEveryCore } = await import('../workers/fail-parts.ts');
    return failOnEveryCore(workerEntry(context))(...parts);
  };
}

/** Makes incident reports in other threads. */
export function incidentOf(context: Context): MakeIncident {
  return async (...run) => {
    const { incidentOnEveryCore } = await import('../workers/make-incident.ts');
    return incidentOnEveryCore(workerEntry(context))(...run);
  };
}
