/** A question as an item of IMS QTI 2.1 (Information Model). */
import { offeredSteps, promptWithUnit } from './format.ts';
import type { PortableAnswer, PortableChoice, PortableNumber, PortableQuestion } from './portable.ts';
import { xhtml } from './xhtml.ts';
import { xmlText } from './xml-text.ts';

const NAMESPACE = 'http://www.imsglobal.org/xsd/imsqti_v2p1';

/** The attributes of every root. */
export const QTI_ROOT = [
  `xmlns="${NAMESPACE}"`,
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  `xsi:schemaLocation="${NAMESPACE} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"`,
].join(' ');

/** @param id a name of XML without a colon, of its own in the package */
export function qtiItem(question: PortableQuestion, id: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<assessmentItem ${QTI_ROOT} identifier="${id}" title="${id}" adaptive="false" timeDependent="false">`,
    responseDeclaration(question.answer),
    '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float">',
    '<defaultValue><value>0</value></defaultValue>',
    '</outcomeDeclaration>',
    '<outcomeDeclaration identifier="FEEDBACK" cardinality="multiple" baseType="identifier"/>',
    `<itemBody>${xhtml(promptWithUnit(question))}${interaction(question)}</itemBody>`,
    `<responseProcessing>${scored(question.answer)}${told(question)}</responseProcessing>`,
    ...feedback(question),
    '</assessmentItem>',
    '',
  ].join('\n');
}

/** What is told after every answer. */
const EXPLANATION = 'EXPLANATION';

function choiceId(index: number): string {
  return `C${index + 1}`;
}

function responseDeclaration(answer: PortableAnswer): string {
  const { cardinality, baseType } = formOf(answer);
  const right = rightValues(answer).map((value) => `<value>${xmlText(value)}</value>`);
  return [
    `<responseDeclaration identifier="RESPONSE" cardinality="${cardinality}" baseType="${baseType}">`,
    `<correctResponse>${right.join('')}</correctResponse>`,
    ...(answer.kind === 'text' ? [mapping(answer.accepted)] : []),
    '</responseDeclaration>',
  ].join('\n');
}

function formOf(answer: PortableAnswer): { readonly cardinality: string; readonly baseType: string } {
  switch (answer.kind) {
    case 'choices':
      return { cardinality: answer.several ? 'multiple' : 'single', baseType: 'identifier' };
    case 'order':
      return { cardinality: 'ordered', baseType: 'identifier' };
    case 'number':
      return { cardinality: 'single', baseType: 'float' };
    case 'text':
      return { cardinality: 'single', baseType: 'string' };
  }
}

function rightValues(answer: PortableAnswer): readonly string[] {
  switch (answer.kind) {
    case 'choices':
      return answer.choices.flatMap(({ right }, index) => (right ? [choiceId(index)] : []));
    case 'order':
      return answer.steps.map((step) => choiceId(offeredSteps(answer.steps).indexOf(step)));
    case 'number':
      return [String(oneOf(answer))];
    case 'text':
      return answer.accepted.slice(0, 1);
  }
}

/** A number in the middle of the range, or at its only end. */
function oneOf({ from, to }: PortableNumber): number {
  const [low, high] = [from ?? to ?? 0, to ?? from ?? 0];
  return Number(((low + high) / 2).toPrecision(12));
}

/** Every spelling is worth as much; capitals don't matter. */
function mapping(accepted: readonly string[]): string {
  const entries = accepted.map(
    (word) => `<mapEntry mapKey="${xmlText(word)}" mappedValue="1" caseSensitive="false"/>`,
  );
  return `<mapping defaultValue="0">${entries.join('')}</mapping>`;
}

function interaction({ answer, fixed }: PortableQuestion): string {
  switch (answer.kind) {
    case 'choices': {
      const most = answer.several ? 0 : 1;
      return `<choiceInteraction responseIdentifier="RESPONSE" shuffle="${!fixed}" maxChoices="${most}">${simpleChoices(answer.choices.map(({ text }) => text))}</choiceInteraction>`;
    }
    case 'order':
      return `<orderInteraction responseIdentifier="RESPONSE" shuffle="true">${simpleChoices(offeredSteps(answer.steps))}</orderInteraction>`;
    case 'number':
    case 'text':
      return '<p><textEntryInteraction responseIdentifier="RESPONSE" expectedLength="20"/></p>';
  }
}

function simpleChoices(texts: readonly string[]): string {
  return texts
    .map((text, index) => `<simpleChoice identifier="${choiceId(index)}">${xhtml(text)}</simpleChoice>`)
    .join('');
}

const response = '<variable identifier="RESPONSE"/>';

/** One point for what is right. */
function scored(answer: PortableAnswer): string {
  if (answer.kind === 'text')
    return `<setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"/></setOutcomeValue>`;
  const right =
    answer.kind === 'number' ? inRange(answer) : `<match>${response}<correct identifier="RESPONSE"/></match>`;
  const point =
    '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>';
  return `<responseCondition><responseIf>${right}${point}</responseIf></responseCondition>`;
}

function inRange({ from, to }: PortableNumber): string {
  const than = (name: 'gte' | 'lte', end: number | null): string =>
    end === null ? '' : `<${name}>${response}<baseValue baseType="float">${end}</baseValue></${name}>`;
  return `<and>${than('gte', from)}${than('lte', to)}</and>`;
}

/** Which feedback is shown: a choice's own has its name. */
function told({ answer, explanation }: PortableQuestion): string {
  const parts = [
    ...(answer.kind === 'choices' ? [response] : []),
    ...(explanation === '' ? [] : [`<baseValue baseType="identifier">${EXPLANATION}</baseValue>`]),
  ];
  if (parts.length === 0) return '';
  return `<setOutcomeValue identifier="FEEDBACK"><multiple>${parts.join('')}</multiple></setOutcomeValue>`;
}

function feedback({ answer, explanation }: PortableQuestion): readonly string[] {
  const choices: readonly PortableChoice[] = answer.kind === 'choices' ? answer.choices : [];
  return [
    ...choices.flatMap(({ feedback }, index) =>
      feedback === '' ? [] : [modalFeedback(choiceId(index), feedback)],
    ),
    ...(explanation === '' ? [] : [modalFeedback(EXPLANATION, explanation)]),
  ];
}

function modalFeedback(id: string, text: string): string {
  return `<modalFeedback outcomeIdentifier="FEEDBACK" identifier="${id}" showHide="show">${xhtml(text)}</modalFeedback>`;
}
