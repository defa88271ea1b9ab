import { cells, characters } from '../../../text/cells.ts';
import type { Row } from '../../../text/row.ts';

/** A rectangle of the window, in columns and rows from the upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The rows of a screen without what a box over it will cover. Ink 6.8 counts the code points of a character one by
 * one, and cuts wide ones in half, so that the box would be moved in a row that has such; around it they give way.
 */
export function withHole(rows: readonly Row[], box: Box): readonly Row[] {
  return rows.map((row, index) =>
    index >= box.top && index < box.top + box.height ? around(row, box) : row,
  );
}

function around(row: Row, { left, width }: Box): Row {
  let column = 0;
  return row.map(({ text, tone }) => {
    let kept = '';
    for (const character of characters(text.normalize('NFC'))) {
      const taken = cells(character);
      const isCovered = column + taken > left && column < left + width;
      const isOne = [...character].length === 1 && taken > 0;
      kept += isOne && !isCovered ? character : ' '.repeat(taken);
      column += taken;
    }
    return { text: kept, tone };
  });
}
