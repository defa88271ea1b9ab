import { Box, Text, Transform } from 'ink';
import SelectInput from 'ink-select-input';
import { toAscii } from '../../../terminal/ascii.ts';
import { glyphsOf } from '../../../terminal/glyphs.ts';
import { type Paint, paintRow } from '../../../terminal/paint.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, gap, rowWidth, widthOf } from '../../../text/row-layout.ts';
import type { Menu as MenuContent } from '../../shell-options.ts';

export interface MenuProps {
  readonly menu: MenuContent;
  readonly columns: number;
  readonly rows: number;
  readonly paint: Paint;
  readonly onChoose: (index: number) => void;
}

/** A few choices in a box over the middle of the screen. The keys in it are ink-select-input's own. */
export function Menu({ menu, columns, rows, paint, onChoose }: MenuProps) {
  const { pointer, ellipsis } = glyphsOf(paint.ascii);
  const digits = String(menu.choices.length).length;
  const labels = menu.choices.map(({ label }, index) => `${String(index + 1).padStart(digits)}  ${label}`);
  const longest = Math.max(...labels.map((label) => widthOf(label) + 3), widthOf(menu.title));
  const inner = Math.min(columns - 6, longest + 2);
  const limit = Math.min(labels.length, rows - 8);
  const left = Math.floor((columns - inner - 2) / 2);
  const top = Math.max(0, Math.floor((rows - limit - 4) / 2));
  // every cell of the box is written, so that nothing of the screen below shows through
  const line = (spans: Row) => {
    const cut = clipRow([gap(1), ...spans], inner, ellipsis);
    return <Line row={[...cut, gap(inner - rowWidth(cut))]} paint={paint} />;
  };
  return (
    <Box position="absolute" marginLeft={left} marginTop={top}>
      <Box flexDirection="column" width={inner + 2} borderStyle={paint.ascii ? 'classic' : 'single'}>
        {line([span(menu.title, 'strong')])}
        {line([])}
        <SelectInput
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

function Line({ row, paint }: { readonly row: Row; readonly paint: Paint }) {
  const text = row.map((part) => (paint.ascii ? toAscii(part.text) : part.text)).join('');
  return (
    <Transform transform={() => paintRow(row, paint)}>
      <Text wrap="truncate">{text}</Text>
    </Transform>
  );
}
