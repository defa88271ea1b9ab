/** The keys of the time line, of the line behind `:`, and of the command that repeats a run. */
import { simulator as words } from '../../../messages/simulator.ts';
import type { KeyBinding } from '../../keys.ts';
import type { Context } from '../../screen.ts';
import { SECOND } from './run.ts';
import type { CommandDeed, SimulatorAction, SimulatorState, TimesDeed } from './state.ts';

type Binding = KeyBinding<SimulatorAction>;

const say = words.keys;

export function timesKeys({ glyphs }: Context): readonly Binding[] {
  const to = (deed: TimesDeed): SimulatorAction => ({ type: 'times', deed });
  const FAR = 100_000 * SECOND;
  const moves = new Map([
    ['left', -SECOND],
    ['h', -SECOND],
    [',', -SECOND],
    ['right', SECOND],
    ['l', SECOND],
    ['.', SECOND],
    ['pageup', -10 * SECOND],
    ['down', -10 * SECOND],
    ['j', -10 * SECOND],
    ['pagedown', 10 * SECOND],
    ['up', 10 * SECOND],
    ['k', 10 * SECOND],
    ['home', -FAR],
    ['end', FAR],
  ]);
  const move = (key: string) => to({ to: 'move', by: moves.get(key) ?? 0 });
  return [
    {
      keys: ['left', 'h', ',', 'right', 'l', '.'],
      shown: `${glyphs.left} ${glyphs.right}`,
      ...say.secondOnLine,
      action: move,
    },
    {
      keys: ['up', 'k', 'pagedown', 'down', 'j', 'pageup'],
      shown: glyphs.upDown,
      ...say.tenOnLine,
      action: move,
    },
    {
      keys: ['n', 'b'],
      shown: 'n b',
      ...say.eventOnLine,
      action: (key) => to({ to: 'event', by: key === 'n' ? 1 : -1 }),
    },
    { keys: ['enter', 's'], shown: 'Enter', ...say.goThere, action: to({ to: 'take' }) },
    { keys: ['home', 'end'], shown: 'Home End', label: '', help: '', action: move },
    { keys: ['escape'], shown: 'Esc', ...say.closePanel, action: to({ to: 'close' }) },
  ];
}

export function commandKeys({ glyphs }: Context): readonly Binding[] {
  const to = (deed: CommandDeed): SimulatorAction => ({ type: 'command', deed });
  return [
    { keys: ['enter'], shown: 'Enter', ...say.doIt, action: to({ to: 'take' }) },
    { keys: ['tab'], shown: 'Tab', ...say.complete, action: to({ to: 'complete' }) },
    {
      keys: ['up', 'down'],
      shown: glyphs.upDown,
      ...say.history,
      action: (key) => to({ to: 'history', by: key === 'up' ? 1 : -1 }),
    },
    { keys: ['backspace'], shown: 'Backspace', ...say.erase, action: to({ to: 'erase' }) },
    { keys: ['escape'], shown: 'Esc', ...say.closePanel, action: to({ to: 'close' }) },
  ];
}

export function lineKeys(): readonly Binding[] {
  return [{ keys: ['escape', 'enter', 'y'], shown: 'Esc', ...say.closePanel, action: { type: 'line' } }];
}

/** Every character is text while a line is written. */
export function typedInCommand(state: SimulatorState, text: string): SimulatorAction | undefined {
  const isWriting = state.kind === 'live' && state.panel?.kind === 'command';
  return isWriting ? { type: 'command', deed: { to: 'type', text } } : undefined;
}
