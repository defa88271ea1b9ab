import { closedRange, type ExportFormat, everywhereLost, promptWithUnit, shareOfEach } from './format.ts';
import type { PortableAnswer, PortableNumber, PortableQuestion } from './portable.ts';
import { xmlText } from './xml-text.ts';

/** Moodle's own XML (Moodle documentation, "Moodle XML format"). Texts stay markdown. */
export const moodleXml: ExportFormat<string> = {
  name: 'moodle-xml',
  losses: (question) => [
    ...everywhereLost(question),
    ...(question.answer.kind === 'order' ? (['order'] as const) : []),
  ],
  write: (quizzes, course) =>
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<quiz>',
      ...quizzes.flatMap(({ title, questions }) => [
        category(course.title, title),
        ...questions.map(written),
      ]),
      '</quiz>',
      '',
    ].join('\n'),
};

function category(course: string, quiz: string): string {
  const path = ['$course$', course, quiz].map((part) => part.replaceAll('/', '//')).join('/');
  return `<question type="category">${plainField('category', path)}</question>`;
}

function written(question: PortableQuestion): string {
  const { id, explanation, hints } = question;
  return [
    `<question type="${typeOf(question.answer)}">`,
    plainField('name', id),
    markdownField('questiontext', promptWithUnit(question)),
    markdownField('generalfeedback', explanation),
    ...answerOf(question),
    ...hints.map((hint) => markdownField('hint', hint)),
    '</question>',
  ].join('\n');
}

function typeOf(answer: PortableAnswer): string {
  return { choices: 'multichoice', number: 'numerical', text: 'shortanswer', order: 'matching' }[answer.kind];
}

function answerOf({ answer, fixed }: PortableQuestion): readonly string[] {
  switch (answer.kind) {
    case 'choices':
      return [
        `<single>${!answer.several}</single>`,
        `<shuffleanswers>${!fixed}</shuffleanswers>`,
        ...choices(answer),
      ];
    case 'number':
      return [numerical(answer)];
    case 'text':
      return [
        '<usecase>0</usecase>',
        ...answer.accepted.map((word) => answerField(100, plainField('', word), '')),
      ];
    case 'order':
      return ['<shuffleanswers>true</shuffleanswers>', ...answer.steps.map(subquestion)];
  }
}

function choices({ several, choices: all }: Extract<PortableAnswer, { kind: 'choices' }>): string[] {
  const right = all.filter((choice) => choice.right).length;
  const worth = several ? shareOfEach(right) : 100;
  const wrong = several ? -worth : 0;
  return all.map((choice) =>
    answerField(choice.right ? worth : wrong, textField(choice.text), choice.feedback, 'markdown'),
  );
}

function numerical(answer: PortableNumber): string {
  const [low, high] = closedRange(answer);
  const tolerance = `<tolerance>${Number(((high - low) / 2).toPrecision(12))}</tolerance>`;
  return answerField(100, `${textField(String(Number(((low + high) / 2).toPrecision(12))))}${tolerance}`, '');
}

function subquestion(step: string, index: number): string {
  return `<subquestion format="markdown">${textField(step)}<answer>${textField(String(index + 1))}</answer></subquestion>`;
}

function answerField(fraction: number, inside: string, feedback: string, format = 'plain_text'): string {
  return `<answer fraction="${fraction}" format="${format}">${inside}${markdownField('feedback', feedback)}</answer>`;
}

function markdownField(name: string, text: string): string {
  return `<${name} format="markdown">${textField(text)}</${name}>`;
}

function plainField(name: string, text: string): string {
  return name === '' ? textField(text) : `<${name}>${textField(text)}</${name}>`;
}

function textField(text: string): string {
  return `<text>${xmlText(text)}</text>`;
}
