/** The first thirty seconds. */
import type { FirstOutage, Reader } from '../story/first-outage.ts';
import type { Id, Micros } from '../topology/types.ts';
import { plural } from './plural.ts';
import { inWords } from './simulator-events.ts';

const seconds = (micros: Micros) => `${(micros / 1_000_000).toFixed(1)} s`;

export const introWords = {
  title: 'Ana reads a website',
  status: (at: Micros) => seconds(at),
  /** what she does now */
  reader: (
    { waits, seesError, failures, pages, since, outcome }: Reader,
    now: Micros,
    isKilled: boolean,
  ): string => {
    if (waits && now - since >= 300_000) return `Ana clicked, and waits: ${seconds(now - since)} so far.`;
    if (seesError) return `Ana sees an error: ${outcome}.`;
    if (failures > 0) return 'Ana got a page this time.';
    return isKilled
      ? `Ana is reading. She doesn't know yet.`
      : `Ana is reading: ${plural(pages, 'page')} so far.`;
  },
  readsAgain: 'Ana is reading again.',
  ask: (server: Id) => `Press Enter to kill ${server}, the web server that answers her.`,
  killed: (server: Id) => `${server} is dead. Nobody has told the load balancer in front of it.`,
  /** what happened, in two sentences */
  happened: ({ server, balancer, hurt, noticed, heir }: FirstOutage): readonly [string, string] => [
    hurt === undefined
      ? `${server} was dead, and ${balancer} believed in it for another ${seconds(noticed.after)}; Ana happened to ask for nothing meanwhile.`
      : `${server} was dead, but ${balancer} believed in it for another ${seconds(noticed.after)}: ${
          hurt.count === 1 ? "one of Ana's clicks" : `${hurt.count} of Ana's clicks`
        } ended in an error, the first with ${hurt.outcome} after ${inWords(hurt.took)}.`,
    `Then ${noticed.checks} failed checks told ${balancer} the truth, and ${heir} has answered her since, though nobody repaired a thing.`,
  ],
  goOn: 'Press Enter for the course: it is about why, and what would have been better.',
  notFound: "This course has no website of Ana's.",
  plainAsk: (server: Id) =>
    `Ana is reading. Press Enter to kill ${server}, the web server that answers her (any word skips).`,
  plainGot: (outcome: string, took: Micros) =>
    outcome === '200'
      ? `Ana clicked, and had her page after ${inWords(took)}.`
      : `Ana clicked, waited ${inWords(took)}, and got ${outcome}.`,
  keys: {
    kill: { label: 'kill her web server', help: 'Kill the web server that answers Ana' },
    goOn: { label: 'to the course', help: 'Go to the course map' },
  },
} as const;
