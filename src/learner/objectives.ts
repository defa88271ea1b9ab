/** Where a learner stands with what each lesson is for. */
import { mendingPage } from '../course/mending-page.ts';
import type { Course, Lesson, Stage } from '../course/model.ts';
import { countsOf, type QuestionCounts } from './overview.ts';
import type { Progress, QuestionProgress } from './progress.ts';
import { standingAnswers } from './standing.ts';

export interface ObjectiveOverview {
  readonly stage: Stage;
  readonly lesson: Lesson;
  readonly isRead: boolean;
  /** of the questions that were answered, those that this lesson is about; how many there are in all, nobody has said */
  readonly questions: Omit<QuestionCounts, 'all'>;
}

/** Of each lesson with objectives, what was read, and how the questions went that it answers best. */
export function objectiveOverviews(
  course: Course,
  progress: Progress,
  now: number,
): readonly ObjectiveOverview[] {
  return course.stages.flatMap((stage) => {
    const answers = answersByLesson(stage, progress);
    return stage.lessons.flatMap((lesson): readonly ObjectiveOverview[] => {
      if (lesson.objectives.length === 0) return [];
      const own = answers.get(lesson.id) ?? [];
      const score = { answered: own.length, right: own.filter(({ right }) => right).length };
      const isRead = progress.read.has(lesson.id);
      return [{ stage, lesson, isRead, questions: { ...score, ...countsOf(own, now) } }];
    });
  });
}

/** What was answered, by the lesson that one would read again for it. */
function answersByLesson(
  { quizzes, lessons }: Stage,
  progress: Progress,
): ReadonlyMap<string, readonly QuestionProgress[]> {
  const found = new Map<string, QuestionProgress[]>();
  for (const quiz of quizzes) {
    const answers = standingAnswers(quiz, progress);
    if (answers.size === 0) continue;
    for (const question of quiz.questions) {
      const answer = answers.get(question.id);
      const lesson = answer && mendingPage(question, lessons)?.lesson;
      if (answer === undefined || lesson === undefined) continue;
      found.set(lesson, [...(found.get(lesson) ?? []), answer]);
    }
  }
  return found;
}
