import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { qti, qtiPackage } from '../../../src/course/export/qti.ts';
import { xhtml } from '../../../src/course/export/xhtml.ts';
import { shipped, tricky } from './course.ts';
import { manifestSchema, qtiSchema } from './qti-schema.ts';

async function faults(schema: string, files: readonly { readonly path: string; readonly text: string }[]) {
  const xml = files.map(({ path, text }) => ({ fileName: path.replaceAll('/', '-'), contents: text }));
  const { errors } = await validateXML({ xml, schema: [schema] });
  return errors.map(({ rawMessage }) => rawMessage);
}

test.each([
  ['the shipped course', shipped],
  ['signs that XML has a meaning for', tricky],
])('%s is items, tests and a manifest as the specification has them', async (_, { quizzes, course }) => {
  const [manifest, ...files] = qtiPackage(quizzes, course.id);
  if (manifest === undefined) throw new Error('no manifest');
  expect(await faults(qtiSchema, files)).toEqual([]);
  expect(await faults(manifestSchema, [manifest])).toEqual([]);
  const listed = [...manifest.text.matchAll(/<file href="([^"]*)"/g)].map(([, path]) => path);
  expect(listed).toEqual(files.map(({ path }) => path));
  const questions = quizzes.flatMap((quiz) => quiz.questions);
  expect(files.filter(({ path }) => path.startsWith('items/'))).toHaveLength(questions.length);
});

test('the schema itself knows what is wrong', async () => {
  const [, , item] = qtiPackage(tricky.quizzes, 'hard');
  const text = item?.text
    .replace('cardinality="single"', 'cardinality="one"')
    .replace('<p>', '<q>')
    .replace('</p>', '</q>');
  const found = (await faults(qtiSchema, [{ path: 'a.xml', text: text ?? '' }])).join('\n');
  expect(found).toMatch(/cardinality[\s\S]*\}q'/);
});

/** The item of a question of the hard quiz. */
function itemOf(id: string): string {
  const files = qtiPackage(tricky.quizzes, 'hard');
  return files.find(({ path }) => path === `items/${id}.xml`)?.text ?? '';
}

test('what is right, for each kind of answer', () => {
  expect(itemOf('signs')).toContain('<correctResponse><value>C1</value></correctResponse>');
  expect(itemOf('signs')).toMatch(/<modalFeedback [^>]*identifier="C2"[^>]*><p>No -&gt; not that/);
  expect(itemOf('window')).toMatch(/<gte>.*>4<.*<lte>.*>6</);
  expect(itemOf('window')).toContain('How long? (in s)');
  expect(itemOf('word')).toMatch(/mapKey="round robin".*mapKey="rr"/);
  const [, order = ''] = /<correctResponse>(.*)<\/correctResponse>/.exec(itemOf('steps')) ?? [];
  const right = [...order.matchAll(/<value>(\w+)<\/value>/g)].map(
    ([, id]) => new RegExp(`identifier="${id}"><p>(\\w+)`).exec(itemOf('steps'))?.[1],
  );
  expect(right).toEqual(['first', 'second', 'third']);
});

test('markdown becomes the part of XHTML that QTI has', () => {
  expect(
    xhtml(
      '# A\n\n**b** *c* `d<` [e](http://f.org?g=1&h=2 "i") [j](k.md) [l](javascript:m)  \nh &amp; <i>\n\n| j |\n|:-:|\n| k |',
    ),
  ).toBe(
    '<p><strong>A</strong></p><p><strong>b</strong> <em>c</em> <code>d&lt;</code> <a href="http://f.org?g=1&amp;h=2">e</a> j l<br/>h &amp; &lt;i&gt;</p>' +
      '<table><thead><tr><th>j</th></tr></thead><tbody><tr><td>k</td></tr></tbody></table>',
  );
  expect(xhtml('- a\n- [ ] b\n\n> c\n\n```\n<d>\n```\n\n![e](f.png)')).toBe(
    '<ul><li>a</li><li>[ ] b</li></ul><blockquote><p>c</p></blockquote><pre><code>&lt;d&gt;</code></pre><p>e</p>',
  );
});

test('the archive holds each file whole, and the same bytes each time', () => {
  const { quizzes, course } = tricky;
  const bytes = Buffer.from(qti.write(quizzes, course));
  expect(bytes.equals(Buffer.from(qti.write(quizzes, course)))).toBe(true);
  expect(unzipped(bytes)).toEqual(qtiPackage(quizzes, course.id));
});

/** Files by the central directory (PKWARE APPNOTE 4.3.12, 4.3.16), their sums checked bit by bit. */
function unzipped(bytes: Buffer): { readonly path: string; readonly text: string }[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const name = bytes.readUInt16LE(at + 28);
    const file = bytes.readUInt32LE(at + 42);
    const begin = file + 30 + bytes.readUInt16LE(file + 26) + bytes.readUInt16LE(file + 28);
    const text = inflateRawSync(bytes.subarray(begin, begin + bytes.readUInt32LE(at + 20)));
    expect(checksum(text)).toBe(bytes.readUInt32LE(at + 16));
    expect(text.length).toBe(bytes.readUInt32LE(at + 24));
    const path = bytes.toString('utf8', at + 46, at + 46 + name);
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    return { path, text: text.toString('utf8') };
  });
}

function checksum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes)
    for (let bit = 0; bit < 8; bit++) sum = ((sum ^ (byte >>> bit)) & 1 ? 0xedb88320 : 0) ^ (sum >>> 1);
  return ~sum >>> 0;
}
