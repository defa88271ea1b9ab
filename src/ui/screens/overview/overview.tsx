/** Where the learner stands: stage by stage, how well sureness and knowledge agree, what is worth another look. */

import { dueByDay, dueCounts } from '../../../learner/due.ts';
import {
  calibrationOf,
  reviewsByDay,
  type StageOverview,
  stageOverviews,
  timeSpent,
  type WeakSpot,
  weakSpots,
} from '../../../learner/overview.ts';
import { plainWords } from '../../../markdown/words.ts';
import { map } from '../../../messages/map.ts';
import { overview as words } from '../../../messages/overview.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, gap, indent, padded, rowWidth, wrapped } from '../../../text/row-layout.ts';
import type { KeyBinding } from '../../keys.ts';
import { type Context, defineScreen, type Picture, step } from '../../screen.ts';
import { progressBar } from '../../widgets/progress-bar.ts';
import { keepInSight, scrolled, scrollWindow } from '../../widgets/scroll.ts';
import { COMING_WIDTH, comingRows } from './coming.ts';
import { objectiveRows } from './objective-rows.ts';

interface OverviewState {
  /** the chosen weak spot, from 0 */
  readonly at: number;
  readonly weak: readonly WeakSpot[];
  readonly by: 'stage' | 'objective';
  /** of the objectives, the first row that is seen */
  readonly top: number;
}

type OverviewAction =
  | { readonly type: 'move'; readonly by: 1 | -1 }
  | { readonly type: 'read' }
  | { readonly type: 'play' }
  | { readonly type: 'turn' }
  | { readonly type: 'ask' };

const BAR_CELLS = 10;
/** What stands beside the calendar needs so many columns. */
const BESIDE = 38;
const BETWEEN = 4;

export const overviewScreen = defineScreen<'overview', OverviewState, OverviewAction>({
  name: 'overview',
  title: words.title,
  open: (_, { course, progress }) => step({ at: 0, weak: weakSpots(course, progress), by: 'stage', top: 0 }),
  reduce(state, action, context) {
    const { at, weak } = state;
    const spot = weak[at];
    switch (action.type) {
      case 'turn':
        return step({ ...state, by: state.by === 'stage' ? 'objective' : 'stage', top: 0 });
      case 'play':
        if (spot?.mission === undefined) return step(state);
        return step(state, { do: 'open', target: { screen: 'mission', mission: spot.mission.id } });
      case 'move':
        if (state.by === 'objective') {
          const { length } = objectiveRows(context);
          return step({ ...state, top: scrolled(state.top, action.by, length, context.rows) });
        }
        return step({ ...state, at: Math.min(Math.max(0, weak.length - 1), Math.max(0, at + action.by)) });
      case 'read':
        if (spot?.page === undefined) return step(state);
        return step(state, { do: 'open', target: { screen: 'lesson', ...pageOf(spot.page) } });
      case 'ask':
        if (spot === undefined) return step(state);
        return step(state, {
          do: 'open',
          target: { screen: 'quiz', quiz: spot.quiz, question: spot.question.id },
        });
    }
  },
  keys: overviewKeys,
  view: viewOverview,
});

function pageOf({ lesson, page }: { readonly lesson: string; readonly page: number }) {
  return { lesson, page };
}

function overviewKeys(
  { weak, at, by }: OverviewState,
  { glyphs }: Context,
): readonly KeyBinding<OverviewAction>[] {
  const spot = weak[at];
  const isByStage = by === 'stage';
  const turn: KeyBinding<OverviewAction> = {
    keys: ['o'],
    shown: 'o',
    ...(isByStage ? words.keys.byObjective : words.keys.byStage),
    action: { type: 'turn' },
  };
  const move: KeyBinding<OverviewAction> = {
    keys: ['up', 'k', 'down', 'j'],
    shown: glyphs.upDown,
    ...(isByStage ? words.keys.choose : words.keys.scroll),
    action: (key) => ({ type: 'move', by: key === 'up' || key === 'k' ? -1 : 1 }),
  };
  if (!isByStage) return [move, turn];
  if (spot === undefined) return [turn];
  const play: KeyBinding<OverviewAction> = {
    keys: ['p'],
    shown: 'p',
    ...words.keys.play,
    action: { type: 'play' },
  };
  const read: KeyBinding<OverviewAction> = {
    keys: ['enter', 'space'],
    shown: 'Enter',
    ...words.keys.open,
    action: { type: 'read' },
  };
  return [
    move,
    ...(spot.page ? [read] : []),
    ...(spot.mission ? [play] : []),
    { keys: ['a'], shown: 'a', ...words.keys.ask, action: { type: 'ask' } },
    turn,
  ];
}

function viewOverview(state: OverviewState, context: Context): Picture {
  const { at, weak, by } = state;
  const { course, progress, rows, now } = context;
  if (by === 'objective') {
    const body = scrollWindow(objectiveRows(context), state.top, rows);
    return { title: [span(words.title, 'strong')], status: [span(words.byObjective)], body };
  }
  const above = [...stageRows(context), EMPTY, ...knowledgeRows(context), EMPTY];
  const title: Row = [gap(1), span(weak.length === 0 ? words.noWeak : words.weak, 'strong')];
  const spots = weak.map((spot, index) => spotRows(spot, index === at, context));
  const lookAt = spots.slice(0, at + 1).reduce((sum, { length }) => sum + length, 0) - 1;
  const all = [...above, title, ...spots.flat()];
  const top = weak.length === 0 ? 0 : keepInSight(0, above.length + 1 + lookAt, all.length, rows);
  const { now: due, today, week } = dueCounts(course, progress, now);
  return {
    title: [span(words.title, 'strong')],
    status: week === 0 ? [] : [span(map.due(due, today, week))],
    body: scrollWindow(all, top, rows),
  };
}

/** In ASCII the canvas writes them as its charts. */
const LEVELS = [...'▁▂▃▄▅▆▇█'];

const CELL = 9;

/** A table: a stage a row. */
function stageRows(context: Context): readonly Row[] {
  const { course, progress, now, columns } = context;
  const { read, answered, right, sure, mastered, due } = words.columns;
  const hasRoom = columns >= 80;
  const all = [read, answered, right, sure, mastered, due];
  const names = all.filter((name) => columns >= 100 || (name !== answered && (hasRoom || name !== sure)));
  const cells = names.map((name) =>
    name.padStart(name === mastered || name === answered ? CELL + 1 : CELL - 2),
  );
  const titleWidth = Math.min(28, columns - 3 - cells.join('').length - (hasRoom ? BAR_CELLS + 2 : 0));
  const head: Row = [gap(1 + titleWidth), span(cells.join(''), 'dim')];
  const stages = stageOverviews(course, progress, now).map((each) => {
    const values = valuesOf(each);
    const line = names.map((name, index) => (values.get(name) ?? '').padStart(cells[index]?.length ?? 0));
    const { lessons, questions, stage } = each;
    const bar = progressBar(
      lessons.read + questions.mastered,
      lessons.all + questions.all,
      BAR_CELLS,
      context.glyphs,
    );
    const name = clipRow(
      [span(padded(`${stage.number} ${stage.title}`, titleWidth))],
      titleWidth,
      context.glyphs.ellipsis,
    );
    return [gap(1), ...name, span(line.join('')), ...(hasRoom ? [gap(2), ...bar] : [])];
  });
  return [head, ...stages];
}

function valuesOf({ lessons, questions }: StageOverview): ReadonlyMap<string, string> {
  const { read, answered, right, sure, mastered, due } = words.columns;
  return new Map([
    [read, words.counts(lessons.read, lessons.all)],
    [answered, words.counts(questions.answered, questions.all)],
    [right, String(questions.right)],
    [sure, String(questions.sure)],
    [mastered, String(questions.mastered)],
    [due, String(questions.due)],
  ]);
}

/** How sure and how right, the reviews of four weeks, the time, and what comes back: beside it where there is room. */
function knowledgeRows(context: Context): readonly Row[] {
  const { columns, glyphs } = context;
  const width = columns - 2 - COMING_WIDTH - BETWEEN;
  if (width < BESIDE) return indent([...pastRows(columns - 2, context), ...narrowComing(context)], 1);
  return indent(beside(pastRows(width, context), comingRows(context), width, glyphs.ellipsis), 1);
}

/** In a narrow window the days that come stand in a row like those that were. */
function narrowComing(context: Context): readonly Row[] {
  const { course, progress, now, columns } = context;
  const days = Math.min(28, columns - 4);
  return [
    [span(words.comingIn(days), 'strong')],
    calendarRow(dueByDay(course, progress, days, now), context),
  ];
}

function pastRows(width: number, context: Context): readonly Row[] {
  const { progress, glyphs, now } = context;
  const said = calibrationOf(progress).filter(([, { answered }]) => answered > 0);
  const calibration: readonly Row[] =
    said.length === 0
      ? wrapped(words.notAskedYet, width, 'dim')
      : said.map(([confidence, counts]) => [
          span(padded(words.ofThem[confidence], 12)),
          ...progressBar(counts.right, counts.answered, BAR_CELLS, glyphs),
          span(`  ${words.right(counts)}`),
        ]);
  const days = Math.min(28, width - 2);
  return [
    [span(words.calibration, 'strong')],
    ...calibration,
    EMPTY,
    [span(words.reviews(days), 'strong')],
    calendarRow(reviewsByDay(progress, days, now), context),
    [span(words.spent(timeSpent(progress)))],
  ];
}

function beside(
  left: readonly Row[],
  right: readonly Row[],
  width: number,
  ellipsis: string,
): readonly Row[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const row = clipRow(left[index] ?? EMPTY, width, ellipsis);
    return [...row, gap(width + BETWEEN - rowWidth(row)), ...(right[index] ?? EMPTY)];
  });
}

/** A sign a day: the more questions, the higher. */
function calendarRow(counts: readonly number[], { glyphs }: Context): Row {
  const most = Math.max(1, ...counts);
  return counts.map((count) =>
    count === 0
      ? span(glyphs.open, 'dim')
      : span(LEVELS[Math.ceil((count / most) * LEVELS.length) - 1] ?? '', 'accent'),
  );
}

/** A question, and below it the page that mends it. */
function spotRows(spot: WeakSpot, chosen: boolean, context: Context): readonly Row[] {
  const { columns, glyphs } = context;
  const width = Math.min(columns, 100) - 4;
  const sure = spot.surelyWrong ? [span(`  ${words.wereSure}`, 'warn')] : [];
  const prompt = plainWords(spot.question.prompt).replaceAll('`', '').replace(/\s+/g, ' ');
  const head: Row = [
    gap(1),
    span(chosen ? glyphs.pointer : ' ', 'accent'),
    gap(1),
    ...clipRow(
      [span(prompt, chosen ? 'strong' : 'plain')],
      width - (spot.surelyWrong ? words.wereSure.length + 2 : 0),
      glyphs.ellipsis,
    ),
    ...sure,
  ];
  const mends = [
    ...(spot.page === undefined ? [] : [words.readAgain(spot.page.title)]),
    ...(spot.mission === undefined ? [] : [words.play(spot.mission.title)]),
  ];
  return [
    head,
    ...mends.map((text) => [gap(5), ...clipRow([span(text, 'dim')], width - 2, glyphs.ellipsis)]),
  ];
}
