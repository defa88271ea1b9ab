/** What becomes of a text that is imported: the questions as a course reads them, and what was said. */
import type { PortableQuestion } from '../../../src/course/export/portable.ts';
import { portableQuiz } from '../../../src/course/export/portable.ts';
import type { ImportFormat } from '../../../src/course/import/imported.ts';
import { writeQuiz } from '../../../src/course/import/write-quiz.ts';
import type { Question } from '../../../src/course/model.ts';
import { readQuiz } from '../../../src/course/quiz-reader.ts';
import type { Problem } from '../../../src/text/problem.ts';

export interface Back {
  readonly text: string;
  readonly title: string;
  readonly questions: readonly PortableQuestion[];
  readonly read: readonly Question[];
  /** `LINE: SENTENCE` */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

export async function importedBy(format: ImportFormat, source: string, id = 'back'): Promise<Back> {
  const { text, notes } = writeQuiz(await format.read(source), id);
  const { quiz, problems } = readQuiz({ file: '', path: `quizzes/${id}.md`, text });
  return {
    text,
    title: quiz.title,
    questions: portableQuiz(quiz, () => ({ topology: undefined, problems: [] })).questions,
    read: quiz.questions,
    notes: notes.map(({ line, says }) => `${line}: ${says}`),
    problems,
  };
}

/** Choices in short: `*` before the right ones, what is said in brackets. */
export function inShort({ answer }: PortableQuestion): string {
  switch (answer.kind) {
    case 'choices':
      return answer.choices
        .map(
          ({ text, right, feedback }) =>
            `${right ? '*' : ''}${text}${feedback === '' ? '' : ` (${feedback})`}`,
        )
        .join(', ');
    case 'text':
      return answer.accepted.join(' or ');
    case 'number':
      return `${answer.from ?? ''}..${answer.to ?? ''} ${answer.unit}`.trim();
    case 'order':
      return answer.steps.join(' < ');
  }
}
