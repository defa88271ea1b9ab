/** An incident report as markdown: on the screen, in lines and in a file it is the same text. */
import { incidentWords as words } from '../../messages/incident.ts';
import { plainLine } from '../../text/plain-text.ts';
import type { Sum } from '../compare/side-by-side.ts';
import { type Incident, MONTH_DAYS } from './incident.ts';

/** What the same night came to with one switch in another position. */
export interface OtherSum {
  readonly change: string;
  readonly sum: Sum;
}

const MOST_LINES = 40;
const MOST_OTHERS = 3;

/**
 * The whole report.
 *
 * @param others the same night with other settings; undefined: they were not tried, or are not to be told
 */
export function incidentMarkdown(incident: Incident, others: readonly OtherSum[] | undefined): string {
  const { heads } = words;
  const parts = [
    [`# ${escaped(words.title(incident.site))}`],
    [escaped(words.run(incident.seconds, incident.seed))],
    part(heads.impact, impactItems(incident)),
    part(heads.cause, incident.cause.length === 0 ? [words.noCause] : incident.cause.map(words.link)),
    ...(incident.timeline.length === 0 ? [] : [part(heads.detection, detectionItems(incident))]),
    part(heads.timeline, timelineItems(incident)),
    part(heads.done, incident.done.length === 0 ? [words.nothingDone] : incident.done.map(words.line)),
    part(heads.budget, budgetItems(incident)),
    ...(incident.settings.length === 0 ? [] : [part(heads.settings, incident.settings.map(words.setting))]),
    ...(others === undefined || others.length === 0
      ? []
      : [part(heads.others, otherItems(incident.impact, others))]),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function part(head: string, items: readonly string[]): readonly string[] {
  return [`## ${head}`, '', ...items.map((item) => `- ${escaped(item)}`)];
}

function impactItems({
  impact,
  availability,
  outcomes,
  hurt,
  waiting,
  lost,
  stale,
}: Incident): readonly string[] {
  return [
    words.users(impact),
    words.requests(impact, availability),
    ...(outcomes.length === 0 ? [] : [words.outcomes(outcomes)]),
    hurt === undefined ? words.notHurt : words.hurt(hurt, impact.outageSeconds),
    ...(waiting === 0 ? [] : [words.waiting(waiting)]),
    ...(lost === 0 ? [] : [words.lost(lost)]),
    ...(stale === 0 ? [] : [words.stale(stale)]),
  ];
}

function detectionItems({ noticed, alert, hasAlerts }: Incident): readonly string[] {
  const noAlert = hasAlerts ? words.noAlert : words.noMonitoring;
  return [
    noticed === undefined ? words.nobody : words.noticed(noticed),
    alert === undefined ? noAlert : words.alert(alert),
  ];
}

function timelineItems({ timeline }: Incident): readonly string[] {
  if (timeline.length === 0) return [words.nothing];
  const more = timeline.length - MOST_LINES;
  return [...timeline.slice(0, MOST_LINES).map(words.line), ...(more > 0 ? [words.more(more)] : [])];
}

function budgetItems({ budget }: Incident): readonly string[] {
  return [
    words.allowed(budget, MONTH_DAYS),
    budget.spent > 1 ? words.overspent(budget) : words.spent(budget),
  ];
}

/** Those that would have hurt fewer, the best first. */
function otherItems(impact: Sum, others: readonly OtherSum[]): readonly string[] {
  const better = others
    .filter(({ sum }) => sum.usersHurt < impact.usersHurt && sum.failed <= impact.failed)
    .toSorted((a, b) => a.sum.usersHurt - b.sum.usersHurt || a.sum.failed - b.sum.failed)
    .slice(0, MOST_OTHERS);
  if (better.length === 0) return [words.noBetter(others.length)];
  return better.map(({ change, sum }) => words.other(change, sum, impact));
}

/** Names are no markdown, whatever is in them. */
function escaped(text: string): string {
  return plainLine(text).replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
