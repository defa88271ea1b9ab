/** What if: a run and the same with one thing changed, side by side, second by second. */
import { compareWords as words } from '../../../messages/compare.ts';
import { span } from '../../../text/row.ts';
import { height, indent, wrapped } from '../../../text/row-layout.ts';
import type { KeyBinding } from '../../keys.ts';
import { type Context, defineScreen, type Picture } from '../../screen.ts';
import { clockOf } from '../simulator/clock.ts';
import { compareRows, nameOf } from './rows.ts';
import {
  type CompareAction,
  type CompareState,
  isCatchingUp,
  isMoving,
  openCompare,
  reduceCompare,
  SPEEDS,
} from './state.ts';

export const compareScreen = defineScreen<'compare', CompareState, CompareAction>({
  name: 'compare',
  title: words.screen,
  open: openCompare,
  reduce: reduceCompare,
  keys: compareKeys,
  view: viewCompare,
  tick: (ms) => ({ type: 'time', ms }),
  ticking: isMoving,
});

function compareKeys(state: CompareState, _: Context): readonly KeyBinding<CompareAction>[] {
  const say = words.keys;
  const close: KeyBinding<CompareAction> = {
    keys: ['escape'],
    shown: 'Esc',
    ...say.close,
    action: { type: 'close' },
  };
  if (state.kind === 'broken') return [close];
  return [
    { keys: ['space'], shown: 'Space', ...(state.stopped ? say.go : say.stop), action: { type: 'stop-go' } },
    {
      keys: ['>', '<', ']', '['],
      shown: '< >',
      ...say.speed,
      action: (key) => ({ type: 'speed', by: key === '>' || key === ']' ? 1 : -1 }),
    },
    { keys: ['enter'], shown: 'Enter', ...say.take, action: { type: 'take' } },
    close,
  ];
}

function viewCompare(state: CompareState, context: Context): Picture {
  const title = [
    span(`${words.screen} ${context.glyphs.crumb} `, 'dim'),
    span(nameOf(state.change), 'strong'),
  ];
  if (state.kind === 'broken') {
    const body = state.why.flatMap((line) => indent(wrapped(line, context.columns - 2, 'bad'), 1));
    return { title, status: [], body: height(body, context.rows) };
  }
  const mode = isCatchingUp(state)
    ? words.status.catchingUp
    : state.stopped
      ? words.status.stopped
      : words.status.live;
  return {
    title,
    status: [span(`${clockOf(state.pair.now)}  ${SPEEDS[state.speed] ?? 1}x  `), span(mode, 'warn')],
    body: height(compareRows(state, context), context.rows),
  };
}
