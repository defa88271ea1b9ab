import { hostPairs } from '../topology/pairs.ts';
import type { Id, Micros, Topology } from '../topology/types.ts';
import type { Fault } from './fault.ts';
import { parseFault } from './faults.ts';
import type { RequestReport } from './report.ts';
import { simulate } from './run.ts';
import { isOk } from './users.ts';

const SECOND = 1_000_000;
/** the site runs well for so long before something fails */
const FAULT_AT = 10;
const UNREPAIRED = 120;
const JUDGED = 30;
const SEEDS = 5;
const STOPPED = 0;
const HEALTHY = 0.99;
/** a second is disturbed when more than this share of its requests failed */
const DISTURBED = 0.1;

export type FunctionName = 'reads' | 'writes';
export type How = 'kill' | 'power-off' | 'partition';

export interface SpofReport {
  topology: string;
  spofs: { component: string; how: How; stops: FunctionName[] }[];
  degrades: { component: string; how: How; degrades: FunctionName[] }[];
  survives: { component: string; how: How; recovers_after_s: number }[];
}

interface Failure {
  readonly component: string;
  readonly how: How;
  readonly targets: readonly Id[];
}

interface Outcome {
  readonly success: Readonly<Record<FunctionName, number>>;
  readonly recoversAfter: number;
}

/**
 * Fails each process, host and link between two hosts in the simulator, unrepaired, and says what that stops: judged
 * on the last 30 s of 120, the worst of five seeds. `report` hears how far it is, from 0 to 1.
 */
export function findSpofs(topology: Topology, report: (share: number) => void = () => {}): SpofReport {
  const failures = failuresOf(topology);
  const result: SpofReport = { topology: topology.id, spofs: [], degrades: [], survives: [] };
  failures.forEach((failure, i) => {
    judge(topology, failure, result);
    report((i + 1) / failures.length);
  });
  return result;
}

function failuresOf(topology: Topology): Failure[] {
  const kills = topology.components.map(({ id }) => ({ component: id, how: 'kill' as const, targets: [id] }));
  const hosts = topology.hosts.map(({ id }) => ({ component: id, how: 'power-off' as const, targets: [id] }));
  const links = hostPairs(topology).map(([a, b]) => ({
    component: `${a} ${b}`,
    how: 'partition' as const,
    targets: [a, b],
  }));
  return [...kills, ...hosts, ...links];
}

function judge(topology: Topology, failure: Failure, result: SpofReport): void {
  const { component, how } = failure;
  const { success, recoversAfter } = worst(topology, failure);
  const functions: readonly FunctionName[] = ['reads', 'writes'];
  const stops = functions.filter((name) => success[name] <= STOPPED);
  const degrades = functions.filter((name) => success[name] > STOPPED && success[name] < HEALTHY);
  if (stops.length > 0) result.spofs.push({ component, how, stops });
  if (degrades.length > 0) result.degrades.push({ component, how, degrades });
  if (stops.length + degrades.length === 0)
    result.survives.push({ component, how, recovers_after_s: recoversAfter });
}

function worst(topology: Topology, failure: Failure): Outcome {
  const outcomes = Array.from({ length: SEEDS }, (_, i) => outcomeOf(topology, failure, i + 1));
  return {
    success: {
      reads: Math.min(...outcomes.map(({ success }) => success.reads)),
      writes: Math.min(...outcomes.map(({ success }) => success.writes)),
    },
    recoversAfter: Math.max(...outcomes.map(({ recoversAfter }) => recoversAfter)),
  };
}

function outcomeOf(topology: Topology, failure: Failure, seed: number): Outcome {
  const parsed = parseFault([failure.how, ...failure.targets].join(' '), topology);
  if ('error' in parsed) throw new Error(parsed.error);
  const fault: Fault = parsed.fault;
  const end = FAULT_AT + UNREPAIRED;
  // whoever came in the last second is waited for as long as users wait
  const length: Micros = end * SECOND + topology.traffic.timeout;
  const { requests } = simulate(topology, {
    seed,
    for: length,
    faults: [{ at: FAULT_AT * SECOND, fault }],
    recordRequests: true,
  });
  const judged = requests.filter(({ t }) => t >= end - JUDGED && t < end);
  return {
    success: { reads: successOf(judged, 'read'), writes: successOf(judged, 'write') },
    recoversAfter: Math.max(recovery(requests, 'read', end), recovery(requests, 'write', end)),
  };
}

/** Share of good answers among the requests of a kind; 1 when nobody asked. */
function successOf(requests: readonly RequestReport[], kind: RequestReport['kind']): number {
  const asked = requests.filter((request) => request.kind === kind);
  return asked.length === 0 ? 1 : asked.filter(({ outcome }) => isOk(outcome)).length / asked.length;
}

/** Seconds from the fault to the end of the last second in which more than a tenth of a kind failed. */
function recovery(requests: readonly RequestReport[], kind: RequestReport['kind'], end: number): number {
  const asked = new Map<number, { all: number; failed: number }>();
  for (const request of requests) {
    const second = Math.floor(request.t);
    if (request.kind !== kind || second < FAULT_AT || second >= end) continue;
    const count = asked.get(second) ?? { all: 0, failed: 0 };
    count.all++;
    if (!isOk(request.outcome)) count.failed++;
    asked.set(second, count);
  }
  let last = FAULT_AT;
  for (const [second, { all, failed }] of asked) {
    if (failed / all > DISTURBED) last = Math.max(last, second + 1);
  }
  return last - FAULT_AT;
}
