/** One request, followed: everything that there is to show of it. */
import type { RequestTrace } from '../../simulator/trace.ts';
import { isOk } from '../../simulator/users.ts';
import type { Micros, Topology } from '../../topology/types.ts';
import { type Decision, decisionOf } from './decision.ts';
import { type Step, waterfallOf } from './waterfall.ts';

export interface FollowedRequest {
  readonly trace: RequestTrace;
  /** the moment of this look at it */
  readonly now: Micros;
  readonly steps: readonly Step[];
  readonly decision: Decision;
}

export function followed(trace: RequestTrace, now: Micros, topology: Topology): FollowedRequest {
  const steps = waterfallOf(trace, now);
  return { trace, now, steps, decision: decisionOf(trace, steps, topology) };
}

/** How long it has taken so far. */
export function tookOf({ trace, now }: FollowedRequest): Micros {
  return (trace.ended ?? now) - trace.start;
}

/** Where a step stands in a bar of so many columns; every step has one at least. */
export function barOf(
  { at, takes }: Step,
  request: FollowedRequest,
  columns: number,
): { readonly from: number; readonly length: number } {
  const whole = Math.max(1, tookOf(request));
  const from = Math.min(columns - 1, Math.floor((at / whole) * columns));
  const to = Math.min(columns, Math.round(((at + takes) / whole) * columns));
  return { from, length: Math.max(1, to - from) };
}

/** The request as `simulate --trace --json` prints it: times in seconds from the start of the run, durations in milliseconds. */
export function requestRow(request: FollowedRequest): object {
  const { trace, steps, decision } = request;
  const { ruling, setting, helps } = decision;
  return {
    number: trace.number,
    client: trace.client,
    kind: trace.write ? 'write' : 'read',
    t: trace.start / 1_000_000,
    ms: trace.ended === undefined ? null : tookOf(request) / 1000,
    outcome: trace.outcome ?? 'unfinished',
    ok: trace.outcome !== undefined && isOk(trace.outcome),
    steps: steps.map(({ kind, who, whom, depth, at, takes, goesOn, status, lost }) => ({
      at_ms: at / 1000,
      ms: takes / 1000,
      depth,
      who,
      what: kind,
      whom: whom ?? null,
      status: status ?? null,
      lost,
      goes_on: goesOn,
    })),
    decided: {
      by: ruling?.by ?? null,
      what: ruling?.name ?? null,
      about: ruling?.about ?? null,
      setting: setting === undefined ? null : `${setting.of}.${setting.field}`,
      value: setting?.value ?? null,
      helps: helps ?? null,
    },
  };
}
