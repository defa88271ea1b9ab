import { fewestForDiscrimination } from '../../learner/class/item-statistics.ts';
import type { LearnerRow } from '../../learner/class/tally.ts';
import { classWords as words } from '../../messages/class.ts';
import { folded } from '../../plain/prose.ts';
import { clipRow, padded, row, rowText } from '../../text/row-layout.ts';
import { type ClassReport, checkedLines, hardestFirst, percent, type ToldItem, twoDigits } from './report.ts';

/** So many questions are told in lines; files have all of them. */
const mostTold = 15;
const nameWidth = 18;
const barWidth = 20;

/** The report for a person. */
export function classLines(report: ClassReport, width: number): readonly string[] {
  const { course, learners, files, notes, items } = report;
  const told = hardestFirst(items);
  return [
    words.title(course.title, learners.length, files),
    '',
    headLine,
    ...learners.map(learnerLine),
    '',
    ...folded(words.hardest, width),
    ...told.slice(0, mostTold).flatMap((item) => ['', ...itemLines(item, width)]),
    ...(told.length > mostTold ? ['', words.more(told.length - mostTold)] : []),
    '',
    ...folded(words.discriminationMeans(fewestForDiscrimination), width),
    ...section(words.checked, checkedLines(report), width),
    ...section(words.notes, notes, width),
  ];
}

const [learnerHead, ...heads] = words.learners;
const headLine = [learnerHead.padEnd(nameWidth), ...heads.map((head) => head.padStart(columnOf(head)))].join(
  ' ',
);

function columnOf(head: string): number {
  return Math.max(5, head.length);
}

function learnerLine(learner: LearnerRow): string {
  const { name, answered, rightFirst, rightLast, hints, lookedUp, seconds } = learner;
  const { missionsWon, stars, predictions, predictionsRight } = learner;
  const cells = [
    `${rightFirst}/${answered}`,
    `${rightLast}/${answered}`,
    String(hints),
    String(lookedUp),
    String(Math.round(seconds / 60)),
    String(missionsWon),
    String(stars),
    `${predictionsRight}/${predictions}`,
  ];
  const columns = cells.map((cell, index) => cell.padStart(columnOf(heads[index] ?? '')));
  return [padded(inWidth(name, nameWidth), nameWidth), ...columns].join(' ');
}

function itemLines(
  { id, prompt, answered, right, wrong, discrimination }: ToldItem,
  width: number,
): string[] {
  const share = percent(right, answered);
  const full = Math.round((share / 100) * barWidth);
  const bar = `${'█'.repeat(full)}${'░'.repeat(barWidth - full)}`;
  const rest = discrimination === undefined ? '' : words.discrimination(twoDigits(discrimination));
  return [
    inWidth(`${id}: ${prompt}`, width),
    `  ${bar} ${String(share).padStart(3)} %  ${words.share(right, answered)}${rest}`,
    ...(wrong === undefined ? [] : [inWidth(words.wrong(wrong.answer, wrong.count, answered), width)]),
  ];
}

function inWidth(text: string, width: number): string {
  return rowText(clipRow(row(text), width, '…'));
}

function section(title: string, sentences: readonly string[], width: number): string[] {
  if (sentences.length === 0) return [];
  const lines = sentences.flatMap((sentence) =>
    folded(sentence, width - 2).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`),
  );
  return ['', title, ...lines];
}
