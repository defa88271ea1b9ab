/** Which request is followed, and how time goes on while it is under way. */
import type { AskedRun } from '../../../course/open-run.ts';
import type { RequestTrace } from '../../../simulator/trace.ts';
import { otherValue } from '../../../story/other-value.ts';
import { type FollowedRequest, followed, tookOf } from '../../../story/request/followed.ts';
import type { Id, Micros } from '../../../topology/types.ts';
import { type Step, step, type TargetOf } from '../../screen.ts';
import type { WatchedRun } from '../../watched-run.ts';

/** `next`: the next one that begins; `through`: the next one that reaches what was chosen. */
export type Which = 'slowest' | 'failed' | 'oldest' | 'next' | 'through';

export interface RequestState {
  readonly run: WatchedRun;
  /** undefined: what would help is not told, and not tried */
  readonly asked: AskedRun | undefined;
  /** a component that was chosen in the drawing; undefined: a host was */
  readonly chosen: Id | undefined;
  readonly which: Which;
  /** undefined: there is none, or it has not begun */
  readonly request: FollowedRequest | undefined;
  /** the number of the one that is waited for */
  readonly awaited: number | undefined;
  readonly stopped: boolean;
  readonly top: number;
}

export type RequestAction =
  | { readonly type: 'time'; readonly ms: number }
  | { readonly type: 'pick'; readonly which: Which }
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'stop-go' }
  /** the run with what would have helped beside it */
  | { readonly type: 'compare' }
  | { readonly type: 'close' };

/** A request of 30 ms would be over between two frames: it is shown twenty times slower, until it has taken a second. */
const SLOW_MOTION = 20;
const SECOND: Micros = 1_000_000;

export function openRequest({ run, asked, chosen }: TargetOf<'request'>): Step<RequestState, RequestAction> {
  const isComponent = run.topology.components.some(({ id }) => id === chosen);
  const idle: RequestState = {
    run,
    asked,
    chosen: isComponent ? chosen : undefined,
    which: 'next',
    request: undefined,
    awaited: undefined,
    stopped: false,
    top: 0,
  };
  return step(picked(idle, mostTelling(run)));
}

/** Whoever failed last tells most; else who waits; else the next. */
function mostTelling({ sampler, now }: WatchedRun): Which {
  if (sampler.lastFailed !== undefined) return 'failed';
  const { oldest } = sampler;
  return oldest !== undefined && now - oldest.start > SECOND / 2 ? 'oldest' : 'next';
}

/** Another one is followed. */
export function picked(state: RequestState, which: Which): RequestState {
  const { run, chosen } = state;
  const { sampler } = run;
  const fresh: RequestState = { ...state, which, top: 0, request: undefined, awaited: undefined };
  switch (which) {
    case 'slowest':
      return pinned(fresh, sampler.slowest);
    case 'failed':
      return pinned(fresh, sampler.lastFailed);
    case 'oldest':
      return pinned(fresh, sampler.oldest);
    case 'next': {
      const awaited = run.requestsStarted + 1;
      sampler.want(awaited);
      return { ...fresh, awaited };
    }
    case 'through':
      if (chosen !== undefined) sampler.expectAt(chosen);
      return fresh;
  }
}

function pinned(state: RequestState, trace: RequestTrace | undefined): RequestState {
  const { run } = state;
  return trace === undefined ? state : { ...state, request: followed(trace, run.now, run.topology) };
}

/** There is nothing to wait for: it is over, or nobody is followed. */
export function isOver({ request, which }: RequestState): boolean {
  if (request !== undefined) return request.trace.ended !== undefined;
  return which !== 'next' && which !== 'through';
}

/** Time goes on as long as the request is under way. */
export function isMoving(state: RequestState): boolean {
  return !state.stopped && !isOver(state);
}

/** Time goes by in the run, for the request that is followed. */
export function passed(state: RequestState, ms: number): RequestState {
  const { run, request, awaited } = state;
  const isLong = request !== undefined && tookOf(request) >= SECOND;
  const micros = Math.min(ms, 250) * 1000;
  run.advance(run.now + Math.round(isLong || request === undefined ? micros : micros / SLOW_MOTION));
  const trace =
    request?.trace ?? (awaited === undefined ? run.sampler.expected : run.sampler.wanted(awaited));
  return pinned(state, trace);
}

/** What may be tried: what would have helped, else another value of the setting that ruled. */
export function trialOf({ request, asked }: RequestState): string | undefined {
  if (asked === undefined) return undefined;
  const { helps, setting } = request?.decision ?? {};
  return helps ?? (setting === undefined ? undefined : otherValue(setting));
}
