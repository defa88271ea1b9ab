import type { Cause, Fact, Fresh, Happened, Holder, How, Hurt, Share, Substitute } from '../story/fact.ts';
import type { Id } from '../topology/types.ts';
import { messagesOf } from './language.ts';
import { inWords } from './simulator-events.ts';

const t = messagesOf('simulator-users');

/** Who stands before a sentence and is no component. */
export const storyWords = { script: t`the script`, you: t`you`, users: t`users`, attacker: t`attacker` };

/** Who a fact is about, as the log names it before the sentence. */
export function factSubject(fact: Fact): string {
  switch (fact.kind) {
    case 'vip':
      return fact.vip;
    case 'two-writers':
      return t`writes`;
    case 'reads':
      return t`reads`;
    case 'queue-full':
      return fact.at;
    case 'still-avoided':
      return fact.target;
    case 'asks-again':
      return fact.by;
    case 'flood':
    case 'flood-ends':
      return storyWords.attacker;
    default:
      return t`users`;
  }
}

/** A fact as a sentence without its subject where that isn't the users. */
export function factSentence(fact: Fact): string {
  switch (fact.kind) {
    case 'waits':
      return `${waiting(fact.share)}${reasons(fact.causes)}`;
    case 'fails':
      return failing(fact.share, fact.outcome) + reasons(fact.causes, fact.outcome);
    case 'answered':
      return `${fact.leftOver ? t`new requests are answered again` : t`every request is answered again`}${fact.by === undefined ? '' : t`, by ${alone(fact.by)}`}`;
    case 'only-writes':
      return t`reads are answered again, only writes fail`;
    case 'answers':
      return t.plural(
        fact.by.length,
      )`${list(fact.by)} ${['answers every request alone', 'share the requests now']}`;
    case 'unnoticed':
      return `${happened(fact.what)}${hurting(fact.hurt)}${thanks(fact.thanksTo)}`;
    case 'reads':
      return t`go to ${list(fact.by)} now`;
    case 'writes-stop':
      return `${fact.how === 'fail' ? t`writes fail` : t`writes wait`}${fact.causes.length === 0 ? t`: nobody accepts them` : reasons(fact.causes)}`;
    case 'writes-again':
      return t`writes are accepted again${fact.by.length === 0 ? '' : t`, by ${list(fact.by)}`}`;
    case 'two-writers':
      return t`are accepted by ${list(fact.by)} both: split brain`;
    case 'lost':
      return t`${fact.count} acknowledged ${['write', 'writes']} ${['is', 'are']} lost`;
    case 'stale':
      return fact.why === 'lost'
        ? t`some miss what they had written: ${fact.database} never got it`
        : fact.lag === undefined
          ? t`some read old data: ${fact.database} gets nothing from its source`
          : t`some read old data: ${fact.database} is ${inWords(fact.lag)} behind`;
    case 'fresh':
      return t`nobody reads old data any more: ${fact.database} ${FRESH[fact.why]}`;
    case 'slow':
      return t`an answer takes about ${inWords(fact.takes)} on average${fact.p95 === undefined || fact.p95 <= fact.takes ? '' : t`, one in twenty more than ${inWords(fact.p95)}`}${fact.cause === undefined ? '' : reasons([fact.cause])}`;
    case 'quick':
      return t`answers come quickly again`;
    case 'vip':
      return holding(fact.holders);
    case 'queue-full':
      return fact.hangs
        ? t`hangs, and its accept queue is full: its kernel drops every new connection`
        : t`has a full accept queue: its kernel drops every new connection`;
    case 'still-avoided':
      return t.plural(
        fact.by.length,
      )`would answer, but ${list(fact.by)} ${['leaves', 'leave']} it alone for up to ${inWords(fact.for)} more`;
    case 'asks-again':
      return t`asks ${fact.target} again, in vain: requests wait for that, and will every ${inWords(fact.every)} or so`;
    case 'flood':
      return t`sends ${roughly(fact.rate)} requests/s to ${fact.at}${fact.passes ? '' : t`: the firewall of ${fact.host} lets none of them in`}`;
    case 'flood-ends':
      return t`leaves ${fact.host} alone`;
  }
}

const FRESH: Readonly<Record<Fresh, string>> = {
  'caught-up': t`has caught up`,
  primary: t`is the primary now`,
  unread: t`is asked nothing`,
};

/** With two digits that count. */
function roughly(count: number): number {
  const scale = 10 ** Math.max(0, `${Math.round(count)}`.length - 2);
  return Math.round(count / scale) * scale;
}

/** What a fault has done, while it lasts. */
function happened({ verb, value, place, kind, meaning }: Happened): string {
  const [a = '', b = ''] = place;
  switch (verb) {
    case 'kill':
    case 'stop':
      return t`${a} is gone`;
    case 'pause':
      return t`${a} hangs`;
    case 'power-off':
      return t`${a} is off`;
    case 'drain':
      return t`${b} gets nothing new`;
    case 'weight':
      return `${b} ${meaning}`;
    case 'deploy':
      return kind === 'site' ? t`every ${a.replaceAll('-', ' ')} runs new code` : t`${a} runs new code`;
    case 'failover':
    case 'switchover':
      return t`${a} is the primary now`;
    case 'cpu-hog':
      return t`${value} of ${a}'s CPU is taken`;
    case 'spike':
      return t`${value} times the requests come`;
    case 'attack':
      return t`${a} is flooded`;
    default:
      if (kind === 'link') return b === '' ? t`${a} is cut off` : t`${meaning} between ${a} and ${b}`;
      return kind === 'site' ? meaning : `${a} ${meaning}`;
  }
}

function hurting(hurt: Hurt): string {
  if (hurt === 'nobody') return t`, and no user notices`;
  if (hurt === 'hardly') return t`, and hardly a user notices`;
  if ('slower' in hurt) {
    const [takes, usual] = [hurt.takes, hurt.usual].map((time) => inWords(Math.round(time / 1000) * 1000));
    return hurt.slower === 'reads'
      ? t`: no request fails, but reads take ${takes} on average instead of ${usual}`
      : t`: no request fails, but writes take ${takes} on average instead of ${usual}`;
  }
  return t`; ${hurt.requests} ${['request', 'requests']} took long or failed${hurt.isOver ? t`, and none does now` : t` so far`}`;
}

function thanks(to: Substitute | undefined): string {
  switch (to?.kind) {
    case undefined:
      return '';
    case 'answers':
      return t.plural(to.by.length)`: ${list(to.by)} ${['takes', 'take']} its requests`;
    case 'reads':
      return t`: reads go to ${list(to.by)}`;
    case 'holds':
      return t`: ${to.by} has ${to.vip}`;
    case 'spare':
      return t`: it was a spare`;
    case 'cache':
      return t`: whoever knows the address asks nobody for it`;
  }
}

/** Whether a fact is good news, bad news or neither. */
export function factTone(fact: Fact): 'good' | 'bad' | 'plain' {
  if (fact.kind === 'vip') return fact.holders.length === 1 ? 'plain' : 'bad';
  return TONES[fact.kind];
}

const TONES: Readonly<Record<Exclude<Fact['kind'], 'vip'>, 'good' | 'bad' | 'plain'>> = {
  waits: 'bad',
  fails: 'bad',
  answered: 'good',
  'only-writes': 'good',
  answers: 'plain',
  unnoticed: 'good',
  reads: 'plain',
  'writes-stop': 'bad',
  'writes-again': 'good',
  'two-writers': 'bad',
  lost: 'bad',
  stale: 'bad',
  fresh: 'good',
  slow: 'bad',
  quick: 'good',
  'queue-full': 'bad',
  'still-avoided': 'plain',
  'asks-again': 'bad',
  flood: 'bad',
  'flood-ends': 'plain',
};

function waiting(share: Share): string {
  if (typeof share === 'number') return t`every ${ordinal(share)} request waits`;
  switch (share) {
    case 'all':
      return t`every request waits`;
    case 'most':
      return t`most requests wait`;
    case 'some':
      return t`some requests wait`;
    case 'few':
      return t`a few requests wait`;
  }
}

function failing(share: Share, outcome: string): string {
  if (share === 'all') return t`nobody gets an answer`;
  return outcome === 'client-timeout' ? givingUp(share) : unanswered(share);
}

function givingUp(share: Exclude<Share, 'all'>): string {
  if (typeof share === 'number') return t`every ${ordinal(share)} user gives up waiting`;
  switch (share) {
    case 'most':
      return t`most users give up waiting`;
    case 'some':
      return t`some users give up waiting`;
    case 'few':
      return t`a few users give up waiting`;
  }
}

function unanswered(share: Exclude<Share, 'all'>): string {
  if (typeof share === 'number') return t`every ${ordinal(share)} request fails`;
  switch (share) {
    case 'most':
      return t`most requests fail`;
    case 'some':
      return t`some requests fail`;
    case 'few':
      return t`a few requests fail`;
  }
}

/** How a request ends without an answer, where nobody is to blame for it. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['refused', t`connections are refused`],
  ['reset', t`connections break`],
]);

/** Why, in a half sentence: the worst cause, and one more that counts. */
function reasons(causes: readonly Cause[], outcome = ''): string {
  const [only, ...more] = causes;
  if (only !== undefined) {
    if (more.length === 0) return `: ${reason(only)}${unseen(only)}`;
    return `: ${beliefs(causes) ?? causes.map(reason).join(', and ')}`;
  }
  const ending = ENDINGS.get(outcome);
  return ending === undefined ? '' : `: ${ending}`;
}

/** `lb-1 still believes in web-1 and web-2`; undefined: not all of them are what the same ones believe. */
function beliefs(causes: readonly Cause[]): string | undefined {
  const known = causes.flatMap((cause) => (cause.kind === 'believes' ? [cause] : []));
  const [first] = known;
  const isOne = known.length === causes.length && known.every(({ by }) => by.join() === first?.by.join());
  if (first === undefined || !isOne) return undefined;
  return believing(
    first.by,
    known.map(({ server }) => server),
  );
}

/** Why, as a sentence without its full stop. */
export function reason(cause: Cause): string {
  switch (cause.kind) {
    case 'believes':
      return believing(cause.by, [cause.server]);
    case 'no-server':
      return cause.areDrained
        ? t`all servers of ${list(cause.balancers)} are drained`
        : t.plural(
            cause.balancers.length,
          )`${list(cause.balancers)} ${['believes', 'believe']} in no server at all`;
    case 'kept-out':
      return t`the firewall of ${cause.host} lets nothing in from ${cause.from} to ${cause.at}`;
    case 'stale-address':
      return t`what is sent to ${cause.vip} still goes to ${cause.host}, which has let go of it`;
    case 'cut-off':
      return cutOff(cause);
    case 'lossy':
      return t`packets get lost between ${cause.from} and ${cause.at}`;
    case 'delayed':
      return t`packets are slow between ${cause.from} and ${cause.at}`;
    case 'avoids':
      return t.plural(cause.by.length)`${list(cause.by)} still ${['avoids', 'avoid']} ${list(cause.targets)}`;
    case 'read-only':
      return t`${cause.database} accepts no writes`;
    case 'trouble':
      return `${troubles(cause.at, cause.how)}${ofVersion(cause.at, cause.version)}${busy(cause.busy)}`;
    case 'dns':
      return cause.isBack
        ? t`the name resolves again, but whoever asked meanwhile remembers that it did not`
        : t`the name doesn't resolve`;
    case 'tls':
      return t`browsers refuse the certificate`;
  }
}

function ofVersion(at: readonly Id[], version: string | undefined): string {
  return version === undefined ? '' : t.plural(at.length)`, as ${['it runs', 'they run']} ${version}`;
}

function busy(hosts: readonly Id[]): string {
  return hosts.length === 0 ? '' : t.plural(hosts.length)` (${list(hosts)} ${['has', 'have']} no CPU left)`;
}

function unseen(cause: Cause): string {
  const { by, behind } = cause.kind === 'trouble' ? cause.unseen : { by: [], behind: [] };
  return by.length === 0 ? '' : t`, and the checks of ${list(by)} go no further than ${list(behind)}`;
}

function believing(balancers: readonly Id[], servers: readonly Id[]): string {
  return t.plural(balancers.length)`${list(balancers)} still ${['believes', 'believe']} in ${list(servers)}`;
}

function troubles(at: readonly Id[], how: How): string {
  switch (how) {
    case 'refuses':
      return t.plural(at.length)`${list(at)} ${['refuses', 'refuse']} connections`;
    case 'silent':
      return t.plural(at.length)`${list(at)} ${["doesn't", "don't"]} answer`;
    case 'errors':
      return t.plural(at.length)`${list(at)} ${['answers', 'answer']} with errors`;
    case 'alone':
      return t`${list(at)} had nobody to send requests to`;
    case 'queue':
      return t`requests queue at ${list(at)}`;
    case 'slow':
      return t.plural(at.length)`${list(at)} ${['is', 'are']} slow`;
    case 'awaits-replica':
      return t.plural(at.length)`${list(at)} ${['waits', 'wait']} for a replica to acknowledge writes`;
    case 'no-power':
      return t.plural(at.length)`${list(at)} ${['has', 'have']} no power`;
    case 'away':
      return t.plural(at.length)`${list(at)} ${['was', 'were']} gone for a moment`;
  }
}

function cutOff(cause: Extract<Cause, { kind: 'cut-off' }>): string {
  const [from, { at }] = [list(cause.from), cause];
  if (cause.for === 'writes') return t`${from} can't reach ${at} to write`;
  return cause.for === 'reads' ? t`${from} can't reach ${at} to read` : t`${from} can't reach ${at}`;
}

function holding(holders: readonly Holder[]): string {
  if (holders.length === 0) return t`is held by nobody now`;
  if (holders.length === 1) return t`has one holder again, ${list(holders.map(({ id }) => id))}`;
  const [mute] = holders.filter(({ state }) => state !== 'up');
  const why =
    mute === undefined
      ? t`neither hears the other`
      : mute.state === 'paused'
        ? t`${mute.id} hangs and doesn't let go of it`
        : t`${mute.id} is gone and has left it behind`;
  return t`is held by ${list(holders.map(({ host }) => host))}: ${why}`;
}

function alone(ids: readonly Id[]): string {
  return ids.length === 1 ? t`${ids[0]} alone` : list(ids);
}

/** `a`, `a and b`, `a, b and c` */
function list(ids: readonly Id[]): string {
  const [last = '', ...before] = [...ids].reverse();
  return before.length === 0 ? last : t`${before.reverse().join(', ')} and ${last}`;
}

const ORDINALS = [
  '',
  t`first`,
  t`second`,
  t`third`,
  t`fourth`,
  t`fifth`,
  t`sixth`,
  t`seventh`,
  t`eighth`,
  t`ninth`,
  t`tenth`,
];

/** `third` */
function ordinal(count: number): string {
  return ORDINALS[count] ?? t`${count}th`;
}
