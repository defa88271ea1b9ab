import { fewestForDiscrimination } from '../../learner/class/item-statistics.ts';
import { classWords as words } from '../../messages/class.ts';
import { folded } from '../../plain/prose.ts';
import { clipRow, padded, row, rowText } from '../../text/row-layout.ts';
import {
  type ClassReport,
  checkedLines,
  hardestFirst,
  learnerCells,
  percent,
  type ToldItem,
  twoDigits,
} from './report.ts';

/** So many questions are told in lines; files have all of them. */
const mostTold = 15;
const nameWidth = 18;
const barWidth = 20;

/** The report for a person. */
export function classLines(report: ClassReport, width: number): readonly string[] {
  const { title, learners, files, notes, items } = report;
  const told = hardestFirst(items);
  return [
    words.title(title, learners.length, files),
    '',
    tableLine(learnerHead, heads, width),
    ...learners.map((learner) => tableLine(learner.name, learnerCells(learner), width)),
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
/** A name and as many columns as fit beside it, the most telling first; files have all of them. */
function tableLine(name: string, cells: readonly string[], width: number): string {
  const columns = cells.map((cell, index) => ` ${cell.padStart(columnOf(heads[index] ?? ''))}`);
  let left = width - nameWidth;
  const fitting = columns.filter((column) => {
    left -= column.length;
    return left >= 0;
  });
  return [padded(inWidth(name, nameWidth), nameWidth), ...fitting].join('');
}

function columnOf(head: string): number {
  return Math.max(5, head.length);
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
