import type { Difference } from '../story/compare/side-by-side.ts';
import { excerpt } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('compare');

const asItIs = t`as it is`;

export const compareWords = {
  title: (topology: string, seconds: string, seed: number, faults: readonly string[]) =>
    t`${topology}: the same ${seconds} twice, seed ${seed}${faults.length === 0 ? '' : t`, with ${faults.join(', ')}`}`,
  screen: t`What if`,
  with: (name: string) => t`with ${name}`,
  happened: (name: string) => (name === asItIs ? t`what happened as it is` : t`what happened with ${name}`),
  status: { catchingUp: t`catching up`, stopped: t`stopped`, live: t`side by side` },
  /** over the columns of numbers, where there is room for it */
  long: {
    usersHurt: t`users hurt`,
    failed: t`failed`,
    slow: t`over 1 s`,
    outageSeconds: t`seconds out`,
    writesLost: t`writes lost`,
    hosts: t`hosts`,
  } as const satisfies Partial<Record<keyof Difference, string>>,
  short: {
    usersHurt: t`hurt`,
    failed: t`failed`,
    slow: '1 s+',
    outageSeconds: t`outage`,
    writesLost: t`lost`,
    hosts: t`hosts`,
  } as const satisfies Partial<Record<keyof Difference, string>>,
  keys: {
    stop: { label: t`stop`, help: t`Stop the time in both` },
    go: { label: t`go`, help: t`Let the time go on in both` },
    speed: { label: t`speed`, help: t`Slower or faster: 1x, 2x, 4x, 10x` },
    take: { label: t`break it so`, help: t`Open the changed site, to break it by hand` },
    close: { label: t`back`, help: t`Back to the run as it was` },
    choose: { label: t`step`, help: t`Choose a step of the way` },
    open: { label: t`break it`, help: t`Open the site of this step, to break it by hand` },
    leave: { label: t`back`, help: t`Back` },
  },
  asItIs,
  changed: t`changed`,
  difference: t`difference`,
  rows: {
    usersHurt: t`users hurt`,
    failed: t`requests failed`,
    slow: t`answered after 1 s or more`,
    outageSeconds: t`seconds of outage`,
    writesLost: t`writes lost`,
    hosts: t`hosts paid for`,
  } as const satisfies Partial<Record<keyof Difference, string>>,
  hurtMeans: t`A user is hurt when a request fails or has no answer for a second; in a second of outage most fail.`,
  chart: t`Failed requests, second by second; a dot is none, 9 is the most`,
  most: (count: number) => `(${count}/s)`,
  sentence: differenceSentence,
  notAChange: (text: string) =>
    t`"${excerpt(text)}" is no change: write "set redispatch=on", "fault 20s kill web-1", "no faults", "no 10s kill web-2" or "topology scaled-up".`,
  noSuchFault: (what: string) =>
    t`There is no fault "${excerpt(what)}" to leave out; give the ones that happen with --fault.`,
  needsChange: t`compare needs one change, such as --with "set redispatch=on".`,
  withoutRun: t`compare --stages takes no topology, no fault and no change: it runs its own night in every stage.`,
  noStages: t`This course has no stages to walk through.`,
  stages: (seconds: string, seed: number) =>
    t`The stages of the course in the same night of ${seconds}, seed ${seed}: from each stage one switch at a time, as long as one lets fewer requests fail or wait.`,
  night: t`A web server dies, an application hangs, the host of the primary loses its power, a balancer dies; each is repaired after 30 s.`,
  columns: {
    hosts: t`hosts`,
    hurt: t`hurt`,
    failed: t`failed`,
    gain: t`gain`,
    outage: t`outage`,
    lost: t`lost`,
  },
  point: (title: string, change: string | undefined) => (change === undefined ? title : `  ${change}`),
  seconds: (count: number) => `${count} s`,
  interrupted: t`Stopped: half of a comparison says nothing.`,
  wayScreen: t`The way through the stages`,
  wayIntro: (seconds: string) =>
    t`Every stage in the same night of ${seconds}: a web server dies, an application hangs, the host of the primary loses its power, a balancer dies, each for 30 s. From each stage one switch at a time, as long as fewer requests fail or wait.`,
  trying: (title: string, change: string | undefined) =>
    t`Trying ${title}${change === undefined ? t` as it stands` : t` with ${change}`} ...`,
  walkingShort: (nights: number) => t.counted(nights, 'night'),
  wayWhole: t`whole`,
  walking: (points: number) => t`${points} ${['run', 'runs']} of the night done; Ctrl-C stops`,
} as const;

/** What the change made of the night, and what it costs. */
function differenceSentence(
  change: string,
  { usersHurt, outageSeconds, writesLost, hosts, failed, slow }: Difference,
): string {
  const effects = [
    usersHurt !== 0 &&
      t`${Math.abs(usersHurt)} ${['user', 'users']} ${fewer(usersHurt)} ${['is', 'are']} hurt`,
    usersHurt === 0 &&
      failed !== 0 &&
      t`${Math.abs(failed)} ${['request', 'requests']} ${fewer(failed)} ${['fails', 'fail']}`,
    usersHurt === 0 &&
      failed === 0 &&
      slow !== 0 &&
      t`${Math.abs(slow)} ${['answer', 'answers']} ${fewer(slow)} took a second`,
    outageSeconds !== 0 &&
      t`the outage is ${Math.abs(outageSeconds)} s ${outageSeconds < 0 ? t`shorter` : t`longer`}`,
    writesLost !== 0 &&
      t`${Math.abs(writesLost)} ${['write', 'writes']} ${fewer(writesLost)} ${['is', 'are']} lost`,
  ].filter((effect) => effect !== false);
  const price =
    hosts === 0
      ? t`for the same number of hosts`
      : t`for ${Math.abs(hosts)} ${['host', 'hosts']} ${fewer(hosts)}`;
  if (effects.length === 0) return t`With ${change} this night is no different for the users, ${price}.`;
  return t`With ${change} ${joined(effects)}, ${price}.`;
}

function fewer(count: number): string {
  return count < 0 ? t`fewer` : t`more`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : t`${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
