/** Every key of the screen below, from its own table. */
import { help as words } from '../../../messages/help.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { gap, indent, padded, widthOf, wrapped } from '../../../text/row-layout.ts';
import type { KeyBinding, KeyLine } from '../../keys.ts';
import { type Context, defineScreen, type Picture, step } from '../../screen.ts';
import { scrolled, scrollWindow } from '../../widgets/scroll.ts';

interface HelpState {
  readonly of: string;
  readonly lines: readonly KeyLine[];
  readonly top: number;
}

type HelpAction = { readonly type: 'scroll'; readonly by: number } | { readonly type: 'close' };

export const helpScreen = defineScreen<'help', HelpState, HelpAction>({
  name: 'help',
  title: words.title,
  open: ({ of, lines }) => step({ of, lines, top: 0 }),
  reduce: (state, action, context) => {
    if (action.type === 'close') return step(state, { do: 'back' });
    const count = helpRows(state, context).length;
    return step({ ...state, top: scrolled(state.top, action.by, count, context.rows) });
  },
  keys: helpKeys,
  view: viewHelp,
});

function helpKeys(state: HelpState, context: Context): readonly KeyBinding<HelpAction>[] {
  const { glyphs, rows } = context;
  const { scroll, page, close } = words.keys;
  const scrolls = helpRows(state, context).length > rows;
  return [
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: glyphs.upDown,
      label: scrolls ? scroll.label : '',
      help: scroll.help,
      action: (key) => ({ type: 'scroll', by: key === 'up' || key === 'k' ? -1 : 1 }),
    },
    {
      keys: ['pageup', 'pagedown', 'space', 'home', 'end'],
      shown: 'PgUp PgDn',
      label: scrolls ? page.label : '',
      help: page.help,
      action: (key) => ({ type: 'scroll', by: pageBy(key, rows) }),
    },
    { keys: ['escape', 'enter', '?'], shown: 'Esc', ...close, action: { type: 'close' } },
  ];
}

function pageBy(key: string, rows: number): number {
  const far = 100_000;
  if (key === 'home') return -far;
  if (key === 'end') return far;
  return key === 'pageup' ? 2 - rows : rows - 2;
}

function viewHelp(state: HelpState, context: Context): Picture {
  return {
    title: [span(words.heading(state.of), 'strong')],
    status: [],
    body: scrollWindow(helpRows(state, context), state.top, context.rows),
  };
}

/** A key and its sentence side by side. */
function helpRows({ lines }: HelpState, { columns }: Context): readonly Row[] {
  const told = lines.filter(({ help }) => help !== '');
  const keyWidth = Math.max(...told.map((line) => widthOf(keyWords(line)))) + 3;
  const keyRows = told.flatMap((line) => {
    const [first = [], ...more] = wrapped(line.help, columns - keyWidth - 5);
    return [
      [gap(3), span(padded(keyWords(line), keyWidth), 'strong'), ...first],
      ...indent(more, keyWidth + 3),
    ];
  });
  return [[], ...keyRows, [], ...indent(wrapped(words.always, columns - 5, 'dim'), 3)];
}

function keyWords({ shown, keys }: KeyLine): string {
  const letters = keys.filter((key) => /^[a-z]$/.test(key) && key !== shown);
  // more of them are a range, and the range is what is shown
  return letters.length === 0 || letters.length > 4 ? shown : `${shown}  ${letters.join(' ')}`;
}
