import type { Course, Quiz } from '../course/model.ts';
import { courseKey } from '../learner/course-key.ts';
import type { Place, Progress } from '../learner/progress.ts';
import { firstOpen, hasOpenQuestion, quizzesOf } from '../learner/standing.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { quizCalled } from './called.ts';
import { type Command, Failure } from './command.ts';
import { openTutor } from './tutor.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'quiz',
  options: {},
  takes: { atLeast: 0, atMost: 1, what: t`the id of a quiz` },
  completes: 'quiz',
  run(context) {
    const [id] = context.given.words;
    return openTutor(context, (course, journal) =>
      quizPlace(course, journal.progress(courseKey(course)), id),
    );
  },
};

/** The asked quiz, else the first with an open question, else the first of all; at its first open question. */
function quizPlace(course: Course, progress: Progress, id: string | undefined): Place {
  const quiz = id === undefined ? firstWithOpenQuestion(course, progress) : quizCalled(course, id);
  return { screen: 'quiz', quiz: quiz.id, question: firstOpen(quiz, progress) };
}

function firstWithOpenQuestion(course: Course, progress: Progress): Quiz {
  const quizzes = quizzesOf(course);
  const quiz = quizzes.find((candidate) => hasOpenQuestion(candidate, progress)) ?? quizzes[0];
  if (quiz === undefined) throw new Failure(errors.noQuiz);
  return quiz;
}
