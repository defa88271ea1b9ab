import { closedRange, type ExportFormat, everywhereLost, promptWithUnit, shareOfEach } from './format.ts';
import type { PortableAnswer, PortableChoice, PortableNumber, PortableQuestion } from './portable.ts';

/** Moodle's GIFT: one plain text file (Moodle documentation, "GIFT format"). Texts stay markdown. */
export const gift: ExportFormat<string> = {
  name: 'gift',
  losses: (question) => [
    ...everywhereLost(question),
    ...(question.hints.length > 0 ? (['hints'] as const) : []),
    ...(question.answer.kind === 'order' ? (['order'] as const) : []),
    ...(question.fixed ? (['fixed'] as const) : []),
  ],
  write: (quizzes, course) =>
    quizzes
      .flatMap(({ title, questions }) => [
        `$CATEGORY: ${step(course.title)}/${step(title)}`,
        ...questions.map(written),
      ])
      .map((part) => `${part}\n`)
      .join('\n'),
};

function written(question: PortableQuestion): string {
  const { id, explanation, answer } = question;
  const general = explanation === '' ? '' : `\n####${escaped(explanation)}`;
  return `::${escaped(id)}::[markdown]${escaped(promptWithUnit(question))} {${answerOf(answer)}${general}\n}`;
}

function answerOf(answer: PortableAnswer): string {
  switch (answer.kind) {
    case 'choices':
      return answer.several ? several(answer.choices) : one(answer.choices);
    case 'number':
      return `#\n${numberOf(answer)}`;
    case 'text':
      return answer.accepted.map((word) => `\n=${escaped(word)}`).join('');
    case 'order':
      return answer.steps.map((step, i) => `\n=${escaped(step)} -> ${i + 1}`).join('');
  }
}

function one(choices: readonly PortableChoice[]): string {
  return choices
    .map(({ text, right, feedback }) => `\n${right ? '=' : '~'}${withFeedback(text, feedback)}`)
    .join('');
}

/** Each right one is worth its part, and each wrong one costs as much as a right one at least. */
function several(choices: readonly PortableChoice[]): string {
  const right = choices.filter((choice) => choice.right).length;
  const worth = shareOfEach(right);
  return choices
    .map(
      (choice) => `\n~%${choice.right ? worth : `-${worth}`}%${withFeedback(choice.text, choice.feedback)}`,
    )
    .join('');
}

function numberOf(answer: PortableNumber): string {
  const [low, high] = closedRange(answer);
  return low === high ? `=${low}` : `=${low}..${high}`;
}

function withFeedback(text: string, feedback: string): string {
  return feedback === '' ? escaped(text) : `${escaped(text)}#${escaped(feedback)}`;
}

/** A title as a step of a category: Moodle reads no backslash there, and `//` as the sign itself. */
function step(title: string): string {
  return title.replaceAll('/', '//').replace(/\s+/g, ' ');
}

/** GIFT's own signs with a backslash, its line ends as `\n`: an empty line would end the question. */
function escaped(text: string): string {
  return text.replace(/[\\~=#{}:]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
}
