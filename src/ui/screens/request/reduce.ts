/** What every key, and time, does to the followed request. */
import { type Context, type Step, step } from '../../screen.ts';
import { scrolled } from '../../widgets/scroll.ts';
import { requestRows } from './rows.ts';
import { passed, picked, type RequestAction, type RequestState, trialOf } from './state.ts';

export function reduceRequest(
  state: RequestState,
  action: RequestAction,
  context: Context,
): Step<RequestState, RequestAction> {
  switch (action.type) {
    case 'close':
      return step(state, { do: 'back' });
    case 'pick':
      return step(picked({ ...state, stopped: false }, action.which));
    case 'stop-go':
      return step({ ...state, stopped: !state.stopped });
    case 'compare': {
      const { asked, run } = state;
      const trial = trialOf(state);
      if (asked === undefined || trial === undefined) return step(state);
      const target = { screen: 'compare', asked, change: `set ${trial}`, until: run.now } as const;
      return step(state, { do: 'open', target });
    }
    case 'scroll': {
      const count = requestRows(state, context).length;
      return step({ ...state, top: scrolled(state.top, action.by, count, context.rows) });
    }
    case 'time':
      return step(passed(state, action.ms));
  }
}
