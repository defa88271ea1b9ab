/** How a round went, and every question that is worth another look. */
import type { Question } from '../../../course/model.ts';
import { dueCounts, dueReplays, mostReviewsADay } from '../../../learner/due.ts';
import { calibrationIn } from '../../../learner/overview.ts';
import type { Advice } from '../../../learner/placement-advice.ts';
import { overview } from '../../../messages/overview.ts';
import { placement } from '../../../messages/placement.ts';
import { quiz as words } from '../../../messages/quiz.ts';
import { review as reviewWords } from '../../../messages/review.ts';
import { markdownRows } from '../../../terminal/markdown.ts';
import { columnOf } from '../../../text/cells.ts';
import { problemLine } from '../../../text/problem.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, indent, padded, wrapped } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { progressBar } from '../../widgets/progress-bar.ts';
import { answerWords } from './forms/all.ts';
import type { Judged } from './forms/form.ts';
import { adviceIn } from './placement.ts';
import { type Asked, judgedOf, type QuizState, rightIn, wrongIn } from './round.ts';
import { textWidth } from './text-width.ts';

export function resultRows(state: QuizState, context: Context): readonly Row[] {
  const width = textWidth(context);
  const problem = state.quiz?.problem;
  if (problem !== undefined) {
    return [...wrapped(words.brokenQuiz, width), EMPTY, ...wrapped(problemLine(problem), width, 'bad')];
  }
  const all = state.asked.length;
  if (all === 0) {
    if (state.placement) return wrapped(placement.nothingToAsk, width);
    if (!state.review) return wrapped(words.empty, width);
    return [...wrapped(whyNothing(state, context), width), ...replayRows(state, context)];
  }
  const right = rightIn(state);
  const wrong = wrongIn(state);
  const head: Row = [
    span(right === all ? words.result.all(all) : words.result.some(right, all), 'strong'),
    span('  '),
    ...progressBar(right, all, Math.min(20, all), context.glyphs),
  ];
  const left = state.review?.left ?? 0;
  const waiting = left > 0 ? [EMPTY, ...wrapped(reviewWords.left(left), width)] : [];
  const said = calibrationIn(state.asked.flatMap(({ question }) => state.results.get(question.id) ?? []));
  const sure = said.length > 0 ? [EMPTY, ...wrapped(overview.inLines.calibration(said), width)] : [];
  const rest = [...sure, ...waiting, ...replayRows(state, context)];
  if (state.placement) return [head, EMPTY, ...adviceRows(adviceIn(state, context), width, context)];
  if (wrong.length === 0) return [head, ...rest];
  const reviews = wrong.flatMap((asked) => [EMPTY, ...reviewRows(asked, state, width, context)]);
  return [head, ...rest, EMPTY, [span(words.result.lookAgain)], ...reviews];
}

/** What a review reminds of: it is done, not asked. */
function replayRows({ review }: QuizState, context: Context): readonly Row[] {
  const { course, progress, now, glyphs } = context;
  const replays = review ? dueReplays(course, progress, now) : [];
  if (replays.length === 0) return [];
  const titles = replays.flatMap(({ title }) => wrapped(`${glyphs.bullet} ${title}`, textWidth(context) - 2));
  return [EMPTY, [span(reviewWords.doAgain)], ...indent(titles, 2)];
}

/** What may be skipped, what to read of it all the same, and where to begin. */
function adviceRows({ skip, begin, read }: Advice, width: number, { glyphs }: Context): readonly Row[] {
  const titles = skip.map(({ title }) => `"${title}"`);
  return [
    ...wrapped(titles.length === 0 ? placement.skipNothing : placement.skip(titles), width, 'strong'),
    ...(read.length > 0 ? [EMPTY, ...wrapped(placement.readAllTheSame, width)] : []),
    ...read.flatMap(({ title }) => indent(wrapped(`${glyphs.bullet} ${title}`, width - 2), 2)),
    EMPTY,
    ...wrapped(begin ? placement.begin(begin.title) : placement.skipAll, width, 'accent'),
  ];
}

/** Why a review has no question: none is due, or the day has had enough of them. */
function whyNothing({ review }: QuizState, { course, progress, now }: Context): string {
  if (review && review.left > 0) return reviewWords.enoughToday(mostReviewsADay);
  const { next } = dueCounts(course, progress, now);
  return reviewWords.nothingDue(next === undefined ? undefined : next - now);
}

/** A question that was not answered right: what was said, and what is right. */
function reviewRows({ question }: Asked, state: QuizState, width: number, context: Context): readonly Row[] {
  const { ascii } = context;
  const judged = judgedOf(state, question, context);
  const prompt = markdownRows(question.prompt, { width: width - 2, ascii });
  if (judged === undefined) return prompt;
  const right = answerWords(judged.solution.answer, question.asks);
  const wasSure = state.results.get(question.id)?.confidence === 'sure';
  const yours = [...yourAnswer(question, judged), ...(wasSure ? [`(${reviewWords.wereSure})`] : [])];
  return [
    ...prompt,
    ...answerRows(words.result.yours, yours, 'bad', width, context),
    ...answerRows(words.result.rights, right, 'good', width, context),
  ];
}

function yourAnswer({ asks }: Question, { answer, given }: Judged): readonly string[] {
  if (given !== 'no') return [words.result[given]];
  const said = answer ? answerWords(answer, asks) : [];
  return said.length > 0 ? said : [words.result.changed];
}

/** The column of "you" and "right". */
const LABEL = columnOf([words.result.yours, words.result.rights], 2);

function answerRows(
  label: string,
  texts: readonly string[],
  tone: 'good' | 'bad',
  width: number,
  { glyphs }: Context,
): readonly Row[] {
  const lead = `  ${padded(tone === 'good' ? glyphs.done : glyphs.wrong, 2)} ${padded(label, LABEL)}`;
  return texts.flatMap((text, index) => {
    const [first = EMPTY, ...more] = wrapped(text.replaceAll('`', ''), width - lead.length);
    return [
      [span(index === 0 ? lead : ' '.repeat(lead.length), tone), ...first],
      ...indent(more, lead.length),
    ];
  });
}
