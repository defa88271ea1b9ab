import { drawingWords } from '../../messages/drawing.ts';
import type { Id } from '../types.ts';
import type { Step } from './wires.ts';

const words = drawingWords.carries;

/** One or two lines between neighbours, with one label. */
export interface StepItem {
  readonly label: string;
  readonly lines: readonly { readonly onwards: boolean; readonly steps: readonly Step[] }[];
}

/** How many cells an item takes in a row: its lines with blanks between them, a blank, its label. */
export function itemWidth(item: StepItem): number {
  return 2 * item.lines.length - 1 + (item.label === '' ? 0 : item.label.length + 1);
}

/** The lines from a place to its next neighbour: each with its label, or fewer words where there is little room. */
export function stepItems(steps: readonly Step[], first: Id, room: number | undefined): StepItem[] {
  const { full, brief, bare } = stepForms(steps, first);
  if (room === undefined || widthOf(full, 2) <= room) return full;
  return widthOf(brief, 2) <= room ? brief : bare;
}

/** All ways of labelling the lines from a place to its next neighbour. */
export function stepForms(steps: readonly Step[], first: Id) {
  const own = steps.filter((step) => step.first === first);
  const full = [...own]
    .sort((one, other) => Number(other.onwards) - Number(one.onwards))
    .map((step) => ({ label: words[step.carries], lines: [{ onwards: step.onwards, steps: [step] }] }));
  const requests = own.filter((step) => step.carries !== 'binlog');
  const label = requests.every((step) => step.carries !== 'requests') ? 'SQL' : words.requests;
  const binlog = full.filter(({ lines }) => lines[0]?.steps[0]?.carries === 'binlog');
  const brief = requests.length > 0 ? [...binlog, { label, lines: bothWays(requests) }] : binlog;
  const bare = own.length > 0 ? [{ label: '', lines: bothWays(own) }] : [];
  return { full, brief, bare };
}

export function widthOf(items: readonly StepItem[], gap: number): number {
  return items.reduce((sum, item) => sum + itemWidth(item), 0) + gap * Math.max(0, items.length - 1);
}

function bothWays(steps: readonly Step[]): StepItem['lines'] {
  const back = steps.filter((step) => !step.onwards);
  const on = steps.filter((step) => step.onwards);
  return [
    ...(on.length > 0 ? [{ onwards: true, steps: on }] : []),
    ...(back.length > 0 ? [{ onwards: false, steps: back }] : []),
  ];
}
