/** A lesson, a quiz or a stage as slides: what a teacher shows to a room, one thing after the other. */

import { plainWords } from '../markdown/words.ts';
import { excerpt } from '../text/excerpt.ts';
import type { Problem } from '../text/problem.ts';
import type { Course, Lesson, Page, Question, Quiz, Stage } from './model.ts';

export type Slide =
  | { readonly kind: 'page'; readonly lesson: Lesson; readonly page: Page }
  /** what an author says before the first question */
  | { readonly kind: 'opening'; readonly quiz: Quiz }
  | { readonly kind: 'question'; readonly quiz: Quiz; readonly question: Question }
  /** a lesson or quiz that can't be shown, and why */
  | { readonly kind: 'broken'; readonly title: string; readonly problem: Problem };

export interface Presentation {
  readonly id: string;
  readonly title: string;
  readonly slides: readonly Slide[];
}

/** What an id stands for, as slides; a stage goes by its number too. Undefined: no lesson, quiz or stage is called so. */
export function presentationOf({ stages }: Course, id: string): Presentation | undefined {
  for (const { lessons, quizzes } of stages) {
    const lesson = lessons.find((each) => each.id === id);
    if (lesson !== undefined) return { id, title: lesson.title, slides: slidesOfLesson(lesson) };
    const quiz = quizzes.find((each) => each.id === id);
    if (quiz !== undefined) return { id, title: quiz.title, slides: slidesOfQuiz(quiz) };
  }
  const stage = stages.find((each) => each.id === id || String(each.number) === id);
  return stage && { id: stage.id, title: stage.title, slides: slidesOfStage(stage) };
}

/** Without its exams: their questions are for the exam. */
function slidesOfStage({ lessons, quizzes }: Stage): readonly Slide[] {
  return [
    ...lessons.flatMap(slidesOfLesson),
    ...quizzes.filter(({ exam }) => exam === undefined).flatMap(slidesOfQuiz),
  ];
}

function slidesOfLesson(lesson: Lesson): readonly Slide[] {
  const { title, pages, problem } = lesson;
  if (problem !== undefined) return [{ kind: 'broken', title, problem }];
  return pages.map((page) => ({ kind: 'page', lesson, page }));
}

function slidesOfQuiz(quiz: Quiz): readonly Slide[] {
  const { title, intro, notes, questions, problem } = quiz;
  if (problem !== undefined) return [{ kind: 'broken', title, problem }];
  const opens = intro.length > 0 || notes !== '';
  return [
    ...(opens ? [{ kind: 'opening', quiz } as const] : []),
    ...questions.map((question): Slide => ({ kind: 'question', quiz, question })),
  ];
}

/** The lesson or quiz that a slide is from. */
export function sourceOf(slide: Slide): string {
  switch (slide.kind) {
    case 'page':
      return slide.lesson.title;
    case 'opening':
    case 'question':
      return slide.quiz.title;
    case 'broken':
      return slide.title;
  }
}

/** What a slide is about, in a line; a question in its own words. */
export function titleOf(slide: Slide): string {
  switch (slide.kind) {
    case 'page':
      return slide.page.title === '' ? slide.lesson.title : slide.page.title;
    case 'question':
      return excerpt(plainWords(slide.question.prompt));
    default:
      return sourceOf(slide);
  }
}

/** What the teacher says with it, as markdown; empty: nothing. */
export function notesOn(slide: Slide): string {
  switch (slide.kind) {
    case 'page':
      return slide.page.notes;
    case 'opening':
      return slide.quiz.notes;
    case 'question':
      return slide.question.notes;
    case 'broken':
      return '';
  }
}
