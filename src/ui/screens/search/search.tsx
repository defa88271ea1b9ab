/** Search over lessons, quizzes, missions and glossary: type, choose, open. */

import { searchMeant } from '../../../course/meant-words.ts';
import type { Course } from '../../../course/model.ts';
import { type SearchHit, SearchIndex } from '../../../course/search.ts';
import { plainWords } from '../../../markdown/words.ts';
import { search as words } from '../../../messages/search.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, ends, gap, indent, widthOf, wrapped } from '../../../text/row-layout.ts';
import type { KeyBinding } from '../../keys.ts';
import { type Context, defineScreen, type Picture, type Step, step, type Target } from '../../screen.ts';
import { keepInSight } from '../../widgets/scroll.ts';
import { endOf, withMore, withoutLast } from '../../widgets/text-field.ts';

interface SearchState {
  readonly text: string;
  readonly found: readonly SearchHit[];
  /** what it was found by, where nothing has what was asked for */
  readonly meant: string | undefined;
  readonly at: number;
  /** a part of the course is not looked at yet */
  readonly looking: boolean;
}

type SearchAction =
  /** another piece of the course is looked at */
  | { readonly type: 'look-on' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'erase' }
  | { readonly type: 'move'; readonly by: number }
  | { readonly type: 'open' };

/** What is looked at between two keys: a few hundredths of a second's work. */
const CHARACTERS = 100_000;

export const searchScreen = defineScreen<'search', SearchState, SearchAction>({
  name: 'search',
  title: words.title,
  open: () => step({ text: '', found: [], meant: undefined, at: 0, looking: false }),
  reduce: reduceSearch,
  keys: searchKeys,
  view: viewSearch,
  typed: (_, text) => ({ type: 'text', text }),
  tick: () => ({ type: 'look-on' }),
  ticking: ({ looking }) => looking,
});

function reduceSearch(
  state: SearchState,
  action: SearchAction,
  context: Context,
): Step<SearchState, SearchAction> {
  switch (action.type) {
    case 'look-on': {
      const { at } = state;
      const more = searched(state.text, context);
      return step({ ...more, at: Math.min(at, Math.max(0, more.found.length - 1)) });
    }
    case 'text':
      return step(searched(withMore(state.text, action.text), context));
    case 'erase':
      return step(searched(withoutLast(state.text), context));
    case 'move': {
      const last = Math.max(0, state.found.length - 1);
      return step({ ...state, at: Math.min(last, Math.max(0, state.at + action.by)) });
    }
    case 'open': {
      const hit = state.found[state.at];
      return hit === undefined ? step(state) : step(state, { do: 'open', target: targetOf(hit) });
    }
  }
}

function targetOf({ place }: SearchHit): Target {
  switch (place.kind) {
    case 'lesson':
      return { screen: 'lesson', lesson: place.lesson, page: place.page };
    case 'quiz':
      return { screen: 'quiz', quiz: place.quiz, question: place.question };
    case 'mission':
      return { screen: 'mission', mission: place.mission };
    case 'glossary':
      return { screen: 'glossary', term: place.term };
  }
}

const indexes = new WeakMap<Course, SearchIndex>();

function searched(text: string, { course }: Context): SearchState {
  const index = indexes.get(course) ?? new SearchIndex(course);
  indexes.set(course, index);
  index.extend(CHARACTERS);
  const none = { hits: [], meant: undefined };
  const { hits: found, meant } = text.trim().length < 2 ? none : searchMeant(index, text);
  return { text, found, meant, at: 0, looking: !index.isWhole };
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
  const { columns, rows, glyphs } = context;
  const room = columns - widthOf(words.prompt) - 4;
  const text = endOf(state.text, room, glyphs.ellipsis);
  const prompt: Row = [gap(1), span(`${words.prompt} `), span(text, 'strong'), span('_', 'accent')];
  const said =
    state.text.trim().length < 2
      ? words.invite
      : state.found.length === 0 && !state.looking
        ? words.nothing(state.text.trim())
        : '';
  const { meant } = state;
  const instead =
    meant === undefined
      ? []
      : [...indent(wrapped(words.meant(state.text.trim(), meant), columns - 2, 'dim'), 1), EMPTY];
  const list = [...instead, ...listRows(state, rows - 3 - instead.length, context)];
  return {
    title: [span(words.title, 'strong')],
    status: statusOf(state),
    body: [EMPTY, prompt, EMPTY, ...(said === '' ? list : indent(wrapped(said, columns - 2, 'dim'), 1))],
  };
}

function statusOf({ found, looking }: SearchState): Row {
  const count = found.length > 0 ? words.found(found.length) : '';
  return [span(looking ? words.looking(count) : count)].filter(({ text }) => text !== '');
}

/** As many whole places as there is room for, around the chosen one. */
function listRows({ found, at }: SearchState, room: number, context: Context): readonly Row[] {
  const places = found.length * 2 <= room ? found.length : Math.max(1, Math.floor((room - 1) / 2));
  const top = keepInSight(0, at, found.length, places);
  const below = found.length - top - places;
  const seen = found
    .slice(top, top + places)
    .flatMap((hit, index) => foundRows(hit, top + index === at, context));
  if (below <= 0) return seen;
  return [...seen, [gap(3), span(`${context.glyphs.more} ${words.moreBelow(below)}`, 'dim')]];
}

/** What kind of place it is and its title; under it the line with the words. */
function foundRows(hit: SearchHit, chosen: boolean, context: Context): readonly Row[] {
  const { columns, glyphs } = context;
  const { place, title } = hit;
  const { text, ranges } = excerptOf(hit, context);
  const head: Row = [
    span(chosen ? ` ${glyphs.pointer} ` : '   ', 'accent'),
    span(title.replaceAll('›', glyphs.crumb), chosen ? 'strong' : 'plain'),
  ];
  const line = [gap(5), ...matched(fromFirstMatch(text, ranges, columns - 8, glyphs.ellipsis))];
  return [
    ends(head, [span(words.kinds[place.kind], 'dim'), gap(1)], columns, glyphs.ellipsis),
    clipRow(line, columns - 1, glyphs.ellipsis),
  ];
}

interface Excerpt {
  readonly text: string;
  readonly ranges: SearchHit['ranges'];
}

/** The line with the words; where that is the title again, what the place is about. */
function excerptOf(hit: SearchHit, { course }: Context): Excerpt {
  const { place, title } = hit;
  const about = title.endsWith(hit.text) ? aboutOf(place, course) : '';
  const { text, ranges } = about === '' ? hit : { text: about, ranges: [] };
  // a row of a table without its first cell, and the marks of code, are the author's way to write
  const marks = [...text.matchAll(/^\| |`/g)];
  const moved = (at: number): number =>
    at - marks.reduce((sum, { 0: mark, index }) => sum + (index < at ? mark.length : 0), 0);
  return {
    text: text.replaceAll(/^\| |`/g, ''),
    ranges: ranges.map(([from, to]) => [moved(from), moved(to)]),
  };
}

function aboutOf(place: SearchHit['place'], { glossary, stages }: Course): string {
  if (place.kind === 'glossary') {
    const entry = glossary.find(({ term }) => term === place.term);
    return plainWords(entry?.tokens ?? []).replaceAll(/\s+/g, ' ');
  }
  if (place.kind === 'quiz') return '';
  if (place.kind === 'mission') {
    return stages.flatMap(({ missions }) => missions).find(({ id }) => id === place.mission)?.summary ?? '';
  }
  return stages.flatMap(({ lessons }) => lessons).find(({ id }) => id === place.lesson)?.summary ?? '';
}

/** The text, begun later where the first match would lie beyond the window. */
function fromFirstMatch(text: string, ranges: SearchHit['ranges'], width: number, ellipsis: string): Excerpt {
  const [first] = ranges;
  if (first === undefined || first[1] < width) return { text, ranges };
  const cut = first[0] - Math.floor(width / 3);
  const shift = cut - ellipsis.length;
  return {
    text: ellipsis + text.slice(cut),
    ranges: ranges.map(([from, to]) => [from - shift, to - shift]),
  };
}

function matched({ text, ranges }: Excerpt): Row {
  const parts = ranges.flatMap(([from, to], index) => [
    span(text.slice(ranges[index - 1]?.[1] ?? 0, from), 'dim'),
    span(text.slice(from, to), 'accent'),
  ]);
  return [...parts, span(text.slice(ranges.at(-1)?.[1] ?? 0), 'dim')].filter((part) => part.text !== '');
}
