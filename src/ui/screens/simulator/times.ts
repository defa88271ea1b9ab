/** The time line: where one is in the run, what happened when, and the way to any second of it. */
import { simulator as words } from '../../../messages/simulator.ts';
import type { StoryLine } from '../../../story/story.ts';
import type { Row, Span } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, gap, rowWidth } from '../../../text/row-layout.ts';
import type { Micros } from '../../../topology/types.ts';
import type { Context } from '../../screen.ts';
import { clockOf } from './clock.ts';
import { toMoment } from './go-to.ts';
import { SECOND } from './run.ts';
import type { Live, TimesDeed } from './state.ts';

/** The end of what is known: as far as the run was ever seen. */
function endOf({ run, seen }: Live): Micros {
  return Math.max(run.now, seen?.until ?? 0);
}

/** What is known to happen in it. */
function linesOf({ run, seen }: Live): readonly StoryLine[] {
  return seen === undefined || run.now > seen.until ? run.log : seen.log;
}

export function timesMoved(state: Live, deed: TimesDeed): Live {
  const at = state.panel?.kind === 'times' ? state.panel.at : state.run.now;
  switch (deed.to) {
    case 'open':
      return { ...state, panel: { kind: 'times', at: state.run.now } };
    case 'close':
      return { ...state, panel: undefined };
    case 'take':
      return toMoment({ ...state, panel: undefined }, at);
    case 'move':
      return { ...state, panel: { kind: 'times', at: moved(at, deed.by, endOf(state)) } };
    case 'event':
      return { ...state, panel: { kind: 'times', at: eventBeside(at, deed.by, state) } };
  }
}

/** By whole seconds, and to the very end. */
function moved(at: Micros, by: Micros, end: Micros): Micros {
  const to = by > 0 ? Math.floor(at / SECOND) * SECOND + by : Math.ceil(at / SECOND) * SECOND + by;
  return Math.max(0, Math.min(end, to));
}

/** The moment of the next thing that happened, or of the one before; the same where there is none. */
function eventBeside(at: Micros, by: 1 | -1, state: Live): Micros {
  const times = linesOf(state).map(({ t }) => Math.round(t * SECOND));
  const found = by > 0 ? times.find((each) => each > at) : times.findLast((each) => each < at);
  return found ?? at;
}

/** The line, and what happened last before the place on it. */
export function timesRows(state: Live, at: Micros, context: Context): readonly Row[] {
  const { columns, glyphs } = context;
  const end = endOf(state);
  const title: Row = [
    span(glyphs.rule, 'dim'),
    span(` ${words.times.title(clockOf(at), clockOf(end))} `, 'strong'),
  ];
  const rest = span(glyphs.rule.repeat(Math.max(0, columns - rowWidth(title))), 'dim');
  const last = toldAt(state, at);
  const told: Row =
    last === undefined
      ? [gap(1), span(words.emptyLog, 'dim')]
      : [
          gap(1),
          span(`${clockOf(Math.round(last.t * SECOND))}  ${last.who}  `, 'dim'),
          span(last.text, last.tone),
        ];
  return [[...title, rest], lineRow(state, at, context), told].map((row) =>
    clipRow(row, columns, glyphs.ellipsis),
  );
}

/** What happened last until then; of several things at once the fault, which the others come from. */
function toldAt(state: Live, at: Micros): StoryLine | undefined {
  const until = linesOf(state).filter(({ t }) => Math.round(t * SECOND) <= at);
  const last = until.at(-1);
  const together = until.filter(({ t }) => last !== undefined && last.t - t < 0.1);
  return together.find(({ tone }) => tone === 'accent') ?? last;
}

function lineRow(state: Live, at: Micros, { columns, ascii, glyphs }: Context): Row {
  const signs = ascii
    ? { fault: '^', noticed: '*', mark: 'm', here: '|' }
    : { fault: '▲', noticed: '◆', mark: '⚑', here: '█' };
  const width = Math.max(10, columns - 2);
  const end = Math.max(1, endOf(state));
  const cell = (moment: Micros) => Math.min(width - 1, Math.floor((moment / end) * width));
  const cells = new Map<number, Span>();
  for (const { t, tone } of linesOf(state)) {
    const isFault = tone === 'accent';
    const place = cell(Math.round(t * SECOND));
    if (isFault || !cells.has(place))
      cells.set(place, span(isFault ? signs.fault : signs.noticed, isFault ? 'accent' : 'plain'));
  }
  if (state.mark !== undefined && state.mark.at <= end)
    cells.set(cell(state.mark.at), span(signs.mark, 'warn'));
  cells.set(cell(at), span(signs.here, 'strong'));
  return [
    gap(1),
    ...Array.from({ length: width }, (_, index) => cells.get(index) ?? span(glyphs.rule, 'dim')),
  ];
}
