/** A placement in lines: ten questions over all stages, and what may be skipped. */
import { nextToPlace, type Placed, placementLength } from '../learner/placement.ts';
import { adviceAfter } from '../learner/placement-advice.ts';
import { quizzesOf } from '../learner/standing.ts';
import { placement as words } from '../messages/placement.ts';
import { folded } from './prose.ts';
import { askOne } from './quiz.ts';
import { type Next, progressOf, type Tutor } from './room.ts';

/** Asks, says what may be skipped, and begins there if the learner wants. */
export async function placementRoom(tutor: Tutor): Promise<Next> {
  const { course, talk } = tutor;
  talk.say('', ...folded(words.intro, talk.width));
  let placed: readonly Placed[] = [];
  for (let at = 1; ; at++) {
    const next = nextToPlace(course, progressOf(tutor), placed);
    const quiz = quizzesOf(course).find(({ id }) => id === next?.quiz);
    if (next === undefined || quiz === undefined) break;
    const title = `${words.title}, ${words.status(at, placementLength)}`;
    const outcome = await askOne(tutor, quiz, next.question, { title, asksHowSure: false });
    if (outcome === 'quit') return 'quit';
    const { stage, question } = next;
    placed = [...placed, { stage, quiz: quiz.id, question: question.id, right: outcome === 'right' }];
  }
  if (placed.length === 0) {
    talk.say(words.nothingToAsk);
    return { screen: 'map' };
  }
  const { skip, begin, read } = adviceAfter(course, placed);
  const titles = skip.map(({ title }) => `"${title}"`);
  talk.say('', ...folded(titles.length === 0 ? words.skipNothing : words.skip(titles), talk.width));
  if (read.length > 0) talk.say(words.readAllTheSame, ...read.map(({ title }) => `  ${title}`));
  talk.say(...folded(begin ? words.begin(begin.title) : words.skipAll, talk.width));
  const line = await talk.ask(words.askBegin);
  if (line === undefined || line === 'q') return 'quit';
  return begin && line === '' ? { screen: 'lesson', lesson: begin.id, page: 0 } : { screen: 'map' };
}
