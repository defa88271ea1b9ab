/** How a round went, and every question that is worth another look. */
import type { Choice } from '../../../course/model.ts';
import { quiz as words } from '../../../messages/quiz.ts';
import { markdownRows } from '../../../terminal/markdown.ts';
import { problemLine } from '../../../text/problem.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, indent, padded, wrapped } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { progressBar } from '../../widgets/progress-bar.ts';
import { type Asked, type QuizState, type Result, rightIn, wrongIn } from './round.ts';

export function resultRows(state: QuizState, context: Context): readonly Row[] {
  const width = Math.min(90, context.columns - 2);
  const problem = state.quiz?.problem;
  if (problem !== undefined) {
    return [...wrapped(words.brokenQuiz, width), EMPTY, ...wrapped(problemLine(problem), width, 'bad')];
  }
  const all = state.asked.length;
  if (all === 0) return wrapped(state.quiz === undefined ? words.nothingToReview : words.empty, width);
  const right = rightIn(state);
  const wrong = wrongIn(state);
  const head: Row = [
    span(right === all ? words.result.all(all) : words.result.some(right, all), 'strong'),
    span('  '),
    ...progressBar(right, all, Math.min(20, all), context.glyphs),
  ];
  if (wrong.length === 0) return [head];
  const reviews = wrong.flatMap((asked) => [EMPTY, ...reviewRows(asked, state, width, context)]);
  return [head, EMPTY, [span(words.result.lookAgain)], ...reviews];
}

/** A question that was not answered right: what was said, and what is right. */
function reviewRows(
  { question }: Asked,
  { results }: QuizState,
  width: number,
  context: Context,
): readonly Row[] {
  const result = results.get(question.id);
  const { ascii } = context;
  const prompt = markdownRows(question.prompt, { width: width - 2, ascii });
  const rights = question.choices.filter(({ correct }) => correct);
  return [
    ...prompt,
    ...answerRows(words.result.yours, yourAnswer(question.choices, result), 'bad', width, context),
    ...answerRows(words.result.rights, rights.map(choiceText), 'good', width, context),
  ];
}

function yourAnswer(choices: readonly Choice[], result: Result | undefined): readonly string[] {
  if (result?.given === 'skipped') return [words.result.skipped];
  if (result?.given === 'shown') return [words.result.shown];
  return (result?.chosen ?? []).flatMap((place) => choices[place]?.text ?? []);
}

function choiceText({ text }: Choice): string {
  return text;
}

function answerRows(
  label: string,
  texts: readonly string[],
  tone: 'good' | 'bad',
  width: number,
  { glyphs }: Context,
): readonly Row[] {
  const lead = `  ${padded(tone === 'good' ? glyphs.done : glyphs.wrong, 2)} ${padded(label, 5)}  `;
  return texts.flatMap((text, index) => {
    const [first = EMPTY, ...more] = wrapped(text.replaceAll('`', ''), width - lead.length);
    return [
      [span(index === 0 ? lead : ' '.repeat(lead.length), tone), ...first],
      ...indent(more, lead.length),
    ];
  });
}
