/** A lesson's page as rows of the window's width, and where its runs stand. */
import type { Block, Page } from '../../../course/model.ts';
import { lesson as words } from '../../../messages/lesson.ts';
import { markdownRows, widthOfCode } from '../../../terminal/markdown.ts';
import { problemLine } from '../../../text/problem.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, indent, rowWidth, shiftedRow, widthOf, wrapped } from '../../../text/row-layout.ts';
import { drawTopology } from '../../../topology/draw/draw.ts';
import type { Context } from '../../screen.ts';
import { guessOf, toldRows } from './predicting.ts';
import { findLesson, following } from './reading-order.ts';

export interface PageLayout {
  /** columns by which its code and drawings are wider than the window */
  readonly beyond: number;
  readonly rows: readonly Row[];
  readonly runs: readonly (Extract<Block, { kind: 'simulate' | 'predict' }> & { readonly row: number })[];
}

/** Lines of prose longer than this are hard to read. */
const WIDEST_PROSE = 84;
const MARGIN = 1;

/** Rows of the body that show the page. */
export function roomOf({ rows }: Context): number {
  return rows;
}

const laidOut = new WeakMap<Page, { readonly key: string; readonly layout: PageLayout }>();

/** The page's rows; the same object again while page and window are the same. */
export function pageLayout(page: Page, lesson: string, context: Context, left = 0): PageLayout {
  const told = page.blocks.map((block) => block.kind === 'predict' && guessOf(block, lesson, context));
  const key = `${context.columns} ${context.rows} ${context.ascii} ${lesson} ${left} ${JSON.stringify(told)}`;
  const known = laidOut.get(page);
  if (known?.key === key) return known.layout;
  const layout = layOut(page, lesson, left, context);
  laidOut.set(page, { key, layout });
  return layout;
}

function layOut(page: Page, id: string, left: number, context: Context): PageLayout {
  const rows: Row[] = [EMPTY];
  const runs: PageLayout['runs'][number][] = [];
  const found = findLesson(context.course, id);
  const title = page.title === '' ? found?.lesson.title : page.title;
  const put = (block: readonly Row[]): void => {
    rows.push(...indent(block, MARGIN), EMPTY);
  };
  if (title) put(wrapped(title, proseWidth(context), 'strong'));
  for (const block of page.blocks) {
    if (block.kind === 'simulate' || block.kind === 'predict') runs.push({ ...block, row: rows.length });
    put(blockRows(block, id, left, context));
  }
  if (found !== undefined && page === found.lesson.pages.at(-1)) put(endRows(id, context));
  const beyond = Math.max(0, ...page.blocks.map((block) => beyondOf(block, context)));
  return tightened({ rows: rows.slice(0, -1), runs, beyond }, context);
}

/** A page that is too long for the window goes without the empty line over its title. */
function tightened(layout: PageLayout, context: Context): PageLayout {
  const { rows, runs } = layout;
  if (rows.length <= roomOf(context)) return layout;
  return { ...layout, rows: rows.slice(1), runs: runs.map((run) => ({ ...run, row: run.row - 1 })) };
}

/** Columns for running text. */
export function proseWidth({ columns }: Context): number {
  return Math.min(WIDEST_PROSE, columns - 2 * MARGIN);
}

/** By how much a block is wider than its part of the window. */
function beyondOf(block: Block, context: Context): number {
  if (block.kind === 'markdown') return widthOfCode(block.tokens) - proseWidth(context);
  if (block.kind !== 'diagram') return 0;
  return Math.max(0, ...block.art.map(widthOf)) - artWidth(context);
}

function artWidth({ columns }: Context): number {
  return columns - 2 * MARGIN;
}

function blockRows(block: Block, lesson: string, left: number, context: Context): readonly Row[] {
  switch (block.kind) {
    case 'markdown':
      return markdownRows(block.tokens, { width: proseWidth(context), ascii: context.ascii, shift: left });
    case 'simulate':
      return runRows(`${words.tryIt} ${block.lookFor === '' ? words.tryIts : block.lookFor}`, context);
    case 'predict': {
      const guess = guessOf(block, lesson, context);
      const told = guess === undefined ? [] : toldRows(block, guess, context, proseWidth(context) - 2);
      const asked = runRows(`${words.predict} ${block.prediction.ask}`, context);
      return told.length === 0 ? asked : [...asked, EMPTY, ...indent(told, 2)];
    }
    case 'diagram':
      return block.topology === undefined
        ? artRows(block.art, block.words, left, context)
        : topologyRows(block.topology, block.words, context);
  }
}

/** What leads into the simulator; two columns stay free for the pointer, and some for its key. */
function runRows(text: string, context: Context): readonly Row[] {
  return indent(wrapped(text, proseWidth(context) - 10, 'accent'), 2);
}

/** Hand-drawn art; where the window is too narrow for it, also what it says in words. */
function artRows(art: readonly string[], inWords: string, left: number, context: Context): readonly Row[] {
  const width = artWidth(context);
  const { ellipsis } = context.glyphs;
  const shift = Math.min(left, Math.max(0, ...art.map((line) => widthOf(line) - width)));
  const rows = art.map((line) =>
    line.trim() === '' ? EMPTY : clipRow(shiftedRow([span(line)], shift, ellipsis), width, ellipsis),
  );
  const isCut = art.some((line) => widthOf(line) > width);
  const told = isCut ? [EMPTY, ...wrapped(inWords, proseWidth(context))] : [];
  return [...centred(rows, context), ...told];
}

function topologyRows(id: string, inWords: string, context: Context): readonly Row[] {
  const { topology, problems } = context.openTopology(id);
  const width = proseWidth(context);
  if (topology === undefined) {
    const why = problems.slice(0, 1).flatMap((problem) => wrapped(problemLine(problem), width, 'bad'));
    return [...wrapped(words.noDiagram(id), width), ...why, ...wrapped(inWords, width)];
  }
  const { rows } = drawTopology(topology, {
    // boxes end before they reach the edge, so they need no margin on their right
    width: context.columns - MARGIN,
    // a page scrolls, so the boxes stay boxes
    height: undefined,
    ascii: context.ascii,
    overlay: undefined,
  });
  return centred(rows, context);
}

/** A drawing in the middle of the column of text, or where it fits. */
function centred(rows: readonly Row[], context: Context): readonly Row[] {
  const widest = Math.max(0, ...rows.map(rowWidth));
  return indent(rows, Math.max(0, Math.floor((proseWidth(context) - widest) / 2)));
}

/** Under the last page: what the learner can do now, and what comes next. */
function endRows(id: string, context: Context): readonly Row[] {
  const objectives = findLesson(context.course, id)?.lesson.objectives ?? [];
  const width = proseWidth(context);
  const can = objectives.flatMap((objective) => {
    const [first = EMPTY, ...more] = wrapped(objective, width - 4);
    return [[span(`  ${context.glyphs.done} `, 'good'), ...first], ...indent(more, 4)];
  });
  const head = can.length > 0 ? [[span(words.nowYouCan, 'strong')], ...can, EMPTY] : [];
  const next = following(context.course, id);
  return [
    ...head,
    next ? [span(`${next.words}  `), span(context.glyphs.right, 'accent')] : [span(words.end)],
  ];
}
