import { simulator as words } from '../../../messages/simulator.ts';
import { FAULTS, LETTERS } from '../../../simulator/faults/table.ts';
import type { KeyBinding } from '../../keys.ts';
import type { Context } from '../../screen.ts';
import { faultsFor } from './faults-for.ts';
import { listKeys } from './list-keys.ts';
import { commandKeys, lineKeys, timesKeys } from './panel-keys.ts';
import { placingOf } from './stage.ts';
import { benchOf, isWorthKeeping, type Live, type SimulatorAction, type SimulatorState } from './state.ts';

type Binding = KeyBinding<SimulatorAction>;

const say = words.keys;

/** Letters of the shell, of which the simulator leaves some free. */
const SHELL = ['g', 'q'];

/** The keys that work now. Small letters look and move; what breaks something is a capital of the fault table. */
export function simulatorKeys(state: SimulatorState, context: Context): readonly Binding[] {
  if (state.kind === 'broken') return [];
  switch (state.panel?.kind) {
    case 'log':
      return logKeys(state, context);
    case 'faults':
      return listKeys(state.panel.list, context);
    case 'times':
      return timesKeys(context);
    case 'command':
      return commandKeys(context);
    case 'line':
      return lineKeys();
    case undefined:
      return placingOf(state, context) === 'over' ? overKeys(state, context) : drawingKeys(state, context);
  }
}

function drawingKeys(state: Live, context: Context): readonly Binding[] {
  const bindings = [
    ...movingKeys(context),
    ...firstKeys(state, inspectorKey(state, context)),
    ...(placingOf(state, context) === 'beside' ? [pageKeys(context)] : []),
    {
      keys: ['+', '=', '-', '_'],
      shown: '+ -',
      ...say.traffic,
      action: (key: string): SimulatorAction => ({
        type: 'traffic',
        by: key === '+' || key === '=' ? 1 : -1,
      }),
    },
    binding(['t'], 't', say.whatIf, { type: 'ask', menu: 'what-if' } as const),
    binding(['f'], 'f', say.follow, { type: 'look', at: 'request' } as const),
    binding(['w'], 'w', say.why, { type: 'look', at: 'why' } as const),
    binding(['a'], 'a', say.game, { type: 'game' } as const),
    ...eyeKeys(state),
    binding(['e'], 'e', say.log, { type: 'log' } as const),
    binding(['v'], 'v', say.report, { type: 'report' } as const),
    binding(['r'], 'r', say.restart, { type: 'ask', menu: 'restart' } as const),
    {
      keys: ['>', '<', ']', '['],
      shown: '< >',
      ...say.speed,
      action: (key: string): SimulatorAction => ({ type: 'speed', by: key === '>' || key === ']' ? 1 : -1 }),
    },
    ...timeKeys(state),
    binding([':'], ':', say.command, { type: 'command', deed: { to: 'open' } } as const),
    binding(['y'], 'y', say.line, { type: 'line' } as const),
    ...escapeKeys(state, context),
  ];
  return [...bindings, ...otherLetters(bindings)];
}

/** Esc takes the last thing away first that was laid over the drawing; then what would be lost is asked for. */
function escapeKeys(state: Live, context: Context): readonly Binding[] {
  // beside the drawing it may stand by itself: then there is nothing to close
  const isOpened = state.inspector.open === true && placingOf(state, context) !== 'closed';
  if (isOpened) return [binding(['escape'], 'Esc', say.closeInspector, { type: 'inspect' })];
  if (state.eye === 'monitor') return [binding(['escape'], 'Esc', say.truth, { type: 'eye' })];
  return isWorthKeeping(state) ? [binding(['escape'], 'Esc', say.leave, { type: 'leave' })] : [];
}

/** The last line says it where there is a monitoring service to look with. */
function eyeKeys({ eye, run: { topology } }: Live): readonly Binding[] {
  const words = eye === 'truth' ? say.monitorEye : say.truth;
  const shown = topology.monitoring === undefined ? { ...words, label: '' } : words;
  return [binding(['m'], 'm', shown, { type: 'eye' })];
}

/** The ways through time that are not taken first. */
function timeKeys({ stopped, mark }: Live): readonly Binding[] {
  return [
    binding(['.'], '.', stopped ? say.step : { ...say.step, label: '' }, { type: 'step' }),
    binding([','], ',', say.stepBack, { type: 'step-back' }),
    binding(['b'], 'b', say.back, { type: 'back' }),
    binding(['s'], 's', say.times, { type: 'times', deed: { to: 'open' } }),
    binding(['c'], 'c', say.mark, { type: 'set-mark' }),
    binding(['z'], 'z', mark === undefined ? { ...say.toMark, label: '' } : say.toMark, { type: 'to-mark' }),
  ];
}

function movingKeys({ ascii }: Context): readonly Binding[] {
  const directions = { up: 'up', k: 'up', down: 'down', j: 'down', left: 'left', h: 'left' } as const;
  const isNamed = (key: string): key is keyof typeof directions => Object.hasOwn(directions, key);
  return [
    {
      keys: ['up', 'down', 'left', 'right', 'h', 'j', 'k', 'l'],
      shown: ascii ? 'arrows' : '←↑↓→',
      ...say.choose,
      action: (key) => ({ type: 'move', to: isNamed(key) ? directions[key] : 'right' }),
    },
    { keys: ['tab'], shown: 'Tab', label: '', help: '', action: { type: 'next-thing', by: 1 } },
  ];
}

/** Enter opens the inspector and closes it. */
function inspectorKey(state: Live, context: Context): Binding {
  const words = placingOf(state, context) === 'closed' ? say.inspect : say.closeInspector;
  return binding(['enter'], 'Enter', words, { type: 'inspect' });
}

/** Beside the drawing it is scrolled a window at a time. */
function pageKeys({ rows }: Context): Binding {
  return {
    keys: ['pageup', 'pagedown', 'home', 'end'],
    shown: 'PgUp PgDn',
    ...say.page,
    action: (key) => ({ type: 'scroll-inspector', by: pageBy(key, rows) }),
  };
}

/** Over the drawing it has the arrows: up and down scroll it, to the sides is the thing before or after. */
function overKeys(state: Live, context: Context): readonly Binding[] {
  const bindings: readonly Binding[] = [
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: context.glyphs.upDown,
      ...say.scroll,
      action: (key) => ({ type: 'scroll-inspector', by: key === 'up' || key === 'k' ? -1 : 1 }),
    },
    {
      keys: ['right', 'l', 'tab', 'left', 'h'],
      shown: `${context.glyphs.left} ${context.glyphs.right}`,
      ...say.nextThing,
      action: (key) => ({ type: 'next-thing', by: key === 'left' || key === 'h' ? -1 : 1 }),
    },
    pageKeys(context),
    ...firstKeys(state, binding(['escape', 'enter'], 'Esc', say.closeInspector, { type: 'inspect' })),
    binding(['.'], '.', { ...say.step, label: '' }, { type: 'step' }),
  ];
  return [...bindings, ...otherLetters(bindings)];
}

/** What one does first: break something; in a prepared run one watches, and time comes before faults. */
function firstKeys(state: Live, enter: Binding): readonly Binding[] {
  const { stopped, opening } = state;
  const stop = binding(['space'], 'Space', stopped ? say.go : say.stop, { type: 'stop-go' });
  const next = binding(['n'], 'n', say.nextEvent, { type: 'next-event' });
  const breaking = [
    ...commonFaults(state, ['kill', 'start']),
    binding(['x'], 'x', say.faults, { type: 'open-list' }),
  ];
  return [
    ...(opening.run === undefined ? [...breaking, enter, stop, next] : [stop, next, ...breaking, enter]),
    ...commonFaults(state, ['pause', 'resume', 'partition', 'power-off', 'power-on']),
  ];
}

/** Faults that the last line names, as far as they can happen now. */
function commonFaults(state: Live, verbs: readonly (keyof typeof say.letters)[]): readonly Binding[] {
  const possible = new Set(faultsFor(state.chosen, benchOf(state)).map(({ fault }) => fault.verb));
  return verbs
    .filter((verb) => possible.has(verb))
    .map((verb) => {
      const { letter } = FAULTS[verb];
      return binding([letter], letter, say.letters[verb], { type: 'letter', letter });
    });
}

/** Every other letter: a capital is a fault or says why it isn't, a small one says so if its capital would be. */
function otherLetters(bindings: readonly Binding[]): readonly Binding[] {
  const taken = new Set([...SHELL, ...bindings.flatMap(({ keys }) => keys)]);
  const free = (keys: readonly string[]) => keys.filter((key) => !taken.has(key));
  return [
    {
      keys: free([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']),
      shown: 'A-Z',
      ...say.anyLetter,
      action: (letter) => ({ type: 'letter', letter }),
    },
    {
      keys: free(LETTERS.map((letter) => letter.toLowerCase())),
      shown: '',
      label: '',
      help: '',
      action: (key) => ({ type: 'hint', letter: key.toUpperCase() }),
    },
  ];
}

function binding(
  keys: readonly string[],
  shown: string,
  { label, help }: { readonly label: string; readonly help: string },
  action: SimulatorAction,
): Binding {
  return { keys, shown, label, help, action };
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
    binding(['e', 'escape', 'enter'], 'Esc', say.closeLog, { type: 'log' }),
    binding(['space'], 'Space', stopped ? say.go : say.stop, { type: 'stop-go' }),
  ];
}

function pageBy(key: string, rows: number): number {
  const far = 100_000;
  if (key === 'home') return -far;
  if (key === 'end') return far;
  return key === 'pageup' ? 3 - rows : rows - 3;
}
