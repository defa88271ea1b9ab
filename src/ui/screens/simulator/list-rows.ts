/** The list of faults as rows: what is typed to find one, and as many of them as there is room for. */
import { simulator as words } from '../../../messages/simulator.ts';
import { FAULTS, VERBS } from '../../../simulator/faults/table.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, ends, gap, padded, widthOf } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { keepInSight } from '../../widgets/scroll.ts';
import { endOf } from '../../widgets/text-field.ts';
import { type Entry, emptyWords, entriesOf, type FaultList, type Level } from './fault-list.ts';
import { benchOf, type Live } from './state.ts';

/** title, an empty row */
const HEAD = 2;

/** At most `most` rows. */
export function listRows(state: Live, list: FaultList, most: number, context: Context): readonly Row[] {
  const entries = entriesOf(list, state.chosen, benchOf(state));
  // where not all fit, a row says how many more there are
  const room = Math.max(1, most - HEAD - (entries.length > most - HEAD ? 1 : 0));
  const top = keepInSight(0, list.at, entries.length, Math.min(room, entries.length));
  const width = labelWidth(entries, context);
  const rows = entries
    .slice(top, top + room)
    .map((entry, index) => entryRow(entry, top + index === list.at, width, context));
  const nothing = [[gap(3), span(emptyWords(list, state.chosen), 'warn')]];
  const below = entries.length - top - room;
  const more = below > 0 ? [[gap(6), span(`${context.glyphs.more} ${words.moreBelow(below)}`, 'dim')]] : [];
  return [titleRow(state, list, context), EMPTY, ...(entries.length === 0 ? nothing : rows), ...more];
}

function titleRow({ chosen }: Live, { trail, text }: FaultList, context: Context): Row {
  const { columns, glyphs } = context;
  const steps = trail.map((level) => ` ${glyphs.crumb} ${nameOf(level)}`).join('');
  const typed =
    text === ''
      ? [span(words.list.invite, 'dim')]
      : [
          span(`${words.list.find} `, 'dim'),
          span(endOf(text, Math.floor(columns / 3), glyphs.ellipsis), 'strong'),
          span('_', 'accent'),
        ];
  const title = [gap(1), span(words.list.title(chosen), 'strong'), span(text === '' ? steps : '', 'dim')];
  return ends(title, [...typed, gap(1)], columns, glyphs.ellipsis);
}

function nameOf(level: Level): string {
  if (level.of === 'place') return words.list.places[level.place];
  const verbs = VERBS.filter((verb) => FAULTS[verb].letter === level.letter);
  return verbs.join(', ');
}

/** The commands stand in one column, unless one of them is so long that their meaning had no room. */
function labelWidth(entries: readonly Entry[], { columns }: Context): number {
  const widest = Math.max(
    0,
    ...entries.filter(({ means }) => means !== '').map(({ label }) => widthOf(label)),
  );
  return Math.min(widest, Math.floor(columns / 2));
}

function entryRow({ letter, label, means }: Entry, isAt: boolean, width: number, context: Context): Row {
  const { columns, glyphs } = context;
  const row = [
    span(isAt ? ` ${glyphs.pointer} ` : '   ', 'accent'),
    span(padded(letter, 1), 'strong'),
    gap(2),
    span(padded(label, width), isAt ? 'accent' : 'plain'),
    gap(2),
    span(means, 'dim'),
  ];
  return clipRow(row, columns, glyphs.ellipsis);
}
