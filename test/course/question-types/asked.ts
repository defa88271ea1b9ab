import { grade as gradeIn, solve as solveIn } from '../../../src/course/grade.ts';
import type { Answer, Asks, Grade, Question, Solution } from '../../../src/course/model.ts';
import { readQuiz } from '../../../src/course/quiz-reader.ts';
import type { OpenTopology } from '../../../src/course/topologies.ts';
import { problemLine } from '../../../src/text/problem.ts';

/** A question with this answer block, and what its reader says. */
export function asked(answer: string, after = 'So it is.'): { question: Question; said: readonly string[] } {
  const text = `<quiz>\n\n<!-- id: q -->\n\nWhat is it?\n\n> Hint: Look.\n\n${answer}\n\n${after}\n\n</quiz>\n`;
  const { quiz, problems } = readQuiz({ file: 'q.md', path: 'quizzes/q.md', text });
  const [question] = quiz.questions;
  if (question === undefined) throw new Error('no question was read');
  return { question, said: problems.map(problemLine) };
}

/** Most questions are about no topology. */
const noTopology: OpenTopology = () => ({ topology: undefined, problems: [] });

export function grade(question: Question, answer: Answer, openTopology = noTopology): Grade {
  return gradeIn(question, answer, openTopology);
}

export function solve(question: Question, openTopology = noTopology): Solution | undefined {
  return solveIn(question, openTopology);
}

/** The items of a question, by their texts. */
export function itemsOf(asks: Asks): readonly { id: string; text: string }[] {
  return 'items' in asks ? asks.items : [];
}

/** The id of the item with this text. */
export function idOf(question: Question, text: string): string {
  return itemsOf(question.asks).find((item) => item.text === text)?.id ?? 'none';
}

/** A grade in short: right or wrong, and what is said about which item. */
export function graded(question: Question, answer: Answer) {
  const { right, remarks } = grade(question, answer);
  const textOf = (id: string | undefined) => itemsOf(question.asks).find((item) => item.id === id)?.text;
  return { right, remarks: remarks.map(({ item, text }) => [textOf(item), text]) };
}
