import type { Answer, Grade, Question, Solution } from './model.ts';
import { questionType } from './question-types/all.ts';
import type { Accepted } from './question-types/question-type.ts';
import { stopsIn } from './stops.ts';
import type { OpenTopology } from './topologies.ts';

/** Judges an answer. A question that cannot be asked is never right. */
export function grade(question: Question, answer: Answer, openTopology: OpenTopology): Grade {
  const type = question.problem ? undefined : questionType(question.type);
  const asked = settled(question, openTopology);
  return type?.grade(asked, answer) ?? { right: false, remarks: [] };
}

/** The right answer and what there is to say to it; undefined for a question that cannot be asked. */
export function solve(question: Question, openTopology: OpenTopology): Solution | undefined {
  const type = question.problem ? undefined : questionType(question.type);
  return type?.solve(settled(question, openTopology));
}

/** All that is right, where that is more than one answer. */
export function accepted(question: Question): Accepted | undefined {
  return question.problem ? undefined : questionType(question.type)?.accepts(question);
}

/** Whether its author says something to certain numbers or orders. */
export function saysToAnswers(question: Question): boolean {
  return questionType(question.type)?.saysToAnswers(question) ?? false;
}

/** The question with what the simulator has to find for it: at once where the course was built with it. */
export function settled(question: Question, openTopology: OpenTopology): Question {
  return questionType(question.type)?.settle(question, stopsIn(openTopology)) ?? question;
}
