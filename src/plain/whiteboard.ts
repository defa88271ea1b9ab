import type { Token } from 'marked';
import type { Whiteboard } from '../course/page-blocks.ts';
import { whiteboardWords as words } from '../messages/whiteboard.ts';
import { folded, proseLines } from './prose.ts';
import { type Next, record, type Tutor } from './room.ts';

/** Lets the learner explain aloud against the clock, then grade it; what came of it is written down as their own count. */
export async function whiteboardRoom(
  tutor: Tutor,
  lesson: string,
  { id, ask, minutes, points, mentor }: Whiteboard,
): Promise<Next> {
  const { talk } = tutor;
  const back: Next = { screen: 'map' };
  talk.say('', ...folded(ask, talk.width), '', ...folded(words.begin(minutes), talk.width));
  const start = await talk.ask(words.plain.start);
  if (start === undefined || start === 'q') return 'quit';
  if (start !== '') return back;
  const begun = tutor.clock();
  if ((await talk.ask(words.plain.done)) === undefined) return 'quit';
  const seconds = Math.max(0, Math.floor((tutor.clock() - begun) / 1000));
  const limit = minutes * 60;
  talk.say(words.plain.took(seconds, limit), '', ...folded(words.tick, talk.width));
  let covered = 0;
  const missed: (readonly Token[])[] = [];
  for (const point of points) {
    talk.say('', ...proseLines(point, talk.width));
    const said = await yesOrNo(tutor, words.plain.said);
    if (said === undefined) return 'quit';
    if (said) covered++;
    else missed.push(point);
  }
  const answered = await answeredOf(tutor, mentor);
  if (answered === undefined) return 'quit';
  const graded = { covered, points: points.length, answered, questions: mentor.length, seconds, limit };
  record(tutor, { type: 'explanation', lesson, whiteboard: id, ...graded });
  talk.say('', ...folded(words.result(graded), talk.width));
  talk.say(missed.length === 0 ? words.nothingMissed : words.missed);
  for (const point of missed) talk.say(...proseLines(point, talk.width - 2).map((line) => `  ${line}`));
  return back;
}

/** How many of the mentor's questions were answered; undefined where the input ended. */
async function answeredOf(tutor: Tutor, mentor: Whiteboard['mentor']): Promise<number | undefined> {
  const { talk } = tutor;
  let answered = 0;
  for (const [index, { ask, answer }] of mentor.entries()) {
    talk.say('', words.mentorAsks(index + 1, mentor.length), ...proseLines(ask, talk.width));
    if ((await talk.ask(words.plain.answer)) === undefined) return undefined;
    talk.say(words.mightHaveSaid, ...proseLines(answer, talk.width));
    const knew = await yesOrNo(tutor, words.plain.knew);
    if (knew === undefined) return undefined;
    if (knew) answered++;
  }
  return answered;
}

async function yesOrNo({ talk }: Tutor, prompt: string): Promise<boolean | undefined> {
  while (true) {
    const line = await talk.ask(prompt);
    if (line === undefined || line === 'q') return undefined;
    if (/^y(?:es)?$/i.test(line)) return true;
    if (/^no?$/i.test(line)) return false;
    talk.say(words.plain.yesOrNo);
  }
}
