import type { Course, Lesson, Mission, Quiz, Stage } from '../course/model.ts';
import { courseKey } from '../learner/course-key.ts';
import type { Progress } from '../learner/progress.ts';
import { pagesSeen, standingAnswers } from '../learner/standing.ts';
import { mapLines } from '../plain/map.ts';
import type { Command } from './command.ts';
import { openCourse, openLearner, printJson, tellProblems } from './opening.ts';
import { talkOf } from './talk.ts';

export const command: Command = {
  name: 'list',
  options: { json: 'flag' },
  async run(context) {
    const course = await openCourse(context);
    const journal = openLearner(context);
    const progress = journal.progress(courseKey(course));
    tellProblems(context, journal);
    if (context.given.flag('json')) {
      printJson(context, listOf(course, progress));
      return 0;
    }
    const talk = talkOf(context);
    talk.say(...mapLines(course, progress));
    return 0;
  },
};

/** The course as data, with how far the learner is. */
export function listOf(course: Course, progress: Progress) {
  const { id, title, language } = course;
  return {
    course: { id, title, language },
    stages: course.stages.map((stage) => stageOf(stage, progress)),
  };
}

function stageOf(stage: Stage, progress: Progress) {
  const { id, number, title, summary, topology = null } = stage;
  return {
    id,
    number,
    title,
    summary,
    topology,
    lessons: stage.lessons.map((lesson) => lessonOf(lesson, progress)),
    quizzes: stage.quizzes.map((quiz) => quizOf(quiz, progress)),
    missions: stage.missions.map((mission) => missionOf(mission, progress)),
  };
}

/** `stars`: the most that it was won with; 0: played and never won; null: never played. */
function missionOf({ id, title, file, minutes, problem }: Mission, progress: Progress) {
  return {
    id,
    title,
    file,
    minutes,
    stars: progress.missions.get(id) ?? null,
    problem: problem ?? null,
  };
}

function lessonOf(lesson: Lesson, progress: Progress) {
  const { id, title, file, pages } = lesson;
  return {
    id,
    title,
    file,
    pages: pages.length,
    pages_seen: pagesSeen(lesson, progress),
    read: progress.read.has(id),
    problem: lesson.problem ?? null,
  };
}

function quizOf(quiz: Quiz, progress: Progress) {
  const { id, title, file, questions, problem } = quiz;
  const answers = standingAnswers(quiz, progress);
  return {
    id,
    title,
    file,
    questions: questions.map((question) => ({
      id: question.id,
      type: question.type,
      has_proof: question.proof !== undefined,
      answered: answers.has(question.id),
      right: answers.get(question.id)?.right ?? null,
    })),
    problem: problem ?? null,
  };
}
