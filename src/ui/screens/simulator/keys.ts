import { simulator as words } from '../../../messages/simulator.ts';
import type { KeyBinding } from '../../keys.ts';
import type { Context } from '../../screen.ts';
import { cutChoices } from './menus.ts';
import { type Live, type SimulatorAction, type SimulatorState, toggled } from './state.ts';

type Binding = KeyBinding<SimulatorAction>;

const say = words.keys;

/** The keys that work now. One key has one place: `k` kills what lives and `s` starts what is dead. */
export function simulatorKeys(state: SimulatorState, context: Context): readonly Binding[] {
  if (state.kind === 'broken') return [];
  return state.log === undefined ? drawingKeys(state, context) : logKeys(state, context);
}

function drawingKeys(state: Live, context: Context): readonly Binding[] {
  const { run, opening } = state;
  const life = lifeKeys(state);
  const more = binding(['x', 'enter'], 'x', say.more, { type: 'ask', menu: 'more' });
  const stop = binding(['space'], 'Space', state.stopped ? say.go : say.stop, { type: 'stop-go' });
  const hasCuts = cutChoices(state, context).length > 0;
  return [
    {
      keys: ['up', 'down', 'left', 'right'],
      shown: context.ascii ? 'arrows' : '←↑↓→',
      ...say.choose,
      action: (key) => ({
        type: 'move',
        to: key === 'up' || key === 'down' || key === 'left' ? key : 'right',
      }),
    },
    { keys: ['tab'], shown: 'Tab', label: '', help: '', action: { type: 'next-thing', by: 1 } },
    ...(opening.run === undefined
      ? [...life, ...pauseKeys(state), more, stop]
      : watchingKeys(state, life, more, stop)),
    ...(hasCuts ? [binding(['c'], 'c', say.cut, { type: 'ask', menu: 'cut' } as const)] : []),
    ...(state.stopped ? [binding(['n'], 'n', say.step, { type: 'step' } as const)] : []),
    {
      keys: ['+', '=', '-', '_'],
      shown: '+ -',
      ...say.traffic,
      action: (key) => ({ type: 'traffic', by: key === '+' || key === '=' ? 1 : -1 }),
    },
    ...(run.topology.switches.length > 0
      ? [binding(['t'], 't', say.switches, { type: 'ask', menu: 'switches' } as const)]
      : []),
    binding(['l'], 'l', say.log, { type: 'log' }),
    binding(['r'], 'r', say.restart, { type: 'ask', menu: 'restart' }),
    ...powerKeys(state),
    ...timeKeys(state),
  ];
}

/** In a prepared run the learner watches first. */
function watchingKeys(
  state: Live,
  life: readonly Binding[],
  more: Binding,
  stop: Binding,
): readonly Binding[] {
  const skip = binding(['f'], 'f', say.skip, { type: 'skip' });
  return [...(state.run.ahead.length > 0 ? [skip] : []), stop, ...life, ...pauseKeys(state), more];
}

function binding(
  keys: readonly string[],
  shown: string,
  { label, help }: { readonly label: string; readonly help: string },
  action: SimulatorAction,
): Binding {
  return { keys, shown, label, help, action };
}

function lifeKeys(state: Live): readonly Binding[] {
  const verb = toggled(state, 'life')?.verb;
  const action: SimulatorAction = { type: 'toggle', what: 'life' };
  switch (verb) {
    case 'kill':
      return [binding(['k'], 'k', say.kill, action)];
    case 'start':
      return [binding(['s', 'k'], 's', say.start, action)];
    case 'power-off':
      return [binding(['k', 'o'], 'k', say.powerOff, action)];
    case 'power-on':
      return [binding(['s', 'k', 'o'], 's', say.powerOn, action)];
    default:
      return [];
  }
}

function pauseKeys(state: Live): readonly Binding[] {
  const verb = toggled(state, 'pause')?.verb;
  if (verb === undefined) return [];
  return [binding(['p'], 'p', verb === 'resume' ? say.resume : say.pause, { type: 'toggle', what: 'pause' })];
}

/** Of the host of the chosen component; what is chosen may be the host itself, then `k` says it. */
function powerKeys(state: Live): readonly Binding[] {
  const power = toggled(state, 'power')?.verb;
  if (power === undefined || power === toggled(state, 'life')?.verb) return [];
  const words = power === 'power-on' ? say.powerOn : say.powerOff;
  return [binding(['o'], 'o', words, { type: 'toggle', what: 'power' })];
}

function timeKeys(state: Live): readonly Binding[] {
  return [
    {
      keys: ['>', '<', ']', '['],
      shown: '< >',
      ...say.speed,
      action: (key) => ({ type: 'speed', by: key === '>' || key === ']' ? 1 : -1 }),
    },
    ...(state.stopped ? [] : [binding(['n'], 'n', { ...say.step, label: '' }, { type: 'step' } as const)]),
    binding(['b'], 'b', say.back, { type: 'back' }),
  ];
}

function logKeys({ stopped }: Live, { glyphs, rows }: Context): readonly Binding[] {
  return [
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: glyphs.upDown,
      ...say.scroll,
      action: (key) => ({ type: 'scroll', by: key === 'up' || key === 'k' ? -1 : 1 }),
    },
    {
      keys: ['pageup', 'pagedown', 'home', 'end'],
      shown: 'PgUp PgDn',
      ...say.page,
      action: (key) => ({ type: 'scroll', by: pageBy(key, rows) }),
    },
    binding(['l', 'escape', 'enter'], 'l', say.closeLog, { type: 'log' }),
    binding(['space'], 'Space', stopped ? say.go : say.stop, { type: 'stop-go' }),
  ];
}

function pageBy(key: string, rows: number): number {
  const far = 100_000;
  if (key === 'home') return -far;
  if (key === 'end') return far;
  return key === 'pageup' ? 3 - rows : rows - 3;
}
