import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { moodleXml } from '../../../src/course/export/moodle-xml.ts';
import { xmlText } from '../../../src/course/export/xml-text.ts';
import { type Exported, shipped, tricky } from './course.ts';

/** What Moodle's documentation says of its format ("Moodle XML format"), as far as we write it. */
const schema = `<?xml version="1.0"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="text">
    <xs:sequence><xs:element name="text" type="xs:string"/></xs:sequence>
    <xs:attribute name="format" type="format"/>
  </xs:complexType>
  <xs:simpleType name="format">
    <xs:restriction base="xs:string">
      <xs:enumeration value="html"/><xs:enumeration value="moodle_auto_format"/>
      <xs:enumeration value="plain_text"/><xs:enumeration value="markdown"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:complexType name="answer">
    <xs:choice maxOccurs="unbounded">
      <xs:element name="text" type="xs:string"/>
      <xs:element name="tolerance" type="xs:decimal"/>
      <xs:element name="feedback" type="text"/>
    </xs:choice>
    <xs:attribute name="fraction"><xs:simpleType><xs:restriction base="xs:decimal">
      <xs:minInclusive value="-100"/><xs:maxInclusive value="100"/>
    </xs:restriction></xs:simpleType></xs:attribute>
    <xs:attribute name="format" type="format"/>
  </xs:complexType>
  <xs:complexType name="subquestion">
    <xs:sequence>
      <xs:element name="text" type="xs:string"/>
      <xs:element name="answer" type="text"/>
    </xs:sequence>
    <xs:attribute name="format" type="format"/>
  </xs:complexType>
  <xs:element name="quiz"><xs:complexType><xs:sequence>
    <xs:element name="question" maxOccurs="unbounded"><xs:complexType>
      <xs:choice minOccurs="0" maxOccurs="unbounded">
        <xs:element name="category" type="text"/>
        <xs:element name="name" type="text"/>
        <xs:element name="questiontext" type="text"/>
        <xs:element name="generalfeedback" type="text"/>
        <xs:element name="single" type="xs:boolean"/>
        <xs:element name="shuffleanswers" type="xs:boolean"/>
        <xs:element name="usecase" type="xs:integer"/>
        <xs:element name="answer" type="answer"/>
        <xs:element name="subquestion" type="subquestion"/>
        <xs:element name="hint" type="text"/>
      </xs:choice>
      <xs:attribute name="type" use="required"><xs:simpleType><xs:restriction base="xs:string">
        <xs:enumeration value="category"/><xs:enumeration value="multichoice"/>
        <xs:enumeration value="numerical"/><xs:enumeration value="shortanswer"/>
        <xs:enumeration value="matching"/>
      </xs:restriction></xs:simpleType></xs:attribute>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

const writtenAs = ({ quizzes, course }: Exported) => moodleXml.write(quizzes, course);

test.each([
  ['the shipped course', shipped],
  ['signs that XML has a meaning for', tricky],
])('%s is XML as libxml reads it, and as Moodle documents it', async (_, exported) => {
  const { errors } = await validateXML({
    xml: [{ fileName: 'quiz.xml', contents: writtenAs(exported) }],
    schema: [schema],
  });
  expect(errors.map(({ message }) => message)).toEqual([]);
});

test('every text comes back from its XML', () => {
  const texts = [...writtenAs(tricky).matchAll(/<text>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  );
  const [signs] = tricky.quizzes[0]?.questions ?? [];
  expect(texts).toContain(signs?.prompt);
  if (signs?.answer.kind !== 'choices') throw new Error('the first question has no choices');
  for (const { text, feedback } of signs.answer.choices)
    expect(texts).toEqual(expect.arrayContaining([text, feedback]));
});

test('what XML has no place for is left out', () => {
  expect(xmlText('a\u0000b\u001bc\ud800d\u{1f600}<&">')).toBe('abcd\u{1f600}&lt;&amp;&quot;&gt;');
});

test('a number has its middle and how far off it may be', () => {
  expect(writtenAs(tricky)).toContain('<text>5</text><tolerance>1</tolerance>');
});
