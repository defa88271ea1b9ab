import { grade, solve } from '../course/grade.ts';
import type { Answer, Question, Quiz, Remark } from '../course/model.ts';
import { openExam } from '../learner/exam.ts';
import type { KeptAnswer } from '../learner/kept-place.ts';
import type { Place } from '../learner/progress.ts';
import { type Confidence, confidences } from '../learner/schedule.ts';
import { shuffled } from '../learner/shuffled.ts';
import { hasChanged, quizzesOf, standingAnswers } from '../learner/standing.ts';
import { plainWords } from '../messages/plain.ts';
import { review as reviewWords } from '../messages/review.ts';
import { shell } from '../messages/shell.ts';
import { problemLine } from '../text/problem.ts';
import { examRoom } from './exam.ts';
import { lineForm } from './forms/all.ts';
import type { Page } from './forms/form.ts';
import { folded, proseLines } from './prose.ts';
import { explanationLines, hintLines, questionLines, remarkLines, solutionLines } from './question.ts';
import { type Next, progressOf, record, type Tutor } from './room.ts';
import { watchProof } from './simulator.ts';
import type { Talk } from './talk.ts';

const words = plainWords.quiz;
const { resume } = shell;

/** What came of one question. */
export type Outcome = 'right' | 'wrong' | 'quit';

/** A quiz from this question on; then its result, and the wrong ones again for who wants. */
export async function quizRoom(
  tutor: Tutor,
  { quiz: id, question: first, kept }: Extract<Place, { screen: 'quiz' }>,
): Promise<Next> {
  const { course, talk } = tutor;
  const quiz = quizzesOf(course).find((candidate) => candidate.id === id);
  if (quiz === undefined) return { screen: 'map' };
  const exam = openExam(quiz, progressOf(tutor));
  if (exam !== undefined) return examRoom(tutor, exam);
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
  let begun = quiz.questions[start]?.id === first ? kept : undefined;
  while (true) {
    if ((await askAll(tutor, quiz, questions, begun)) === 'quit') return 'quit';
    begun = undefined;
    const wrong = wrongOnes(tutor, quiz);
    showResult(tutor, quiz, wrong);
    if (wrong.length === 0) return { screen: 'map' };
    const answer = await talk.ask(words.askAgain);
    if (answer === undefined || answer === 'q') return 'quit';
    if (answer !== 'r') return { screen: 'map' };
    questions = wrong;
  }
}

/** @param begun what was put down for the first of them before it was left */
async function askAll(
  tutor: Tutor,
  quiz: Quiz,
  questions: readonly Question[],
  begun: KeptAnswer | undefined,
): Promise<'done' | 'quit'> {
  for (const [index, question] of questions.entries()) {
    const kept = index === 0 ? begun : undefined;
    const place = { screen: 'quiz', quiz: quiz.id, question: question.id, ...(kept && { kept }) } as const;
    record(tutor, { type: 'place', place });
    if (question.problem !== undefined) {
      tutor.talk.say('', ...questionLines(quiz, question, pageOf(tutor)));
      continue;
    }
    const outcome = await askOne(tutor, quiz, question, { kept });
    if (outcome === 'quit' || (await pauseAfter(tutor, question)) === 'quit') return 'quit';
  }
  record(tutor, { type: 'place', place: { screen: 'map' } });
  return 'done';
}

/** How a question is asked otherwise than in a quiz from its beginning. */
interface Asking {
  /** over the question, in a review */
  readonly title?: string;
  readonly asksHowSure?: boolean;
  /** what was put down before it was left */
  readonly kept?: KeptAnswer | undefined;
}

/** One question until it is answered, skipped or given up. */
export async function askOne(
  tutor: Tutor,
  quiz: Quiz,
  asked: Question,
  { title, asksHowSure = false, kept }: Asking = {},
): Promise<Outcome> {
  const { talk } = tutor;
  const progress = progressOf(tutor);
  const question = shuffled(asked, progress);
  const { asks } = question;
  const form = lineForm(asks);
  if (hasChanged(question, progress.answers.get(question.id)))
    talk.say('', ...folded(words.changed, talk.width));
  talk.say('', ...questionLines(quiz, question, pageOf(tutor), title), '');
  const left = leftFor(question, kept);
  if (left !== undefined) talk.say(...folded(resume.answer(form.words(left, asks)), talk.width));
  else if (kept !== undefined && kept.revision !== question.revision) talk.say(resume.question);
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
    const read = line === '' && left ? { answer: left } : form.read(line, asks, pageOf(tutor));
    if (read === undefined || 'complaint' in read) {
      talk.say(...(read ? folded(read.complaint, talk.width) : []));
      continue;
    }
    const { answer } = read;
    const { right, remarks } = grade(question, answer, tutor.openTopology);
    const confidence = asksHowSure ? await askHowSure(talk) : undefined;
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

/** What was put down for this question as it stands now. */
function leftFor({ asks, revision }: Question, kept: KeptAnswer | undefined): Answer | undefined {
  const answer = kept?.revision === revision ? kept?.answer : undefined;
  return answer?.form === asks.form ? answer : undefined;
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
