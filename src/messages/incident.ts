import type { Sum } from '../story/compare/side-by-side.ts';
import type { ErrorBudget, Incident, Noticed, TimelineLine } from '../story/incident/incident.ts';
import type { Explained } from '../story/why/cause-settings.ts';
import type { WhyLink } from '../story/why/link.ts';
import { messagesOf } from './language.ts';
import { sentence } from './plural.ts';
import { inWords } from './simulator-events.ts';
import { storyWords } from './simulator-users.ts';
import { whyWords } from './why.ts';

const t = messagesOf('incident');

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
  if (text === '0.00' && share > 0) return t`less than 0.01 %`;
  if (text === '100.00' && share < 1) return t`more than 99.99 %`;
  return `${Number(text)} %`;
}

function thousands(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `lb-1 marks web-2 down`; what somebody orders stands after a colon, and users are the subject themselves. */
function told(who: string, text: string): string {
  if (who === storyWords.users) return sentence(text);
  return sentence(who === storyWords.script || who === storyWords.you ? `${who}: ${text}` : `${who} ${text}`);
}

/** `8 users hurt instead of 84`; empty where it is the same. */
function instead(now: number, was: number, what: string): string {
  return now === was ? '' : `${thousands(now)} ${what} ${t`instead of ${thousands(was)}`}`;
}

const requestsOf = (count: number) => t.plural(count)`${thousands(count)} ${['request', 'requests']}`;

/** Words of the incident report. */
export const incidentWords = {
  title: (site: string) => t`Incident report: ${site}`,
  run: (seconds: number, seed: number) => t`A run of ${span(seconds)} with seed ${seed}.`,
  heads: {
    impact: t`Impact`,
    cause: t`Cause`,
    detection: t`Detection`,
    timeline: t`Timeline`,
    done: t`What was done`,
    budget: t`Error budget`,
    others: t`What another setting would have given`,
    settings: t`Settings that ruled`,
  },
  // impact
  users: ({ usersHurt, users }: Sum) =>
    t.plural(
      users,
    )`${thousands(usersHurt)} of ${thousands(users)} ${['user', 'users']} had a request that failed or waited for a second or more.`,
  requests: ({ failed, requests, slow }: Sum, availability: number) =>
    t`${thousands(failed)} of ${requestsOf(requests)} failed${slow === 0 ? '' : t`, and ${thousands(slow)} took a second or more`}: availability ${percent(availability)}.`,
  outcomes: (outcomes: Incident['outcomes']) =>
    t`How they failed: ${outcomes.map(({ outcome, count }) => `${outcome} (${thousands(count)})`).join(', ')}.`,
  hurt: ({ from, to, seconds }: NonNullable<Incident['hurt']>, outage: number) =>
    t`Requests failed in ${seconds} ${['second', 'seconds']} between ${from} s and ${Math.round(to)} s; in ${outage} of them most did.`,
  notHurt: t`No request failed.`,
  waiting: (requests: number) => t`${requestsOf(requests)} had no answer yet when it ended.`,
  lost: (writes: number) =>
    t.plural(writes)`${thousands(writes)} acknowledged ${['write was', 'writes were']} lost.`,
  stale: (reads: number) =>
    t.plural(reads)`${thousands(reads)} ${['answer was', 'answers were']} out of date.`,
  // cause and detection
  link: ({ kind, t, text }: WhyLink) =>
    `${t === undefined ? '' : `${t.toFixed(1)} s, `}${whyWords.roles[kind]}: ${sentence(text)}`,
  noCause: t`Nothing that users noticed went wrong.`,
  noticed: ({ who, text, after }: Noticed) =>
    t`${span(after)} after the fault: ${sentence(`${who} ${text}`)}`,
  nobody: t`No component of the site noticed it.`,
  alert: ({ who, text, after }: Noticed) =>
    t`${span(after)} after the fault the monitoring woke somebody: ${sentence(`${who} ${text}`)}`,
  noAlert: t`No alert fired.`,
  noMonitoring: t`The site has no alerts: somebody had to see it.`,
  // what happened, and what was done
  line: ({ t, who, text }: TimelineLine) => `${t.toFixed(1)} s, ${told(who, text)}`,
  more: (count: number) => t`And ${count} ${['line', 'lines']} more.`,
  nothing: t`Nothing happened.`,
  nothingDone: t`Nothing was done by hand.`,
  // budget
  allowed: ({ target, allowed, seconds }: ErrorBudget, days: number) =>
    t`${percent(target)} over ${days} days lets ${requestsOf(allowed)} fail at this rate, or ${span(seconds)} of full outage.`,
  spent: ({ spent }: ErrorBudget) =>
    spent === 0 ? t`This run took nothing of it.` : t`This run took ${percent(spent)} of it.`,
  overspent: ({ spent }: ErrorBudget) =>
    t`This run took ${thousands(spent)} times as much as the month allows.`,
  // the same night otherwise
  other: (change: string, sum: Sum, was: Sum) => {
    const parts = [
      instead(sum.usersHurt, was.usersHurt, t`users hurt`),
      instead(sum.failed, was.failed, t`failed`),
      instead(sum.outageSeconds, was.outageSeconds, t`seconds of outage`),
      instead(sum.writesLost, was.writesLost, t`writes lost`),
    ];
    return `${change}: ${parts.filter((part) => part !== '').join(', ')}.`;
  },
  noBetter: (count: number) =>
    count === 1
      ? t`The other position of the switch would have hurt as many users.`
      : t`None of the ${count} other positions of its switches would have hurt fewer users.`,
  setting: (setting: Explained) => whyWords.setting(setting),
  // on the screen, in lines, and on the command line
  making: t`The same run again, to be reported on, and with each other position of its switches.`,
  made: (done: number, all: number) => t`${done} of ${all}`,
  failed: (why: string) => t`The report could not be made: ${why}`,
  screen: t`Incident report`,
  moreBelow: (count: number) => t`${count} more ${['line', 'lines']}`,
  written: (file: string) => t`The incident report is in ${file}.`,
  keys: {
    scroll: { label: t`scroll`, help: t`Scroll` },
    page: { label: '', help: t`Scroll by a page` },
  },
} as const;
