/** Diagrams of a page as rows, and those that draw themselves stroke by stroke. */
import { filmOf } from '../../../course/film.ts';
import type { Block, BlockOf, Growth } from '../../../course/page-blocks.ts';
import { lesson as words } from '../../../messages/lesson.ts';
import { type FollowedRequest, followed } from '../../../story/request/followed.ts';
import { problemLine } from '../../../text/problem.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import {
  clipRow,
  EMPTY,
  height,
  indent,
  rowWidth,
  shiftedRow,
  widthOf,
  wrapped,
} from '../../../text/row-layout.ts';
import { drawTopology } from '../../../topology/draw/draw.ts';
import type { DrawOptions, Overlay } from '../../../topology/draw/drawing.ts';
import type { Topology } from '../../../topology/types.ts';
import type { Context } from '../../screen.ts';
import { waterfallRows } from '../request/rows.ts';
import { overlayOf } from '../simulator/overlay.ts';
import { strokeWords } from './stroke-words.ts';

/** One picture of a diagram that grows, and what is said to it. */
interface Frame {
  readonly rows: readonly Row[];
  readonly words: string;
}

/**
 * A diagram as it is after so many strokes (from 0). Its place is as high as its largest stroke, so that nothing jumps.
 * @param width of the words; @param left columns that what is too wide has been moved
 */
export function diagramRows(
  block: BlockOf<'diagram'>,
  stroke: number,
  left: number,
  width: number,
  context: Context,
): readonly Row[] {
  const frames = block.growth === undefined ? [] : knownFrames(block, block.growth, left, context);
  if (frames.length === 0) return stillRows(block, left, width, context);
  const tallest = Math.max(...frames.map(({ rows }) => rows.length));
  const placed = centred(frames, width);
  if (!context.motion) return [...(placed.at(-1) ?? []), EMPTY, ...numbered(frames, width)];
  const at = Math.min(stroke, frames.length - 1);
  const said = frames.map((frame) => frame.words);
  return [...height(placed[at] ?? [], tallest), ...strokeWords(said, at, width)];
}

/** Strokes that a diagram has, and notes that open one by one; 0: all is there at once. */
export function strokesOf(block: Block, context: Context): number {
  // before the first of its notes is opened there is none
  if (block.kind === 'listing' && block.listing.notes.length > 0) return block.listing.notes.length + 1;
  if (block.kind !== 'diagram' || block.growth === undefined || !context.motion) return 0;
  if (block.growth.form !== 'request') return block.growth.strokes.length;
  return requestOf(block.growth, context)?.steps.length ?? 0;
}

const known = new WeakMap<BlockOf<'diagram'>, { readonly key: string; readonly frames: readonly Frame[] }>();

/** The same for each stroke: to draw a site at all moments of its film takes too long for a key. */
function knownFrames(
  block: BlockOf<'diagram'>,
  growth: Growth,
  left: number,
  context: Context,
): readonly Frame[] {
  const key = `${context.columns} ${context.rows} ${context.ascii} ${left}`;
  const found = known.get(block);
  if (found?.key === key) return found.frames;
  const frames = framesOf(block, growth, left, context);
  known.set(block, { key, frames });
  return frames;
}

function framesOf(
  block: BlockOf<'diagram'>,
  growth: Growth,
  left: number,
  context: Context,
): readonly Frame[] {
  switch (growth.form) {
    case 'art':
      return growth.strokes.map(({ art, words }) => ({ rows: artRows(art, left, context), words }));
    case 'parts': {
      const { topology } = context.openTopology(block.topology ?? '');
      if (topology === undefined) return [];
      return growth.strokes.map(({ shown, words }) => ({
        rows: drawn(topology, context, { shown: new Set(shown) }),
        words,
      }));
    }
    case 'moments': {
      const film = filmOf(growth, context.openTopology);
      if (film.form !== 'moments') return [];
      const { topology, views } = film;
      return growth.strokes.flatMap(({ words, shown }, index) => {
        const now = views[index];
        if (now === undefined) return [];
        const overlay = overlayOf({ topology, now, second: now, chosen: '' }, context.glyphs);
        return [{ rows: momentRows(topology, overlay, shown, context), words }];
      });
    }
    case 'request': {
      const request = requestOf(growth, context);
      if (request === undefined) return [];
      const rows = waterfallRows(request, { ...context, columns: context.columns - MARGIN });
      return request.steps.map((_, index) => ({
        rows: rows.slice(0, index + 2),
        words: index === request.steps.length - 1 ? block.words : '',
      }));
    }
  }
}

function requestOf(
  growth: Extract<Growth, { form: 'request' }>,
  { openTopology }: Context,
): FollowedRequest | undefined {
  const film = filmOf(growth, openTopology);
  return film.form === 'request' ? followed(film.trace, film.now, film.topology) : undefined;
}

function drawn(
  topology: Topology,
  { columns, ascii }: Context,
  more: Partial<Pick<DrawOptions, 'overlay' | 'shown'>>,
): readonly Row[] {
  // boxes end before they reach the edge, so they need no margin on their right; a page scrolls, so they stay boxes
  return drawTopology(topology, {
    width: columns - MARGIN,
    height: undefined,
    ascii,
    overlay: undefined,
    ...more,
  }).rows;
}

const MARGIN = 1;
/** Rows of a page that its title and what is said to a stroke take. */
const BESIDES = 6;

/** With what each balancer believes; without it, where the page would have to scroll. */
function momentRows(
  topology: Topology,
  overlay: Overlay,
  parts: readonly string[],
  context: Context,
): readonly Row[] {
  const shown = parts.length === 0 ? undefined : new Set(parts);
  const rows = withoutEmptyEnd(drawn(topology, context, { overlay, shown }));
  if (rows.length <= context.rows - BESIDES) return rows;
  return withoutEmptyEnd(drawn(topology, context, { overlay: { ...overlay, under: new Map() }, shown }));
}

function withoutEmptyEnd(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, rows.findLastIndex((row) => rowWidth(row) > 0) + 1);
}

/** What is said to all strokes, for whoever wants nothing to change on the screen. */
function numbered(frames: readonly Frame[], width: number): readonly Row[] {
  const said = frames.filter((frame) => frame.words !== '');
  return said.flatMap((frame, index) => {
    const number = said.length === 1 ? '' : `${index + 1}. `;
    const [first = EMPTY, ...more] = wrapped(frame.words, width - number.length);
    return [[span(number, 'dim'), ...first], ...indent(more, number.length)];
  });
}

/** All drawings of one diagram in the middle of the column of text, at the same place. */
function centred(frames: readonly Frame[], width: number): readonly (readonly Row[])[] {
  const widest = Math.max(0, ...frames.flatMap(({ rows }) => rows.map(rowWidth)));
  const before = Math.max(0, Math.floor((width - widest) / 2));
  return frames.map(({ rows }) => indent(rows, before));
}

/** A diagram that is there at once. */
function stillRows(block: BlockOf<'diagram'>, left: number, width: number, context: Context): readonly Row[] {
  const { topology, art } = block;
  if (topology !== undefined) return topologyRows(topology, block.words, width, context);
  const isCut = art.some((line) => widthOf(line) > artWidth(context));
  // where the window is too narrow for it, also what it says in words
  const told = isCut ? [EMPTY, ...wrapped(block.words, width)] : [];
  return [...(centred([{ rows: artRows(art, left, context), words: '' }], width)[0] ?? []), ...told];
}

/** Columns for drawings. */
export function artWidth({ columns }: Context): number {
  return columns - 2 * MARGIN;
}

function artRows(art: readonly string[], left: number, context: Context): readonly Row[] {
  const width = artWidth(context);
  const { ellipsis } = context.glyphs;
  const shift = Math.min(left, Math.max(0, ...art.map((line) => widthOf(line) - width)));
  return art.map((line) =>
    line.trim() === '' ? EMPTY : clipRow(shiftedRow([span(line)], shift, ellipsis), width, ellipsis),
  );
}

function topologyRows(id: string, inWords: string, width: number, context: Context): readonly Row[] {
  const { topology, problems } = context.openTopology(id);
  if (topology === undefined) {
    const why = problems.slice(0, 1).flatMap((problem) => wrapped(problemLine(problem), width, 'bad'));
    return [...wrapped(words.noDiagram(id), width), ...why, ...wrapped(inWords, width)];
  }
  return centred([{ rows: drawn(topology, context, {}), words: '' }], width)[0] ?? [];
}
