/** Search over all lessons: type, choose, open. */
import { search as words } from '../../../messages/search.ts';
import { span } from '../../../terminal/paint.ts';
import type { Row } from '../../../topology/draw/canvas-types.ts';
import type { KeyBinding } from '../../keys.ts';
import { type Context, defineScreen, type Picture, type Step, step } from '../../screen.ts';
import { clipRow, EMPTY, ends, gap, indent, wrapped } from '../../widgets/rows.ts';
import { keepInSight, scrollWindow } from '../../widgets/scroll.ts';
import { type Found, findPages } from './find.ts';

interface SearchState {
  readonly text: string;
  readonly found: readonly Found[];
  readonly at: number;
}

type SearchAction =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'erase' }
  | { readonly type: 'move'; readonly by: number }
  | { readonly type: 'open' };

/** A search is a few words. */
const LONGEST = 60;

export const searchScreen = defineScreen<'search', SearchState, SearchAction>({
  name: 'search',
  title: words.title,
  open: () => step({ text: '', found: [], at: 0 }),
  reduce: reduceSearch,
  keys: searchKeys,
  view: viewSearch,
  typed: (_, text) => ({ type: 'text', text }),
});

function reduceSearch(
  state: SearchState,
  action: SearchAction,
  context: Context,
): Step<SearchState, SearchAction> {
  switch (action.type) {
    case 'text':
      return step(searched(state.text + action.text, context));
    case 'erase':
      return step(searched([...state.text].slice(0, -1).join(''), context));
    case 'move': {
      const last = Math.max(0, state.found.length - 1);
      return step({ ...state, at: Math.min(last, Math.max(0, state.at + action.by)) });
    }
    case 'open': {
      const found = state.found[state.at];
      if (found === undefined) return step(state);
      const target = { screen: 'lesson', lesson: found.lesson.id, page: found.page } as const;
      return step(state, { do: 'replace', target });
    }
  }
}

function searched(text: string, { course }: Context): SearchState {
  const cut = text.trimStart().slice(0, LONGEST);
  return { text: cut, found: findPages(course, cut), at: 0 };
}

function searchKeys(state: SearchState, { glyphs }: Context): readonly KeyBinding<SearchAction>[] {
  const { choose, open, erase } = words.keys;
  const some = state.found.length > 0;
  return [
    {
      keys: ['up', 'down'],
      shown: glyphs.upDown,
      label: some ? choose.label : '',
      help: choose.help,
      action: (key) => ({ type: 'move', by: key === 'up' ? -1 : 1 }),
    },
    {
      keys: ['enter'],
      shown: 'Enter',
      label: some ? open.label : '',
      help: open.help,
      action: { type: 'open' },
    },
    { keys: ['backspace'], shown: 'Backspace', ...erase, action: { type: 'erase' } },
  ];
}

function viewSearch(state: SearchState, context: Context): Picture {
  const { columns, rows } = context;
  const prompt: Row = [gap(1), span(`${words.prompt} `), span(state.text, 'strong'), span('_', 'accent')];
  const list = state.found.flatMap((found, index) => foundRows(found, index === state.at, context));
  const said =
    state.text.trim().length < 2
      ? words.invite
      : state.found.length === 0
        ? words.nothing(state.text.trim())
        : '';
  const top = keepInSight(0, state.at * 2 + 1, list.length, rows - 3);
  return {
    title: [span(words.title, 'strong')],
    status: state.found.length > 0 ? [span(words.found(state.found.length))] : [],
    body: [
      EMPTY,
      prompt,
      EMPTY,
      ...(said === '' ? scrollWindow(list, top, rows - 3) : indent(wrapped(said, columns - 2, 'dim'), 1)),
    ],
  };
}

function foundRows(found: Found, chosen: boolean, { columns, glyphs }: Context): readonly Row[] {
  const { lesson, title, before, match, after } = found;
  const name = title === '' || title === lesson.title ? '' : `  ${title}`;
  const head: Row = [
    span(chosen ? ` ${glyphs.pointer} ` : '   ', 'accent'),
    span(lesson.title, chosen ? 'strong' : 'plain'),
    span(name, 'dim'),
  ];
  const room = Math.max(0, Math.floor((columns - match.length - 8) / 2));
  const lead = before.length > room ? `${glyphs.ellipsis}${before.slice(-room)}` : before;
  return [
    ends(head, [], columns, glyphs.ellipsis),
    clipRow(
      [gap(5), span(lead, 'dim'), span(match, 'accent'), span(after, 'dim')],
      columns - 1,
      glyphs.ellipsis,
    ),
  ];
}
