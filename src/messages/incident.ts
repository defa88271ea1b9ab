import type { Sum } from '../story/compare/side-by-side.ts';
import type { ErrorBudget, Incident, Noticed, TimelineLine } from '../story/incident/incident.ts';
import type { Explained } from '../story/why/cause-settings.ts';
import type { WhyLink } from '../story/why/link.ts';
import { plural, sentence } from './plural.ts';
import { inWords } from './simulator-events.ts';
import { storyWords } from './simulator-users.ts';
import { whyWords } from './why.ts';

const MICROS = 1_000_000;

/** `10 s`, `1 min 30 s` */
function span(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 90) return inWords(Math.round(seconds * MICROS));
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** A share in percent with two digits, never rounded to none nor to all. */
function percent(share: number): string {
  const text = (share * 100).toFixed(2);
  if (text === '0.00' && share > 0) return 'less than 0.01 %';
  if (text === '100.00' && share < 1) return 'more than 99.99 %';
  return `${Number(text)} %`;
}

function thousands(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `lb-1 marks web-2 down`; what somebody orders stands after a colon, and users are the subject themselves. */
function told(who: string, text: string): string {
  if (who === storyWords.users) return sentence(text);
  return sentence(who === storyWords.script || who === 'you' ? `${who}: ${text}` : `${who} ${text}`);
}

/** `8 users hurt instead of 84`; empty where it is the same. */
function instead(now: number, was: number, what: string): string {
  return now === was ? '' : `${thousands(now)} ${what} instead of ${thousands(was)}`;
}

const numbered = (count: number, one: string) => `${thousands(count)} ${count === 1 ? one : `${one}s`}`;

/** Words of the incident report. */
export const incidentWords = {
  title: (site: string) => `Incident report: ${site}`,
  run: (seconds: number, seed: number) => `A run of ${span(seconds)} with seed ${seed}.`,
  heads: {
    impact: 'Impact',
    cause: 'Cause',
    detection: 'Detection',
    timeline: 'Timeline',
    done: 'What was done',
    budget: 'Error budget',
    others: 'What another setting would have given',
    settings: 'Settings that ruled',
  },
  // impact
  users: ({ usersHurt, users }: Sum) =>
    `${thousands(usersHurt)} of ${numbered(users, 'user')} had a request that failed or waited for a second or more.`,
  requests: ({ failed, requests, slow }: Sum, availability: number) =>
    `${thousands(failed)} of ${numbered(requests, 'request')} failed${slow === 0 ? '' : `, and ${thousands(slow)} took a second or more`}: availability ${percent(availability)}.`,
  outcomes: (outcomes: Incident['outcomes']) =>
    `How they failed: ${outcomes.map(({ outcome, count }) => `${outcome} (${thousands(count)})`).join(', ')}.`,
  hurt: ({ from, to, seconds }: NonNullable<Incident['hurt']>, outage: number) =>
    `Requests failed in ${plural(seconds, 'second')} between ${from} s and ${Math.round(to)} s; in ${outage} of them most did.`,
  notHurt: 'No request failed.',
  waiting: (requests: number) => `${numbered(requests, 'request')} had no answer yet when it ended.`,
  lost: (writes: number) =>
    `${numbered(writes, 'acknowledged write')} ${writes === 1 ? 'was' : 'were'} lost.`,
  stale: (reads: number) => `${numbered(reads, 'answer')} ${reads === 1 ? 'was' : 'were'} out of date.`,
  // cause and detection
  link: ({ kind, t, text }: WhyLink) =>
    `${t === undefined ? '' : `${t.toFixed(1)} s, `}${whyWords.roles[kind]}: ${sentence(text)}`,
  noCause: 'Nothing that users noticed went wrong.',
  noticed: ({ who, text, after }: Noticed) => `${span(after)} after the fault: ${sentence(`${who} ${text}`)}`,
  nobody: 'No component of the site noticed it.',
  alert: ({ who, text, after }: Noticed) =>
    `${span(after)} after the fault the monitoring woke somebody: ${sentence(`${who} ${text}`)}`,
  noAlert: 'No alert fired.',
  noMonitoring: 'The site has no alerts: somebody had to see it.',
  // what happened, and what was done
  line: ({ t, who, text }: TimelineLine) => `${t.toFixed(1)} s, ${told(who, text)}`,
  more: (count: number) => `And ${plural(count, 'line')} more.`,
  nothing: 'Nothing happened.',
  nothingDone: 'Nothing was done by hand.',
  // budget
  allowed: ({ target, allowed, seconds }: ErrorBudget, days: number) =>
    `${percent(target)} over ${days} days lets ${numbered(allowed, 'request')} fail at this rate, or ${span(seconds)} of full outage.`,
  spent: ({ spent }: ErrorBudget) =>
    spent === 0 ? 'This run took nothing of it.' : `This run took ${percent(spent)} of it.`,
  overspent: ({ spent }: ErrorBudget) =>
    `This run took ${thousands(spent)} times as much as the month allows.`,
  // the same night otherwise
  other: (change: string, sum: Sum, was: Sum) => {
    const parts = [
      instead(sum.usersHurt, was.usersHurt, 'users hurt'),
      instead(sum.failed, was.failed, 'failed'),
      instead(sum.outageSeconds, was.outageSeconds, 'seconds of outage'),
      instead(sum.writesLost, was.writesLost, 'writes lost'),
    ];
    return `${change}: ${parts.filter((part) => part !== '').join(', ')}.`;
  },
  noBetter: (count: number) =>
    count === 1
      ? 'The other position of the switch would have hurt as many users.'
      : `None of the ${count} other positions of its switches would have hurt fewer users.`,
  setting: (setting: Explained) => whyWords.setting(setting),
  // on the screen, in lines, and on the command line
  making: 'The same run again, to be reported on, and with each other position of its switches.',
  made: (done: number, all: number) => `${done} of ${all}`,
  failed: (why: string) => `The report could not be made: ${why}`,
  screen: 'Incident report',
  moreBelow: (count: number) => (count === 1 ? '1 more line' : `${count} more lines`),
  written: (file: string) => `The incident report is in ${file}.`,
  keys: {
    scroll: { label: 'scroll', help: 'Scroll' },
    page: { label: '', help: 'Scroll by a page' },
  },
} as const;
