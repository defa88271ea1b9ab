/** The report as one page that needs nothing but itself: no script, nothing from elsewhere, every text escaped. */

import { fewestForDiscrimination } from '../../learner/class/item-statistics.ts';
import type { LearnerRow } from '../../learner/class/tally.ts';
import { classWords as words } from '../../messages/class.ts';
import { spokenCatalogue } from '../../messages/language.ts';
import { plainLine } from '../../text/plain-text.ts';
import {
  type ClassReport,
  checkedLines,
  hardestFirst,
  learnerCells,
  percent,
  type ToldItem,
  twoDigits,
} from './report.ts';

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;width:100%}th,td{padding:.3rem .6rem;border-bottom:1px solid #ddd;text-align:left;vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}meter{width:8rem}
@media(prefers-color-scheme:dark){body{color:#eee;background:#1a1a1a}th,td{border-color:#444}}`;

export function* classHtml(report: ClassReport): Iterable<string> {
  const { learners, files, items, notes } = report;
  const title = escaped(words.title(report.title, learners.length, files));
  yield `<!doctype html>
<html lang="${spokenCatalogue()?.language ?? 'en'}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(words.htmlTitle)}</title><style>${style}</style></head><body>
<h1>${title}</h1>
<table><thead><tr>${heads(words.learners)}</tr></thead><tbody>
`;
  for (const learner of learners) yield learnerRow(learner);
  yield `</tbody></table>
<h2>${escaped(words.hardest)}</h2>
<table><thead><tr>${heads(words.columns)}</tr></thead><tbody>
`;
  for (const item of hardestFirst(items)) yield itemRow(item);
  yield `</tbody></table>
<p>${escaped(words.discriminationMeans(fewestForDiscrimination))}</p>
<h2>${escaped(words.checked)}</h2>
${list(checkedLines(report))}`;
  if (notes.length > 0) yield `<h2>${escaped(words.notes)}</h2>\n${list(notes)}`;
  yield '</body></html>\n';
}

function learnerRow(learner: LearnerRow): string {
  return tableRow([text(learner.name), ...learnerCells(learner).map(number)]);
}

function itemRow({ id, prompt, answered, right, wrong, discrimination }: ToldItem): string {
  const share = percent(right, answered);
  const bar = `<td><meter min="0" max="100" value="${share}">${share} %</meter> ${share} %</td>`;
  const most = wrong === undefined ? '' : `${wrong.answer} (${wrong.count})`;
  return tableRow([
    text(id),
    text(prompt),
    number(answered),
    bar,
    text(most),
    number(twoDigits(discrimination)),
  ]);
}

function tableRow(cells: readonly string[]): string {
  return `<tr>${cells.join('')}</tr>\n`;
}

/** A text of somebody's, in a direction of its own, so that it turns nothing round beside it. */
function text(words: string): string {
  return `<td><bdi>${escaped(words)}</bdi></td>`;
}

function number(value: number | string): string {
  return `<td class="n">${escaped(String(value))}</td>`;
}

function heads(all: readonly string[]): string {
  return all.map((head) => `<th scope="col">${escaped(head)}</th>`).join('');
}

function list(sentences: readonly string[]): string {
  return `<ul>${sentences.map((sentence) => `<li>${escaped(sentence)}</li>`).join('\n')}</ul>\n`;
}

/** What HTML would take for a mark is none (HTML Living Standard, "Serialising HTML fragments"); in attributes nor is a quote. */
function escaped(words: string): string {
  return plainLine(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
