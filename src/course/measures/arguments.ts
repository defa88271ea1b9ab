import { courseMessages as say } from '../../messages/course.ts';
import type { RequestReport } from '../../simulator/report.ts';
import { parseTime } from '../../topology/duration.ts';
import type { Argument, MeasuredRun, TextError, Window } from './measure.ts';

const wholeRun: Window = { from: 0, to: Number.POSITIVE_INFINITY };

/** Takes a window `FROM..TO` off the end of the arguments; without one it is the whole run. */
export function takeWindow(
  args: readonly Argument[],
): { readonly rest: readonly Argument[]; readonly window: Window } | TextError {
  const last = args.at(-1);
  if (last === undefined || !last.text.includes('..')) return { rest: args, window: wholeRun };
  const [first = '', second = '', ...more] = last.text.split('..');
  const from = first === '' ? 0 : parseTime(first);
  const to = second === '' ? Number.POSITIVE_INFINITY : parseTime(second);
  if (from === undefined || to === undefined || more.length > 0) {
    return { error: say.windowForm(last.text), at: last.at };
  }
  if (from >= to) return { error: say.windowEmpty(last.text), at: last.at };
  return { rest: args.slice(0, -1), window: { from: from / 1e6, to: to / 1e6 } };
}

/** Takes one component's id and a window: `ID FROM..TO`. */
export function takeComponent(
  args: readonly Argument[],
  example: string,
): { readonly id: string; readonly window: Window } | TextError {
  const taken = takeWindow(args);
  if ('error' in taken) return taken;
  const [id, extra] = taken.rest;
  if (!id || extra) return { error: say.measureForm(example), at: extra?.at ?? 0 };
  return { id: id.text, window: taken.window };
}

/** Requests of a window, perhaps only its reads or its writes. */
export interface Asked {
  readonly kind: RequestReport['kind'] | undefined;
  readonly window: Window;
}

const kinds: ReadonlyMap<string, RequestReport['kind']> = new Map([
  ['reads', 'read'],
  ['writes', 'write'],
]);

/** For measures that want `[reads|writes] [FROM..TO]`. */
export function takeKind(args: readonly Argument[], example: string): Asked | TextError {
  const taken = takeWindow(args);
  if ('error' in taken) return taken;
  const [which, extra] = taken.rest;
  const kind = which && kinds.get(which.text);
  if (extra || (which && !kind)) return { error: say.measureForm(example), at: (extra ?? which)?.at ?? 0 };
  return { kind, window: taken.window };
}

/** The requests of which it was known at the end of the run what became of them. */
export function decidedOf(run: MeasuredRun, { kind, window }: Asked): readonly RequestReport[] {
  return startedIn(run, window).filter(
    (request) => (kind === undefined || request.kind === kind) && !isUnfinished(request),
  );
}

/** The requests that started in a window. */
export function startedIn(run: MeasuredRun, window: Window): readonly RequestReport[] {
  return run.requests.filter(({ t }) => t >= window.from && t < window.to);
}

/** Answered with a status under 400. */
export function isOk(request: RequestReport): boolean {
  return /^[123]\d\d$/.test(request.outcome);
}

/** Not decided when the run ended. */
export function isUnfinished(request: RequestReport): boolean {
  return request.outcome === 'unfinished';
}

/** The share of `part` in `whole`; undefined of nothing. */
export function shareOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

/** For measures that want a window or nothing. */
export function windowOnly(args: readonly Argument[], example: string): Window | TextError {
  const taken = takeWindow(args);
  if ('error' in taken) return taken;
  const [extra] = taken.rest;
  return extra ? { error: say.measureForm(example), at: extra.at } : taken.window;
}
