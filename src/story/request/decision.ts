/** What decided about a request: the ruling that made its outcome, where its time went, and which setting they obeyed. */
import type { Ruling, RulingName } from '../../simulator/ruling.ts';
import type { RequestTrace } from '../../simulator/trace.ts';
import { isOk } from '../../simulator/users.ts';
import type { Topology } from '../../topology/types.ts';
import { type Setting, settingOfRuling, settingOfStep } from '../setting.ts';
import type { Step } from './waterfall.ts';

export interface Decision {
  /** what ended it, or sent it elsewhere; undefined: nobody had to decide anything */
  readonly ruling: Ruling | undefined;
  /** how often whoever decided had asked the server in question */
  readonly tries: number;
  /** where it spent most of its time: a step with all that are like it, and how long they take together */
  readonly longest: Step | undefined;
  /** the field that ruled */
  readonly setting: Setting | undefined;
  /** what would have helped, as `--set` takes it: in clear cases only */
  readonly helps: string | undefined;
}

/** Rulings that a wait or another try follows; they end nothing. */
const PASSING: ReadonlySet<RulingName> = new Set([
  'begins',
  'queued',
  'awaits-replica',
  'turns-around',
  'tries-again',
]);

/** @param steps its waterfall */
export function decisionOf(trace: RequestTrace, steps: readonly Step[], topology: Topology): Decision {
  const decided = trace.rulings.filter(({ name }) => !PASSING.has(name));
  const isGood = trace.outcome === undefined || isOk(trace.outcome);
  const ruling = isGood
    ? decided.findLast(({ name }) => name === 'goes-elsewhere')
    : rootOf(decided.at(-1), decided);
  const longest = longestOf(steps);
  return {
    ruling,
    tries: ruling === undefined ? 0 : triesOf(ruling, trace, steps),
    longest,
    setting: ruling === undefined ? settingOfStep(longest, topology) : settingOfRuling(ruling, topology),
    helps: helpOf(ruling, longest, topology),
  };
}

function longestOf(steps: readonly Step[]): Step | undefined {
  const sums = steps.map((step) => {
    const alike = steps.filter((each) => keyOf(each) === keyOf(step));
    return { ...step, takes: alike.reduce((sum, { takes }) => sum + takes, 0) };
  });
  return sums.reduce<Step | undefined>(
    (most, step) => (most === undefined || step.takes > most.takes ? step : most),
    undefined,
  );
}

function keyOf({ kind, who, whom }: Step): string {
  return `${kind} ${who} ${whom}`;
}

/** Whoever may not ask again, or has nobody else to ask, was failed by somebody: that one's reason comes first. */
function rootOf(ruling: Ruling | undefined, decided: readonly Ruling[]): Ruling | undefined {
  if (ruling === undefined || (ruling.name !== 'not-retried' && ruling.name !== 'no-server')) return ruling;
  const earlier = decided.slice(0, decided.indexOf(ruling));
  const cause = earlier.findLast(({ by, name }) => by === ruling.about && name !== 'goes-elsewhere');
  return cause === undefined ? ruling : rootOf(cause, decided);
}

function triesOf({ by, about, at }: Ruling, { start }: RequestTrace, steps: readonly Step[]): number {
  const openings = steps.filter(
    ({ kind }) => kind === 'asks' || kind === 'is-refused' || kind === 'is-unheard',
  );
  return openings.filter((step) => step.who === by && step.whom === about && start + step.at <= at).length;
}

/** A balancer that tries a closed server again and again would do better to ask another. */
function helpOf(
  ruling: Ruling | undefined,
  longest: Step | undefined,
  topology: Topology,
): string | undefined {
  const stubborn = ruling?.name === 'no-retry-left' ? ruling.by : undefined;
  const waiting = longest?.kind === 'turns-around' ? longest.who : undefined;
  const balancer = topology.components.find(({ id }) => id === (stubborn ?? waiting));
  const isLone = balancer?.kind !== 'load-balancer' || balancer.servers.length < 2;
  return isLone || balancer.redispatch ? undefined : `${balancer.id}.redispatch=true`;
}
