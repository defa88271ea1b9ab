import type { Cause, Fact, Fresh, Happened, Holder, How, Hurt, Share, Substitute } from '../story/fact.ts';
import type { Id } from '../topology/types.ts';
import { plural } from './plural.ts';
import { inWords } from './simulator-events.ts';

/** Who stands before a sentence and is no component. */
export const storyWords = { script: 'the script', users: 'users' };

/** Who a fact is about, as the log names it before the sentence. */
export function factSubject(fact: Fact): string {
  switch (fact.kind) {
    case 'vip':
      return fact.vip;
    case 'two-writers':
      return 'writes';
    case 'reads':
      return 'reads';
    case 'queue-full':
      return fact.at;
    case 'still-avoided':
      return fact.target;
    case 'asks-again':
      return fact.by;
    case 'flood':
    case 'flood-ends':
      return 'attacker';
    default:
      return 'users';
  }
}

/** A fact as a sentence without its subject where that isn't the users. */
export function factSentence(fact: Fact): string {
  switch (fact.kind) {
    case 'waits':
      return `${requests(fact.share)} ${fact.share === 'few' ? 'wait' : waits(fact.share)}${reasons(fact.causes)}`;
    case 'fails':
      return failing(fact.share, fact.outcome) + reasons(fact.causes, fact.outcome);
    case 'answered':
      return `${fact.leftOver ? 'new requests are' : 'every request is'} answered again${fact.by === undefined ? '' : `, by ${alone(fact.by)}`}`;
    case 'only-writes':
      return 'reads are answered again, only writes fail';
    case 'answers':
      return `${list(fact.by)} ${fact.by.length === 1 ? 'answers every request alone' : 'share the requests now'}`;
    case 'unnoticed':
      return `${happened(fact.what)}${hurting(fact.hurt)}${thanks(fact.thanksTo)}`;
    case 'reads':
      return `go to ${list(fact.by)} now`;
    case 'writes-stop':
      return `writes ${fact.how}${fact.causes.length === 0 ? ': nobody accepts them' : reasons(fact.causes)}`;
    case 'writes-again':
      return `writes are accepted again${fact.by.length === 0 ? '' : `, by ${list(fact.by)}`}`;
    case 'two-writers':
      return `are accepted by ${list(fact.by)} both: split brain`;
    case 'lost':
      return fact.count === 1 ? '1 acknowledged write is lost' : `${fact.count} acknowledged writes are lost`;
    case 'stale':
      return fact.why === 'lost'
        ? `some miss what they had written: ${fact.database} never got it`
        : `some read old data: ${fact.database} ${fact.lag === undefined ? 'gets nothing from its source' : `is ${inWords(fact.lag)} behind`}`;
    case 'fresh':
      return `nobody reads old data any more: ${fact.database} ${FRESH[fact.why]}`;
    case 'slow':
      return `an answer takes about ${inWords(fact.takes)} on average${fact.p95 === undefined || fact.p95 <= fact.takes ? '' : `, one in twenty more than ${inWords(fact.p95)}`}${fact.cause === undefined ? '' : reasons([fact.cause])}`;
    case 'quick':
      return 'answers come quickly again';
    case 'vip':
      return holding(fact.holders);
    case 'queue-full':
      return `${fact.hangs ? 'hangs, and its accept queue is full' : 'has a full accept queue'}: its kernel drops every new connection`;
    case 'still-avoided':
      return `would answer, but ${list(fact.by)} ${fact.by.length === 1 ? 'leaves' : 'leave'} it alone for up to ${inWords(fact.for)} more`;
    case 'asks-again':
      return `asks ${fact.target} again, in vain: requests wait for that, and will every ${inWords(fact.every)} or so`;
    case 'flood':
      return `sends ${roughly(fact.rate)} requests/s to ${fact.at}${fact.passes ? '' : `: the firewall of ${fact.host} lets none of them in`}`;
    case 'flood-ends':
      return `leaves ${fact.host} alone`;
  }
}

const FRESH: Readonly<Record<Fresh, string>> = {
  'caught-up': 'has caught up',
  primary: 'is the primary now',
  unread: 'is asked nothing',
};

/** With two digits that count. */
function roughly(count: number): number {
  const scale = 10 ** Math.max(0, `${Math.round(count)}`.length - 2);
  return Math.round(count / scale) * scale;
}

/** What a fault has done, while it lasts. */
function happened({ verb, place, kind, meaning }: Happened): string {
  const [a = '', b = ''] = place;
  switch (verb) {
    case 'kill':
    case 'stop':
      return `${a} is gone`;
    case 'pause':
      return `${a} hangs`;
    case 'power-off':
      return `${a} is off`;
    case 'drain':
      return `${b} gets nothing new`;
    case 'weight':
      return `${b} ${meaning}`;
    case 'deploy':
      return `every ${a.replaceAll('-', ' ')} runs new code`;
    case 'failover':
    case 'switchover':
      return `${a} is the primary now`;
    case 'cpu-hog':
      return meaning.replace('its', `${a}'s`);
    case 'spike':
      return `${meaning} come`;
    case 'attack':
      return `${a} is flooded`;
    default:
      if (kind === 'link') return b === '' ? `${a} is cut off` : `${meaning} between ${a} and ${b}`;
      return kind === 'site' ? meaning : `${a} ${meaning}`;
  }
}

function hurting(hurt: Hurt): string {
  if (hurt === 'nobody') return ', and no user notices';
  if (hurt === 'hardly') return ', and hardly a user notices';
  if ('slower' in hurt) {
    const [takes, usual] = [hurt.takes, hurt.usual].map((time) => inWords(Math.round(time / 1000) * 1000));
    return `: no request fails, but ${hurt.slower} take ${takes} on average instead of ${usual}`;
  }
  return `; ${plural(hurt.requests, 'request')} took long or failed${hurt.isOver ? ', and none does now' : ' so far'}`;
}

function thanks(to: Substitute | undefined): string {
  switch (to?.kind) {
    case undefined:
      return '';
    case 'answers':
      return `: ${list(to.by)} ${to.by.length === 1 ? 'takes' : 'take'} its requests`;
    case 'reads':
      return `: reads go to ${list(to.by)}`;
    case 'holds':
      return `: ${to.by} has ${to.vip}`;
    case 'spare':
      return ': it was a spare';
    case 'cache':
      return ': whoever knows the address asks nobody for it';
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

function requests(share: Share): string {
  if (typeof share === 'number') return `every ${ordinal(share)} request`;
  return share === 'all' ? 'every request' : `${share === 'few' ? 'a few' : share} requests`;
}

function waits(share: Share): string {
  return typeof share === 'number' || share === 'all' ? 'waits' : 'wait';
}

function failing(share: Share, outcome: string): string {
  if (share === 'all') return 'nobody gets an answer';
  const isOne = typeof share === 'number';
  if (outcome === 'client-timeout') {
    const users = requests(share).replace(/requests?$/, isOne ? 'user' : 'users');
    return `${users} ${isOne ? 'gives' : 'give'} up waiting`;
  }
  return `${requests(share)} ${isOne ? 'fails' : 'fail'}`;
}

/** How a request ends without an answer, where nobody is to blame for it. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['refused', 'connections are refused'],
  ['reset', 'connections break'],
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
  return `${list(first.by)} still ${believe(first.by)} in ${list(known.map(({ server }) => server))}`;
}

/** Why, as a sentence without its full stop. */
export function reason(cause: Cause): string {
  switch (cause.kind) {
    case 'believes':
      return `${list(cause.by)} still ${believe(cause.by)} in ${cause.server}`;
    case 'no-server':
      return cause.areDrained
        ? `all servers of ${list(cause.balancers)} are drained`
        : `${list(cause.balancers)} ${believe(cause.balancers)} in no server at all`;
    case 'kept-out':
      return `the firewall of ${cause.host} lets nothing in from ${cause.from} to ${cause.at}`;
    case 'stale-address':
      return `what is sent to ${cause.vip} still goes to ${cause.host}, which has let go of it`;
    case 'cut-off':
      return `${list(cause.from)} can't reach ${cause.at}${cause.for === undefined ? '' : cause.for === 'writes' ? ' to write' : ' to read'}`;
    case 'lossy':
      return `packets get lost between ${cause.from} and ${cause.at}`;
    case 'delayed':
      return `packets are slow between ${cause.from} and ${cause.at}`;
    case 'avoids':
      return `${list(cause.by)} still ${cause.by.length === 1 ? 'avoids' : 'avoid'} ${list(cause.targets)}`;
    case 'read-only':
      return `${cause.database} accepts no writes`;
    case 'trouble':
      return `${troubles(cause.at, cause.how)}${busy(cause.busy)}`;
    case 'dns':
      return cause.isBack
        ? 'the name resolves again, but whoever asked meanwhile remembers that it did not'
        : "the name doesn't resolve";
    case 'tls':
      return 'browsers refuse the certificate';
  }
}

function busy(hosts: readonly Id[]): string {
  return hosts.length === 0 ? '' : ` (${list(hosts)} ${hosts.length === 1 ? 'has' : 'have'} no CPU left)`;
}

function unseen(cause: Cause): string {
  const { by, behind } = cause.kind === 'trouble' ? cause.unseen : { by: [], behind: [] };
  return by.length === 0 ? '' : `, and the checks of ${list(by)} go no further than ${list(behind)}`;
}

function believe(balancers: readonly Id[]): string {
  return balancers.length === 1 ? 'believes' : 'believe';
}

function troubles(at: readonly Id[], how: How): string {
  const one = at.length === 1;
  switch (how) {
    case 'refuses':
      return `${list(at)} ${one ? 'refuses' : 'refuse'} connections`;
    case 'silent':
      return `${list(at)} ${one ? "doesn't" : "don't"} answer`;
    case 'errors':
      return `${list(at)} ${one ? 'answers' : 'answer'} with errors`;
    case 'alone':
      return `${list(at)} had nobody to send requests to`;
    case 'queue':
      return `requests queue at ${list(at)}`;
    case 'slow':
      return `${list(at)} ${one ? 'is' : 'are'} slow`;
    case 'awaits-replica':
      return `${list(at)} ${one ? 'waits' : 'wait'} for a replica to acknowledge writes`;
    case 'no-power':
      return `${list(at)} ${one ? 'has' : 'have'} no power`;
    case 'away':
      return `${list(at)} ${one ? 'was' : 'were'} gone for a moment`;
  }
}

function holding(holders: readonly Holder[]): string {
  if (holders.length === 0) return 'is held by nobody now';
  if (holders.length === 1) return `has one holder again, ${list(holders.map(({ id }) => id))}`;
  const [mute] = holders.filter(({ state }) => state !== 'up');
  const why =
    mute === undefined
      ? 'neither hears the other'
      : mute.state === 'paused'
        ? `${mute.id} hangs and doesn't let go of it`
        : `${mute.id} is gone and has left it behind`;
  return `is held by ${list(holders.map(({ host }) => host))}: ${why}`;
}

function alone(ids: readonly Id[]): string {
  return ids.length === 1 ? `${ids[0]} alone` : list(ids);
}

/** `a`, `a and b`, `a, b and c` */
function list(ids: readonly Id[]): string {
  const [last = '', ...before] = [...ids].reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`;
}

const ORDINALS = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** `third` */
function ordinal(count: number): string {
  return ORDINALS[count] ?? `${count}th`;
}
