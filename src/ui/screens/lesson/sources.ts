/** What a page is shown to be true by: its footnotes, in its place while the reader looks at them. */
import type { Page } from '../../../course/model.ts';
import { lesson as words } from '../../../messages/lesson.ts';
import { markdownRows } from '../../../terminal/markdown.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, gap, indent, wrapped } from '../../../text/row-layout.ts';
import type { KeyBinding } from '../../keys.ts';
import type { Context } from '../../screen.ts';
import { scrolled } from '../../widgets/scroll.ts';
import { proseWidth, roomOf } from './page-layout.ts';
import type { LessonAction, LessonState } from './state.ts';

/** Whether the sources of a page are looked at. One that was read again may have none left. */
export function looksAtSources({ sources }: LessonState, page: Page): boolean {
  return sources !== undefined && page.footnotes.length > 0;
}

/** Each footnote behind its number; further rows stand under its text. */
export function sourcesRows({ footnotes }: Page, context: Context): readonly Row[] {
  const width = proseWidth(context);
  const notes = footnotes.flatMap(({ tokens }, index) => {
    const number = words.footnote(index + 1).padEnd(words.footnote(footnotes.length).length + 1);
    const rows = markdownRows(tokens, { width: width - number.length, ascii: context.ascii });
    const [first = EMPTY, ...more] = rows;
    return [EMPTY, [span(number, 'dim'), ...first], ...more.map((row) => [gap(number.length), ...row])];
  });
  return [EMPTY, ...indent([...wrapped(words.sources, width, 'strong'), ...notes], 1)];
}

/** Opens them, or goes back to the page as it was. */
export function sourcesToggled(state: LessonState, page: Page): LessonState {
  const open = !looksAtSources(state, page) && page.footnotes.length > 0;
  return { ...state, sources: open ? 0 : undefined };
}

export function sourcesScrolled(state: LessonState, by: number, page: Page, context: Context): LessonState {
  const count = sourcesRows(page, context).length;
  return { ...state, sources: scrolled(state.sources ?? 0, by, count, roomOf(context)) };
}

/** The keys while they are looked at. */
export function sourcesKeys(
  page: Page,
  links: readonly KeyBinding<LessonAction>[],
  context: Context,
): readonly KeyBinding<LessonAction>[] {
  const { keys } = words;
  return [
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: context.glyphs.upDown,
      label: sourcesRows(page, context).length > roomOf(context) ? keys.scroll.label : '',
      help: keys.scroll.help,
      action: (key) => ({ type: 'scroll', by: key === 'up' || key === 'k' ? -1 : 1 }),
    },
    ...links,
    {
      keys: ['pageup', 'pagedown', 'space'],
      shown: 'PgUp PgDn',
      ...keys.page,
      action: (key) => ({ type: 'window', by: key === 'pageup' ? -1 : 1 }),
    },
    {
      keys: ['home', 'end'],
      shown: 'Home End',
      label: '',
      help: '',
      action: (key) => ({ type: 'scroll', by: key === 'home' ? -100000 : 100000 }),
    },
    { keys: ['s', 'escape'], shown: 'Esc', ...keys.fromSources, action: { type: 'sources' } },
  ];
}
