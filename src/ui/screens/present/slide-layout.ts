/** A slide as rows: the page or the question as learners see it, with less around it and in narrower lines. */

import type { Course, Page } from '../../../course/model.ts';
import { type Presentation, presentationOf, type Slide } from '../../../course/slides.ts';
import { noProgress } from '../../../learner/fold-progress.ts';
import { present as words } from '../../../messages/present.ts';
import { markdownRows, widthOfCode } from '../../../terminal/markdown.ts';
import { problemLine } from '../../../text/problem.ts';
import type { Row } from '../../../text/row.ts';
import { EMPTY, rowWidth, wrapped } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { type PageLayout, pageLayout } from '../lesson/page-layout.ts';
import { pointedRows } from '../lesson/page-window.ts';
import { sourcesRows } from '../lesson/sources.ts';
import { quizLayout } from '../quiz/quiz-layout.ts';
import { type QuizState, type Result, round } from '../quiz/round.ts';
import type { PresentState } from './state.ts';

/** Columns of text that are read from the last row of a room. */
const WIDEST_TEXT = 64;
/** At the left of a page, and at the right of a mark beside a choice. */
const MARGINS = 2;

export interface SlideLayout {
  readonly rows: readonly Row[];
  /** columns that it takes, however far it was drawn */
  readonly width: number;
  readonly strokes: number;
  /** columns by which its code and drawings are wider than the window */
  readonly beyond: number;
  readonly runs: PageLayout['runs'];
}

const known = new WeakMap<Course, Map<string, Presentation | undefined>>();

/** What is presented; undefined: the course has it no more. */
export function presented({ id }: PresentState, { course }: Context): Presentation | undefined {
  const found = known.get(course) ?? new Map<string, Presentation | undefined>();
  known.set(course, found);
  if (!found.has(id)) found.set(id, presentationOf(course, id));
  return found.get(id);
}

export function slideAt(state: PresentState, context: Context): Slide | undefined {
  return presented(state, context)?.slides[state.at];
}

/** The slide as it is now. */
export function slideLayout(slide: Slide, state: PresentState, context: Context): SlideLayout {
  switch (slide.kind) {
    case 'page':
      return pageSlide(slide.page, slide.lesson.id, state, context);
    case 'question':
      return textSlide(quizLayout(quizState(slide, state), inARoom(context, WIDEST_TEXT)).rows);
    case 'opening': {
      const { title, intro } = slide.quiz;
      const width = Math.min(WIDEST_TEXT, context.columns - 2);
      const told = markdownRows(intro, { width, ascii: context.ascii });
      return textSlide([...wrapped(title, width, 'strong'), EMPTY, ...told]);
    }
    case 'broken': {
      const width = Math.min(WIDEST_TEXT, context.columns - 2);
      return textSlide([
        ...wrapped(words.broken, width),
        EMPTY,
        ...wrapped(problemLine(slide.problem), width, 'bad'),
      ]);
    }
  }
}

/** No room sees what its teacher once answered. */
function inARoom(context: Context, widestText: number): Context {
  return { ...context, widestText, progress: noProgress };
}

function pageSlide(
  page: Page,
  lesson: string,
  { left, stroke, run, told, sources }: PresentState,
  context: Context,
): SlideLayout {
  const code = page.blocks.map((block) => (block.kind === 'markdown' ? widthOfCode(block.tokens) : 0));
  const room = inARoom(context, Math.max(WIDEST_TEXT, ...code));
  if (sources && page.footnotes.length > 0) return textSlide(sourcesRows(page, room));
  const seen = (at: number) => pageLayout(page, lesson, room, { left, stroke: at, together: told });
  const layout = seen(stroke);
  const { strokes, beyond } = layout;
  const rows = pointedRows(layout, run, room);
  const first = firstFilled(rows);
  const runs = layout.runs.map((each) => ({ ...each, row: each.row - first }));
  const whole = strokes > 0 ? seen(strokes - 1).rows : rows;
  return { ...textSlide(rows, whole), strokes, beyond, runs };
}

/** @param whole its rows once all of it is drawn, so that nothing moves to the side meanwhile */
function textSlide(rows: readonly Row[], whole = rows): SlideLayout {
  const last = rows.findLastIndex((row) => rowWidth(row) > 0);
  return {
    rows: rows.slice(firstFilled(rows), last + 1),
    width: Math.max(WIDEST_TEXT + MARGINS, ...whole.map(rowWidth), ...rows.map(rowWidth)),
    strokes: 0,
    beyond: 0,
    runs: [],
  };
}

function firstFilled(rows: readonly Row[]): number {
  return Math.max(
    0,
    rows.findIndex((row) => rowWidth(row) > 0),
  );
}

const shown: Result = { answer: undefined, right: false, remarks: [], given: 'shown' };

/** The question as a round of it alone, its choices in the order of the file: they are called by their numbers. */
function quizState(
  { quiz, question }: Extract<Slide, { kind: 'question' }>,
  { answered }: PresentState,
): QuizState {
  const isShown = answered.has(question.id);
  const results = new Map(isShown ? [[question.id, shown]] : []);
  const asked = round(undefined, [{ quiz: quiz.id, question, changed: false }], results);
  return isShown ? { ...asked, phase: 'answered' } : asked;
}
