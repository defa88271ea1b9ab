/** What stops it alone?: mark the boxes, then watch every part fail in turn. */
import { spofGame as words } from '../../../messages/spof.ts';
import { failuresOf } from '../../../simulator/spof.ts';
import { span } from '../../../text/row.ts';
import { height, indent, wrapped } from '../../../text/row-layout.ts';
import type { KeyBinding } from '../../keys.ts';
import { type Context, defineScreen, type Picture, type Step, step } from '../../screen.ts';
import { type Direction, nextThing, towards } from '../../widgets/choosing.ts';
import { drawingOf, gameRows } from './rows.ts';
import {
  chosenBox,
  freshGame,
  heardOf,
  markedAt,
  openSpof,
  type SpofAction,
  type SpofState,
} from './state.ts';

export const spofScreen = defineScreen<'spof', SpofState, SpofAction>({
  name: 'spof',
  title: words.screen,
  open: openSpof,
  reduce: reduceSpof,
  keys: spofKeys,
  view: viewSpof,
  heard: (news) => ({ type: 'heard', news }),
});

function reduceSpof(state: SpofState, action: SpofAction, context: Context): Step<SpofState, SpofAction> {
  if (action.type === 'close') return step(state, { do: 'back' });
  if (state.kind === 'broken') return step(state);
  const { topology, chosen } = state;
  switch (action.type) {
    case 'move':
      return step(chosenBox(state, towards(drawingOf(state, context).places, chosen, action.to)));
    case 'next':
      return step(chosenBox(state, nextThing(drawingOf(state, context).places, chosen, action.by)));
    case 'mark':
      return step(markedAt(state));
    case 'start':
      return step(
        { ...state, phase: 'failing' },
        { do: 'work', job: { kind: 'fail', topology, failures: failuresOf(topology) } },
      );
    case 'heard':
      return step(heardOf(state, action.news));
    case 'again':
      return step(freshGame(topology, chosen));
  }
}

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['up', 'up'],
  ['k', 'up'],
  ['down', 'down'],
  ['j', 'down'],
  ['left', 'left'],
  ['h', 'left'],
  ['right', 'right'],
  ['l', 'right'],
]);

function spofKeys(state: SpofState, { ascii }: Context): readonly KeyBinding<SpofAction>[] {
  const say = words.keys;
  const close: KeyBinding<SpofAction> = {
    keys: ['escape'],
    shown: 'Esc',
    ...say.close,
    action: { type: 'close' },
  };
  if (state.kind === 'broken') return [close];
  const mark: KeyBinding<SpofAction> = {
    keys: ['space'],
    shown: 'Space',
    ...say.mark,
    action: { type: 'mark' },
  };
  const start: KeyBinding<SpofAction> = {
    keys: ['enter'],
    shown: 'Enter',
    ...say.start,
    action: { type: 'start' },
  };
  const again: KeyBinding<SpofAction> = { keys: ['r'], shown: 'r', ...say.again, action: { type: 'again' } };
  return [
    {
      keys: [...DIRECTIONS.keys()],
      shown: ascii ? 'arrows' : '←↑↓→',
      ...say.choose,
      action: (key) => ({ type: 'move', to: DIRECTIONS.get(key) ?? 'right' }),
    },
    { keys: ['tab'], shown: 'Tab', label: '', help: '', action: { type: 'next', by: 1 } },
    ...(state.phase === 'marking' ? [mark, start] : []),
    ...(state.phase === 'over' ? [again] : []),
    close,
  ];
}

function viewSpof(state: SpofState, context: Context): Picture {
  const name = state.kind === 'game' ? state.topology.title : '';
  const title = [span(`${words.screen} ${context.glyphs.crumb} `, 'dim'), span(name, 'strong')];
  if (state.kind === 'broken') {
    const lines = [words.cannotOpen, ...state.why];
    const body = lines.flatMap((line) => indent(wrapped(line, context.columns - 2, 'bad'), 1));
    return { title, status: [], body: height(body, context.rows) };
  }
  return { title, status: [], body: height(gameRows(state, context), context.rows) };
}
