/** What a person calls by its id; where nothing is called so, the sentence names what is nearest. */
import type { Course, Quiz } from '../course/model.ts';
import { knownWords, placeOf } from '../learner/place-of.ts';
import type { Place, Progress } from '../learner/progress.ts';
import { quizzesOf } from '../learner/standing.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { nearestWord } from '../text/nearest.ts';
import { Failure } from './command.ts';

const t = messagesOf('commands');

/** Where a word leads (place-of.ts). @throws Failure */
export function placeCalled(course: Course, word: string, progress: Progress): Place {
  const place = placeOf(course, word, progress);
  if (place !== undefined) return place;
  const nearest = nearestWord(word, knownWords(course));
  throw new Failure(errors.unknownId(word, nearest, t`lesson, quiz, topology, mission or stage`));
}

/** @throws Failure */
export function quizCalled(course: Course, id: string): Quiz {
  const quizzes = quizzesOf(course);
  const quiz = quizzes.find((candidate) => candidate.id === id);
  if (quiz !== undefined) return quiz;
  const ids = quizzes.map((candidate) => candidate.id);
  throw new Failure(errors.unknownQuiz(id, nearestWord(id, ids)));
}
