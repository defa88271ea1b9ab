/** What a speaker sees beside a presentation: notes on the slide that is shown now, what is next, and the time. */
import type { Found, Presented } from '../../../learner/presented.ts';
import { speaker as words } from '../../../messages/present.ts';
import { program } from '../../../messages/program.ts';
import { markdownTextRows } from '../../../terminal/markdown.ts';
import type { Row, Tone } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, gap, indent, wrapped } from '../../../text/row-layout.ts';
import type { JobNews } from '../../job.ts';
import type { KeyBinding } from '../../keys.ts';
import { type Context, defineScreen, type Picture, type Step, step, type TargetOf } from '../../screen.ts';
import { scrolled } from '../../widgets/scroll.ts';
import { windowRows } from '../lesson/page-window.ts';
import { timesOf } from './times.ts';

interface NotesState extends Pick<TargetOf<'notes'>, 'id' | 'minutes'> {
  readonly found: Found;
  /** something was presented already */
  readonly began: boolean;
  readonly top: number;
}

type NotesAction =
  | { readonly type: 'heard'; readonly news: JobNews }
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'quit' };

/** Lines longer than this are lost when the eyes come back from the room. */
const WIDEST = 72;

export const notesScreen = defineScreen<'notes', NotesState, NotesAction>({
  name: 'notes',
  title: words.title,
  open: ({ id, minutes }) =>
    step({ id, minutes, found: 'nothing', began: false, top: 0 }, { do: 'work', job: { kind: 'follow' } }),
  reduce: reduceNotes,
  keys: notesKeys,
  view: viewNotes,
  heard: (news) => ({ type: 'heard', news }),
});

function reduceNotes(
  state: NotesState,
  action: NotesAction,
  context: Context,
): Step<NotesState, NotesAction> {
  if (action.type === 'heard') return step(heard(state, action.news));
  if (action.type === 'quit') return step(state, { do: 'quit' });
  const slide = slideOf(state);
  if (slide === undefined) return step(state);
  const count = notesRows(slide, context).length;
  return step({ ...state, top: scrolled(state.top, action.by, count, roomOf(slide, context)) });
}

function heard(state: NotesState, news: JobNews): NotesState {
  if (news.state !== 'presented') return state;
  const { found } = news;
  const [before, now] = [slideOf(state), slideOf({ found })];
  const isSame = before !== undefined && now?.slide === before.slide && now.at === before.at;
  return { ...state, found, began: state.began || now !== undefined, top: isSame ? state.top : 0 };
}

function slideOf({ found }: Pick<NotesState, 'found'>): Presented | undefined {
  return typeof found === 'object' ? found.slide : undefined;
}

function notesKeys(state: NotesState, context: Context): readonly KeyBinding<NotesAction>[] {
  const slide = slideOf(state);
  const room = slide === undefined ? 0 : roomOf(slide, context);
  const scrolls = slide !== undefined && notesRows(slide, context).length > room;
  const { scroll, page, quit } = words.keys;
  return [
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: context.glyphs.upDown,
      ...scroll,
      label: scrolls ? scroll.label : '',
      action: (key) => ({ type: 'scroll', by: key === 'up' || key === 'k' ? -1 : 1 }),
    },
    {
      keys: ['pageup', 'pagedown', 'space'],
      shown: 'PgUp PgDn',
      ...page,
      action: (key) => ({ type: 'scroll', by: key === 'pageup' ? 2 - room : room - 2 }),
    },
    { keys: ['q'], shown: 'q', ...quit, action: { type: 'quit' } },
  ];
}

function viewNotes(state: NotesState, context: Context): Picture {
  const slide = slideOf(state);
  const times = timesOf(slide?.startedAt, state.minutes, context.now);
  const title = [span(words.title, 'strong')];
  if (slide === undefined) {
    const told = wrapped(toldOf(state), widthOf(context), state.found === 'damaged' ? 'bad' : 'plain');
    return { title, status: times, body: [EMPTY, ...indent(told, 1)] };
  }
  const notes = windowRows(notesRows(slide, context), state.top, {
    ...context,
    rows: roomOf(slide, context),
  });
  return {
    title: [...title, span(`  ${slide.title}`, 'dim')],
    status: times,
    body: [...headRows(slide, context), ...notes, ...nextRows(slide, context)],
  };
}

function toldOf({ found, began, id = 'ID' }: NotesState): string {
  const command = `${program} present ${id}`;
  if (found === 'damaged') return words.damaged;
  return began ? words.ended(command) : words.nothing(command);
}

function widthOf({ columns }: Context): number {
  return Math.min(WIDEST, columns - 2);
}

/** Which slide it is, and how much of it the room has seen. */
function headRows(slide: Presented, context: Context): readonly Row[] {
  const at = `${words.at(slide.at, slide.of)}  `;
  const [first = EMPTY, ...more] = wrapped(slide.slide, widthOf(context) - at.length, 'strong');
  const told: readonly (readonly [string, Tone])[] = [
    ...(slide.strokes > 0 ? [[words.stroke(slide.stroke, slide.strokes), 'dim'] as const] : []),
    ...(slide.answer === 'none' ? [] : [[words.answer[slide.answer], 'accent'] as const]),
    ...(slide.blank ? [[words.blank, 'warn'] as const] : []),
  ];
  const state = told.flatMap(
    ([text, tone], index): Row => [gap(index === 0 ? at.length : 3), span(text, tone)],
  );
  const rows = [[span(at, 'dim'), ...first], ...indent(more, at.length), ...(told.length > 0 ? [state] : [])];
  return [EMPTY, ...indent(rows, 1), EMPTY];
}

function notesRows({ notes }: Presented, context: Context): readonly Row[] {
  const width = widthOf(context);
  if (notes === '') return indent(wrapped(words.noNotes, width, 'dim'), 1);
  return indent(markdownTextRows(notes, { width, ascii: context.ascii }), 1);
}

function nextRows({ next }: Presented, context: Context): readonly Row[] {
  const told = next === '' ? words.last : words.next(next);
  return [EMPTY, ...indent(wrapped(told, widthOf(context), 'accent').slice(0, 2), 1)];
}

/** Rows for the notes themselves. */
function roomOf(slide: Presented, context: Context): number {
  return Math.max(1, context.rows - headRows(slide, context).length - nextRows(slide, context).length);
}
