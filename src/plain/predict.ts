import type { BlockOf, Prediction } from '../course/page-blocks.ts';
import { outcomeOf } from '../course/predictions/outcome.ts';
import { seedAt } from '../course/predictions/own-seed.ts';
import { besideTheRun, judgeSaid, type Said } from '../course/predictions/said.ts';
import { type QuantityUnit, readQuantity } from '../course/quantity.ts';
import { lesson as lessonWords } from '../messages/lesson.ts';
import { plainWords } from '../messages/plain.ts';
import { simulate } from '../simulator/run.ts';
import { folded, proseLines } from './prose.ts';
import { type Next, record, type Tutor } from './room.ts';
import { simulatorRoom } from './simulator.ts';

const words = plainWords.lesson;

/** Asks for a guess, lets the learner watch the run with a seed of their own, and tells what came of it. */
export async function predict(
  tutor: Tutor,
  lesson: string,
  { run, prediction }: BlockOf<'predict'>,
): Promise<Next> {
  const { talk, course } = tutor;
  const said = await askGuess(tutor, prediction);
  if (said === undefined) return { screen: 'map' };
  if (said === quit) return 'quit';
  const seed = seedAt(tutor.clock());
  const outcome = outcomeOf(course, { run, prediction }, seed, simulate);
  const made =
    'value' in outcome
      ? { ...judgeSaid(prediction, said, outcome.trueOnes), seed, value: outcome.value }
      : undefined;
  if (made) record(tutor, { type: 'prediction', lesson, prediction: prediction.id, ...made });
  const next = await simulatorRoom(tutor, { ...run, seed }, prediction.ask);
  if (next === 'quit') return next;
  if ('refused' in outcome) talk.say(...outcome.refused);
  if (made) {
    talk.say('', ...folded(besideTheRun(prediction, made), talk.width), '');
    talk.say(...proseLines(prediction.debrief, talk.width));
  }
  return next;
}

const quit = Symbol('quit');

/** The place of a guess, or a number with its unit; undefined where the learner leaves it. */
async function askGuess(
  { talk }: Tutor,
  { ask, guesses, number }: Prediction,
): Promise<Said | typeof quit | undefined> {
  const choices = number ? [] : guesses.map(({ text }, index) => `  ${index + 1}  ${text}`);
  talk.say('', ...folded(ask, talk.width), ...choices);
  while (true) {
    const line = await talk.ask(number ? words.guessNumber(number) : words.guess(guesses.length));
    if (line === undefined || line === 'q') return quit;
    if (line.trim() === '') return undefined;
    const said = number ? writtenNumber(line, number) : chosen(line, guesses.length);
    if (said !== undefined) return said;
    talk.say(...folded(number ? lessonWords.noNumber(number) : words.noGuess(guesses.length), talk.width));
  }
}

function writtenNumber(line: string, unit: QuantityUnit): string | undefined {
  return readQuantity(line, unit) ? line : undefined;
}

function chosen(line: string, count: number): number | undefined {
  const place = Number(line) - 1;
  return Number.isInteger(place) && place >= 0 && place < count ? place : undefined;
}
