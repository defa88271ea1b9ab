import type { Course } from '../../course/model.ts';
import { isoTime } from '../../learner/iso-time.ts';
import type { LearningRecord } from '../../learner/record.ts';
import { lessonsOf, missionsOf } from '../../learner/standing.ts';
import { reportWords as words } from '../../messages/report.ts';
import { type ToldAnswer, toldAnswers } from './told-answer.ts';

/** The record for a person: what was read, answered and won, and when. */
export function reportLines(course: Course, record: LearningRecord): string[] {
  const answers = toldAnswers(course, record.answers);
  const lessons = new Map(lessonsOf(course).map(({ id, title }) => [id, title]));
  const missions = new Map(missionsOf(course).map(({ id, title }) => [id, title]));
  const read = record.lessons.map(({ at, lesson }) => `  ${day(at)}  ${lessons.get(lesson) ?? lesson}`);
  const won = record.missions.map(
    ({ at, mission, stars }) => `  ${day(at)}  ${missions.get(mission) ?? mission}: ${words.stars(stars)}`,
  );
  const guessed = record.predictions.map(
    ({ at, lesson, right }) => `  ${day(at)}  ${words.guess(right)}  ${lessons.get(lesson) ?? lesson}`,
  );
  const explained = record.explanations.map(
    ({ at, lesson, ...graded }) =>
      `  ${day(at)}  ${lessons.get(lesson) ?? lesson}: ${words.explained(graded)}`,
  );
  const quizzes = [...new Set(answers.map(({ quiz }) => quiz))];
  if (read.length + won.length + guessed.length + explained.length + answers.length === 0)
    return [course.title, '', words.nothing];
  return [
    course.title,
    ...section(words.lessons(read.length), read),
    ...quizzes.flatMap((quiz) => quizLines(answers.filter((answer) => answer.quiz === quiz))),
    ...section(words.predictions(guessed.length), guessed),
    ...section(words.missions(won.length), won),
    ...section(words.explanations(explained.length), explained),
  ];
}

function quizLines(answers: readonly ToldAnswer[]): string[] {
  const [first] = answers;
  const title = first?.inQuiz?.title ?? first?.quiz ?? '';
  const newest = new Map(answers.map((answer) => [answer.question, answer]));
  const right = [...newest.values()].filter((answer) => answer.right).length;
  return section(
    words.quiz(title, right, newest.size),
    [...newest.values()].map(
      ({ at, prompt, question, right: isRight, given, attempt }) =>
        `  ${day(at)}  ${words.answer(isRight, given, attempt)}  ${prompt === '' ? question : prompt}`,
    ),
  );
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function day(at: number): string {
  return isoTime(at).slice(0, 10);
}
