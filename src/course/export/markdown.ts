import { type ExportFormat, offeredSteps, promptWithUnit, rangeWords } from './format.ts';
import type { PortableAnswer, PortableQuestion } from './portable.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** A sheet to print, the key on a page of its own at the end. */
export const sheetWithKey: ExportFormat<string> = {
  name: 'md',
  losses: () => ['feedback'],
  write: (quizzes, course) => {
    const sheet = sheetWithoutKey.write(quizzes, course);
    const key = quizzes.flatMap(({ title, questions }) => [
      `### ${title}`,
      questions.map((question, i) => `${i + 1}. ${keyOf(question.answer)}${because(question)}`).join('\n'),
    ]);
    return `${sheet}\n---\n\n## Key\n\n${key.join('\n\n')}\n`;
  },
};

/** The same for learners. */
export const sheetWithoutKey: ExportFormat<string> = {
  name: 'md-no-key',
  losses: () => ['feedback'],
  write: (quizzes, course) =>
    [
      `# ${course.title}`,
      ...quizzes.flatMap(({ title, questions }) => [`## ${title}`, ...questions.map(asked)]),
    ]
      .map((part) => `${part}\n`)
      .join('\n'),
};

function asked(question: PortableQuestion, index: number): string {
  const { answer } = question;
  const offered =
    answer.kind === 'choices'
      ? answer.choices.map(({ text }, i) => `   ${letters[i] ?? i + 1}) ${indented(text)}`)
      : answer.kind === 'order'
        ? offeredSteps(answer.steps).map((step) => `   - [ ] ${indented(step)}`)
        : ['   ____________________'];
  return [`**${index + 1}.** ${promptWithUnit(question)}`, '', ...offered].join('\n');
}

function keyOf(answer: PortableAnswer): string {
  switch (answer.kind) {
    case 'choices':
      return answer.choices
        .flatMap(({ right }, i) => (right ? [letters[i] ?? String(i + 1)] : []))
        .join(', ');
    case 'number':
      return rangeWords(answer);
    case 'text':
      return answer.accepted.join(' or ');
    case 'order':
      return answer.steps.join('; ');
  }
}

function because({ explanation }: PortableQuestion): string {
  return explanation === '' ? '' : `: ${explanation.replace(/\n+/g, ' ')}`;
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n      ');
}
