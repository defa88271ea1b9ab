/** What keys do to the line that is being written behind `:`. */
import { withMore, withoutLast } from '../../widgets/text-field.ts';
import { completed, type Said, saidLine } from './command.ts';
import type { CommandDeed, Live } from './state.ts';

/** So many lines are kept to be said again. */
const KEPT = 50;

/** The line is changed, or closed; `take` is another matter. */
export function written(state: Live, deed: Exclude<CommandDeed, { to: 'take' }>): Live {
  const { panel } = state;
  const text = panel?.kind === 'command' ? panel.text : '';
  const back = panel?.kind === 'command' ? panel.back : 0;
  switch (deed.to) {
    case 'open':
      return withLine(state, '');
    case 'type':
      return withLine(state, withMore(text, deed.text));
    case 'erase':
      return text === '' ? { ...state, panel: undefined } : withLine(state, withoutLast(text));
    case 'complete':
      return withLine(state, completed(text, state.run.topology));
    case 'history':
      return recalled(state, back + deed.by);
    case 'close':
      return { ...state, panel: undefined };
  }
}

function withLine(state: Live, text: string, back = 0): Live {
  return { ...state, panel: { kind: 'command', text, back } };
}

function recalled(state: Live, back: number): Live {
  const { said } = state;
  const place = Math.max(0, Math.min(said.length, back));
  return withLine(state, place === 0 ? '' : (said[said.length - place] ?? ''), place);
}

/** The line is done: what comes of it; an empty one closes. What can't be done stays, to be mended. */
export function taken(state: Live): Said {
  const { panel, said } = state;
  const line = panel?.kind === 'command' ? panel.text.trim() : '';
  if (line === '') return { state: { ...state, panel: undefined } };
  const closed = {
    ...state,
    panel: undefined,
    said: [...said.filter((each) => each !== line), line].slice(-KEPT),
  };
  return saidLine(line, closed);
}
