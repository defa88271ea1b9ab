import { simulator as words } from '../../../messages/simulator.ts';
import { LETTERS } from '../../../simulator/faults/table.ts';
import type { KeyBinding } from '../../keys.ts';
import type { Context } from '../../screen.ts';
import type { FaultList } from './fault-list.ts';
import type { SimulatorAction, SimulatorState } from './state.ts';

const say = words.keys;

/** The keys of the list of faults. Until something is typed, j and k move and capitals are faults. */
export function listKeys({ text }: FaultList, { glyphs }: Context): readonly KeyBinding<SimulatorAction>[] {
  return [
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: glyphs.upDown,
      ...say.listChoose,
      action: (key) => ({ type: 'list', deed: { to: 'move', by: key === 'up' || key === 'k' ? -1 : 1 } }),
    },
    { keys: ['enter'], shown: 'Enter', ...say.take, action: { type: 'list', deed: { to: 'take' } } },
    ...(text === '' ? [{ keys: LETTERS, shown: 'A-Z', ...say.atOnce, action: letterAction } as const] : []),
    {
      keys: ['backspace'],
      shown: 'Backspace',
      ...say.erase,
      action: { type: 'list', deed: { to: 'erase' } },
    },
    { keys: ['escape'], shown: 'Esc', ...say.listBack, action: { type: 'list', deed: { to: 'back' } } },
  ];
}

function letterAction(letter: string): SimulatorAction {
  return { type: 'letter', letter };
}

/** A letter is text here; but j, k and capitals are keys as long as nothing is typed. */
export function typedInList(state: SimulatorState, text: string): SimulatorAction | undefined {
  if (state.kind === 'broken' || state.panel?.kind !== 'faults') return undefined;
  const isKey = state.panel.list.text === '' && /^[A-Zjk]$/.test(text);
  return isKey ? undefined : { type: 'list', deed: { to: 'type', text } };
}
