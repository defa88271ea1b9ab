import { Box, Text, Transform, useInput } from 'ink';
import SelectInput from 'ink-select-input';
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { shell as words } from '../../../messages/shell.ts';
import { glyphsOf } from '../../../terminal/glyphs.ts';
import type { Keyboard } from '../../../terminal/keyboard.ts';
import { type Paint, paintRow } from '../../../terminal/paint.ts';
import { toAscii } from '../../../text/ascii.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, gap, rowWidth, widthOf } from '../../../text/row-layout.ts';
import type { Menu as MenuContent } from '../../shell-options.ts';
import type { Box as Hole } from './hole.ts';

export interface MenuProps {
  readonly menu: MenuContent;
  readonly keyboard: Pick<Keyboard, 'hold'>;
  readonly columns: number;
  readonly rows: number;
  readonly paint: Paint;
  /** what is typed of a choice's number */
  readonly number: string;
  readonly onChoose: (index: number) => void;
}

const BORDERS = 2;
/** the title and an empty row */
const HEAD_ROWS = 2;

function labelsOf({ choices }: MenuContent): readonly string[] {
  const digits = String(choices.length).length;
  return choices.map(({ label }, index) => `${String(index + 1).padStart(digits)}  ${label}`);
}

/** Where a menu lies in a window. */
export function boxOf(menu: MenuContent, columns: number, rows: number): Hole {
  const labels = labelsOf(menu);
  const longest = Math.max(...labels.map((label) => widthOf(label) + 3), widthOf(menu.title));
  const width = Math.min(columns - 6, longest + 2) + BORDERS;
  const height = Math.min(labels.length, rows - 8) + HEAD_ROWS + BORDERS;
  return {
    left: Math.floor((columns - width) / 2),
    top: Math.max(0, Math.floor((rows - height) / 2)),
    width,
    height,
  };
}

/** A few choices in a box over the middle of the screen. The keys in it are ink-select-input's own. */
export function Menu({ menu, keyboard, columns, rows, paint, number, onChoose }: MenuProps) {
  useOneKeyAtATime(keyboard);
  const [highlighted, highlight] = useState(0);
  const { pointer, ellipsis } = glyphsOf(paint.ascii);
  const labels = labelsOf(menu);
  const { left, top, width, height } = boxOf(menu, columns, rows);
  const inner = width - BORDERS;
  const limit = height - BORDERS - HEAD_ROWS;
  const hidden = labels.length - limit;
  const more = hidden > 0 ? [span(words.menu.more(hidden), 'dim')] : [];
  // every cell of the box is written, so that nothing of the screen below shows through
  const line = (spans: Row) => {
    const cut = clipRow([gap(1), ...spans], inner, ellipsis);
    return <Line row={[...cut, gap(inner - rowWidth(cut))]} paint={paint} />;
  };
  return (
    <Box position="absolute" marginLeft={left} marginTop={top}>
      <Box flexDirection="column" width={width} borderStyle={paint.ascii ? 'classic' : 'single'}>
        {line([span(menu.title, 'strong')])}
        {line(number === '' ? more : [span(`${number}_`, 'accent')])}
        <SelectInput
          // it would keep pointing at a place that a smaller window doesn't have
          key={limit}
          initialIndex={highlighted}
          onHighlight={({ value }) => highlight(value)}
          items={labels.map((label, value) => ({ label, value }))}
          limit={limit}
          onSelect={({ value }) => onChoose(value)}
          indicatorComponent={() => null}
          itemComponent={({ label, isSelected = false }) =>
            line([
              span(`${isSelected ? pointer : ' '} `, 'accent'),
              span(label, isSelected ? 'accent' : 'plain'),
            ])
          }
        />
      </Box>
    </Box>
  );
}

/**
 * ink-select-input listens anew after every key, when React has time for it; the next key must not come before.
 * So keys are held back from a key, and from the start, until the effects of what came of it have run.
 */
function useOneKeyAtATime(keyboard: Pick<Keyboard, 'hold'>): void {
  const [keys, count] = useReducer((before: number) => before + 1, 0);
  const release = useRef(() => {});
  const hold = useCallback(() => {
    release.current();
    release.current = keyboard.hold();
    count();
  }, [keyboard]);
  useInput(hold);
  useLayoutEffect(() => {
    hold();
    return () => release.current();
  }, [hold]);
  useEffect(() => {
    if (keys > 0) release.current();
  }, [keys]);
}

function Line({ row, paint }: { readonly row: Row; readonly paint: Paint }) {
  const text = row.map((part) => (paint.ascii ? toAscii(part.text) : part.text)).join('');
  return (
    <Transform transform={() => paintRow(row, paint)}>
      <Text wrap="truncate">{text}</Text>
    </Transform>
  );
}
