import type { Answer, Course, Question, Quiz, Stage } from '../../course/model.ts';
import type { AnswerRecord } from '../../learner/record.ts';
import { answerTo } from '../../learner/stored-answer.ts';
import { plainWords } from '../../markdown/words.ts';
import { lineForm } from '../../plain/forms/all.ts';

/** An answer with what the course says of its question; a question that is gone has only its id. */
export interface ToldAnswer extends AnswerRecord {
  readonly stage: Stage | undefined;
  readonly inQuiz: Quiz | undefined;
  readonly asked: Question | undefined;
  /** the question, in one line */
  readonly prompt: string;
  /** the answer, in one line */
  readonly said: string;
}

/** Answers with the words of the course as it is now. */
export function toldAnswers(course: Course, answers: readonly AnswerRecord[]): readonly ToldAnswer[] {
  const known = new Map<string, Pick<ToldAnswer, 'stage' | 'inQuiz' | 'asked'>>();
  for (const stage of course.stages) {
    for (const inQuiz of stage.quizzes) {
      for (const asked of inQuiz.questions) known.set(asked.id, { stage, inQuiz, asked });
    }
  }
  return answers.map((answer) => {
    const found = known.get(answer.question) ?? { stage: undefined, inQuiz: undefined, asked: undefined };
    const prompt = found.asked ? inOneLine(plainWords(found.asked.prompt)) : '';
    return { ...answer, ...found, prompt, said: wordsOf(answer, found.asked) };
  });
}

function wordsOf({ answer, given }: AnswerRecord, asked: Question | undefined): string {
  const said = asked && answerTo(asked, answer);
  return given || said === undefined || asked === undefined ? '' : answerWords(said, asked);
}

/** What was answered, in the words of the course and in one line. */
export function answerWords(said: Answer, asked: Question): string {
  return inOneLine(wordsOfAnswer(said, asked));
}

function wordsOfAnswer(said: Answer, asked: Question): string {
  // by what they say: their numbers were others each time
  if ('items' in asked.asks) {
    const ids = said.form === 'one' ? [said.chosen] : said.form === 'some' ? said.chosen : [];
    const order = said.form === 'ordered' ? said.order : ids;
    const texts = new Map(asked.asks.items.map(({ id, text }) => [id, text]));
    return order.map((id) => texts.get(id) ?? id).join('; ');
  }
  return lineForm(asked.asks).words(said, asked.asks);
}

/** Without the breaks that an author's file has. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
