import type {
  CheckFailure,
  Impossible,
  Injected,
  Observed,
  ProbeResult,
  PromotedBy,
  SimulationEvent,
  VipLoss,
} from '../simulator/event.ts';
import type { ProcessState } from '../simulator/process-state.ts';
import type { AlertRule, Micros } from '../topology/types.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('simulator-events');

/** An event as `simulate --json` prints it. */
export interface EventRow {
  readonly t: number;
  readonly who: string;
  readonly what: string;
  readonly about: string;
  readonly why: string;
}

export function eventRow(event: SimulationEvent): EventRow {
  const { t, who, what, about } = event;
  return { t, who, what, about, why: isInjected(event) ? whyInjected(event) : why(event) };
}

/** One event as a sentence without its subject, which stands before it: `marks web-2 down: 3 failed checks ...`. */
export function eventSentence(event: SimulationEvent): string {
  if (isInjected(event)) return command(event);
  const { about } = event;
  switch (event.what) {
    case 'marks-down': {
      const { failed, every } = event.checks;
      return t`marks ${about} down: ${failed} ${['failed check', 'failed checks']}, one every ${inWords(every)} (${failureInShort(event.checks)})`;
    }
    case 'marks-up': {
      const { passed, every } = event.checks;
      return t`marks ${about} up: ${passed} ${['good check', 'good checks']}, one every ${inWords(every)}`;
    }
    case 'takes-vip':
      return t`takes the address ${about}: ${why(event)}`;
    case 'drops-vip':
      return t`gives up the address ${about}: ${why(event)}`;
    case 'changes-priority':
      return t`${event.to < event.from ? t`lowers` : t`raises`} its priority from ${event.from} to ${event.to}: ${why(event)}`;
    case 'promotes':
      return t`is the primary now: ${why(event)}`;
    case 'demotes':
      return t`is no longer the primary: ${why(event)}`;
    case 'awaits-heir':
      return t`takes no writes until ${about} has all of its rows: ${why(event)}`;
    case 'calls-off':
      return t`calls off the switchover to ${about}: ${why(event)}`;
    case 'reconnects':
      return t`connects to ${about} again: ${why(event)}`;
    case 'degrades':
      return t`stops waiting for its replica: ${why(event)}`;
    case 'recovers':
      return t`waits for its replica again: ${why(event)}`;
    case 'runs':
      return t`runs ${about} from now on`;
    case 'alert-fires':
      return t`ALERT ${alertValue(event.rule, event.value)}${limits(event.rule)}`;
    case 'alert-clears':
      return t`resolved after ${inWords(event.lasted)}: ${ALERTS[event.rule.on]}`;
    case 'rejects':
      return t`doesn't get into ${about}: ${why(event)}`;
    case 'gets-through':
      return t`gets through to ${about}: ${why(event)}`;
  }
}

function isInjected(event: SimulationEvent): event is Injected & { readonly t: number } {
  return 'fault' in event;
}

/** A fault as a person would write it; what comes to nothing says why. */
function command({ fault, impossible }: Injected): string {
  return impossible === undefined ? fault.words : `${fault.words}: ${whyNothing(impossible)}`;
}

/** What makes more of a fault than its verb and targets say: its value, or that it comes to nothing. */
function whyInjected({ fault, impossible }: Injected): string {
  if (impossible !== undefined) return whyNothing(impossible);
  return fault.value === undefined ? '' : fault.words;
}

/** Why a fault changes nothing. */
export function whyNothing(why: Impossible): string {
  switch (why.because) {
    case 'no-running-replica':
      return t`there is no running replica to promote`;
    case 'no-running-pair':
      return t`a switchover needs a running primary and a running replica`;
    case 'is-primary':
      return t`nothing happens, ${why.of} is the primary already`;
    case 'under-way':
      return t`nothing happens, the switchover from ${why.from} to ${why.to} isn't over yet`;
    case 'state':
      return t`nothing happens, ${why.of} ${STATES[why.state]}`;
    case 'has-power':
      return t`nothing happens, ${why.of} has power`;
    case 'no-power':
      return t`nothing happens, ${why.of} has no power`;
    case 'nothing-to-undo':
      return t`there is nothing to undo${why.stands.length === 0 ? '' : t`, but this still stands: ${why.stands.join(', ')}`}`;
  }
}

const STATES: Readonly<Record<ProcessState, string>> = {
  up: t`runs`,
  starting: t`is starting`,
  stopping: t`is leaving already`,
  stopped: t`is gone`,
  killed: t`is gone`,
  paused: t`hangs`,
  off: t`has no power`,
};

function why(event: Observed): string {
  switch (event.what) {
    case 'marks-down':
      return `${t.counted(event.checks.failed, 'failed check')}: ${failureInWords(event.checks)}`;
    case 'marks-up':
      return t.counted(event.checks.passed, 'good check');
    case 'takes-vip':
      return t`no advert in time`;
    case 'drops-vip':
      return vipLoss(event.because);
    case 'changes-priority':
      return event.finds ? t`its script finds ${event.about} again` : t`its script finds no ${event.about}`;
    case 'promotes':
      return promotedBy(event.because);
    case 'demotes':
      return demotedBy(event.because);
    case 'awaits-heir':
      return `${event.lacks === 0 ? t`it has them` : t`it lacks ${event.lacks} ${['write', 'writes']}`}${event.receives ? '' : t` and receives nothing`}`;
    case 'calls-off':
      return `${CALLED_OFF[event.because](event)}${event.writes ? t`, and ${event.who} takes writes again` : ''}`;
    case 'reconnects':
      return event.after === 'silence'
        ? t`it had heard nothing for 60 s (replica_net_timeout)`
        : t`it tries every 60 s (SOURCE_CONNECT_RETRY)`;
    case 'degrades':
      return t`no replica acknowledged a write in time: it goes on asynchronously`;
    case 'recovers':
      return t`a replica has caught up: semi-synchronous again`;
    case 'alert-fires':
      return t`for ${event.rule.for / 1_000_000} s`;
    case 'runs':
    case 'alert-clears':
      return '';
    case 'rejects':
    case 'gets-through': {
      if (event.probe === undefined) return t`nothing listens there`;
      const { attack, port, result } = event.probe;
      const reached = attack === 'sql-direct' && result === 'connected';
      return t`port ${port}: ${reached ? t`reaches the database itself` : PROBED[result]}`;
    }
  }
}

/** How a check failed, as a person says it. */
export function failureInWords(failure: CheckFailure): string {
  return failure.result === 'status' ? t`status ${failure.status}` : FAILURES[failure.result].words;
}

function failureInShort(failure: CheckFailure): string {
  return failure.result === 'status' ? t`status ${failure.status}` : FAILURES[failure.result].short;
}

const FAILURES = {
  refused: { words: t`connection refused`, short: t`refused` },
  reset: { words: t`connection reset`, short: t`reset` },
  'no-answer': { words: t`no answer in time`, short: t`no answer` },
} as const;

const PROBED: Readonly<Record<ProbeResult, string>> = {
  connected: t`open`,
  refused: t`closed or rejected`,
  reset: t`closed`,
  'no-answer': t`no answer: the firewall drops it`,
};

function vipLoss(loss: VipLoss): string {
  switch (loss.reason) {
    case 'stopped':
      return t`stopped`;
    case 'higher-priority':
      return t`${loss.of} has the higher priority`;
    case 'higher-address':
      return t`${loss.of} has the higher address`;
    case 'script-failed':
      return t`its script finds no ${loss.watches}`;
  }
}

function promotedBy(because: PromotedBy): string {
  switch (because.by) {
    case 'failover':
      return t`promoted by hand`;
    case 'switchover':
      return t`promoted in a planned switchover`;
    case 'orchestrator':
      return t`${because.node} no longer hears the primary`;
  }
}

const CALLED_OFF: Readonly<
  Record<
    Extract<Observed, { what: 'calls-off' }>['because'],
    (event: { readonly who: string; readonly about: string }) => string
  >
> = {
  died: ({ who }) => t`${who} has died on the way`,
  'heir-died': ({ about }) => t`${about} has died on the way`,
  'decided-elsewhere': () => t`somebody else has decided who is the primary`,
};

function demotedBy(because: PromotedBy): string {
  switch (because.by) {
    case 'failover':
      return t`fenced before the failover`;
    case 'switchover':
      return t`makes room for the new primary`;
    case 'orchestrator':
      return t`fenced by ${because.node}`;
  }
}

const ALERTS: Readonly<Record<AlertRule['on'], string>> = {
  'error-rate': t`errors`,
  'latency-p95': t`slow answers`,
  qps: t`requests`,
  down: t`servers down`,
};

/** `errors (48 %)`, `servers down (1)`; without a value where the monitor has none. */
export function alertValue({ on }: AlertRule, value: number | undefined): string {
  return value === undefined
    ? ALERTS[on]
    : `${ALERTS[on]} (${on === 'latency-p95' ? t`p95 ` : ''}${measured(on, value)})`;
}

/** ` above 5 % for 60 s`; that none may be down needs no words */
function limits({ on, above, below, for: lasting }: AlertRule): string {
  const bounds = [
    above === undefined || (on === 'down' && above === 0) ? '' : t` above ${measured(on, above)}`,
    below === undefined ? '' : t` below ${measured(on, below)}`,
  ];
  return `${bounds.filter((bound) => bound !== '').join(t` or`)}${lasting === 0 ? '' : t` for ${inWords(lasting)}`}`;
}

function measured(on: AlertRule['on'], value: number): string {
  switch (on) {
    case 'error-rate':
      return `${Number((value * 100).toFixed(value < 0.1 ? 1 : 0))} %`;
    case 'latency-p95':
      return inWords(value);
    case 'qps':
      return `${Number(value.toFixed(value < 10 ? 1 : 0))}/s`;
    case 'down':
      return `${value}`;
  }
}

/** `2 s`, `500 ms`, `1.5 s` */
export function inWords(micros: Micros): string {
  if (micros < 1_000_000) return `${Number((micros / 1000).toFixed(1))} ms`;
  const seconds = micros / 1_000_000;
  return `${Number(seconds.toFixed(seconds < 10 ? 1 : 0))} s`;
}
