import type { RequestTrace } from '../simulator/trace.ts';
import type { Decision } from '../story/request/decision.ts';
import type { Step } from '../story/request/waterfall.ts';
import type { Setting } from '../story/setting.ts';
import { excerpt } from '../text/excerpt.ts';
import type { Micros } from '../topology/types.ts';
import { messagesOf } from './language.ts';
import { inWords } from './simulator-events.ts';

const t = messagesOf('follow');

const packets = (lost: number) => (lost === 0 ? '' : t`, ${lost} ${['packet', 'packets']} lost on the way`);

/** A step as its row says it: who, and what. */
export function stepWords(step: Step): string {
  return step.who === 'users' ? t`user ${stepVerb(step)}` : `${step.who} ${stepVerb(step)}`;
}

function stepVerb({ kind, whom, status, lost, handshake }: Step): string {
  switch (kind) {
    case 'resolves':
      return t`asks for the address`;
    case 'asks':
      return t`asks ${whom}${handshake > 0 ? t`, TLS handshake ${inWords(handshake)}` : ''}${packets(lost)}`;
    case 'is-refused':
      return t`is refused by ${whom}`;
    case 'is-unheard':
      return t`hears nothing from ${whom}${packets(lost)}`;
    case 'waits':
      return t`has it in its accept queue`;
    case 'is-not-taken':
      return t`has it in its accept queue, and does not take it`;
    case 'queues':
      return t`queues it: no server has a free place`;
    case 'works':
      return t`works on it`;
    case 'is-silent':
      return t`has it, and does not answer`;
    case 'turns-around':
      return t`waits to try again (turn-around)`;
    case 'awaits-replica':
      return t`waits until a replica has the row`;
    case 'answers':
      return t`answers ${status ?? ''}`.trim();
    case 'closes':
      return t`closes the connection`;
    case 'gives-up':
      return t`waits for ${whom} no longer`;
  }
}

const outcomes = new Map([
  ['refused', t`failed: connection refused`],
  ['reset', t`failed: connection reset`],
  ['client-timeout', t`failed: its user waited no longer`],
  ['dns', t`failed: the name did not resolve`],
  ['tls', t`failed: the certificate has expired`],
]);

export const followWords = {
  title: ({ number, write, client, start }: RequestTrace) =>
    t`Request ${number}: a ${write ? t`write` : t`read`} of user ${client}, begun at ${(start / 1_000_000).toFixed(3)} s`,
  outcome: ({ outcome, start, ended }: RequestTrace, now: Micros) =>
    outcome === undefined
      ? t`It has waited ${inWords(now - start)} and is not answered yet.`
      : t`After ${inWords((ended ?? now) - start)} it ${outcomes.get(outcome) ?? t`was answered ${outcome}`}.`,
  screen: t`Follow a request`,
  /** in the drawing, at whoever never had it */
  way: { refused: t`refused it`, unheard: t`not heard of` },
  which: {
    slowest: () => t`the slowest so far`,
    failed: () => t`the newest that failed`,
    oldest: () => t`the one that waits longest`,
    next: () => t`the next one`,
    through: (id: string) => t`the next one through ${id}`,
  },
  waiting: {
    next: t`Waiting for the next request.`,
    through: (id: string) => t`Waiting for a request that reaches ${id}.`,
  },
  status: { over: t`over`, stopped: t`stopped`, slow: t`under way` },
  keys: {
    slowest: { label: t`slowest`, help: t`The request that took longest so far` },
    failed: { label: t`failed`, help: t`The newest request that failed` },
    oldest: { label: t`waiting`, help: t`The request that has waited longest and has no answer yet` },
    next: {
      label: t`next`,
      help: t`The next request that begins, twenty times slower until it has taken a second`,
    },
    through: (id: string) => ({ label: t`via ${id}`, help: t`The next request that reaches ${id}` }),
    try: (change: string) => ({
      label: t`what if`,
      help: t`The same run with ${change}, side by side with this one`,
    }),
    stop: { label: t`stop`, help: t`Stop the time, or let it go on` },
    go: { label: t`go on`, help: t`Stop the time, or let it go on` },
    scroll: { label: '', help: t`Scroll` },
    close: { label: t`back`, help: t`Back to the drawing` },
  },
  at: t`at`,
  took: t`took`,
  goesOn: t`goes on`,
  decision: decisionSentence,
  none: {
    slowest: t`No request is decided yet.`,
    failed: t`No request has failed.`,
    next: t`No request has begun since then.`,
    oldest: t`Nobody waits for an answer.`,
  },
  notKnown: (word: string) =>
    t`follow needs slowest, failed, oldest, next or the number of a request; "${excerpt(word)}" is none of them.`,
  notBegun: (number: number, begun: number) =>
    t`There is no request ${number}: ${begun === 0 ? t`none has begun` : t`${begun} ${['request', 'requests']} began`}.`,
};

/** A time that nobody notices is not worth a sentence where something failed. */
const NOTICED: Micros = 50_000;

/** What decided, in a sentence or two. */
function decisionSentence(decision: Decision, { outcome }: RequestTrace): string {
  const { setting, helps, longest, ruling } = decision;
  const time =
    longest === undefined || (ruling !== undefined && longest.takes < NOTICED)
      ? undefined
      : t`It spent ${inWords(longest.takes)} on this: ${stepWords(longest)}.`;
  const parts = [
    rulingWords(decision, outcome),
    time,
    setting && settingWords(setting),
    helps && t`What would help: --set ${helps}.`,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

export function settingWords({ of, field, value }: Setting): string {
  return t`The setting that ruled: ${of}.${field}=${value}.`;
}

function rulingWords({ ruling, tries }: Decision, outcome: string | undefined): string | undefined {
  if (ruling === undefined) return undefined;
  const { by, name, about } = ruling;
  const times = tries > 1 ? t` ${tries} times` : '';
  switch (name) {
    case 'goes-elsewhere':
      return t`${by === 'users' ? t`The user` : by} got nothing from ${about}${times} and went elsewhere.`;
    case 'no-retry-left':
      return t`${by} tried ${about}${times}, had no retry left, and answered ${outcome ?? t`an error`}.`;
    case 'not-retried':
      return t`${by} got no good answer from ${about}, and such a failure is not tried again.`;
    case 'no-server':
      return about === undefined
        ? t`${by} had nobody to ask.`
        : t`${by} got nothing from ${about}, and had nobody else to ask.`;
    case 'connect-timeout':
      return t`${by} could not connect to ${about}${times}.`;
    case 'read-timeout':
      return t`${by} waited for the answer of ${about} in vain.`;
    case 'queue-timeout':
      return t`${by} kept it in its queue until it had been there too long.`;
    case 'marked-down':
      return t`${by} marked ${about} down and ended what it had there.`;
    case 'out-of-patience':
      return t`The user had waited as long as users do.`;
    case 'no-address':
      return t`The user got no address for the name.`;
    case 'certificate-expired':
      return t`The browser refused the certificate: it has expired.`;
    case 'read-only':
      return t`${by} takes no writes: it is read-only.`;
    case 'disk-full':
      return t`${by} has no space left on its disk.`;
    case 'no-connections-left':
      return t`${by} had no connection left to give.`;
    case 'answers-errors':
      return t`${by} answered with an error of its own.`;
    case 'not-logged-in':
      return t`${by} does not know this user's login.`;
    default:
      return undefined;
  }
}
