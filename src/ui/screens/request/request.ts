/** One request on its way: a panel over the simulator, whose run it shares. */
import { followWords as words } from '../../../messages/follow.ts';
import { span } from '../../../text/row.ts';
import type { KeyBinding } from '../../keys.ts';
import { type Context, defineScreen, type Picture } from '../../screen.ts';
import { scrollWindow } from '../../widgets/scroll.ts';
import { clockOf } from '../simulator/clock.ts';
import { reduceRequest } from './reduce.ts';
import { requestRows } from './rows.ts';
import {
  isMoving,
  isOver,
  openRequest,
  type RequestAction,
  type RequestState,
  trialOf,
  type Which,
} from './state.ts';

export const requestScreen = defineScreen<'request', RequestState, RequestAction>({
  name: 'request',
  title: words.screen,
  open: openRequest,
  reduce: reduceRequest,
  keys: requestKeys,
  view: viewRequest,
  tick: (ms) => ({ type: 'time', ms }),
  ticking: isMoving,
});

const LETTERS = [
  ['slowest', 's'],
  ['failed', 'f'],
  ['oldest', 'o'],
  ['next', 'n'],
] as const satisfies readonly (readonly [Which, string])[];

function requestKeys(state: RequestState, { glyphs }: Context): readonly KeyBinding<RequestAction>[] {
  const { chosen, stopped } = state;
  const say = words.keys;
  const trial = trialOf(state);
  const through =
    chosen === undefined
      ? []
      : [
          {
            keys: ['c'],
            shown: 'c',
            ...say.through(chosen),
            action: { type: 'pick', which: 'through' } as const,
          },
        ];
  const time = {
    keys: ['space'],
    shown: 'Space',
    ...(stopped ? say.go : say.stop),
    action: { type: 'stop-go' } as const,
  };
  return [
    ...LETTERS.map(([which, key]) => ({
      keys: [key],
      shown: key,
      ...say[which],
      action: { type: 'pick', which } as const,
    })),
    ...through,
    ...(isOver(state) ? [] : [time]),
    ...(trial === undefined
      ? []
      : [{ keys: ['t'], shown: 't', ...say.try(trial), action: { type: 'compare' } as const }]),
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: glyphs.upDown,
      ...say.scroll,
      action: (key) => ({ type: 'scroll', by: key === 'up' || key === 'k' ? -1 : 1 }),
    },
    { keys: ['escape', 'enter'], shown: 'Esc', ...say.close, action: { type: 'close' } },
  ];
}

function viewRequest(state: RequestState, context: Context): Picture {
  const { run, which, chosen, top } = state;
  const mode = isOver(state) ? words.status.over : state.stopped ? words.status.stopped : words.status.slow;
  return {
    title: [
      span(`${words.screen} ${context.glyphs.crumb} `, 'dim'),
      span(words.which[which](chosen ?? ''), 'strong'),
    ],
    status: [span(`${clockOf(run.now)}  `), span(mode, isOver(state) ? 'dim' : 'warn')],
    body: scrollWindow(requestRows(state, context), top, context.rows),
  };
}
