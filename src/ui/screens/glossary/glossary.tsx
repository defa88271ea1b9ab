/** The course's words with what they mean, in the order of the alphabet. */
import type { GlossaryEntry } from '../../../course/model.ts';
import { glossary as words } from '../../../messages/help.ts';
import { spokenCatalogue } from '../../../messages/language.ts';
import { markdownRows } from '../../../terminal/markdown.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, gap, indent, padded, rowWidth, widthOf, wrapped } from '../../../text/row-layout.ts';
import type { KeyBinding } from '../../keys.ts';
import { type Context, defineScreen, type Picture, step } from '../../screen.ts';
import { keepInSight, scrollWindow } from '../../widgets/scroll.ts';

interface GlossaryState {
  readonly at: number;
}

type GlossaryAction =
  | { readonly type: 'move'; readonly by: number }
  | { readonly type: 'letter'; readonly letter: string };

export const glossaryScreen = defineScreen<'glossary', GlossaryState, GlossaryAction>({
  name: 'glossary',
  title: words.title,
  open: ({ term }, { course }) =>
    step({
      at: Math.max(
        0,
        sorted(course.glossary).findIndex((entry) => entry.term === term),
      ),
    }),
  reduce: ({ at }, action, { course }) => {
    const last = Math.max(0, course.glossary.length - 1);
    if (action.type === 'move') return step({ at: Math.min(last, Math.max(0, at + action.by)) });
    const found = sorted(course.glossary).findIndex(
      ({ term }) => alphabet().compare(term, action.letter) >= 0,
    );
    return step({ at: found < 0 ? last : found });
  },
  keys: glossaryKeys,
  view: viewGlossary,
});

function sorted(entries: readonly GlossaryEntry[]): readonly GlossaryEntry[] {
  const { compare } = alphabet();
  return [...entries].sort((a, b) => compare(a.term, b.term));
}

/** The order of letters in the language that is spoken: in Spanish, an accent doesn't part two words. */
function alphabet(): Intl.Collator {
  return new Intl.Collator(spokenCatalogue()?.language ?? 'en');
}

function glossaryKeys(_: GlossaryState, { glyphs }: Context): readonly KeyBinding<GlossaryAction>[] {
  return [
    {
      keys: ['up', 'down'],
      shown: glyphs.upDown,
      ...words.keys.choose,
      action: (key) => ({ type: 'move', by: key === 'up' ? -1 : 1 }),
    },
    {
      // q leaves, here as everywhere
      keys: [...'abcdefghijklmnoprstuvwxyz'],
      shown: 'a-z',
      ...words.keys.letter,
      action: (letter) => ({ type: 'letter', letter }),
    },
    {
      keys: ['pageup', 'pagedown'],
      shown: 'PgUp PgDn',
      ...words.keys.page,
      action: (key) => ({ type: 'move', by: key === 'pageup' ? -10 : 10 }),
    },
  ];
}

function viewGlossary({ at }: GlossaryState, context: Context): Picture {
  const { course, columns, rows } = context;
  const entries = sorted(course.glossary);
  const title = [span(words.title, 'strong')];
  const entry = entries[at];
  if (entry === undefined)
    return { title, status: [], body: [EMPTY, ...indent(wrapped(words.empty, columns - 2), 1)] };
  const list = listRows(entries, at, context);
  const listWidth = rowWidth(list[0] ?? EMPTY) + 3;
  const meaning = [
    [span(entry.term, 'strong')],
    EMPTY,
    ...markdownRows(entry.tokens, { width: Math.min(80, columns - listWidth - 1), ascii: context.ascii }),
  ];
  const top = keepInSight(0, at, list.length, rows - 1);
  const body = scrollWindow(list, top, rows - 1).map((row, index) => [
    ...row,
    gap(listWidth - rowWidth(row)),
    ...(meaning[index] ?? []),
  ]);
  return { title, status: [span(words.entries(entries.length))], body: [EMPTY, ...body] };
}

/** The words, all padded to one width. */
function listRows(
  entries: readonly GlossaryEntry[],
  at: number,
  { columns, glyphs }: Context,
): readonly Row[] {
  const width = Math.min(Math.max(...entries.map(({ term }) => widthOf(term))), Math.floor(columns / 3));
  return entries.map(({ term }, index) => [
    span(index === at ? ` ${glyphs.pointer} ` : '   ', 'accent'),
    ...clipRow([span(padded(term, width), index === at ? 'strong' : 'plain')], width, glyphs.ellipsis),
  ]);
}
