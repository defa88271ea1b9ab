import type { Cause, Fact, Share } from '../story/fact.ts';
import type { Id } from '../topology/types.ts';
import { inWords } from './simulator-events.ts';

/** Who a fact is about, as the log names it before the sentence. */
export function factSubject(fact: Fact): string {
  if (fact.kind === 'vip') return fact.vip;
  return fact.kind === 'two-writers' ? 'writes' : 'users';
}

/** A fact as a sentence without its subject where that isn't the users. */
export function factSentence(fact: Fact): string {
  switch (fact.kind) {
    case 'waits':
      return `${requests(fact.share)} ${fact.share === 'few' ? 'wait' : waits(fact.share)}${reason(fact.cause)}`;
    case 'fails':
      return failing(fact.share, fact.outcome) + reason(fact.cause, fact.outcome);
    case 'answered':
      return `${fact.leftOver ? 'new requests are' : 'every request is'} answered again${fact.by === undefined ? '' : `, by ${alone(fact.by)}`}`;
    case 'answers':
      return `${list(fact.by)} ${fact.by.length === 1 ? 'answers every request alone' : 'share the requests now'}`;
    case 'writes-stop':
      return `writes ${fact.how}: nobody accepts them`;
    case 'writes-again':
      return `writes are accepted again${fact.by.length === 0 ? '' : `, by ${list(fact.by)}`}`;
    case 'two-writers':
      return `are accepted by ${list(fact.by)} both: split brain`;
    case 'lost':
      return fact.count === 1 ? '1 acknowledged write is lost' : `${fact.count} acknowledged writes are lost`;
    case 'stale':
      return `some read old data: ${fact.replica} ${fact.lag === undefined ? 'gets nothing from its source' : `is ${inWords(fact.lag)} behind`}`;
    case 'slow':
      return `an answer takes about ${inWords(fact.takes)}${fact.at.length === 0 ? '' : `: requests queue at ${list(fact.at)}`}`;
    case 'quick':
      return 'answers come quickly again';
    case 'vip':
      return holding(fact.holders);
  }
}

/** Whether a fact is good news, bad news or neither. */
export function factTone({ kind }: Fact): 'good' | 'bad' | 'plain' {
  if (kind === 'answered' || kind === 'writes-again' || kind === 'quick') return 'good';
  return kind === 'answers' || kind === 'vip' ? 'plain' : 'bad';
}

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

const OUTCOMES: Readonly<Record<string, string>> = {
  refused: 'connections are refused',
  reset: 'connections break',
  dns: "the name doesn't resolve",
  tls: 'browsers refuse the certificate',
  'client-timeout': 'they give up waiting',
};

function reason(cause: Cause | undefined, outcome = ''): string {
  if (outcome === 'dns' || outcome === 'tls') return `: ${OUTCOMES[outcome]}`;
  if (cause === undefined)
    return outcome === 'client-timeout' || OUTCOMES[outcome] === undefined ? '' : `: ${OUTCOMES[outcome]}`;
  switch (cause.kind) {
    case 'believes':
      return `: ${list(cause.balancers)} still ${believe(cause.balancers)} in ${cause.server}`;
    case 'no-server':
      return `: ${list(cause.balancers)} ${believe(cause.balancers)} in no server at all`;
    case 'trouble':
      return `: ${troubles(cause.at, cause.how)}`;
  }
}

function believe(balancers: readonly Id[]): string {
  return balancers.length === 1 ? 'believes' : 'believe';
}

function troubles(at: readonly Id[], how: Extract<Cause, { kind: 'trouble' }>['how']): string {
  const one = at.length === 1;
  switch (how) {
    case 'refuses':
      return `${list(at)} ${one ? 'refuses' : 'refuse'} connections`;
    case 'silent':
      return `${list(at)} ${one ? "doesn't" : "don't"} answer`;
    case 'errors':
      return `${list(at)} ${one ? 'answers' : 'answer'} with errors`;
    case 'queue':
      return `requests queue at ${list(at)}`;
  }
}

function holding(holders: readonly Id[]): string {
  if (holders.length === 0) return 'is held by nobody now';
  if (holders.length === 1) return `has one holder again, ${list(holders)}`;
  return `is held by ${list(holders)} both: neither hears the other`;
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
