/** The lesson reader: one page of a lesson, scrolled. */
import { headingsOf } from '../../../learner/kept-page.ts';
import type { Place } from '../../../learner/progress.ts';
import { lesson as words } from '../../../messages/lesson.ts';
import { problemLine } from '../../../text/problem.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, height, indent, wrapped } from '../../../text/row-layout.ts';
import { type Context, defineScreen, type Picture } from '../../screen.ts';
import { keepInSight } from '../../widgets/scroll.ts';
import { lessonKeys } from './keys.ts';
import { type PageLayout, pageLayout, proseWidth, roomOf } from './page-layout.ts';
import { pointedRows, windowRows } from './page-window.ts';
import { writingRows } from './predicting.ts';
import { findLesson } from './reading-order.ts';
import { openLesson, reduceLesson, reloadedLesson } from './reduce.ts';
import { looksAtSources, sourcesRows } from './sources.ts';
import type { LessonAction, LessonState } from './state.ts';

export const lessonScreen = defineScreen<'lesson', LessonState, LessonAction>({
  name: 'lesson',
  title: words.title,
  open: openLesson,
  reduce: reduceLesson,
  keys: lessonKeys,
  view: viewLesson,
  // while a number is written, every character belongs to it
  typed: ({ writing }, text) => writing && { type: 'text', text },
  heard: (news) => ({ type: 'heard', news }),
  reloaded: reloadedLesson,
  place: placeOf,
});

function placeOf({ lesson, page, top }: LessonState, context: Context): Place {
  const found = findLesson(context.course, lesson)?.lesson;
  const shown = found?.pages[page];
  if (found === undefined || shown === undefined) return { screen: 'lesson', lesson, page };
  const down = top / pageLayout(shown, lesson, context).rows.length;
  return { screen: 'lesson', lesson, page, kept: { heading: headingsOf(found)[page] ?? '', down } };
}

/** The page as rows. */
function viewLesson(state: LessonState, context: Context): Picture {
  const { glyphs, course, columns } = context;
  const found = findLesson(course, state.lesson);
  if (found === undefined) return { title: [span(words.title)], status: [], body: [] };
  const { lesson, stage } = found;
  const title = [
    span(`${stage.number} ${stage.title} ${glyphs.crumb} `, 'dim'),
    span(lesson.title, 'strong'),
    ...(lesson.draft ? [span(` ${words.draft}`, 'warn')] : []),
  ];
  const page = lesson.pages[state.page];
  if (page === undefined) return { title, status: [], body: brokenRows(lesson.problem, columns) };
  return {
    title,
    status: [span(words.page(state.page + 1, lesson.pages.length))],
    body: looksAtSources(state, page)
      ? windowRows(sourcesRows(page, context), state.sources ?? 0, context)
      : pageRows(state, pageLayout(page, state.lesson, context, state), context),
  };
}

function pageRows(state: LessonState, layout: PageLayout, context: Context): readonly Row[] {
  const run = layout.runs[state.run];
  if (state.writing === undefined || run?.kind !== 'predict') return rowsIn(state, layout, context);
  const line = indent(writingRows(run, state.writing, context, proseWidth(context) - 2), 3);
  const room = roomOf(context) - line.length - 1;
  const top = keepInSight(state.top, run.row, layout.rows.length, room);
  const page = rowsIn({ ...state, top }, layout, { ...context, rows: room });
  return [...height(page, room), EMPTY, ...line];
}

function rowsIn(state: LessonState, layout: PageLayout, context: Context): readonly Row[] {
  return windowRows(pointedRows(layout, state.run, context), state.top, context);
}

function brokenRows(problem: Parameters<typeof problemLine>[0] | undefined, columns: number): readonly Row[] {
  const text =
    problem === undefined
      ? wrapped(words.empty, columns - 2)
      : [...wrapped(words.broken, columns - 2), EMPTY, ...wrapped(problemLine(problem), columns - 2, 'bad')];
  return [EMPTY, ...indent(text, 1)];
}
