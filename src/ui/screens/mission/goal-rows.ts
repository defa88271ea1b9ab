/** The goals under the running site: each with what its measure comes to so far. */
import type { GoalSoFar } from '../../../course/missions/so-far.ts';
import type { Mission } from '../../../course/model.ts';
import { briefingWords, missionScreen as words } from '../../../messages/missions.ts';
import { markdownTextRows } from '../../../terminal/markdown.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, gap, indent, padded, widthOf } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import type { Running } from './state.ts';

/** In a small window so many goals at most: the site needs its rows. */
const FEW = 3;
const SMALL = 20;
const NOTE_ROWS = 3;

/** A note, and the goals; the site gets the rows that are left. */
export function underTheSite({ goals, note }: Running, mission: Mission, context: Context): readonly Row[] {
  const { columns, rows, ascii } = context;
  const noted = note === '' ? [] : markdownTextRows(note, { width: columns - 2, ascii }).slice(0, NOTE_ROWS);
  const shown = rows < SMALL ? goals.slice(0, FEW) : goals;
  const values = mission.may.sees === 'monitor' ? shown.map(() => words.unseen) : shown.map(soFar);
  const width = Math.max(0, ...values.map(widthOf));
  return [
    ...indent(noted, 1),
    ...shown.map((goal, index) => goalRow(goal, padded(values[index] ?? '', width), context)),
  ];
}

function soFar({ value }: GoalSoFar): string {
  return value ?? words.notYet;
}

function goalRow({ says, bonus, met }: GoalSoFar, value: string, { columns, glyphs }: Context): Row {
  const mark =
    met === undefined
      ? span(glyphs.open, 'dim')
      : met
        ? span(glyphs.done, 'good')
        : span(glyphs.wrong, 'bad');
  const row = [
    gap(1),
    mark,
    gap(widthOf(glyphs.done) - widthOf(mark.text) + 1),
    span(value, met === false ? 'bad' : 'strong'),
    gap(2),
    span(bonus ? briefingWords.bonus(says) : says, 'dim'),
  ];
  return clipRow(row, columns, glyphs.ellipsis);
}
