/** An exam in lines: questions in any order, answers that are taken down and not judged, and a clock. */
import { drawnQuestions } from '../course/exam.ts';
import type { Answer, Question } from '../course/model.ts';
import { heardAt, type OpenExam, timeLeft } from '../learner/exam.ts';
import { examResults } from '../learner/exam-results.ts';
import type { ExamProgress } from '../learner/progress.ts';
import { shuffled } from '../learner/shuffled.ts';
import { examWords as words } from '../messages/exam.ts';
import { lineForm } from './forms/all.ts';
import { folded, proseLines } from './prose.ts';
import { hintLines, questionLines } from './question.ts';
import { type Next, progressOf, record, type Tutor } from './room.ts';

/** how often the clock is looked at while a line is waited for, in milliseconds: it may be set back meanwhile */
const glance = 1_000;

/** Tells the rules, and begins or goes on. */
export async function examRoom(tutor: Tutor, open: OpenExam): Promise<Next> {
  const { talk } = tutor;
  const { quiz, exam, attempt } = open;
  if (open.running === undefined) {
    const asked = Math.min(exam.draw ?? quiz.questionIds.length, quiz.questionIds.length);
    const rules = words.rules(asked, exam.minutes, attempt, exam.attempts, exam.hints);
    talk.say('', quiz.title, '', ...proseLines(quiz.intro, talk.width));
    talk.say(...rules.flatMap((rule) => folded(rule, talk.width)), '');
    const line = await talk.ask(words.lines.begin);
    if (line === undefined || line === 'q') return 'quit';
    if (line !== '') return { screen: 'map' };
    record(tutor, { type: 'exam-begun', quiz: quiz.id });
  }
  return new Sitting(tutor, open).run();
}

type Turn = 'next' | 'back' | 'end' | 'quit';

class Sitting {
  readonly #tutor: Tutor;
  readonly #open: OpenExam;
  readonly #questions: readonly Question[];
  #clock: ExamProgress;

  constructor(tutor: Tutor, open: OpenExam) {
    this.#tutor = tutor;
    this.#open = open;
    this.#clock = this.#progress;
    const progress = progressOf(tutor);
    const drawn = drawnQuestions(open.quiz, open.exam, this.#clock.begun);
    this.#questions = drawn.map((question) => shuffled(question, progress));
  }

  async run(): Promise<Next> {
    const { talk } = this.#tutor;
    if (this.#open.running !== undefined) talk.say('', words.goesOn(this.#leftWords()));
    const open = this.#questions.findIndex(({ id }) => this.#answerTo(id) === undefined);
    for (let at = Math.max(0, open); ; ) {
      const question = this.#questions[at];
      const turn = question === undefined || this.#timeLeft() === 0 ? 'end' : await this.#ask(question, at);
      if (turn === 'quit') return 'quit';
      if (turn === 'next') at = Math.min(at + 1, this.#questions.length - 1);
      if (turn === 'back') at = Math.max(0, at - 1);
      if (turn === 'end' && (this.#timeLeft() === 0 || (await this.#isSure()))) return this.#close();
    }
  }

  /** One question; each answer takes the place of the one before. */
  async #ask(question: Question, at: number): Promise<Turn> {
    const { talk, openTopology } = this.#tutor;
    const { quiz, exam } = this.#open;
    const { asks } = question;
    const form = lineForm(asks);
    const page = { width: talk.width, openTopology };
    const title = words.status(at + 1, this.#questions.length, this.#leftWords());
    talk.say('', ...questionLines(quiz, question, page, title), '');
    const before = this.#answerTo(question.id);
    if (before !== undefined) talk.say(...folded(words.answered(form.words(before, asks)), talk.width));
    let hints = 0;
    while (true) {
      const line = await this.#line(words.lines.ask(form.ask(asks), exam.hints));
      if (line === undefined || line === 'q') return 'quit';
      if (this.#timeLeft() === 0 || line === 'e') return 'end';
      if (line === 'n' || line === '') return 'next';
      if (line === 'b') return 'back';
      if (line === 'h' && exam.hints) {
        talk.say(...hintLines(question, hints, talk.width));
        hints = Math.min(hints + 1, question.hints.length);
        continue;
      }
      const read = form.read(line, asks, page);
      if (read === undefined || 'complaint' in read) {
        talk.say(...(read ? folded(read.complaint, talk.width) : []));
        continue;
      }
      const { id, revision } = question;
      record(this.#tutor, {
        type: 'exam-answer',
        quiz: quiz.id,
        question: id,
        revision,
        answer: read.answer,
        hints,
      });
      talk.say(words.taken);
      return at === this.#questions.length - 1 ? 'end' : 'next';
    }
  }

  /** Asks before an exam with open questions, or without any, is closed. */
  async #isSure(): Promise<boolean> {
    const open = this.#questions.filter(({ id }) => this.#answerTo(id) === undefined).length;
    const line = await this.#line(words.lines.end(words.open(open)));
    return line === 'y' || this.#timeLeft() === 0;
  }

  #close(): Next {
    const { talk, openTopology } = this.#tutor;
    const { quiz } = this.#open;
    const results = examResults(this.#open, this.#progress, openTopology);
    const isOver = this.#timeLeft() === 0;
    record(this.#tutor, { type: 'exam-ended', quiz: quiz.id, results });
    const right = results.filter((result) => result.right).length;
    talk.say('', isOver ? words.timeOver : words.closed, words.result(right, results.length));
    talk.say(...folded(words.look, talk.width), words.handIn(words.yourName));
    return { screen: 'map' };
  }

  /** A line, while the clock is looked at. */
  async #line(prompt: string): Promise<string | undefined> {
    const timer = setInterval(() => this.#timeLeft(), glance);
    try {
      return await this.#tutor.talk.ask(prompt);
    } finally {
      clearInterval(timer);
    }
  }

  get #progress(): ExamProgress {
    const { quiz } = this.#open;
    const progress = progressOf(this.#tutor).exams.get(quiz.id);
    const now = this.#tutor.clock();
    return progress ?? { attempt: 1, begun: now, heard: now, used: 0, answers: [], ended: false };
  }

  #answerTo(question: string): Answer | undefined {
    return new Map(this.#progress.answers).get(question)?.answer;
  }

  /** Milliseconds, after a look at the clock. */
  #timeLeft(): number {
    this.#clock = heardAt(this.#clock, this.#tutor.clock());
    return timeLeft(this.#open.exam, this.#clock, this.#clock.heard);
  }

  #leftWords(): string {
    return words.left(this.#timeLeft() / 1000);
  }
}
