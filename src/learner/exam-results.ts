import { drawnQuestions } from '../course/exam.ts';
import { grade } from '../course/grade.ts';
import type { Question } from '../course/model.ts';
import type { OpenTopology } from '../course/topologies.ts';
import type { OpenExam } from './exam.ts';
import type { ExamAnswer, ExamProgress, ExamResult } from './progress.ts';

/** What is answered so far, as it is judged when the attempt is closed. What was not answered is wrong. */
export function examResults(
  { quiz, exam }: OpenExam,
  { begun, answers }: ExamProgress,
  openTopology: OpenTopology,
): readonly ExamResult[] {
  const given = new Map(answers);
  return drawnQuestions(quiz, exam, begun).map((question) => {
    const { id, revision } = question;
    const said = standing(question, given.get(id));
    if (said === undefined) return { question: id, revision, answer: undefined, right: false, hints: 0 };
    const { answer, hints } = said;
    return { question: id, revision, answer, right: grade(question, answer, openTopology).right, hints };
  });
}

/** An answer to the question as it stands now. */
function standing({ revision, asks }: Question, said: ExamAnswer | undefined): ExamAnswer | undefined {
  return said?.revision === revision && said.answer.form === asks.form ? said : undefined;
}
