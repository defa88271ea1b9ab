/** The incident report on a run: the run is done again by other threads, then its report is a page to read. */
import { incidentWords as words } from '../../../messages/incident.ts';
import { markdownTextRows } from '../../../terminal/markdown.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, indent, wrapped } from '../../../text/row-layout.ts';
import type { NightToReport } from '../../../workers/make-incident.ts';
import type { JobNews } from '../../job.ts';
import type { KeyBinding } from '../../keys.ts';
import { type Context, defineScreen, type Picture, type Step, step } from '../../screen.ts';
import { progressBar } from '../../widgets/progress-bar.ts';
import { scrolled, scrollWindow } from '../../widgets/scroll.ts';

interface IncidentState {
  readonly asked: NightToReport;
  /** runs that are done */
  readonly done: number;
  /** markdown; undefined: it is being made */
  readonly report: string | undefined;
  /** why there is none */
  readonly failed: string | undefined;
  readonly top: number;
}

type IncidentAction =
  | { readonly type: 'heard'; readonly news: JobNews }
  | { readonly type: 'scroll'; readonly by: number };

/** Lines of prose longer than this are hard to read. */
const WIDEST_PROSE = 84;
const BAR_CELLS = 20;

export const incidentScreen = defineScreen<'incident', IncidentState, IncidentAction>({
  name: 'incident',
  title: words.screen,
  open: ({ asked }) =>
    step(
      { asked, done: 0, report: undefined, failed: undefined, top: 0 },
      { do: 'work', job: { kind: 'incident', ...asked } },
    ),
  reduce: reduceIncident,
  keys: incidentKeys,
  view: viewIncident,
  heard: (news) => ({ type: 'heard', news }),
});

function reduceIncident(
  state: IncidentState,
  action: IncidentAction,
  context: Context,
): Step<IncidentState, IncidentAction> {
  if (action.type === 'heard') return step(heard(state, action.news));
  const count = reportRows(state, context).length;
  return step({ ...state, top: scrolled(state.top, action.by, count, context.rows) });
}

function heard(state: IncidentState, news: JobNews): IncidentState {
  switch (news.state) {
    case 'going':
      return { ...state, done: news.done };
    case 'failed':
      return { ...state, failed: news.why };
    case 'reported':
      return { ...state, report: news.report };
    default:
      return state;
  }
}

const laid = new WeakMap<IncidentState, { readonly key: string; readonly rows: readonly Row[] }>();

/** The report as rows of the window's width; the same again while both are the same. */
function reportRows(state: IncidentState, { columns, ascii }: Context): readonly Row[] {
  const key = `${columns} ${ascii}`;
  const known = laid.get(state);
  if (known?.key === key) return known.rows;
  const width = Math.min(WIDEST_PROSE, columns - 2);
  const rows = indent(markdownTextRows(state.report ?? '', { width, ascii }), 1);
  laid.set(state, { key, rows });
  return rows;
}

function incidentKeys(state: IncidentState, context: Context): readonly KeyBinding<IncidentAction>[] {
  const { glyphs, rows } = context;
  if (reportRows(state, context).length <= rows) return [];
  return [
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: glyphs.upDown,
      ...words.keys.scroll,
      action: (key) => ({ type: 'scroll', by: key === 'up' || key === 'k' ? -1 : 1 }),
    },
    {
      keys: ['pageup', 'pagedown', 'space'],
      shown: 'PgUp PgDn',
      ...words.keys.page,
      action: (key) => ({ type: 'scroll', by: key === 'pageup' ? 2 - rows : rows - 2 }),
    },
  ];
}

function viewIncident(state: IncidentState, context: Context): Picture {
  const title = [span(words.screen, 'strong')];
  if (state.report === undefined) return { title, status: [], body: waitingRows(state, context) };
  const rows = reportRows(state, context);
  const below = rows.length - state.top - context.rows;
  const seen = scrollWindow(rows, state.top, context.rows);
  if (below <= 0) return { title, status: [], body: seen };
  const more = [span(` ${context.glyphs.more} ${words.moreBelow(below + 1)}`, 'dim')];
  return { title, status: [], body: [...seen.slice(0, -1), more] };
}

function waitingRows({ asked, done, failed }: IncidentState, context: Context): readonly Row[] {
  const width = Math.min(WIDEST_PROSE, context.columns - 2);
  if (failed !== undefined) return [EMPTY, ...indent(wrapped(words.failed(failed), width, 'bad'), 1)];
  const all = 1 + (asked.others?.length ?? 0);
  const bar = progressBar(done, all, BAR_CELLS, context.glyphs);
  return [
    EMPTY,
    ...indent(wrapped(words.making, width), 1),
    EMPTY,
    [span(' '), ...bar, span(` ${words.made(done, all)}`)],
  ];
}
