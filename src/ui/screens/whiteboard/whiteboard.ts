/** At the whiteboard: explain against a clock, then say alone how well it went. */
import type { Token } from 'marked';
import type { Whiteboard } from '../../../course/page-blocks.ts';
import { whiteboardWords as words } from '../../../messages/whiteboard.ts';
import { markdownRows } from '../../../terminal/markdown.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, gap, indent, wrapped } from '../../../text/row-layout.ts';
import type { KeyBinding } from '../../keys.ts';
import { type Context, defineScreen, type Picture } from '../../screen.ts';
import { keepInSight, scrollWindow } from '../../widgets/scroll.ts';
import {
  openWhiteboard,
  type Phase,
  reduceWhiteboard,
  secondsSince,
  type WhiteboardAction,
  type WhiteboardState,
} from './state.ts';

type Binding = KeyBinding<WhiteboardAction>;

export const whiteboardScreen = defineScreen<'whiteboard', WhiteboardState, WhiteboardAction>({
  name: 'whiteboard',
  title: words.title,
  open: openWhiteboard,
  reduce: reduceWhiteboard,
  keys: whiteboardKeys,
  view: viewWhiteboard,
  tick: () => ({ type: 'tick' }),
  ticking: ({ phase }) => phase.at === 'explaining',
  loses: ({ phase }) => phase.at !== 'ready' && phase.at !== 'over',
});

function whiteboardKeys({ phase }: WhiteboardState, { glyphs }: Context): readonly Binding[] {
  const { keys } = words;
  const enter = (what: Pick<Binding, 'label' | 'help'>): Binding => ({
    keys: ['enter'],
    shown: 'Enter',
    ...what,
    action: { type: 'on' },
  });
  switch (phase.at) {
    case 'ready':
      return [enter(keys.start)];
    case 'explaining':
      return [enter(keys.done)];
    case 'grading':
      return [
        {
          keys: ['up', 'k', 'down', 'j'],
          shown: glyphs.upDown,
          ...keys.move,
          action: (key) => ({ type: 'move', by: key === 'up' || key === 'k' ? -1 : 1 }),
        },
        { keys: ['space'], shown: 'Space', ...keys.tick, action: { type: 'mark' } },
        enter(keys.graded),
      ];
    case 'mentor':
      if (!phase.shown) return [enter(keys.show)];
      return [
        { keys: ['y'], shown: 'y', ...keys.knew, action: { type: 'judge', knew: true } },
        { keys: ['n'], shown: 'n', ...keys.missed, action: { type: 'judge', knew: false } },
      ];
    case 'over':
      return [enter(keys.close)];
  }
}

const WIDEST_PROSE = 84;

function viewWhiteboard({ whiteboard, phase }: WhiteboardState, context: Context): Picture {
  const title = [span(words.title, 'strong')];
  if (whiteboard === undefined) return { title, status: [], body: [] };
  const told = phaseRows(phase, whiteboard, context);
  const rows = [EMPTY, ...indent(told.rows, 1)];
  const top = keepInSight(0, told.lookAt + 1, rows.length, context.rows);
  return { title, status: statusOf(phase, whiteboard), body: scrollWindow(rows, top, context.rows) };
}

function statusOf(phase: Phase, { minutes }: Whiteboard): Row {
  if (phase.at !== 'explaining') return [span(words.minutes(minutes))];
  const left = leftOf(phase, minutes);
  return [span(words.left(left), left >= 0 ? 'accent' : 'bad')];
}

function leftOf({ begun, now }: Extract<Phase, { at: 'explaining' }>, minutes: number): number {
  return minutes * 60 - secondsSince(begun, now);
}

interface PhaseRows {
  readonly rows: readonly Row[];
  /** the row that has to be in sight */
  readonly lookAt: number;
}

function phaseRows(phase: Phase, whiteboard: Whiteboard, context: Context): PhaseRows {
  const width = Math.min(WIDEST_PROSE, context.columns - 2);
  const prose = (tokens: readonly Token[], room = width) =>
    markdownRows(tokens, { width: room, ascii: context.ascii });
  const from = (rows: readonly Row[], lookAt = 0): PhaseRows => ({ rows, lookAt });
  const task = wrapped(whiteboard.ask, width, 'strong');
  switch (phase.at) {
    case 'ready':
      return from([...task, EMPTY, ...wrapped(words.begin(whiteboard.minutes), width)]);
    case 'explaining': {
      const left = leftOf(phase, whiteboard.minutes);
      const told = left > 0 ? wrapped(words.explaining, width) : wrapped(words.timeIsUp, width, 'warn');
      return from([...task, EMPTY, [span(words.left(left), left >= 0 ? 'accent' : 'bad')], EMPTY, ...told]);
    }
    case 'grading':
      return pointRows(phase, whiteboard, width, context);
    case 'mentor': {
      const { ask = [], answer = [] } = whiteboard.mentor[phase.asked] ?? {};
      const asking = wrapped(words.mentorAsks(phase.asked + 1, whiteboard.mentor.length), width, 'dim');
      const shown = phase.shown
        ? [EMPTY, ...wrapped(words.mightHaveSaid, width, 'dim'), EMPTY, ...prose(answer)]
        : [];
      return from([...asking, EMPTY, ...prose(ask), ...shown]);
    }
    case 'over': {
      const missed = whiteboard.points.filter((_, index) => !phase.said.has(index));
      const listed = missed.flatMap((tokens) => indent(prose(tokens, width - 4), 2));
      const head = wrapped(missed.length === 0 ? words.nothingMissed : words.missed, width);
      return from([
        ...wrapped(words.result(phase.graded), width, 'strong'),
        EMPTY,
        ...head,
        ...listed,
        EMPTY,
        ...wrapped(words.again, width, 'dim'),
      ]);
    }
  }
}

/** The points with a box each. */
function pointRows(
  { said, chosen }: Extract<Phase, { at: 'grading' }>,
  { points }: Whiteboard,
  width: number,
  { ascii, glyphs }: Context,
): PhaseRows {
  const rows: Row[] = [...wrapped(words.tick, width), EMPTY];
  let lookAt = 0;
  for (const [index, tokens] of points.entries()) {
    const lines = markdownRows(tokens, { width: width - 6, ascii });
    const pointer = span(index === chosen ? glyphs.pointer : ' ', 'accent');
    const box = span(said.has(index) ? '[x]' : '[ ]', said.has(index) ? 'good' : 'plain');
    const [first = EMPTY, ...more] = lines;
    rows.push([pointer, gap(1), box, gap(1), ...first], ...indent(more, 6));
    if (index === chosen) lookAt = rows.length - 1;
  }
  return { rows, lookAt };
}
