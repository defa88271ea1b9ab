import { Text, Transform } from 'ink';
import { useMemo } from 'react';
import { type Paint, paintRow } from '../../../terminal/paint.ts';
import type { Row } from '../../../text/row.ts';

export interface CanvasProps {
  readonly rows: readonly Row[];
  readonly columns: number;
  readonly paint: Paint;
}

/**
 * Paints rows of spans. Ink 6.8 keeps every text that it ever measured, so the text that it sees is constant
 * and a transform puts the painted rows in its place: memory stays flat, and nothing is measured twice.
 */
export function Canvas({ rows, columns, paint }: CanvasProps) {
  const lines = rows.map((row) => paintRow(row, paint, columns));
  const blank = useMemo(() => Array.from({ length: rows.length }, () => ' ').join('\n'), [rows.length]);
  return (
    <Transform transform={(_, index) => lines[index] ?? ''}>
      <Text>{blank}</Text>
    </Transform>
  );
}
