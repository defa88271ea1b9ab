/** The stages as points, and a way through them: what each switch and each stage costs, and what it spares. */
import { compareWords as words } from '../../../messages/compare.ts';
import { differenceOf } from '../../../story/compare/side-by-side.ts';
import { NIGHT, type WayPoint } from '../../../story/compare/the-way.ts';
import type { Row, Tone } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, gap, height, indent, padded, widthOf, wrapped } from '../../../text/row-layout.ts';
import type { KeyBinding } from '../../keys.ts';
import { type Context, defineScreen, type Picture } from '../../screen.ts';
import { openWay, reduceWay, type WayAction, type WayState } from './state.ts';

export const wayScreen = defineScreen<'way', WayState, WayAction>({
  name: 'way',
  title: words.wayScreen,
  open: (_, context) => openWay(context),
  reduce: reduceWay,
  keys: wayKeys,
  view: viewWay,
  tick: () => ({ type: 'time' }),
  ticking: ({ night }) => night !== undefined,
});

function wayKeys(_: WayState, { glyphs }: Context): readonly KeyBinding<WayAction>[] {
  const say = words.keys;
  return [
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: glyphs.upDown,
      ...say.choose,
      action: (key) => ({ type: 'move', by: key === 'up' || key === 'k' ? -1 : 1 }),
    },
    { keys: ['enter'], shown: 'Enter', ...say.open, action: { type: 'open' } },
    { keys: ['escape'], shown: 'Esc', ...say.leave, action: { type: 'close' } },
  ];
}

const NUMBER = 8;
const COLUMNS = ['hosts', 'usersHurt', 'failed', 'outageSeconds', 'writesLost'] as const;
/** A bar of fewer columns shows nothing. */
const FEWEST_BARS = 8;

function viewWay(state: WayState, context: Context): Picture {
  const { night, nights, points, chosen } = state;
  const room = context.columns - 2;
  const told = (text: string, tone: Tone = 'plain') => indent(wrapped(text, room, tone), 1);
  const point = points[chosen];
  const before = points[chosen - 1];
  const body = [
    ...told(words.wayIntro(words.seconds(NIGHT / 1_000_000)), 'dim'),
    EMPTY,
    ...pointRows(state, context),
    EMPTY,
    ...(point === undefined || before === undefined ? [] : told(stepWords(before, point), 'strong')),
    ...(night === undefined ? [] : told(words.trying(night.title, night.change), 'accent')),
  ];
  return {
    title: [span(words.wayScreen, 'strong')],
    status: [span(night === undefined ? words.wayWhole : words.walkingShort(nights), 'dim')],
    body: height(body, context.rows),
  };
}

function stepWords(before: WayPoint, point: WayPoint): string {
  return words.sentence(point.change ?? point.title, differenceOf(before.sum, point.sum));
}

function pointRows({ points, chosen }: WayState, { columns, glyphs, ascii }: Context): readonly Row[] {
  const names = points.map(({ title, change }) => words.point(title, change));
  const label = Math.max(16, ...names.map(widthOf)) + 1;
  const numbers = COLUMNS.slice(0, Math.max(1, Math.floor((columns - label - 4) / NUMBER)));
  const bars = columns - label - 4 - numbers.length * NUMBER - 2;
  const most = Math.max(1, ...points.map(({ sum }) => sum.failed));
  const head = [
    gap(label + 3),
    ...numbers.map((column) => span(words.short[column].padStart(NUMBER), 'dim')),
  ];
  return [
    head,
    ...points.map(({ sum, change }, index) => {
      const length = Math.max(sum.failed > 0 ? 1 : 0, Math.round((sum.failed / most) * bars));
      const bar = bars < FEWEST_BARS ? [] : [gap(2), span((ascii ? '=' : '▇').repeat(length), 'bad')];
      const isChosen = index === chosen;
      return clipRow(
        [
          span(isChosen ? ` ${padded(glyphs.pointer, 2)}` : '   ', 'accent'),
          span(padded(names[index] ?? '', label), change === undefined ? 'strong' : 'plain'),
          ...numbers.map((column) => span(`${sum[column]}`.padStart(NUMBER))),
          ...bar,
        ],
        columns,
        glyphs.ellipsis,
      );
    }),
  ];
}
