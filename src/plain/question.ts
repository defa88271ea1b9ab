import type { Question, Quiz, Remark, Solution } from '../course/model.ts';
import { plainWords } from '../messages/plain.ts';
import { problemLine } from '../text/problem.ts';
import { lineForm } from './forms/all.ts';
import type { Page } from './forms/form.ts';
import { folded, proseLines, spoken } from './prose.ts';

const words = plainWords.quiz;

/** A question with what it offers to answer with, under its number in the quiz or another title. */
export function questionLines(quiz: Quiz, question: Question, page: Page, otherTitle?: string): string[] {
  const title =
    otherTitle ?? words.title(quiz.title, quiz.questionIds.indexOf(question.id) + 1, quiz.questionIds.length);
  if (question.problem !== undefined) return [title, '', words.cannotAsk(problemLine(question.problem))];
  const { prompt, asks } = question;
  const offered = lineForm(asks).offered(asks, page);
  return [title, '', ...proseLines(prompt, page.width), ...(offered.length > 0 ? ['', ...offered] : [])];
}

/** The next hint, when `given` were given before. */
export function hintLines({ hints }: Question, given: number, width: number): string[] {
  const hint = hints[given];
  if (hints.length === 0) return [words.noHint];
  if (hint === undefined) return [words.noMoreHint];
  return folded(words.hint(given + 1, hints.length, spoken(hint)), width);
}

/** What is said to an answer: about its items by their numbers, and about all of it. */
export function remarkLines({ asks }: Question, remarks: readonly Remark[], width: number): string[] {
  return remarks.flatMap(({ item, text }) => {
    if (item === undefined) return folded(spoken(text), width);
    return folded(words.feedback(lineForm(asks).label(item, asks), spoken(text)), width);
  });
}

/** The right answer, and why it is right. */
export function solutionLines(question: Question, { answer, remarks }: Solution, width: number): string[] {
  const { asks } = question;
  const right = folded(words.rightAnswer(lineForm(asks).words(answer, asks)), width);
  return [...right, ...remarkLines(question, remarks, width)];
}

/** What the author says once it is answered. */
export function explanationLines({ explanation }: Question, width: number): string[] {
  return explanation.length > 0 ? ['', ...proseLines(explanation, width)] : [];
}
