import { linksOn } from '../../../course/links.ts';
import { lesson as words } from '../../../messages/lesson.ts';
import type { KeyBinding } from '../../keys.ts';
import type { Context } from '../../screen.ts';
import { pageLayout, roomOf } from './page-layout.ts';
import { findLesson } from './reading-order.ts';
import { looksAtSources, sourcesKeys } from './sources.ts';
import type { LessonAction, LessonState, Writing } from './state.ts';

/** The keys of the lesson reader. */
export function lessonKeys(state: LessonState, context: Context): readonly KeyBinding<LessonAction>[] {
  if (state.writing !== undefined) return writingKeys(state.writing);
  const { glyphs } = context;
  const lesson = findLesson(context.course, state.lesson)?.lesson;
  const page = lesson?.pages[state.page];
  const links = lesson && page ? linksOn(page, lesson, context.course).length : 0;
  const follow: KeyBinding<LessonAction>[] =
    links > 0 ? [{ keys: ['o'], shown: 'o', ...words.keys.links, action: { type: 'links' } }] : [];
  if (page !== undefined && looksAtSources(state, page)) return sourcesKeys(page, follow, context);
  const hasSources = page !== undefined && page.footnotes.length > 0;
  const layout = page && pageLayout(page, state.lesson, context);
  const runs = layout?.runs.length ?? 0;
  const strokes = layout?.strokes ?? 0;
  const hasNotes = page?.blocks.some(({ kind }) => kind === 'listing') ?? false;
  const isDrawn = state.stroke + 1 >= strokes;
  const scrolls = (layout?.rows.length ?? 0) > roomOf(context);
  const keys = words.keys;
  const tryIt: KeyBinding<LessonAction> = {
    keys: ['enter', 't'],
    shown: 'Enter',
    ...(runs > 0 ? keys.tryIt : keys.go),
    action: { type: 'try' },
  };
  const sideways: KeyBinding<LessonAction> = {
    keys: ['<', '>'],
    shown: '< >',
    ...keys.sideways,
    action: (key) => ({ type: 'sideways', by: key === '<' ? -1 : 1 }),
  };
  const draw: KeyBinding<LessonAction> = {
    keys: ['d'],
    shown: 'd',
    ...keys.draw,
    label: hasNotes ? keys.note : isDrawn ? keys.drawAgain : keys.draw.label,
    action: { type: 'draw' },
  };
  return [
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: glyphs.upDown,
      label: scrolls ? keys.scroll.label : '',
      help: keys.scroll.help,
      action: (key) => ({ type: 'scroll', by: key === 'up' || key === 'k' ? -1 : 1 }),
    },
    { keys: ['right', 'l', 'n'], shown: glyphs.right, ...keys.next, action: { type: 'turn', by: 1 } },
    { keys: ['left', 'h', 'p'], shown: glyphs.left, ...keys.previous, action: { type: 'turn', by: -1 } },
    ...(strokes > 0 ? [draw] : []),
    ...(runs > 0 ? [tryIt] : [{ ...tryIt, label: '' }]),
    ...(runs > 1
      ? [{ keys: ['tab'], shown: 'Tab', ...keys.nextTry, action: { type: 'next-run' } as const }]
      : []),
    ...follow,
    ...(hasSources
      ? [{ keys: ['s'], shown: 's', ...keys.sources, action: { type: 'sources' } as const }]
      : []),
    ...((layout?.beyond ?? 0) > 0 ? [sideways] : []),
    { keys: ['space'], shown: 'Space', ...keys.space, action: { type: 'on' } },
    {
      keys: ['pageup', 'pagedown'],
      shown: 'PgUp PgDn',
      ...keys.page,
      action: (key) => ({ type: 'window', by: key === 'pageup' ? -1 : 1 }),
    },
    {
      keys: [...'123456789'],
      shown: '1-9',
      ...keys.toPage,
      action: (key) => ({ type: 'to-page', page: Number(key) - 1 }),
    },
    {
      keys: ['home', 'end'],
      shown: 'Home End',
      label: '',
      help: '',
      action: (key) => ({ type: 'scroll', by: key === 'home' ? -100000 : 100000 }),
    },
  ];
}

function writingKeys({ text }: Writing): readonly KeyBinding<LessonAction>[] {
  const { say, erase, stopSaying } = words.keys;
  return [
    { keys: ['enter'], shown: 'Enter', ...say, action: { type: 'say' } },
    {
      keys: ['backspace'],
      shown: 'Backspace',
      ...erase,
      label: text === '' ? '' : erase.label,
      action: { type: 'erase' },
    },
    { keys: ['escape'], shown: 'Esc', ...stopSaying, action: { type: 'stop-saying' } },
  ];
}
