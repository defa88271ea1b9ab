/** The links of a page: which there are, and where they lead. */
import { type Linked, linksOn } from '../../../course/links.ts';
import type { Lesson, Page } from '../../../course/model.ts';
import { lesson as words } from '../../../messages/lesson.ts';
import { type Context, step, type Target } from '../../screen.ts';
import type { LessonState, LessonStep } from './state.ts';

/** Follows the only link of the page, or asks which one. */
export function chosenLink(state: LessonState, lesson: Lesson, page: Page, context: Context): LessonStep {
  const links = linksOn(page, lesson, context.course);
  const [first] = links;
  if (first === undefined) return step(state);
  if (links.length === 1) return step(state, { do: 'open', target: targetOf(first.to) });
  const choices = links.map(({ words: label, to }) => ({ label, action: { type: 'follow', to } as const }));
  return step(state, { do: 'ask', title: words.whichLink, choices });
}

export function targetOf(to: Linked): Target {
  switch (to.part) {
    case 'lesson':
      return { screen: 'lesson', lesson: to.id, page: to.page };
    case 'quiz':
      return { screen: 'quiz', quiz: to.id };
    case 'mission':
      return { screen: 'mission', mission: to.id };
    case 'topology':
      return { screen: 'simulator', topology: to.id };
    case 'glossary':
      return { screen: 'glossary', ...(to.term === undefined ? {} : { term: to.term }) };
  }
}
