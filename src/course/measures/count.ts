import { courseMessages as say } from '../../messages/course.ts';
import type { RequestReport } from '../../simulator/report.ts';
import { nearestWord } from '../../text/nearest.ts';
import { isOk, isUnfinished, startedIn, takeWindow } from './arguments.ts';
import type { Argument, Evaluate, Measure, TextError } from './measure.ts';

const example = 'count(503 10s..20s)';
const outcomes = ['refused', 'reset', 'client-timeout', 'dns', 'tls'];
const groups: ReadonlyMap<string, (request: RequestReport) => boolean> = new Map([
  ['ok', isOk],
  ['failed', (request) => !isOk(request) && !isUnfinished(request)],
  ['unfinished', isUnfinished],
  ['all', () => true],
]);

/** How many requests that started in the window had that outcome: `count(OUTCOME FROM..TO)`. */
export const count: Measure = { name: 'count', unit: 'count', example, parse };

function parse(args: readonly Argument[]): Evaluate | TextError {
  const taken = takeWindow(args);
  if ('error' in taken) return taken;
  const [outcome, extra] = taken.rest;
  if (!outcome || extra) return { error: say.measureForm(example), at: extra?.at ?? 0 };
  const known = [...outcomes, ...groups.keys()];
  if (!known.includes(outcome.text) && !/^[1-5]\d\d$/.test(outcome.text)) {
    return {
      error: say.unknownOutcome(outcome.text, nearestWord(outcome.text, known), known),
      at: outcome.at,
    };
  }
  const matches = groups.get(outcome.text) ?? ((request) => request.outcome === outcome.text);
  return (run) => startedIn(run, taken.window).filter(matches).length;
}
