/** The way through the stages, found a night after the other. */
import { NIGHT, type Night, type Walk, type WayPoint, walk } from '../../../story/compare/the-way.ts';
import { type Context, type Step, step } from '../../screen.ts';

export interface WayState {
  /** mutable: it goes on where it was */
  readonly walk: Walk;
  /** the night that goes by now; undefined: the way is whole */
  readonly night: Night | undefined;
  readonly points: readonly WayPoint[];
  readonly nights: number;
  /** place of the chosen point */
  readonly chosen: number;
}

export type WayAction =
  | { readonly type: 'time' }
  | { readonly type: 'move'; readonly by: 1 | -1 }
  /** the chosen point, to be broken by hand */
  | { readonly type: 'open' }
  | { readonly type: 'close' };

/** Events of the engine that one frame may cost. */
const WORK = 40_000;

export function openWay(context: Context): Step<WayState, WayAction> {
  const { course, openTopology, seed } = context;
  const stages = course.stages.flatMap(({ topology }) => topology ?? []);
  const state = {
    walk: walk(stages, openTopology, seed),
    night: undefined,
    points: [],
    nights: 0,
    chosen: 0,
  };
  return step(went(state));
}

/** On to the next night. */
function went(state: WayState): WayState {
  const next = state.walk.next();
  if (next.done === true) return { ...state, night: undefined, points: next.value };
  return { ...state, night: next.value, points: next.value.points };
}

export function reduceWay(state: WayState, action: WayAction): Step<WayState, WayAction> {
  const { points, chosen } = state;
  switch (action.type) {
    case 'time':
      return step(passed(state));
    case 'move':
      return step({ ...state, chosen: Math.max(0, Math.min(points.length - 1, chosen + action.by)) });
    case 'open': {
      const point = points[chosen];
      if (point === undefined) return step(state);
      const { topology, set } = point;
      return step(state, { do: 'open', target: { screen: 'simulator', topology, set } });
    }
    case 'close':
      return step(state, { do: 'back' });
  }
}

function passed(state: WayState): WayState {
  const { night } = state;
  if (night === undefined) return state;
  night.run.told.advance(NIGHT, WORK);
  return night.run.told.now < NIGHT ? state : went({ ...state, nights: state.nights + 1 });
}
