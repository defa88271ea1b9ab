import type { Question, Quiz } from '../course/model.ts';
import { plainWords } from '../messages/plain.ts';
import { problemLine } from '../text/problem.ts';
import { folded, inlineText, proseLines } from './prose.ts';

const words = plainWords.quiz;

/** A question with its numbered choices. */
export function questionLines(quiz: Quiz, question: Question, width: number): string[] {
  const title = words.title(quiz.title, quiz.questions.indexOf(question) + 1, quiz.questions.length);
  if (question.problem !== undefined) return [title, '', words.cannotAsk(problemLine(question.problem))];
  return [
    title,
    '',
    ...proseLines(question.prompt, width),
    '',
    ...choiceLines(question, width),
    ...(isSingle(question) ? [] : ['', words.severalRight]),
  ];
}

/** Whether exactly one choice is right. */
export function isSingle({ choices }: Question): boolean {
  return choices.filter(({ correct }) => correct).length === 1;
}

function choiceLines({ choices }: Question, width: number): string[] {
  return choices.flatMap(({ tokens, text }, index) =>
    folded(inlineText(tokens) || text, width, `${String(index + 1).padStart(3)}  `),
  );
}

/** The next hint, when `given` were given before. */
export function hintLines({ hints }: Question, given: number, width: number): string[] {
  const hint = hints[given];
  if (hints.length === 0) return [words.noHint];
  if (hint === undefined) return [words.noMoreHint];
  return folded(words.hint(given + 1, hints.length, hint), width);
}

/** The right answer where it is still to be told, and why it is right. */
export function explanationLines(question: Question, withAnswer: boolean, width: number): string[] {
  const right = question.choices.filter(({ correct }) => correct);
  const named = right.map((choice) => `${question.choices.indexOf(choice) + 1}, ${choice.text}`);
  const why = right.map(({ feedback }) => feedback).filter((text) => text !== '');
  return [
    ...(withAnswer ? folded(words.rightAnswer(named.join('; ')), width) : []),
    ...(withAnswer ? why.flatMap((text) => folded(text, width)) : []),
    ...(question.explanation.length > 0 ? ['', ...proseLines(question.explanation, width)] : []),
  ];
}

/** The places (from 0) that were written as numbers (from 1), or what is wrong with them. */
export function chosenOf(
  answer: string,
  most: number,
  single: boolean,
): { readonly places: readonly number[] } | { readonly complaint: string } {
  const numbers = answer.split(/[\s,]+/).filter((word) => word !== '');
  if (numbers.length === 0) return { complaint: words.nothingChosen };
  const bad = numbers.find((word) => !/^\d{1,3}$/.test(word) || Number(word) < 1 || Number(word) > most);
  if (bad !== undefined) return { complaint: words.notANumber(bad, most) };
  const places = [...new Set(numbers.map((word) => Number(word) - 1))].sort((a, b) => a - b);
  return single && places.length > 1 ? { complaint: words.oneOnly } : { places };
}
