import { excerpt } from '../text/excerpt.ts';
import { plural } from './plural.ts';

function allowed(words: readonly string[]): string {
  return words.length === 0
    ? 'nothing here may be'
    : `what may be: ${words.map((word) => excerpt(word)).join(', ')}`;
}

/** What the program says about missions. */
export const missionWords = {
  mayNotChange: (subject: string, may: readonly string[]) =>
    `In this mission ${excerpt(subject)} can't be changed; ${allowed(may)}.`,
  mayNotDo: (verb: string, may: readonly string[]) =>
    `In this mission you can't use "${excerpt(verb)}"; ${allowed(may)}.`,
  tooMany: (changes: number, most: number) =>
    `That is ${plural(changes, 'change')}, and this mission allows ${most}: take some back.`,
};

const words = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;

/** What a mission says of itself before it is played. */
export const briefingWords = {
  about: (minutes: number) => `A mission of about ${plural(minutes, 'minute')}.`,
  may: 'What you may do',
  switches: (switches: readonly string[]) =>
    `Before the run: turn the ${switches.length === 1 ? 'switch' : 'switches'} ${words(switches)}.`,
  fields: (fields: readonly string[]) => `Before the run: set ${words(fields)}.`,
  faults: (verbs: readonly string[]) => `While it runs: ${words(verbs)}.`,
  changes: (most: number) => `${plural(most, 'change')} in all, no more.`,
  watchOnly: 'Watch. There is nothing to change.',
  monitorOnly: 'While it runs you see what the monitoring service knows, and nothing else.',
  goals: 'Goals',
  bonus: (says: string) => `${says} (bonus)`,
  lasts: (time: string, seeds: number) =>
    `The run takes ${time}. Then your play is judged over ${plural(seeds, 'seed')}, other than the one you watch: each goal has to be met with every one of them.`,
  stars:
    'Winning earns three stars, less one for each hint taken and each bonus goal missed, but never fewer than one. If you read the debrief before you win, the win earns one.',
  best: (stars: number) =>
    stars === 0 ? 'You have played it and not won yet.' : `Your best: ${plural(stars, 'star')} of 3.`,
  cannotShow: (problem: string) => `This mission can't be played: ${problem}`,
} as const;
