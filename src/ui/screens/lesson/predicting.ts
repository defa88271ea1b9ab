/** The predictions on a page: what is asked, guessed, and told when the run is over. */
import type { BlockOf } from '../../../course/page-blocks.ts';
import { seedAt } from '../../../course/predictions/own-seed.ts';
import { besideTheRun, type Said } from '../../../course/predictions/said.ts';
import type { PredictionProgress } from '../../../learner/progress.ts';
import { lesson as words } from '../../../messages/lesson.ts';
import { markdownRows } from '../../../terminal/markdown.ts';
import { type Row, span } from '../../../text/row.ts';
import { EMPTY, gap, rowWidth, wrapped } from '../../../text/row-layout.ts';
import { type Context, type Effect, step } from '../../screen.ts';
import { endOf } from '../../widgets/text-field.ts';
import type { LessonAction, LessonState, LessonStep, Writing } from './state.ts';

/** The newest guess of the learner about a run; undefined when it is still to be made. */
export function guessOf(
  { prediction }: BlockOf<'predict'>,
  lesson: string,
  { progress }: Context,
): PredictionProgress | undefined {
  return progress.predictions.get(lesson)?.get(prediction.id);
}

/** Under the question: what the learner said, what came of it, and why. */
export function toldRows(
  { prediction }: BlockOf<'predict'>,
  made: PredictionProgress,
  { ascii, glyphs }: Context,
  width: number,
): readonly Row[] {
  const { right } = made;
  const mark = span(`${right ? glyphs.done : glyphs.wrong} `, right ? 'good' : 'bad');
  const said = wrapped(besideTheRun(prediction, made), width - 2);
  return [
    ...said.map((row, index) => [index === 0 ? mark : span('  '), ...row]),
    EMPTY,
    ...markdownRows(prediction.debrief, { width, ascii }),
  ];
}

/** The line that a number is written on, and what is wrong with it. */
export function writingRows(
  { prediction: { number } }: BlockOf<'predict'>,
  { text, wrong }: Writing,
  { glyphs }: Context,
  width: number,
): readonly Row[] {
  if (number === undefined) return [];
  const head = [span(`${words.yourNumber} `)];
  const tail = [span('_', 'accent'), ...(number.word === '' ? [] : [gap(1), span(number.word, 'dim')])];
  const shown = endOf(text, width - rowWidth([...head, ...tail]), glyphs.ellipsis);
  const told = wrong ? wrapped(words.noNumber(number), width, 'bad') : [];
  return [[...head, span(shown, 'strong'), ...tail], ...told];
}

/** Asks for a guess where there are some to choose from; or, once it was made, whether to watch the same run or to try another. */
export function askedFor(
  state: LessonState,
  block: BlockOf<'predict'>,
  context: Context,
): Effect<LessonAction> {
  const guess = guessOf(block, state.lesson, context);
  if (guess !== undefined && state.guessing !== 'again') {
    return {
      do: 'ask',
      title: words.again,
      choices: [
        { label: words.watchAgain(guess.seed), action: { type: 'watch', seed: guess.seed } },
        { label: words.guessAgain, action: { type: 'guess-again' } },
      ],
    };
  }
  return {
    do: 'ask',
    title: words.whatDoYouSay,
    choices: block.prediction.guesses.map(({ text }, guess) => ({
      label: text,
      action: { type: 'guess', guess },
    })),
  };
}

/** The guess is made: the run happens to its end where nobody sees it, with a seed of the learner's own. */
export function guessed(
  state: LessonState,
  { run, prediction }: BlockOf<'predict'>,
  said: Said,
  { now }: Context,
): LessonStep {
  const seed = seedAt(now);
  const { measure, guesses } = prediction;
  return step(
    { ...state, guessing: { said, seed }, writing: undefined },
    { do: 'work', job: { kind: 'predict', run, prediction: { measure, guesses }, seed } },
  );
}

/** Opens the run for the learner to watch. */
export function watched(
  { run, prediction }: BlockOf<'predict'>,
  seed: number,
): Extract<Effect<LessonAction>, { do: 'open' }> {
  return {
    do: 'open',
    target: { screen: 'simulator', topology: run.topology, run, lookFor: prediction.ask, seed },
  };
}
