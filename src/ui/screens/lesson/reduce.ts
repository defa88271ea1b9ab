/** What keys and news do to the lesson reader. */

import type { Course, Page } from '../../../course/model.ts';
import type { BlockOf } from '../../../course/page-blocks.ts';
import { judgeSaid } from '../../../course/predictions/said.ts';
import { readQuantity } from '../../../course/quantity.ts';
import { headingsOf, keptPage } from '../../../learner/kept-page.ts';
import { shell as shellWords } from '../../../messages/shell.ts';
import type { JobNews } from '../../job.ts';
import { type Context, type Effect, step, type TargetOf, told } from '../../screen.ts';
import { keepInSight, lastTop, scrolled } from '../../widgets/scroll.ts';
import { withMore, withoutLast } from '../../widgets/text-field.ts';
import { openedRun } from './opened-run.ts';
import { pageLayout, roomOf } from './page-layout.ts';
import { chosenLink, targetOf } from './page-links.ts';
import { askedFor, guessed, guessOf, watched } from './predicting.ts';
import { findLesson, following, lessonBefore } from './reading-order.ts';
import { looksAtSources, sourcesScrolled, sourcesToggled } from './sources.ts';
import type { LessonAction, LessonState, LessonStep } from './state.ts';

/** A page that was just opened. */
const UNTOUCHED = {
  top: 0,
  left: 0,
  stroke: 0,
  run: 0,
  guessing: undefined,
  writing: undefined,
  sources: undefined,
} as const;

/** A lesson at a page, scrolled as it was left. */
export function openLesson({ lesson: id, page, kept }: TargetOf<'lesson'>, context: Context): LessonStep {
  const lesson = findLesson(context.course, id)?.lesson;
  const found = keptPage(lesson ?? NO_PAGES, page, kept);
  const { state, effects } = toPage({ lesson: id, page: 0, ...UNTOUCHED }, found.page, context);
  const shown = lesson?.pages[found.page];
  if (kept === undefined || shown === undefined) return { state, effects };
  if (found.isGone) return step(state, ...effects, told(shellWords.resume.page, { type: 'scroll', by: 0 }));
  const top = Math.round(kept.down * pageLayout(shown, id, context).rows.length);
  return step(scrolledBy(state, top, shown, context), ...effects);
}

const NO_PAGES = { pages: [] };

/** The same heading in a lesson that was read again; where it is gone, as near as there is a page. */
export function reloadedLesson(state: LessonState, before: Course, context: Context): LessonState {
  const [was, is] = [before, context.course].map((course) => findLesson(course, state.lesson)?.lesson);
  const heading = headingsOf(was ?? NO_PAGES)[state.page] ?? '';
  const { pages } = is ?? NO_PAGES;
  const { page: at } = keptPage(is ?? NO_PAGES, state.page, { heading, down: 0 });
  const found = at === state.page ? state : { ...state, page: at, ...UNTOUCHED };
  const page = pages[at];
  return page !== undefined && asksForNumber(found, page, context) ? found : { ...found, writing: undefined };
}

function asksForNumber(state: LessonState, page: Page, context: Context): boolean {
  const run = pageLayout(page, state.lesson, context).runs[state.run];
  return run?.kind === 'predict' && run.prediction.number !== undefined;
}

export function reduceLesson(state: LessonState, action: LessonAction, context: Context): LessonStep {
  const found = findLesson(context.course, state.lesson);
  const page = found?.lesson.pages[state.page];
  if (found === undefined || page === undefined) return step(state);
  const atSources = looksAtSources(state, page);
  switch (action.type) {
    case 'sources':
      return step(sourcesToggled(state, page));
    case 'scroll':
      if (atSources) return step(sourcesScrolled(state, action.by, page, context));
      return step(scrolledBy(state, action.by, page, context));
    case 'window': {
      const by = action.by * (roomOf(context) - 2);
      return reduceLesson(state, { type: 'scroll', by }, context);
    }
    case 'draw':
      return step(withStroke(state, 'again', page, context));
    case 'on':
      if (hasMore(state, page, context)) return step(withStroke(state, 'on', page, context));
      return isAtEnd(state, page, context)
        ? turned(state, 1, context)
        : step(scrolledBy(state, roomOf(context) - 2, page, context));
    case 'turn':
      return turned(state, action.by, context);
    case 'to-page':
      return action.page < found.lesson.pages.length ? toPage(state, action.page, context) : step(state);
    case 'sideways':
      return step(movedSideways(state, action.by, page, context));
    case 'links':
      return chosenLink(state, found.lesson, page, context);
    case 'follow':
      return step(state, { do: 'open', target: targetOf(action.to) });
    case 'next-run':
      return step(pointedAtNext(state, page, context));
    case 'try':
      return tried(state, page, context);
    default:
      return predicted(state, action, page, context);
  }
}

type PredictAction = Extract<
  LessonAction,
  { type: 'guess' | 'say' | 'text' | 'erase' | 'stop-saying' | 'guess-again' | 'watch' | 'heard' }
>;

/** What keys and news do to the prediction that the pointer is at. */
function predicted(state: LessonState, action: PredictAction, page: Page, context: Context): LessonStep {
  const entry = pageLayout(page, state.lesson, context).runs[state.run];
  if (entry?.kind !== 'predict') return step(state);
  switch (action.type) {
    case 'guess':
      return guessed(state, entry, action.guess, context);
    case 'say':
      return saidNumber(state, entry, context);
    case 'text':
      return written(state, withMore(state.writing?.text ?? '', action.text));
    case 'erase':
      return written(state, withoutLast(state.writing?.text ?? ''));
    case 'stop-saying':
      return step({ ...state, writing: undefined });
    case 'guess-again':
      return asked({ ...state, guessing: 'again' }, entry, context);
    case 'watch':
      return step(state, watched(entry, action.seed));
    case 'heard':
      return heard(state, entry, action.news);
  }
}

/** Asks for one of the guesses, or opens the line for a number. */
function asked(state: LessonState, block: BlockOf<'predict'>, context: Context): LessonStep {
  const isMade = guessOf(block, state.lesson, context) !== undefined && state.guessing !== 'again';
  if (isMade || block.prediction.number === undefined) return step(state, askedFor(state, block, context));
  return written(state, '');
}

function written(state: LessonState, text: string): LessonStep {
  return step({ ...state, writing: { text, wrong: false } });
}

function saidNumber(state: LessonState, block: BlockOf<'predict'>, context: Context): LessonStep {
  const { number } = block.prediction;
  const { writing } = state;
  if (number === undefined || writing === undefined) return step(state);
  if (readQuantity(writing.text, number)) return guessed(state, block, writing.text, context);
  return step({ ...state, writing: { ...writing, wrong: true } });
}

/** What came of the run is written down before it is watched, so that nobody guesses twice. */
function heard(state: LessonState, block: BlockOf<'predict'>, news: JobNews): LessonStep {
  const { guessing, ...rest } = state;
  if (guessing === undefined || guessing === 'again') return step(state);
  const { said, seed } = guessing;
  const watch = watched(block, seed);
  if (news.state !== 'predicted' || 'refused' in news.outcome) return step(rest, watch);
  const { prediction } = block;
  const { value, trueOnes } = news.outcome;
  const event = {
    type: 'prediction',
    lesson: state.lesson,
    prediction: prediction.id,
    ...judgeSaid(prediction, said, trueOnes),
    seed,
    value,
  } as const;
  return step(rest, { do: 'record', event }, watch);
}

function toPage(state: LessonState, page: number, { course }: Context): LessonStep {
  const pages = findLesson(course, state.lesson)?.lesson.pages.length ?? 0;
  const next = { ...state, page, ...UNTOUCHED };
  if (pages === 0) return step(next);
  return step(next, { do: 'record', event: { type: 'page', lesson: state.lesson, page, pages } });
}

function isAtEnd(state: LessonState, page: Page, context: Context): boolean {
  return state.top >= lastTop(pageLayout(page, state.lesson, context).rows.length, roomOf(context));
}

/** There are strokes of its diagram that nobody has seen yet. */
function hasMore({ stroke, lesson }: LessonState, page: Page, context: Context): boolean {
  return stroke + 1 < pageLayout(page, lesson, context).strokes;
}

/** The next stroke; after the last one the diagram begins `again`. */
function withStroke(state: LessonState, then: 'on' | 'again', page: Page, context: Context): LessonState {
  if (hasMore(state, page, context)) return { ...state, stroke: state.stroke + 1 };
  return then === 'again' ? { ...state, stroke: 0 } : state;
}

function scrolledBy(state: LessonState, by: number, page: Page, context: Context): LessonState {
  const { rows, runs } = pageLayout(page, state.lesson, context);
  const room = roomOf(context);
  const top = scrolled(state.top, by, rows.length, room);
  const isSeen = (row: number | undefined): boolean => row !== undefined && row >= top && row < top + room;
  // the pointer follows what is on the screen
  const seen = runs.findIndex(({ row }) => isSeen(row));
  return { ...state, top, run: isSeen(runs[state.run]?.row) || seen < 0 ? state.run : seen };
}

/** Columns that one key moves what is too wide. */
const SIDEWAYS = 8;

function movedSideways(state: LessonState, by: 1 | -1, page: Page, context: Context): LessonState {
  const { beyond } = pageLayout(page, state.lesson, context);
  return { ...state, left: Math.min(beyond, Math.max(0, state.left + by * SIDEWAYS)) };
}

function pointedAtNext(state: LessonState, page: Page, context: Context): LessonState {
  const { rows, runs } = pageLayout(page, state.lesson, context);
  if (runs.length === 0) return state;
  const run = (state.run + 1) % runs.length;
  return { ...state, run, top: keepInSight(state.top, runs[run]?.row ?? 0, rows.length, roomOf(context)) };
}

function tried(state: LessonState, page: Page, context: Context): LessonStep {
  const run = pageLayout(page, state.lesson, context).runs[state.run];
  if (run === undefined) return reduceLesson(state, { type: 'on' }, context);
  if (run.kind === 'predict') return asked({ ...state, guessing: undefined }, run, context);
  return step(state, { do: 'open', target: openedRun(run, state.lesson) });
}

function turned(state: LessonState, by: 1 | -1, context: Context): LessonStep {
  const pages = findLesson(context.course, state.lesson)?.lesson.pages.length ?? 0;
  const page = state.page + by;
  if (page >= 0 && page < pages) return toPage(state, page, context);
  const target =
    by > 0 ? following(context.course, state.lesson)?.target : lessonBefore(context.course, state.lesson);
  const effects: Effect<LessonAction>[] = target === undefined ? [] : [{ do: 'replace', target }];
  return step(state, ...effects);
}
