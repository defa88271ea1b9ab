import type { RequestTrace } from '../simulator/trace.ts';
import type { Decision } from '../story/request/decision.ts';
import type { Step } from '../story/request/waterfall.ts';
import type { Setting } from '../story/setting.ts';
import { excerpt } from '../text/excerpt.ts';
import type { Micros } from '../topology/types.ts';
import { plural } from './plural.ts';
import { inWords } from './simulator-events.ts';

const packets = (lost: number) => (lost === 0 ? '' : `, ${plural(lost, 'packet')} lost on the way`);

/** A step as its row says it: who, and what. */
export function stepWords(step: Step): string {
  return step.who === 'users' ? `user ${stepVerb(step)}` : `${step.who} ${stepVerb(step)}`;
}

function stepVerb({ kind, whom, status, lost, handshake }: Step): string {
  switch (kind) {
    case 'resolves':
      return 'asks for the address';
    case 'asks':
      return `asks ${whom}${handshake > 0 ? `, TLS handshake ${inWords(handshake)}` : ''}${packets(lost)}`;
    case 'is-refused':
      return `is refused by ${whom}`;
    case 'is-unheard':
      return `hears nothing from ${whom}${packets(lost)}`;
    case 'waits':
      return 'has it in its accept queue';
    case 'is-not-taken':
      return 'has it in its accept queue, and does not take it';
    case 'queues':
      return 'queues it: no server has a free place';
    case 'works':
      return 'works on it';
    case 'is-silent':
      return 'has it, and does not answer';
    case 'turns-around':
      return 'waits to try again (turn-around)';
    case 'awaits-replica':
      return 'waits until a replica has the row';
    case 'answers':
      return `answers ${status ?? ''}`.trim();
    case 'closes':
      return 'closes the connection';
    case 'gives-up':
      return `waits for ${whom} no longer`;
  }
}

const outcomes = new Map([
  ['refused', 'failed: connection refused'],
  ['reset', 'failed: connection reset'],
  ['client-timeout', 'failed: its user waited no longer'],
  ['dns', 'failed: the name did not resolve'],
  ['tls', 'failed: the certificate has expired'],
]);

export const followWords = {
  title: ({ number, write, client, start }: RequestTrace) =>
    `Request ${number}: a ${write ? 'write' : 'read'} of user ${client}, begun at ${(start / 1_000_000).toFixed(3)} s`,
  outcome: ({ outcome, start, ended }: RequestTrace, now: Micros) =>
    outcome === undefined
      ? `It has waited ${inWords(now - start)} and is not answered yet.`
      : `After ${inWords((ended ?? now) - start)} it ${outcomes.get(outcome) ?? `was answered ${outcome}`}.`,
  screen: 'Follow a request',
  /** in the drawing, at whoever never had it */
  way: { refused: 'refused it', unheard: 'not heard of' },
  which: {
    slowest: () => 'the slowest so far',
    failed: () => 'the newest that failed',
    oldest: () => 'the one that waits longest',
    next: () => 'the next one',
    through: (id: string) => `the next one through ${id}`,
  },
  waiting: {
    next: 'Waiting for the next request.',
    through: (id: string) => `Waiting for a request that reaches ${id}.`,
  },
  status: { over: 'over', stopped: 'stopped', slow: 'under way' },
  keys: {
    slowest: { label: 'slowest', help: 'The request that took longest so far' },
    failed: { label: 'failed', help: 'The newest request that failed' },
    oldest: { label: 'waiting', help: 'The request that has waited longest and has no answer yet' },
    next: {
      label: 'next',
      help: 'The next request that begins, twenty times slower until it has taken a second',
    },
    through: (id: string) => ({ label: `via ${id}`, help: `The next request that reaches ${id}` }),
    try: (change: string) => ({
      label: 'what if',
      help: `The same run with ${change}, side by side with this one`,
    }),
    stop: { label: 'stop', help: 'Stop the time, or let it go on' },
    go: { label: 'go on', help: 'Stop the time, or let it go on' },
    scroll: { label: '', help: 'Scroll' },
    close: { label: 'back', help: 'Back to the drawing' },
  },
  at: 'at',
  took: 'took',
  goesOn: 'goes on',
  decision: decisionSentence,
  none: {
    slowest: 'No request is decided yet.',
    failed: 'No request has failed.',
    next: 'No request has begun since then.',
    oldest: 'Nobody waits for an answer.',
  },
  notKnown: (word: string) =>
    `follow needs slowest, failed, oldest, next or the number of a request; "${excerpt(word)}" is none of them.`,
  notBegun: (number: number, begun: number) =>
    `There is no request ${number}: ${begun === 0 ? 'none has begun' : `${plural(begun, 'request')} began`}.`,
};

/** A time that nobody notices is not worth a sentence where something failed. */
const NOTICED: Micros = 50_000;

/** What decided, in a sentence or two. */
function decisionSentence(decision: Decision, { outcome }: RequestTrace): string {
  const { setting, helps, longest, ruling } = decision;
  const time =
    longest === undefined || (ruling !== undefined && longest.takes < NOTICED)
      ? undefined
      : `It spent ${inWords(longest.takes)} on this: ${stepWords(longest)}.`;
  const parts = [
    rulingWords(decision, outcome),
    time,
    setting && settingWords(setting),
    helps && `What would help: --set ${helps}.`,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

export function settingWords({ of, field, value }: Setting): string {
  return `The setting that ruled: ${of}.${field}=${value}.`;
}

function rulingWords({ ruling, tries }: Decision, outcome: string | undefined): string | undefined {
  if (ruling === undefined) return undefined;
  const { by, name, about } = ruling;
  const times = tries > 1 ? ` ${tries} times` : '';
  switch (name) {
    case 'goes-elsewhere':
      return `${by === 'users' ? 'The user' : by} got nothing from ${about}${times} and went elsewhere.`;
    case 'no-retry-left':
      return `${by} tried ${about}${times}, had no retry left, and answered ${outcome ?? 'an error'}.`;
    case 'not-retried':
      return `${by} got no good answer from ${about}, and such a failure is not tried again.`;
    case 'no-server':
      return about === undefined
        ? `${by} had nobody to ask.`
        : `${by} got nothing from ${about}, and had nobody else to ask.`;
    case 'connect-timeout':
      return `${by} could not connect to ${about}${times}.`;
    case 'read-timeout':
      return `${by} waited for the answer of ${about} in vain.`;
    case 'queue-timeout':
      return `${by} kept it in its queue until it had been there too long.`;
    case 'marked-down':
      return `${by} marked ${about} down and ended what it had there.`;
    case 'out-of-patience':
      return 'The user had waited as long as users do.';
    case 'no-address':
      return 'The user got no address for the name.';
    case 'certificate-expired':
      return 'The browser refused the certificate: it has expired.';
    case 'read-only':
      return `${by} takes no writes: it is read-only.`;
    case 'disk-full':
      return `${by} has no space left on its disk.`;
    case 'no-connections-left':
      return `${by} had no connection left to give.`;
    case 'answers-errors':
      return `${by} answered with an error of its own.`;
    case 'not-logged-in':
      return `${by} does not know this user's login.`;
    default:
      return undefined;
  }
}
