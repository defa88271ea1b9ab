/** The first thirty seconds. */
import type { FirstOutage, Reader } from '../story/first-outage.ts';
import type { Id, Micros } from '../topology/types.ts';
import { messagesOf } from './language.ts';
import { inWords } from './simulator-events.ts';

const t = messagesOf('intro');

const seconds = (micros: Micros) => `${(micros / 1_000_000).toFixed(1)} s`;

function failedClicks({ count, outcome, took }: NonNullable<FirstOutage['hurt']>): string {
  return count === 1
    ? t`one of Ana's clicks failed, with ${outcome} after ${inWords(took)}`
    : t`${count} of Ana's clicks failed, the first with ${outcome} after ${inWords(took)}`;
}

export const introWords = {
  title: t`Ana reads a website`,
  status: (at: Micros) => seconds(at),
  /** what she does now */
  reader: (
    { waits, seesError, failures, pages, since, outcome }: Reader,
    now: Micros,
    isKilled: boolean,
  ): string => {
    if (waits && now - since >= 300_000) return t`Ana clicked, and waits: ${seconds(now - since)} so far.`;
    if (seesError) return t`Ana sees an error: ${outcome}.`;
    if (failures > 0) return t`Ana got a page this time.`;
    return isKilled
      ? t`Ana is reading. She doesn't know yet.`
      : t`Ana is reading: ${pages} ${['page', 'pages']} so far.`;
  },
  readsAgain: t`Ana is reading again.`,
  ask: (server: Id) => t`Press Enter to kill ${server}, the web server that answers her.`,
  killed: (server: Id) => t`${server} is dead. Nobody has told the load balancer in front of it.`,
  noticed: (balancer: Id, server: Id) =>
    t`Now ${balancer} knows that ${server} is dead: its checks have failed, and nobody new is sent there.`,
  /** what happened, in two sentences */
  happened: ({ server, balancer, hurt, noticed, heir }: FirstOutage): readonly [string, string] => [
    hurt === undefined
      ? t`${server} was dead, and ${balancer} believed in it for another ${seconds(noticed.after)}; Ana happened to ask for nothing meanwhile.`
      : t`${server} was dead, but ${balancer} believed in it for another ${seconds(noticed.after)}: ${failedClicks(hurt)}.`,
    t`Then ${noticed.checks} failed checks told ${balancer} the truth, and ${heir} has answered her since, though nobody repaired a thing.`,
  ],
  goOn: t`Press Enter for the course: it is about why, and what would have been better.`,
  notFound: t`This course has no website of Ana's.`,
  plainAsk: (server: Id) =>
    t`Ana is reading. Press Enter to kill ${server}, the web server that answers her (any word skips).`,
  plainGot: (outcome: string, took: Micros) =>
    outcome === '200'
      ? t`Ana clicked, and had her page after ${inWords(took)}.`
      : t`Ana clicked, waited ${inWords(took)}, and got ${outcome}.`,
  keys: {
    kill: { label: t`kill her web server`, help: t`Kill the web server that answers Ana` },
    goOn: { label: t`to the course`, help: t`Go to the course map` },
  },
} as const;
