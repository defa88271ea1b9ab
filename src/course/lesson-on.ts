import type { Course, Lesson } from './model.ts';

/** A title says more than an objective, and an objective more than a summary. */
const TITLE = 3;
const OBJECTIVE = 2;
const SUMMARY = 1;

/**
 * The lesson that says most of these words in its title, objectives and summary; of equals the first of `stage`, else the
 * first of the course. Undefined when none says any.
 *
 * @param words as they may stand there, the most telling first; a stem is enough: `redispatch`, `retr`
 */
export function lessonOn(course: Course, words: readonly string[], stage?: string): Lesson | undefined {
  let best: { readonly lesson: Lesson; readonly score: number } | undefined;
  for (const each of course.stages) {
    for (const lesson of each.lessons) {
      if (lesson.draft || lesson.problem !== undefined) continue;
      // the words are those of the program's own language
      const score = scoreOf(lesson.original ?? lesson, words) + (each.id === stage ? 0.5 : 0);
      if (score >= 1 && score > (best?.score ?? 0)) best = { lesson, score };
    }
  }
  return best?.lesson;
}

function scoreOf({ title, objectives, summary }: Lesson, words: readonly string[]): number {
  const says = (text: string, word: string) => text.toLowerCase().includes(word.toLowerCase());
  return words.reduce((sum, word, index) => {
    const inTitle = says(title, word) ? TITLE : 0;
    const inObjectives = objectives.some((each) => says(each, word)) ? OBJECTIVE : 0;
    const inSummary = says(summary, word) ? SUMMARY : 0;
    return sum + (inTitle + inObjectives + inSummary) / (index + 1);
  }, 0);
}
