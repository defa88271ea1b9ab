import type { Difference } from '../story/compare/side-by-side.ts';
import { excerpt } from '../text/excerpt.ts';
import { plural } from './plural.ts';

export const compareWords = {
  title: (topology: string, seconds: string, seed: number, faults: readonly string[]) =>
    `${topology}: the same ${seconds} twice, seed ${seed}${faults.length === 0 ? '' : `, with ${faults.join(', ')}`}`,
  screen: 'What if',
  with: (name: string) => `with ${name}`,
  happened: (name: string) => `what happened ${name === 'as it is' ? name : `with ${name}`}`,
  status: { catchingUp: 'catching up', stopped: 'stopped', live: 'side by side' },
  /** over the columns of numbers, where there is room for it */
  long: {
    usersHurt: 'users hurt',
    failed: 'failed',
    slow: 'over 1 s',
    outageSeconds: 'seconds out',
    writesLost: 'writes lost',
    hosts: 'hosts',
  } as const satisfies Partial<Record<keyof Difference, string>>,
  short: {
    usersHurt: 'hurt',
    failed: 'failed',
    slow: '1 s+',
    outageSeconds: 'outage',
    writesLost: 'lost',
    hosts: 'hosts',
  } as const satisfies Partial<Record<keyof Difference, string>>,
  keys: {
    stop: { label: 'stop', help: 'Stop the time in both' },
    go: { label: 'go', help: 'Let the time go on in both' },
    speed: { label: 'speed', help: 'Slower or faster: 1x, 2x, 4x, 10x' },
    take: { label: 'break it so', help: 'Open the changed site, to break it by hand' },
    close: { label: 'back', help: 'Back to the run as it was' },
    choose: { label: 'step', help: 'Choose a step of the way' },
    open: { label: 'break it', help: 'Open the site of this step, to break it by hand' },
    leave: { label: 'back', help: 'Back' },
  },
  asItIs: 'as it is',
  changed: 'changed',
  difference: 'difference',
  rows: {
    usersHurt: 'users hurt',
    failed: 'requests failed',
    slow: 'answered after 1 s or more',
    outageSeconds: 'seconds of outage',
    writesLost: 'writes lost',
    hosts: 'hosts paid for',
  } as const satisfies Partial<Record<keyof Difference, string>>,
  hurtMeans:
    'A user is hurt when a request fails or has no answer for a second; in a second of outage most fail.',
  chart: 'Failed requests, second by second; a dot is none, 9 is the most',
  most: (count: number) => `(${count}/s)`,
  sentence: differenceSentence,
  notAChange: (text: string) =>
    `"${excerpt(text)}" is no change: write "set redispatch=on", "fault 20s kill web-1", "no faults", "no 10s kill web-2" or "topology scaled-up".`,
  noSuchFault: (what: string) =>
    `There is no fault "${excerpt(what)}" to leave out; give the ones that happen with --fault.`,
  needsChange: 'compare needs one change, such as --with "set redispatch=on".',
  withoutRun:
    'compare --stages takes no topology, no fault and no change: it runs its own night in every stage.',
  noStages: 'This course has no stages to walk through.',
  stages: (seconds: string, seed: number) =>
    `The stages of the course in the same night of ${seconds}, seed ${seed}: from each stage one switch at a time, as long as one lets fewer requests fail or wait.`,
  night:
    'A web server dies, an application hangs, the host of the primary loses its power, a balancer dies; each is repaired after 30 s.',
  columns: { hosts: 'hosts', hurt: 'hurt', failed: 'failed', gain: 'gain', outage: 'outage', lost: 'lost' },
  point: (title: string, change: string | undefined) => (change === undefined ? title : `  ${change}`),
  seconds: (count: number) => `${count} s`,
  interrupted: 'Stopped: half of a comparison says nothing.',
  wayScreen: 'The way through the stages',
  wayIntro: (seconds: string) =>
    `Every stage in the same night of ${seconds}: a web server dies, an application hangs, the host of the primary loses its power, a balancer dies, each for 30 s. From each stage one switch at a time, as long as fewer requests fail or wait.`,
  trying: (title: string, change: string | undefined) =>
    `Trying ${title}${change === undefined ? ' as it stands' : ` with ${change}`} ...`,
  walkingShort: (nights: number) => plural(nights, 'night'),
  wayWhole: 'whole',
  walking: (points: number) => `${plural(points, 'run')} of the night done; Ctrl-C stops`,
} as const;

/** What the change made of the night, and what it costs. */
function differenceSentence(
  change: string,
  { usersHurt, outageSeconds, writesLost, hosts, failed, slow }: Difference,
): string {
  const effects = [
    usersHurt !== 0 &&
      `${plural(Math.abs(usersHurt), 'user')} ${fewer(usersHurt)} ${Math.abs(usersHurt) === 1 ? 'is' : 'are'} hurt`,
    usersHurt === 0 &&
      failed !== 0 &&
      `${plural(Math.abs(failed), 'request')} ${fewer(failed)} fail${Math.abs(failed) === 1 ? 's' : ''}`,
    usersHurt === 0 &&
      failed === 0 &&
      slow !== 0 &&
      `${plural(Math.abs(slow), 'answer')} ${fewer(slow)} took a second`,
    outageSeconds !== 0 &&
      `the outage is ${Math.abs(outageSeconds)} s ${outageSeconds < 0 ? 'shorter' : 'longer'}`,
    writesLost !== 0 &&
      `${plural(Math.abs(writesLost), 'write')} ${fewer(writesLost)} ${Math.abs(writesLost) === 1 ? 'is' : 'are'} lost`,
  ].filter((effect) => effect !== false);
  const price =
    hosts === 0 ? 'for the same number of hosts' : `for ${plural(Math.abs(hosts), 'host')} ${fewer(hosts)}`;
  if (effects.length === 0) return `With ${change} this night is no different for the users, ${price}.`;
  return `With ${change} ${joined(effects)}, ${price}.`;
}

function fewer(count: number): string {
  return count < 0 ? 'fewer' : 'more';
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
