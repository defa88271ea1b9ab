/** A review in lines: what is due over all quizzes, for ten minutes, with the question how sure one is. */
import type { Question, Quiz } from '../course/model.ts';
import { dueCounts, dueQuestions, dueReplays, leftToday, mostReviewsADay } from '../learner/due.ts';
import type { KeptAnswer } from '../learner/kept-place.ts';
import { calibrationIn } from '../learner/overview.ts';
import type { Place } from '../learner/progress.ts';
import { ratings } from '../learner/schedule.ts';
import { quizzesOf } from '../learner/standing.ts';
import { overview } from '../messages/overview.ts';
import { review as words } from '../messages/review.ts';
import { commandOf } from './map.ts';
import { askOne, type Outcome } from './quiz.ts';
import { type Next, progressOf, record, type Tutor } from './room.ts';
import { watchProof } from './simulator.ts';

const TEN_MINUTES = 600_000;

type ReviewPlace = Extract<Place, { screen: 'review' }>;

interface Asked {
  readonly quiz: Quiz;
  readonly question: Question;
}

/** Rounds of what is due, until nothing is or the learner has had enough. */
export async function reviewRoom(tutor: Tutor, place: ReviewPlace = { screen: 'review' }): Promise<Next> {
  const { talk } = tutor;
  let left: ReviewPlace = place;
  while (true) {
    const asked = beginningWith(left.question, dueNow(tutor));
    if (asked.length === 0) {
      talk.say('', whyNothing(tutor), ...replayLines(tutor));
      return { screen: 'map' };
    }
    if ((await askAll(tutor, asked, left.kept)) === 'quit') return 'quit';
    record(tutor, { type: 'place', place: { screen: 'map' } });
    left = { screen: 'review' };
    const more = dueNow(tutor).length;
    talk.say(...replayLines(tutor));
    if (more === 0) return { screen: 'map' };
    const line = await talk.ask(words.lines.askMore(more));
    if (line === undefined || line === 'q') return 'quit';
    if (line !== 'm') return { screen: 'map' };
  }
}

/** What a review reminds of: it is done, not asked. */
function replayLines(tutor: Tutor): string[] {
  const replays = dueReplays(tutor.course, progressOf(tutor), tutor.clock());
  if (replays.length === 0) return [];
  const lines = replays.map(({ title, place }) => `  ${title}: ${commandOf(place) ?? ''}`);
  return ['', words.doAgain, ...lines];
}

/** Every question that is due, can be asked, and fits into the day. */
function dueNow(tutor: Tutor): readonly Asked[] {
  const progress = progressOf(tutor);
  const now = tutor.clock();
  const quizzes = new Map(quizzesOf(tutor.course).map((quiz) => [quiz.id, quiz]));
  const due = dueQuestions(tutor.course, progress, now).slice(0, leftToday(progress, now));
  return due.flatMap((each) => {
    const quiz = quizzes.get(each.quiz);
    const question = quiz?.questions.find(({ id }) => id === each.question);
    return quiz && question && !question.problem ? [{ quiz, question }] : [];
  });
}

function whyNothing(tutor: Tutor): string {
  const now = tutor.clock();
  const progress = progressOf(tutor);
  const due = dueCounts(tutor.course, progress, now);
  if (due.now > 0 && leftToday(progress, now) === 0) return words.enoughToday(mostReviewsADay);
  return words.nothingDue(due.next === undefined ? undefined : due.next - now);
}

/** The same, this question first. */
function beginningWith(left: string | undefined, due: readonly Asked[]): readonly Asked[] {
  const isFirst = ({ question }: Asked): boolean => question.id === left;
  return [...due.filter(isFirst), ...due.filter((each) => !isFirst(each))];
}

/** @param begun what was put down for the first of them before it was left */
async function askAll(
  tutor: Tutor,
  asked: readonly Asked[],
  begun: KeptAnswer | undefined,
): Promise<'done' | 'quit'> {
  const began = tutor.clock();
  const until = began + TEN_MINUTES;
  let right = 0;
  let done = 0;
  for (const [index, { quiz, question }] of asked.entries()) {
    if (tutor.clock() >= until) break;
    const title = words.lines.question(index + 1, asked.length, quiz.title);
    const kept = index === 0 ? begun : undefined;
    record(tutor, {
      type: 'place',
      place: { screen: 'review', question: question.id, ...(kept && { kept }) },
    });
    const outcome = await askUntilKept(tutor, quiz, question, title, kept);
    if (outcome === 'quit') return 'quit';
    done++;
    if (outcome === 'right') right++;
  }
  tutor.talk.say('', words.lines.done(right, done));
  const { answers } = progressOf(tutor);
  const given = asked.slice(0, done).flatMap(({ question }) => answers.get(question.id) ?? []);
  const said = calibrationIn(given.filter(({ at }) => at >= began));
  if (said.length > 0) tutor.talk.say(overview.inLines.calibration(said));
  if (done < asked.length) tutor.talk.say(words.left(asked.length - done));
  return 'done';
}

/** The question, and once more as often as its answer is taken back. */
async function askUntilKept(
  tutor: Tutor,
  quiz: Quiz,
  question: Question,
  title: string,
  kept: KeptAnswer | undefined,
): Promise<Outcome> {
  while (true) {
    const outcome = await askOne(tutor, quiz, question, { title, asksHowSure: true, kept });
    if (outcome === 'quit') return 'quit';
    const after = await pauseAfter(tutor, question);
    if (after !== 'again') return after === 'quit' ? 'quit' : outcome;
  }
}

/** Time to read, to say how well it was known, to take the answer back, to see the proof. */
async function pauseAfter(tutor: Tutor, question: Question): Promise<'next' | 'again' | 'quit'> {
  const { talk } = tutor;
  while (true) {
    const answer = progressOf(tutor).answers.get(question.id);
    if (answer) talk.say(words.comesBack(answer.schedule.due - answer.schedule.at, answer.rating));
    const line = await talk.ask(words.lines.askNext(question.proof !== undefined));
    if (line === undefined || line === 'q') return 'quit';
    const rating = /^[1-4]$/.test(line) ? ratings[Number(line) - 1] : undefined;
    const event = answer && { question: question.id, of: answer.at };
    if (line === 'u' && event) {
      record(tutor, { type: 'undo', ...event });
      talk.say(words.lines.undone);
      return 'again';
    }
    if (rating && event) record(tutor, { type: 'rating', ...event, rating });
    else if (line === 'w' && question.proof) watchProof(tutor, question.proof);
    else return 'next';
  }
}
