/** The inspector as rows: what one thing is, does and believes, what can happen to it, and how it is configured. */
import { inspector as words } from '../../../messages/inspector.ts';
import { FAULTS, VERBS, type Verb } from '../../../simulator/faults/table.ts';
import { inspect } from '../../../story/inspect/inspect.ts';
import type { InspectedLine, InspectedSection } from '../../../story/inspect/inspected.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, gap, indent, padded, widthOf, wrapped } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { faultsFor } from './faults-for.ts';
import { benchOf, type Live } from './state.ts';

type Window = Pick<Context, 'columns' | 'rows' | 'glyphs'>;

/** In fewer rows nothing is left empty between its parts. */
const AIRY = 24;

/** How much further in a line of a file goes on. */
const GOES_ON = 4;

/** All of it; where it is longer than its room it is scrolled. */
export function inspectorRows(state: Live, window: Window): readonly Row[] {
  const { run, view, chosen } = state;
  const told = inspect(chosen.split(' '), { topology: run.topology, view });
  if (told === undefined) return [];
  const { columns, glyphs } = window;
  const title: Row = [gap(1), span(told.name, 'strong'), gap(2), span(told.what, 'dim')];
  const isFile = ({ verbatim }: InspectedSection) => verbatim;
  return [
    clipRow(title, columns, glyphs.ellipsis),
    ...indent(wrapped(told.role, columns - 2, 'dim'), 1),
    ...(state.eye === 'truth'
      ? [
          ...told.sections.filter((each) => !isFile(each)).flatMap((each) => sectionRows(each, window)),
          ...faultRows(state, window),
        ]
      : indent(wrapped(words.notSeen, columns - 2, 'dim'), 1)),
    ...told.sections.filter(isFile).flatMap((each) => sectionRows(each, window)),
  ];
}

function sectionRows({ heading, lines, verbatim }: InspectedSection, window: Window): readonly Row[] {
  return [
    ...headingRows(heading, window),
    ...lines.flatMap((each) => (verbatim ? fileRows(each, window) : lineRows(each, window))),
  ];
}

function headingRows(heading: string, { columns, rows, glyphs }: Window): readonly Row[] {
  const row = clipRow([gap(1), span(heading, 'accent')], columns, glyphs.ellipsis);
  return rows < AIRY ? [row] : [EMPTY, row];
}

function lineRows({ text, tone, under }: InspectedLine, { columns }: Window): readonly Row[] {
  const margin = under ? 5 : 3;
  return indent(wrapped(text, columns - margin - 1, tone), margin);
}

/** A line of a file stays one where it can; else it goes on under itself, further in. */
function fileRows({ text, tone }: InspectedLine, { columns }: Window): readonly Row[] {
  if (3 + widthOf(text) <= columns) return [[gap(3), span(text, tone)]];
  const margin = 3 + text.length - text.trimStart().length;
  const [first = [], ...more] = wrapped(text.trimStart(), columns - margin - GOES_ON, tone);
  return [...indent([first], margin), ...indent(more, margin + GOES_ON)];
}

/** Each fault that can happen to it now, behind its letter. */
function faultRows(state: Live, window: Window): readonly Row[] {
  const possible = new Set(
    faultsFor(state.chosen, benchOf(state))
      .filter(({ group }) => group !== 'site')
      .map(({ fault }) => fault.verb),
  );
  const verbs = VERBS.filter((verb) => possible.has(verb));
  return verbs.length === 0 ? [] : [...headingRows(words.faults, window), ...gridRows(verbs, window)];
}

/** Side by side, each under another. */
function gridRows(verbs: readonly Verb[], { columns }: Window): readonly Row[] {
  const width = Math.max(...verbs.map(widthOf)) + 4;
  const across = Math.max(1, Math.floor((columns - 4) / width));
  return Array.from({ length: Math.ceil(verbs.length / across) }, (_, row) => [
    gap(3),
    ...verbs
      .slice(row * across, (row + 1) * across)
      .flatMap((verb) => [
        span(FAULTS[verb].letter.padStart(1), 'strong'),
        span(` ${padded(verb, width - 2)}`),
      ]),
  ]);
}
