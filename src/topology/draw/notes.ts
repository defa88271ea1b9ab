import { cells, clean, shorten } from '../../text/cells.ts';
import type { Row, Span } from '../../text/row.ts';
import type { Overlay } from './drawing.ts';
import type { Model } from './model.ts';
import type { Still } from './still.ts';

/**
 * What a live drawing can't show in its place, as text under it: cut links without a line of their own, and
 * the lines under components for which the boxes have no room. At most as many rows as given.
 */
export function notesOf(
  model: Model,
  still: Still,
  overlay: Overlay,
  cut: readonly string[],
  width: number,
  most: number,
): Row[] {
  const { glyphs } = model;
  const notes: Span[][] = cut.map((pair) => [
    { text: `cut: ${clean(pair, model.ascii).split(' ').join(` ${glyphs.cutBetween} `)}`, tone: 'bad' },
  ]);
  if (!still.layout.spec.under) notes.push(...beliefs(model, overlay));
  return fitted(wrapNotes(notes, width, glyphs.more), most, width, glyphs.more);
}

/** At most so many rows; where there is more than fits, the last one says so. */
function fitted(rows: readonly Row[], most: number, width: number, more: string): Row[] {
  const last = rows[most - 1];
  if (rows.length <= most || last === undefined) return rows.slice(0, most);
  const mark = { text: ` ${more}`, tone: 'dim' } as const;
  return [...rows.slice(0, most - 1), [...cutTo(last, width - cells(mark.text), more), mark]];
}

type UnderLines = Overlay['under'] extends ReadonlyMap<string, infer Lines> ? Lines : never;

/** `lb-1: web-1 up, web-2 down`; those who believe the same stand together: `lb-1, lb-2: web-1 up, web-2 up` */
function beliefs(model: Model, overlay: Overlay): Span[][] {
  const alike = new Map<string, { ids: string[]; lines: UnderLines }>();
  for (const [id, lines] of overlay.under) {
    if (lines.length === 0) continue;
    const said = lines.map(({ label, state }) => `${label} ${state}`).join();
    const known = alike.get(said);
    if (known === undefined) alike.set(said, { ids: [id], lines });
    else known.ids.push(id);
  }
  return [...alike.values()].map(({ ids, lines }) => {
    const names = ids.map((id) => clean(id, model.ascii)).join(', ');
    const spans: Span[] = [{ text: `${names}:`, tone: 'dim' }];
    lines.forEach((line, index) => {
      const state = clean(line.state, model.ascii) + (index < lines.length - 1 ? ',' : '');
      spans.push(
        { text: ` ${clean(line.label, model.ascii)} `, tone: 'dim' },
        { text: state, tone: line.tone },
      );
    });
    return spans;
  });
}

/** Notes side by side, three blanks between them, in as many rows as they take. */
function wrapNotes(notes: readonly (readonly Span[])[], width: number, more: string): Row[] {
  const rows: Span[][] = [];
  let room = 0;
  for (const note of notes) {
    const length = note.reduce((sum, span) => sum + cells(span.text), 0);
    const row = rows.at(-1);
    if (row && length + 3 <= room) {
      row.push({ text: '   ', tone: 'plain' }, ...note);
      room -= length + 3;
    } else {
      rows.push([{ text: ' ', tone: 'plain' }, ...cutTo(note, width - 1, more)]);
      room = width - 1 - length;
    }
  }
  return rows;
}

function cutTo(spans: readonly Span[], width: number, more: string): Span[] {
  let room = width;
  const kept: Span[] = [];
  for (const span of spans) {
    if (room <= 0) break;
    const text = shorten(span.text, room, more);
    kept.push({ text, tone: span.tone });
    room -= cells(text) < cells(span.text) ? room : cells(text);
  }
  return kept;
}
