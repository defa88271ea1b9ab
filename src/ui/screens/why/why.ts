/** Why?: the chain behind a line of the log, over the simulator that wrote it. */
import { whyWords as words } from '../../../messages/why.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, height } from '../../../text/row-layout.ts';
import type { KeyBinding } from '../../keys.ts';
import { type Context, defineScreen, type Picture, type Step, step } from '../../screen.ts';
import { scrolled, scrollWindow } from '../../widgets/scroll.ts';
import { whyRows } from './rows.ts';
import { behind, openWhy, type WhyAction, type WhyState } from './state.ts';

export const whyScreen = defineScreen<'why', WhyState, WhyAction>({
  name: 'why',
  title: words.title,
  open: openWhy,
  reduce: reduceWhy,
  keys: whyKeys,
  view: viewWhy,
});

function reduceWhy(state: WhyState, action: WhyAction, context: Context): Step<WhyState, WhyAction> {
  switch (action.type) {
    case 'close':
      return step(state, { do: 'back' });
    case 'line':
      return step({
        ...behind(state.run, state.asked, state.back - action.by, context),
        drawn: state.drawn,
      });
    case 'scroll': {
      const { chain, drawing } = whyRows(state, context);
      const room = context.rows - drawing.length - 1;
      return step({ ...state, top: scrolled(state.top, action.by, chain.length, room) });
    }
    case 'draw':
      return step({ ...state, drawn: !state.drawn, top: 0 });
    case 'try': {
      const choices = state.trials.map(({ label, change }) => ({
        label,
        action: { type: 'compare', change } as const,
      }));
      return choices.length === 0 ? step(state) : step(state, { do: 'ask', title: words.tryTitle, choices });
    }
    case 'compare': {
      const { asked, run } = state;
      const target = { screen: 'compare', asked, change: action.change, until: run.now } as const;
      return step(state, { do: 'open', target });
    }
    case 'lesson': {
      const { lesson } = state;
      if (lesson === undefined) return step(state);
      return step(state, { do: 'open', target: { screen: 'lesson', lesson: lesson.id, page: 0 } });
    }
  }
}

function whyKeys(state: WhyState, { glyphs, rows }: Context): readonly KeyBinding<WhyAction>[] {
  const { lesson, drawn } = state;
  const say = words.keys;
  return [
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: glyphs.upDown,
      ...say.line,
      action: (key) => ({ type: 'line', by: key === 'up' || key === 'k' ? -1 : 1 }),
    },
    ...(lesson === undefined
      ? []
      : [{ keys: ['enter', 'o'], shown: 'Enter', ...say.lesson, action: { type: 'lesson' } as const }]),
    ...(state.trials.length === 0
      ? []
      : [{ keys: ['t'], shown: 't', ...say.try, action: { type: 'try' } as const }]),
    { keys: ['d'], shown: 'd', ...(drawn ? say.chain : say.draw), action: { type: 'draw' } },
    {
      keys: ['pageup', 'pagedown'],
      shown: 'PgUp PgDn',
      ...say.scroll,
      action: (key) => ({ type: 'scroll', by: key === 'pageup' ? 3 - rows : rows - 3 }),
    },
    { keys: ['escape', 'w'], shown: 'Esc', ...say.close, action: { type: 'close' } },
  ];
}

function viewWhy(state: WhyState, context: Context): Picture {
  const { run, back } = state;
  const count = run.log.length;
  return {
    title: [span(words.title, 'strong')],
    status: count === 0 ? [] : [span(words.line(count - back, count), 'dim')],
    body: bodyOf(state, context),
  };
}

function bodyOf(state: WhyState, context: Context): readonly Row[] {
  const { chain, drawing } = whyRows(state, context);
  if (drawing.length === 0) return scrollWindow(chain, state.top, context.rows);
  if (!state.drawn) return height([...chain, EMPTY, ...drawing], context.rows);
  return [...drawing, EMPTY, ...scrollWindow(chain, state.top, context.rows - drawing.length - 1)];
}
