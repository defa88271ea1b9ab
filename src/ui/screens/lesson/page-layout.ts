/** A lesson's page as rows of the window's width, and where its runs stand. */
import type { Page } from '../../../course/model.ts';
import type { Block, BlockOf } from '../../../course/page-blocks.ts';
import { lesson as words } from '../../../messages/lesson.ts';
import { whiteboardWords } from '../../../messages/whiteboard.ts';
import { markdownRows, widthOfCode } from '../../../terminal/markdown.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, indent, widthOf, wrapped } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { artWidth, diagramRows, strokesOf } from './diagram-rows.ts';
import { listingRows, widthOfListing } from './listing-rows.ts';
import { guessOf, toldRows } from './predicting.ts';
import { type ToldTogether, togetherRows } from './predicting-together.ts';
import { findLesson, following } from './reading-order.ts';

export interface PageLayout {
  /** columns by which its code and drawings are wider than the window */
  readonly beyond: number;
  readonly rows: readonly Row[];
  /** strokes in which its diagram draws itself; 0: it has none */
  readonly strokes: number;
  readonly runs: readonly (BlockOf<'simulate' | 'predict' | 'whiteboard'> & {
    readonly row: number;
  })[];
}

/** Lines of prose longer than this are hard to read. */
const WIDEST_PROSE = 84;
const MARGIN = 1;

/** Rows of the body that show the page. */
export function roomOf({ rows }: Context): number {
  return rows;
}

/** How a page is looked at: `left` columns moved, and after so many strokes of its diagram. */
export interface Look {
  readonly left: number;
  readonly stroke: number;
  /** a room looks at it together; undefined: one learner does */
  readonly together?: ToldTogether;
}

const FIRST_LOOK: Look = { left: 0, stroke: 0 };

/** A page in one window, with what has been told in it, as it was looked at there. */
interface LaidOut {
  readonly key: string;
  readonly looks: Map<string, PageLayout>;
}

const laidOut = new WeakMap<Page, LaidOut>();

/** The page's rows; the same object again while page and window are the same. However it is looked at they are as many. */
export function pageLayout(page: Page, lesson: string, context: Context, look = FIRST_LOOK): PageLayout {
  const told = page.blocks.map((block) => {
    if (block.kind === 'predict') return guessOf(block, lesson, context);
    return block.kind === 'whiteboard' && context.progress.explanations.get(lesson)?.get(block.whiteboard.id);
  });
  const key = `${context.columns} ${context.rows} ${context.ascii} ${context.motion} ${context.widestText} ${lesson} ${JSON.stringify(told)}`;
  const found = laidOut.get(page);
  const known: LaidOut = found?.key === key ? found : { key, looks: new Map() };
  laidOut.set(page, known);
  const lookKey = `${look.left} ${look.stroke} ${look.together && JSON.stringify([...look.together])}`;
  const layout = known.looks.get(lookKey) ?? layOut(page, lesson, look, context);
  known.looks.set(lookKey, layout);
  return layout;
}

function layOut(page: Page, id: string, look: Look, context: Context): PageLayout {
  const rows: Row[] = [EMPTY];
  const runs: PageLayout['runs'][number][] = [];
  const found = findLesson(context.course, id);
  const title = page.title === '' ? found?.lesson.title : page.title;
  const put = (block: readonly Row[]): void => {
    rows.push(...indent(block, MARGIN), EMPTY);
  };
  if (title) put(wrapped(title, proseWidth(context), 'strong'));
  for (const block of page.blocks) {
    if (isRun(block)) runs.push({ ...block, row: rows.length });
    put(blockRows(block, id, look, context));
  }
  if (found !== undefined && page === found.lesson.pages.at(-1)) put(endRows(id, look, context));
  const beyond = Math.max(0, ...page.blocks.map((block) => beyondOf(block, context)));
  const strokes = Math.max(0, ...page.blocks.map((block) => strokesOf(block, context)));
  return tightened({ rows: rows.slice(0, -1), runs, beyond, strokes }, context);
}

function isRun(block: Block): block is BlockOf<'simulate' | 'predict' | 'whiteboard'> {
  return block.kind === 'simulate' || block.kind === 'predict' || block.kind === 'whiteboard';
}

/** A page that is too long for the window goes without the empty line over its title. */
function tightened(layout: PageLayout, context: Context): PageLayout {
  const { rows, runs } = layout;
  if (rows.length <= roomOf(context)) return layout;
  return { ...layout, rows: rows.slice(1), runs: runs.map((run) => ({ ...run, row: run.row - 1 })) };
}

/** Columns for running text. */
export function proseWidth({ columns, widestText = WIDEST_PROSE }: Context): number {
  return Math.min(widestText, columns - 2 * MARGIN);
}

/** By how much a block is wider than its part of the window. */
function beyondOf(block: Block, context: Context): number {
  if (block.kind === 'markdown') return widthOfCode(block.tokens) - proseWidth(context);
  if (block.kind === 'listing') return widthOfListing(block.listing, context) - artWidth(context);
  if (block.kind !== 'diagram') return 0;
  const drawings = block.growth?.form === 'art' ? block.growth.strokes.flatMap(({ art }) => art) : block.art;
  return Math.max(0, ...drawings.map(widthOf)) - artWidth(context);
}

function blockRows(
  block: Block,
  lesson: string,
  { left, stroke, together }: Look,
  context: Context,
): readonly Row[] {
  switch (block.kind) {
    case 'markdown':
      return markdownRows(block.tokens, { width: proseWidth(context), ascii: context.ascii, shift: left });
    case 'simulate':
      return runRows(`${words.tryIt} ${block.lookFor === '' ? words.tryIts : block.lookFor}`, context);
    case 'predict': {
      const guess = guessOf(block, lesson, context);
      const width = proseWidth(context) - 2;
      const alone = guess === undefined ? [] : toldRows(block, guess, context, width);
      const told = together ? togetherRows(block, together.get(block.prediction.id), context, width) : alone;
      const asked = runRows(`${words.predict} ${block.prediction.ask}`, context);
      return told.length === 0 ? asked : [...asked, EMPTY, ...indent(told, 2)];
    }
    case 'whiteboard':
      return whiteboardRows(block, lesson, context);
    case 'listing':
      return listingRows(block.listing, stroke, left, artWidth(context), context);
    case 'diagram':
      return diagramRows(block, stroke, left, proseWidth(context), context);
  }
}

/** What leads to the whiteboard, and how it went the last time. */
function whiteboardRows(
  { whiteboard: { id, ask } }: BlockOf<'whiteboard'>,
  lesson: string,
  context: Context,
): readonly Row[] {
  const graded = context.progress.explanations.get(lesson)?.get(id);
  const told = graded && wrapped(whiteboardWords.newest(graded), proseWidth(context) - 2);
  const asked = runRows(`${whiteboardWords.explainIt} ${ask}`, context);
  return told === undefined ? asked : [...asked, EMPTY, ...indent(told, 2)];
}

/** What leads into the simulator; two columns stay free for the pointer, and some for its key. */
function runRows(text: string, context: Context): readonly Row[] {
  return indent(wrapped(text, proseWidth(context) - 10, 'accent'), 2);
}

/** Under the last page: what the learner can do now, and what comes next. */
function endRows(id: string, { together }: Look, context: Context): readonly Row[] {
  const objectives = findLesson(context.course, id)?.lesson.objectives ?? [];
  const width = proseWidth(context);
  const can = objectives.flatMap((objective) => {
    const [first = EMPTY, ...more] = wrapped(objective, width - 4);
    return [[span(`  ${context.glyphs.done} `, 'good'), ...first], ...indent(more, 4)];
  });
  const head = can.length > 0 ? [[span(words.nowYouCan, 'strong')], ...can, EMPTY] : [];
  // what comes next in front of a room is for its teacher to say
  if (together) return head.slice(0, -1);
  const next = following(context.course, id);
  return [
    ...head,
    next ? [span(`${next.words}  `), span(context.glyphs.right, 'accent')] : [span(words.end)],
  ];
}
