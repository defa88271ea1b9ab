import type { Course } from '../../course/model.ts';
import { isoTime } from '../../learner/iso-time.ts';
import type { LearningRecord } from '../../learner/record.ts';
import { toldAnswers } from './told-answer.ts';

/** The record as data. */
export function reportJson(course: Course, record: LearningRecord) {
  const { answers, lessons, missions, predictions, explanations } = record;
  return {
    course: { id: course.id, title: course.title },
    lessons: lessons.map(({ at, lesson }) => ({ time: isoTime(at), lesson })),
    answers: toldAnswers(course, answers).map((answer) => ({
      time: isoTime(answer.at),
      stage: answer.stage?.id ?? null,
      quiz: answer.quiz,
      question: answer.question,
      asked: answer.prompt,
      attempt: answer.attempt,
      answer: answer.said,
      right: answer.right,
      given: answer.given,
      hints: answer.hints,
      confidence: answer.confidence ?? null,
    })),
    missions: missions.map(({ at, mission, stars }) => ({ time: isoTime(at), mission, stars })),
    predictions: predictions.map(({ at, lesson, guess, right }) => ({
      time: isoTime(at),
      lesson,
      guess,
      right,
    })),
    explanations: explanations.map(({ at, whiteboard: _, ...explained }) => ({
      time: isoTime(at),
      ...explained,
      gradedBy: 'learner',
    })),
  };
}
