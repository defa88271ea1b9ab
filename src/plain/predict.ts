import type { Block } from '../course/model.ts';
import { outcomeOf } from '../course/predictions/outcome.ts';
import { seedAt } from '../course/predictions/own-seed.ts';
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
  { run, prediction }: Extract<Block, { kind: 'predict' }>,
): Promise<Next> {
  const { talk, course } = tutor;
  const guess = await askGuess(tutor, prediction);
  if (guess === undefined) return { screen: 'map' };
  if (guess === 'quit') return 'quit';
  const seed = seedAt(tutor.clock());
  const outcome = outcomeOf(course, { run, prediction }, seed, simulate);
  const text = prediction.guesses[guess]?.text ?? '';
  if ('value' in outcome) {
    const { value, trueOnes } = outcome;
    const right = trueOnes.includes(guess);
    record(tutor, { type: 'prediction', lesson, prediction: prediction.id, guess: text, right, seed, value });
  }
  const next = await simulatorRoom(tutor, { ...run, seed }, prediction.ask);
  if (next === 'quit') return next;
  if ('refused' in outcome) talk.say(...outcome.refused);
  else {
    const right = outcome.trueOnes.includes(guess);
    talk.say('', ...folded(lessonWords.youSaid(text, outcome.value, seed, right), talk.width), '');
    talk.say(...proseLines(prediction.debrief, talk.width));
  }
  return next;
}

async function askGuess(
  { talk }: Tutor,
  { ask, guesses }: Extract<Block, { kind: 'predict' }>['prediction'],
): Promise<number | 'quit' | undefined> {
  talk.say('', ...folded(ask, talk.width), ...guesses.map(({ text }, index) => `  ${index + 1}  ${text}`));
  while (true) {
    const line = await talk.ask(words.guess(guesses.length));
    if (line === undefined || line === 'q') return 'quit';
    if (line.trim() === '') return undefined;
    const guess = Number(line) - 1;
    if (guesses[guess] !== undefined) return guess;
    talk.say(words.noGuess(guesses.length));
  }
}
