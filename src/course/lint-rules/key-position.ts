import { courseMessages as say } from '../../messages/course.ts';
import type { Problems } from '../../text/problem.ts';
import { questionType } from '../question-types/all.ts';
import type { Linted } from './rule.ts';

/** In fewer questions the same place is luck. */
const fewest = 4;

/** Quizzes whose right choice always stands at the same place: who sees them as they are written notices it. */
export function checkKeyPositions({ source }: Linted, problems: Problems): undefined {
  for (const { quiz, source: file } of source.quizzes) {
    const places = quiz.questions.flatMap((question) => {
      const { asks } = question;
      if (asks.form !== 'one' || asks.items.length < 3 || question.problem !== undefined) return [];
      const answer = questionType(question.type)?.solve(question)?.answer;
      return answer?.form === 'one' ? [asks.items.findIndex(({ id }) => id === answer.chosen)] : [];
    });
    const [first = 0] = places;
    if (places.length < fewest || places.some((place) => place !== first)) continue;
    const at = { file: file.file, line: quiz.questions[0]?.line ?? 1, column: 1 };
    problems.warning(at, 'key-position', say.keyPosition(first + 1, places.length));
  }
}
