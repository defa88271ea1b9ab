import { present as words } from '../../../messages/present.ts';
import type { KeyBinding } from '../../keys.ts';
import type { Context } from '../../screen.ts';
import { answerAt } from './answer.ts';
import { slideAt, slideLayout } from './slide-layout.ts';
import type { PresentAction, PresentState } from './state.ts';

type Binding = KeyBinding<PresentAction>;

/** PgDn, PgUp and `.` are what the buttons of a presenter's remote send. */
const FORWARD = ['right', 'space', 'n', 'l', 'pagedown'];
const BACK = ['left', 'p', 'h', 'backspace', 'pageup'];

/** The keys of a presentation. Nothing of them is written on the slide: `?` tells of them. */
export function presentKeys(state: PresentState, context: Context): readonly Binding[] {
  const { keys } = words;
  const blank: Binding = { keys: ['b', '.'], shown: 'b', ...keys.blank, action: { type: 'blank' } };
  if (state.blank) return [{ ...blank, keys: [...blank.keys, ...FORWARD, ...BACK, 'enter', 'escape'] }];
  const { glyphs } = context;
  return [
    { keys: FORWARD, shown: `${glyphs.right} Space PgDn`, ...keys.forward, action: { type: 'forward' } },
    { keys: BACK, shown: `${glyphs.left} PgUp`, ...keys.back, action: { type: 'back' } },
    { keys: ['enter'], shown: 'Enter', ...keys.enter, action: { type: 'enter' } },
    ...slideKeys(state, context),
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: glyphs.upDown,
      ...keys.scroll,
      action: (key) => ({ type: 'scroll', by: key === 'up' || key === 'k' ? -1 : 1 }),
    },
    {
      keys: ['home', 'end'],
      shown: 'Home End',
      ...keys.ends,
      action: (key) => ({ type: 'to-end', which: key === 'home' ? 'first' : 'last' }),
    },
    blank,
    { keys: ['q'], shown: 'q', ...keys.quit, action: { type: 'quit' } },
  ];
}

/** What only some slides have: an answer, runs, strokes, lines that are too wide. */
function slideKeys(state: PresentState, context: Context): readonly Binding[] {
  const slide = slideAt(state, context);
  if (slide === undefined) return [];
  const { keys } = words;
  const { runs, strokes, beyond } = slideLayout(slide, state, context);
  const answer = answerAt(slide, state, context);
  const isProven = slide.kind === 'question' && slide.question.proof !== undefined;
  const found: (Binding | false)[] = [
    answer !== 'none' && { keys: ['a'], shown: 'a', ...keys.answer, action: { type: 'answer' } },
    answer === 'shown' && isProven && { keys: ['w'], shown: 'w', ...keys.watch, action: { type: 'watch' } },
    runs.length > 0 && { keys: ['t'], shown: 't', ...keys.run, action: { type: 'run' } },
    runs.length > 1 && { keys: ['tab'], shown: 'Tab', ...keys.nextRun, action: { type: 'next-run' } },
    strokes > 0 && { keys: ['d'], shown: 'd', ...keys.draw, action: { type: 'draw' } },
    slide.kind === 'page' &&
      slide.page.footnotes.length > 0 && {
        keys: ['s'],
        shown: 's',
        ...keys.sources,
        action: { type: 'sources' },
      },
    beyond > 0 && {
      keys: ['<', '>'],
      shown: '< >',
      ...keys.sideways,
      action: (key) => ({ type: 'sideways', by: key === '<' ? -1 : 1 }),
    },
  ];
  return found.filter((binding) => binding !== false);
}
