/**
 * IMS QTI 2.1 as a content package (IMS QTI 2.1, "Integration Guide"; IMS Content Packaging 1.1.4): an item for each
 * question, a test for each quiz, and a manifest at the top. A zip, since that is what a learning platform takes.
 */
import { plain } from '../../text/plain-text.ts';
import { type ExportFormat, everywhereLost } from './format.ts';
import type { PortableQuestion, PortableQuiz } from './portable.ts';
import { QTI_ROOT, qtiItem } from './qti-item.ts';
import { xmlText } from './xml-text.ts';
import { type ZipEntry, zip } from './zip.ts';

export const qti: ExportFormat<Uint8Array> = {
  name: 'qti',
  losses: (question) => [
    ...everywhereLost(question),
    ...(question.hints.length > 0 ? (['hints'] as const) : []),
  ],
  write: (quizzes, course) => zip(qtiPackage(quizzes, course.id)),
};

/** The files of the package, the manifest first. */
export function qtiPackage(quizzes: readonly PortableQuiz[], course: string): readonly ZipEntry[] {
  const taken = new Set<string>();
  const parts = quizzes.map((quiz) => ({
    quiz,
    id: identifier(quiz.id, 'quiz', taken),
    items: quiz.questions.map((question) => ({ question, id: identifier(question.id, 'question', taken) })),
  }));
  const files = parts.flatMap(({ quiz, id, items }) => [
    { path: testPath(id), text: testOf(quiz.title, id, items) },
    ...items.map((item) => ({ path: itemPath(item.id), text: qtiItem(item.question, item.id) })),
  ]);
  const resources = parts.flatMap(({ id, items }) => [
    resource(
      id,
      'imsqti_test_xmlv2p1',
      testPath(id),
      items.map((item) => item.id),
    ),
    ...items.map((item) => resource(item.id, 'imsqti_item_xmlv2p1', itemPath(item.id), [])),
  ]);
  const manifest = {
    path: 'imsmanifest.xml',
    text: manifestOf(identifier(course, 'course', taken), resources),
  };
  return [manifest, ...files].map(({ path, text }) => ({ path, text: plain(text) }));
}

interface Item {
  readonly question: PortableQuestion;
  readonly id: string;
}

/** An id as an XML name without a colon, and of a file: another kind before it where it would begin with a digit. */
function identifier(id: string, kind: string, taken: Set<string>): string {
  const name = id.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60);
  const own = /^[A-Za-z_]/.test(name) ? name : `${kind}-${name}`;
  let free = own;
  // names that differ by capitals alone are one file to some disks
  for (let i = 2; taken.has(free.toLowerCase()); i++) free = `${own}-${i}`;
  taken.add(free.toLowerCase());
  return free;
}

function itemPath(id: string): string {
  return `items/${id}.xml`;
}

function testPath(id: string): string {
  return `tests/${id}.xml`;
}

function testOf(title: string, id: string, items: readonly Item[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<assessmentTest ${QTI_ROOT} identifier="${id}" title="${xmlText(title)}">`,
    '<testPart identifier="part-1" navigationMode="nonlinear" submissionMode="individual">',
    `<assessmentSection identifier="section-1" title="${xmlText(title)}" visible="true">`,
    ...items.map((item) => `<assessmentItemRef identifier="${item.id}" href="../${itemPath(item.id)}"/>`),
    '</assessmentSection>',
    '</testPart>',
    '</assessmentTest>',
    '',
  ].join('\n');
}

function resource(id: string, type: string, path: string, uses: readonly string[]): string {
  return [
    `<resource identifier="R-${id}" type="${type}" href="${path}">`,
    `<file href="${path}"/>`,
    ...uses.map((used) => `<dependency identifierref="R-${used}"/>`),
    '</resource>',
  ].join('\n');
}

function manifestOf(id: string, resources: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="M-${id}">`,
    '<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>',
    '<organizations/>',
    '<resources>',
    ...resources,
    '</resources>',
    '</manifest>',
    '',
  ].join('\n');
}
