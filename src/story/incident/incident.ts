/**
 * What a run was to its users, who noticed it, why it happened and what was done: an incident report as data. Every
 * number is read from the run.
 */

import { storyWords } from '../../messages/simulator-users.ts';
import type { SimulationEvent } from '../../simulator/event.ts';
import type { SecondReport, SimulationReport } from '../../simulator/report.ts';
import type { ComparedRun, Sum } from '../compare/side-by-side.ts';
import type { Fact } from '../fact.ts';
import type { StoryLine } from '../story.ts';
import type { Explained } from '../why/cause-settings.ts';
import type { WhyLink } from '../why/link.ts';
import { whyOf } from '../why/why.ts';

/** A service level objective: this share of the requests of a month is answered. */
export const TARGET = 0.999;
/** Days of the month that the error budget is for. */
export const MONTH_DAYS = 30;
/** A second counts as one in which users were hurt when at least this share of the requests that began in it failed. */
const HURT = 0.01;
const DAY_SECONDS = 86_400;

/** When something was noticed, and how long after the fault; seconds. */
export interface Noticed {
  readonly t: number;
  readonly after: number;
  readonly who: string;
  /** a sentence without its subject */
  readonly text: string;
}

/** A line of the story, as data that can cross threads. */
export type TimelineLine = Pick<StoryLine, 't' | 'who' | 'text'>;

export interface Incident {
  /** the title of the topology */
  readonly site: string;
  readonly seed: number;
  /** how long the run was, in seconds */
  readonly seconds: number;
  readonly impact: Sum;
  /** ok / (ok + failed) */
  readonly availability: number;
  /** how the failed requests ended, the most frequent first */
  readonly outcomes: readonly { readonly outcome: string; readonly count: number }[];
  /** seconds in which users were hurt: the first, the one after the last, and how many; undefined: none */
  readonly hurt: { readonly from: number; readonly to: number; readonly seconds: number } | undefined;
  /** requests without an answer at its end */
  readonly waiting: number;
  /** acknowledged writes that are gone, and answers that were out of date */
  readonly lost: number;
  readonly stale: number;
  /** the chains from the faults to what users felt, and the settings that ruled over it */
  readonly cause: readonly WhyLink[];
  readonly settings: readonly Explained[];
  /** the first component that acted on it, and the first alert; undefined: nobody did, none fired */
  readonly noticed: Noticed | undefined;
  readonly alert: Noticed | undefined;
  /** the site has a monitoring service with alerts */
  readonly hasAlerts: boolean;
  readonly timeline: readonly TimelineLine[];
  /** what somebody did by hand */
  readonly done: readonly TimelineLine[];
  readonly budget: ErrorBudget;
}

/** What a month allows to fail, and what of it this run took. */
export interface ErrorBudget {
  readonly target: number;
  /** requests of a month at the rate of this run that may fail */
  readonly allowed: number;
  /** failed / allowed */
  readonly spent: number;
  /** seconds of full outage that the target allows in a month */
  readonly seconds: number;
}

/** The report on a run as far as it went. */
export function incidentOf(run: ComparedRun): Incident {
  const { told, sum } = run;
  const { simulation, lines, view } = told;
  const { topology } = simulation;
  const report = simulation.report();
  const felt = lines.filter(({ of }) => of.fact !== undefined && HURTING.has(of.fact.kind));
  const chains = felt.slice(0, MOST_CHAINS).map((line) => whyOf(line, { lines, view, topology }));
  const since = rootTime(chains[0]?.links ?? [], lines);
  return {
    site: topology.title,
    seed: report.seed,
    seconds: report.duration_s,
    impact: sum,
    availability: report.availability,
    outcomes: failedOutcomes(report),
    hurt: hurtSeconds(report, firstFault(lines)),
    waiting: report.requests.unfinished,
    lost: report.writes.lost,
    stale: report.reads.stale,
    cause: once(chains.flatMap(({ links }) => links.filter(({ kind }) => CAUSING.has(kind)))),
    settings: once(chains.flatMap(({ settings }) => settings)),
    noticed: firstSince(since, lines, ({ what }) => NOTICING.has(what)),
    alert: firstSince(since, lines, ({ what }) => what === 'alert-fires'),
    hasAlerts: (topology.monitoring?.alerts.length ?? 0) > 0,
    timeline: lines.map(withoutSource),
    done: lines.filter(isByHand).map(withoutSource),
    budget: budgetOf(report),
  };
}

const HURTING: ReadonlySet<Fact['kind']> = new Set<Fact['kind']>([
  'waits',
  'fails',
  'writes-stop',
  'two-writers',
  'lost',
  'stale',
  'slow',
]);
const CAUSING: ReadonlySet<WhyLink['kind']> = new Set<WhyLink['kind']>(['fault', 'reason', 'blind', 'felt']);
const NOTICING: ReadonlySet<SimulationEvent['what']> = new Set<SimulationEvent['what']>([
  'marks-down',
  'takes-vip',
  'drops-vip',
  'promotes',
  'degrades',
  'rejects',
]);

/** What one run felt for many reasons is told for so many. */
const MOST_CHAINS = 20;

/** Each thing once, where it came first. */
function once<T extends object>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

function isByHand({ who, of }: StoryLine): boolean {
  return of.event !== undefined && 'fault' in of.event && who !== storyWords.script;
}

function withoutSource({ t, who, text }: StoryLine): TimelineLine {
  return { t, who, text };
}

/** When it began: the fault of the chain, else the first of all. */
function rootTime(links: readonly WhyLink[], lines: readonly StoryLine[]): number | undefined {
  const fault = links.find(({ kind, t }) => kind === 'fault' && t !== undefined);
  return fault?.t ?? firstFault(lines);
}

function firstFault(lines: readonly StoryLine[]): number | undefined {
  return lines.find(({ of }) => of.event !== undefined && 'fault' in of.event)?.t;
}

function firstSince(
  since: number | undefined,
  lines: readonly StoryLine[],
  isIt: (event: SimulationEvent) => boolean,
): Noticed | undefined {
  if (since === undefined) return undefined;
  const line = lines.find(({ t, of }) => t >= since && of.event !== undefined && isIt(of.event));
  return line && { ...withoutSource(line), after: line.t - since };
}

function failedOutcomes({ requests }: SimulationReport): Incident['outcomes'] {
  return Object.entries(requests.by_outcome)
    .filter(([outcome]) => !/^[123]\d\d$/.test(outcome))
    .map(([outcome, count]) => ({ outcome, count }))
    .toSorted((a, b) => b.count - a.count);
}

/**
 * A request counts for the second in which it began. What was under way when the first fault came failed with it, and
 * not before.
 */
function hurtSeconds(
  { per_second, duration_s }: SimulationReport,
  fault: number | undefined,
): Incident['hurt'] {
  const isUnderWay = ({ t }: SecondReport) => fault !== undefined && t + 1 <= fault && t + 2 > fault;
  const hurt = per_second
    .filter(({ total, failed }) => failed > 0 && failed >= HURT * total)
    .map((second) => (isUnderWay(second) ? second.t + 1 : second.t));
  const [first, last] = [hurt[0], hurt.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { from: first, to: Math.min(last + 1, duration_s), seconds: new Set(hurt).size };
}

function budgetOf({ requests, duration_s: seconds }: SimulationReport): ErrorBudget {
  const month = MONTH_DAYS * DAY_SECONDS;
  const allowed = (1 - TARGET) * (requests.total / seconds) * month;
  return {
    target: TARGET,
    allowed,
    spent: allowed === 0 ? 0 : requests.failed / allowed,
    seconds: (1 - TARGET) * month,
  };
}
