/** The line behind `:` with what it may become, and the command that repeats a run. */
import { simulator as words } from '../../../messages/simulator.ts';
import { repeatWords } from '../../../story/repeat-line.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, gap, indent, wrapped } from '../../../text/row-layout.ts';
import { wrapRow } from '../../../text/wrap.ts';
import type { Context } from '../../screen.ts';
import { endOf } from '../../widgets/text-field.ts';
import { completions } from './command.ts';
import type { Live } from './state.ts';

/** What may come, or what was wrong, and under it the line itself. */
export function commandRows(state: Live, text: string, { columns, glyphs }: Context): readonly Row[] {
  const known = completions(text, state.run.topology);
  const above =
    state.notice === ''
      ? span(text === '' ? words.command.invite : known.join('  '), 'dim')
      : span(state.notice, 'warn');
  return [
    clipRow([gap(1), above], columns, glyphs.ellipsis),
    [
      gap(1),
      span(':', 'accent'),
      span(endOf(text, columns - 4, glyphs.ellipsis), 'strong'),
      span('_', 'accent'),
    ],
  ];
}

/** The command, broken where a shell reads on: what is marked and copied is one line. */
export function repeatRows(state: Live, { columns, rows: room }: Context): readonly Row[] {
  const { run, opening, changes } = state;
  const parts = repeatWords({
    topology: opening.topology,
    seed: run.seed,
    for: run.now,
    rate: opening.run?.rate,
    set: [...opening.set, ...changes],
    faults: [...run.prepared, ...run.done].filter(({ at }) => at <= run.now).toSorted((a, b) => a.at - b.at),
  });
  const rows = parts.flatMap((part, index) => {
    const more = index < parts.length - 1 ? ' \\' : '';
    return indent(wrapRow([span(`${part}${more}`)], columns - 4, 'whole'), index === 0 ? 1 : 3);
  });
  const title = indent(wrapped(words.line.title, columns - 2, 'strong'), 1);
  const why = indent(wrapped(words.line.why, columns - 2, 'dim'), 1);
  const whole = [EMPTY, ...title, EMPTY, ...rows, EMPTY, ...why];
  // in a small window the command itself counts
  return whole.length <= room ? whole : [...title, ...rows].slice(0, room);
}
