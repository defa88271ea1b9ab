import type { AlertRule, Id, Micros } from '../topology/types.ts';
import type { Fault } from './faults/fault.ts';
import type { Verb } from './faults/table.ts';
import type { ProcessState } from './process-state.ts';

/** How a failed health check ended. A status is what `option httpchk` got instead of 2xx or 3xx. */
export type CheckFailure =
  | { readonly result: 'refused' | 'reset' | 'no-answer' }
  | { readonly result: 'status'; readonly status: number };

/**
 * Checks in a row. `every` is what lies between the last two: `inter`, `fastinter` or `downinter`, whichever ruled, and
 * the time that a check without an answer waited before that pause began.
 */
export type FailedChecks = { readonly failed: number; readonly every: Micros } & CheckFailure;
export type PassedChecks = { readonly passed: number; readonly every: Micros };

/** Why a host gives up a virtual IP. */
export type VipLoss =
  | { readonly reason: 'stopped' }
  | { readonly reason: 'higher-priority' | 'higher-address'; readonly of: Id }
  | { readonly reason: 'script-failed'; readonly watches: Id };

/** Who made a replica the primary. */
export type PromotedBy =
  | { readonly by: 'failover' | 'switchover' }
  | { readonly by: 'orchestrator'; readonly node: Id };

/** What the prober of an attack found. */
export type ProbeResult = 'connected' | 'refused' | 'reset' | 'no-answer';

/** Why a fault could do nothing when its time came. */
export type Impossible =
  | { readonly because: 'no-running-replica' | 'no-running-pair' }
  | { readonly because: 'is-primary' | 'has-power' | 'no-power'; readonly of: Id }
  /** a switchover between the two is not over */
  | { readonly because: 'under-way'; readonly from: Id; readonly to: Id }
  | { readonly because: 'state'; readonly of: Id; readonly state: ProcessState }
  /** nothing of this kind acts there; what acts beside it, as a person would write it */
  | { readonly because: 'nothing-to-undo'; readonly stands: readonly string[] };

interface MarksDown {
  readonly what: 'marks-down';
  readonly checks: FailedChecks;
}

interface MarksUp {
  readonly what: 'marks-up';
  readonly checks: PassedChecks;
}

interface TakesVip {
  readonly what: 'takes-vip';
  readonly because: 'no-advert';
}

interface DropsVip {
  readonly what: 'drops-vip';
  readonly because: VipLoss;
}

/** A keepalived's script has found what it watches dead, or alive again, and its weight counts. */
interface ChangesPriority {
  readonly what: 'changes-priority';
  readonly from: number;
  readonly to: number;
  readonly finds: boolean;
}

interface Promotes {
  readonly what: 'promotes';
  readonly because: PromotedBy;
}

interface Demotes {
  readonly what: 'demotes';
  /** a fence shuts it out of writing; in a switchover it makes room itself */
  readonly because: PromotedBy;
}

/** A primary takes no writes until its heir has all of its rows: it lacks some, and receives them or doesn't. */
interface AwaitsHeir {
  readonly what: 'awaits-heir';
  readonly lacks: number;
  readonly receives: boolean;
}

/** A switchover ends as it began: somebody has died, or another database is the primary by then. */
interface CallsOff {
  readonly what: 'calls-off';
  readonly because: 'died' | 'heir-died' | 'decided-elsewhere';
  /** it takes writes again */
  readonly writes: boolean;
}

/** A replica is connected to its source again: after a silence that it took for a death, or a try that failed. */
interface Reconnects {
  readonly what: 'reconnects';
  readonly after: 'silence' | 'retry';
}

/** Semi-synchronous replication goes on asynchronously, or is semi-synchronous again. */
interface SemiSyncChanges {
  readonly what: 'degrades' | 'recovers';
}

/** A deployment has brought it another version of the code, which it is about to start. */
interface Runs {
  readonly what: 'runs';
}

interface AlertFires {
  readonly what: 'alert-fires';
  readonly rule: AlertRule;
  /** what the rule is about, as its limits are written: a share, microseconds, a number */
  readonly value: number;
}

interface AlertClears {
  readonly what: 'alert-clears';
  readonly rule: AlertRule;
  /** for how long it had fired */
  readonly lasted: Micros;
}

interface Probed {
  readonly what: 'rejects' | 'gets-through';
  /** undefined: nothing listens on the host */
  readonly probe:
    | { readonly attack: string; readonly port: number; readonly result: ProbeResult }
    | undefined;
}

/** Something that a component, the monitoring service or an attacker did or met. */
export type Observed = { readonly who: Id; readonly about: Id } & (
  | MarksDown
  | MarksUp
  | TakesVip
  | DropsVip
  | ChangesPriority
  | Promotes
  | Demotes
  | AwaitsHeir
  | CallsOff
  | Reconnects
  | SemiSyncChanges
  | Runs
  | AlertFires
  | AlertClears
  | Probed
);

/** A fault that the learner let happen. */
export interface Injected {
  readonly who: 'you';
  readonly what: Verb;
  /** its targets, with spaces between them */
  readonly about: string;
  readonly fault: Fault;
  readonly impossible?: Impossible;
}

/** What is written down; who, what and about are what `when(...)` and `simulate --json` call it by. */
export type Happening = Observed | Injected;

/** Something that happened in a run, and when: seconds from the start. */
export type SimulationEvent = Happening & { readonly t: number };

/** Writes down what happens now. */
export type Reporter = (happening: Happening) => void;

/** A fault as something that happened. */
export function injected(fault: Fault, impossible?: Impossible): Injected {
  const event: Injected = { who: 'you', what: fault.verb, about: fault.targets.join(' '), fault };
  return impossible === undefined ? event : { ...event, impossible };
}
