import { grade, solve } from '../course/grade.ts';
import type { Question, Quiz, Remark } from '../course/model.ts';
import { type Confidence, confidences } from '../learner/schedule.ts';
import { shuffled } from '../learner/shuffled.ts';
import { hasChanged, quizzesOf, standingAnswers } from '../learner/standing.ts';
import { plainWords } from '../messages/plain.ts';
import { review as reviewWords } from '../messages/review.ts';
import { problemLine } from '../text/problem.ts';
import { lineForm } from './forms/all.ts';
import type { Page } from './forms/form.ts';
import { folded, proseLines } from './prose.ts';
import { explanationLines, hintLines, questionLines, remarkLines, solutionLines } from './question.ts';
import { type Next, progressOf, record, type Tutor } from './room.ts';
import { watchProof } from './simulator.ts';
import type { Talk } from './talk.ts';

const words = plainWords.quiz;

/** What came of one question. */
export type Outcome = 'right' | 'wrong' | 'quit';

/** A quiz from this question on; then its result, and the wrong ones again for who wants. */
export async function quizRoom(tutor: Tutor, id: string, first: string): Promise<Next> {
  const { course, talk } = tutor;
  const quiz = quizzesOf(course).find((candidate) => candidate.id === id);
  if (quiz === undefined) return { screen: 'map' };
  if (quiz.problem !== undefined || quiz.questions.length === 0) {
    talk.say(quiz.problem ? words.cannotShow(problemLine(quiz.problem)) : words.noQuestions);
    return { screen: 'map' };
  }
  if (quiz.questions.every(({ problem }) => problem !== undefined)) {
    for (const question of quiz.questions) talk.say('', ...questionLines(quiz, question, pageOf(tutor)));
    return { screen: 'map' };
  }
  const start = Math.max(
    0,
    quiz.questions.findIndex((question) => question.id === first),
  );
  if (start === 0 && quiz.intro.length > 0) talk.say('', ...proseLines(quiz.intro, talk.width));
  let questions: readonly Question[] = quiz.questions.slice(start);
  while (true) {
    if ((await askAll(tutor, quiz, questions)) === 'quit') return 'quit';
    const wrong = wrongOnes(tutor, quiz);
    showResult(tutor, quiz, wrong);
    if (wrong.length === 0) return { screen: 'map' };
    const answer = await talk.ask(words.askAgain);
    if (answer === undefined || answer === 'q') return 'quit';
    if (answer !== 'r') return { screen: 'map' };
    questions = wrong;
  }
}

async function askAll(tutor: Tutor, quiz: Quiz, questions: readonly Question[]): Promise<'done' | 'quit'> {
  for (const question of questions) {
    record(tutor, { type: 'place', place: { screen: 'quiz', quiz: quiz.id, question: question.id } });
    if (question.problem !== undefined) {
      tutor.talk.say('', ...questionLines(quiz, question, pageOf(tutor)));
      continue;
    }
    const outcome = await askOne(tutor, quiz, question);
    if (outcome === 'quit' || (await pauseAfter(tutor, question)) === 'quit') return 'quit';
  }
  record(tutor, { type: 'place', place: { screen: 'map' } });
  return 'done';
}

/** One question until it is answered, skipped or given up; `other` says how a review asks it. */
export async function askOne(
  tutor: Tutor,
  quiz: Quiz,
  asked: Question,
  other?: { readonly title: string; readonly asksHowSure: boolean },
): Promise<Outcome> {
  const { talk } = tutor;
  const progress = progressOf(tutor);
  const question = shuffled(asked, progress);
  const { asks } = question;
  const form = lineForm(asks);
  if (hasChanged(question, progress.answers.get(question.id)))
    talk.say('', ...folded(words.changed, talk.width));
  talk.say('', ...questionLines(quiz, question, pageOf(tutor), other?.title), '');
  let hints = 0;
  while (true) {
    const line = await talk.ask(words.ask(form.ask(asks)));
    if (line === undefined || line === 'q') return 'quit';
    if (line === 'h') {
      talk.say(...hintLines(question, hints, talk.width));
      hints = Math.min(hints + 1, question.hints.length);
      continue;
    }
    const { id, revision } = question;
    const answered = { type: 'answer', quiz: quiz.id, question: id, revision, hints } as const;
    if (line === 's' || line === 'a') {
      record(tutor, { ...answered, answer: undefined, right: false, given: true });
      if (line === 's') talk.say(words.skipped);
      else talk.say(...solved(tutor, question, []), ...explanationLines(question, talk.width), '');
      return 'wrong';
    }
    const read = form.read(line, asks, pageOf(tutor));
    if (read === undefined || 'complaint' in read) {
      talk.say(...(read ? folded(read.complaint, talk.width) : []));
      continue;
    }
    const { answer } = read;
    const { right, remarks } = grade(question, answer, tutor.openTopology);
    const confidence = other?.asksHowSure ? await askHowSure(talk) : undefined;
    if (confidence === 'quit') return 'quit';
    record(tutor, { ...answered, answer, right, given: false, ...(confidence && { confidence }) });
    talk.say('', right ? words.right : words.notRight, ...remarkLines(question, remarks, talk.width));
    if (confidence === 'sure' && !right) talk.say(...folded(reviewWords.surelyWrong, talk.width));
    talk.say(
      ...(right ? [] : solved(tutor, question, remarks)),
      ...explanationLines(question, talk.width),
      '',
    );
    return right ? 'right' : 'wrong';
  }
}

async function askHowSure(talk: Talk): Promise<Confidence | 'quit'> {
  talk.say(reviewWords.howSure);
  while (true) {
    const line = await talk.ask(reviewWords.lines.askSure);
    if (line === undefined || line === 'q') return 'quit';
    const said = confidences.find((confidence) => confidence.startsWith(line.toLowerCase()));
    if (said !== undefined && line !== '') return said;
    talk.say(reviewWords.lines.onlyThese);
  }
}

/** The right answer, with what was not said before. */
function solved({ talk, openTopology }: Tutor, question: Question, said: readonly Remark[]): string[] {
  const solution = solve(question, openTopology);
  if (solution === undefined) return [];
  const isNew = ({ item }: Remark) => item === undefined || !said.some((remark) => remark.item === item);
  return solutionLines(question, { ...solution, remarks: solution.remarks.filter(isNew) }, talk.width);
}

function pageOf({ talk, openTopology }: Tutor): Page {
  return { width: talk.width, openTopology };
}

/** Time to read; the proof for who wants to see it. */
async function pauseAfter(tutor: Tutor, question: Question): Promise<'next' | 'quit'> {
  while (true) {
    const answer = await tutor.talk.ask(words.askNext(question.proof !== undefined));
    if (answer === undefined || answer === 'q') return 'quit';
    if (answer !== 'w' || question.proof === undefined) return 'next';
    watchProof(tutor, question.proof);
  }
}

function wrongOnes(tutor: Tutor, quiz: Quiz): readonly Question[] {
  const answers = standingAnswers(quiz, progressOf(tutor));
  return quiz.questions.filter(({ id, problem }) => problem === undefined && answers.get(id)?.right !== true);
}

function showResult({ talk }: Tutor, quiz: Quiz, wrong: readonly Question[]): void {
  const all = quiz.questions.filter(({ problem }) => problem === undefined).length;
  talk.say('', words.result(all - wrong.length, all));
  if (wrong.length === 0) talk.say(words.allRight);
  else talk.say(words.wrong, ...wrong.flatMap((question) => wrongLines(quiz, question, talk.width)));
}

function wrongLines(quiz: Quiz, question: Question, width: number): string[] {
  const [first = ''] = proseLines(question.prompt, width - 6);
  return [`${String(quiz.questions.indexOf(question) + 1).padStart(4)}  ${first}`];
}
