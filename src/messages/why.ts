import type { SimulationEvent } from '../simulator/event.ts';
import type { FailedAs } from '../simulator/timeline.ts';
import type { Cause, Fact, Substitute } from '../story/fact.ts';
import type { LineSource } from '../story/story.ts';
import type { Explained } from '../story/why/cause-settings.ts';
import type { LinkKind } from '../story/why/link.ts';
import type { Id, Micros } from '../topology/types.ts';
import { messagesOf } from './language.ts';
import { andList } from './list.ts';
import { sentence } from './plural.ts';
import { inWords } from './simulator-events.ts';
import { reason, storyWords } from './simulator-users.ts';

const t = messagesOf('why');

/** How a request ended, as a noun. */
const ENDS = new Map([
  ['refused', t`connection refused`],
  ['reset', t`connection reset`],
  ['client-timeout', t`gave up waiting`],
  ['dns', t`no address`],
  ['tls', t`certificate refused`],
]);

export const whyWords = {
  title: t`Why?`,
  /** what a link is, in a word before it */
  roles: {
    fault: t`fault`,
    repair: t`repair`,
    reason: t`because`,
    blind: t`not seen`,
    noticed: t`noticed`,
    felt: t`felt`,
    got: t`users got`,
    spared: t`spared`,
    over: t`over`,
  } as const satisfies Record<LinkKind, string>,
  fault: (who: string, text: string) => sentence(who === storyWords.you ? t`you ${text}` : `${who}: ${text}`),
  reason: (cause: Cause) => sentence(reason(cause)),
  noticed: (who: string, text: string, after: number) =>
    after < 0.05
      ? sentence(`${who} ${text}`)
      : t`${inWords(Math.round(after * 1_000_000))} later ${sentence(`${who} ${text}`)}`,
  blind: (who: Id, servers: readonly Id[]) =>
    t`${who} has noticed nothing so far: it believes in ${andList(servers)}.`,
  felt: (who: string, text: string) => sentence(who === storyWords.users ? text : `${who} ${text}`),
  sentence,
  got: gotSentence,
  settings: t`Which settings rule, and what changes it`,
  setting: ({ of, field, value, means }: Explained) =>
    `${of}.${field}=${value}${means === '' ? '' : `: ${means}`}`,
  noSettings: t`No field of the topology rules over this.`,
  lesson: (title: string, id: string) => t`The lesson on it: ${title} (${id})`,
  line: (number: number, count: number) => t`line ${number} of ${count}`,
  keys: {
    line: { label: t`line`, help: t`Ask about the line before, or the one after` },
    lesson: { label: t`lesson`, help: t`Read the lesson on it` },
    try: {
      label: t`what if`,
      help: t`Try another value of a setting that rules, side by side with this run`,
    },
    draw: { label: t`drawing`, help: t`Where it happened, in the drawing: each number stands at its place` },
    chain: { label: t`chain`, help: t`The whole chain again` },
    scroll: { label: '', help: t`Scroll` },
    close: { label: t`back`, help: t`Back to the drawing` },
  },
  nothing: t`Nothing has happened yet that could be asked about.`,
  numbersAtRest: t`The numbers are those of the site as it is built. Go back and press f: it follows one request, and shows where its time went.`,
  notATime: (text: string) => t`why takes a time of the log, such as "why 14.1"; "${text}" is none.`,
  tryTitle: t`What if? Both runs go on side by side.`,
  trial: (change: string, now: string) => t`${change} (now ${now})`,
  /** without its time */
  without: (fault: string) => t`without the fault: ${fault.replace(/^\S+ /, '')}`,
  about: aboutOf,
};

/** What the failed requests ended with, and the longest wait. */
function gotSentence(failed: readonly FailedAs[], waited: Micros): string {
  const shown = failed.slice(0, 3).map(({ outcome, by, count }) => {
    const from = by === undefined ? '' : t` from ${by}`;
    return `${ENDS.get(outcome) ?? outcome}${from}: ${t.counted(count, 'request')}`;
  });
  const longest = waited < 1_000_000 ? [] : [t`the longest wait was ${inWords(waited)}`];
  return sentence([...shown, ...longest].join('; '));
}

/** Stems by which a lesson is found, the most telling first. */
function aboutOf(
  fault: SimulationEvent | undefined,
  causes: readonly Cause[],
  of: LineSource,
): readonly string[] {
  const ofLine = (of.event === undefined ? ofFact(of.fact) : EVENTS.get(of.event.what)) ?? [];
  const ofFault = fault === undefined ? [] : (VERBS.get(fault.what) ?? []);
  const ofCauses = causes.flatMap((cause) => CAUSES[cause.kind]);
  return [...new Set([...ofLine, ...ofFault, ...ofCauses])];
}

function ofFact(fact: Fact): readonly string[] | undefined {
  if (fact.kind !== 'unnoticed') return FACTS.get(fact.kind);
  return fact.thanksTo === undefined ? undefined : SUBSTITUTES[fact.thanksTo.kind];
}

const SUBSTITUTES: Readonly<Record<Substitute['kind'], readonly string[]>> = {
  answers: ['active', 'single points'],
  reads: ['replica', 'two databases'],
  holds: ['keepalived', 'virtual ip', 'address'],
  spare: ['passive', 'backup'],
  cache: ['ttl', 'dns'],
};

const CAUSES: Readonly<Record<Cause['kind'], readonly string[]>> = {
  believes: ['believe', 'redispatch', 'check'],
  'no-server': ['check', 'health'],
  'cut-off': ['cut off', 'partition', 'timeout'],
  lossy: ['loss', 'packet'],
  delayed: ['delay', 'latency'],
  avoids: ['nginx', 'upstream'],
  'read-only': ['primary', 'writer'],
  trouble: ['fail', 'break'],
  dns: ['ttl', 'dns', 'name'],
  tls: ['certificate', 'https'],
  'kept-out': ['firewall', 'connect'],
  'stale-address': ['keepalived', 'virtual ip', 'address'],
};

const FACTS: ReadonlyMap<Fact['kind'], readonly string[]> = new Map<Fact['kind'], readonly string[]>([
  ['vip', ['keepalived', 'virtual ip', 'address']],
  ['queue-full', ['hang', 'queue']],
  ['stale', ['replica', 'behind']],
  ['lost', ['replica', 'lost', 'failover']],
  ['two-writers', ['split', 'primary', 'writer']],
  ['writes-stop', ['primary', 'write']],
  ['slow', ['traffic', 'slow', 'qps']],
]);

const EVENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['marks-down', ['fall', 'check', 'believe']],
  ['marks-up', ['rise', 'check', 'believe']],
  ['takes-vip', ['keepalived', 'virtual ip', 'address']],
  ['drops-vip', ['keepalived', 'virtual ip', 'address']],
  ['promotes', ['failover', 'primary']],
  ['demotes', ['failover', 'primary']],
  ['degrades', ['semi-sync', 'replica']],
  ['alert-fires', ['monitor', 'alert', 'watch']],
  ['alert-clears', ['monitor', 'alert', 'watch']],
  ['rejects', ['firewall', 'connect']],
]);

const VERBS: ReadonlyMap<string, readonly string[]> = new Map([
  ['pause', ['hang', 'hung']],
  ['partition', ['cut off', 'silence']],
  ['cert-expire', ['certificate', 'https']],
  ['attack', ['firewall']],
  ['wiretap', ['https', 'encrypt']],
  ['deploy', ['deploy']],
  ['spike', ['traffic', 'qps']],
  ['lag', ['replica', 'behind']],
  ['failover', ['failover', 'promote']],
]);
