import { plainLine } from '../text/plain-text.ts';
import { drawTopology } from '../topology/draw/draw.ts';
import type { Topology } from '../topology/types.ts';

/** The drawing of a topology as lines without colour. */
export function drawingLines(
  topology: Topology,
  { width, ascii }: { readonly width: number; readonly ascii: boolean },
): string[] {
  const { rows } = drawTopology(topology, { width, height: undefined, ascii, overlay: undefined });
  return rows.map((row) => plainLine(row.map(({ text }) => text).join('')).trimEnd());
}
