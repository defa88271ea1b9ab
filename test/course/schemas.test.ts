import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { memoryFiles } from '../../src/course/course-files.ts';
import { lintCourse } from '../../src/course/lint.ts';
import { newCourse } from '../../src/course/new-course.ts';
import { type SchemaName, schemas } from '../../src/course/schemas/all.ts';
import { editorFilesOfCourse } from '../../src/course/schemas/editor-files.ts';
import { snippets, written } from '../../src/course/schemas/snippets.ts';
import { courseYaml, tiny } from './small-course.ts';

const ajv = new Ajv({ allowUnionTypes: true });
const judges = new Map([...schemas()].map(([name, schema]) => [name, ajv.compile(schema)]));

/** What a schema says against some YAML, as an editor would; nothing where all is well. */
function against(name: SchemaName, yaml: string): string {
  const judge = judges.get(name);
  if (judge?.(parse(yaml))) return '';
  return (judge?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ');
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const filesIn = (folder: string, ending: string) =>
  readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !/readme/i.test(name))
    .map((name) => `${folder}/${name}`);
const frontMatter = (text: string) => /^---\n([\s\S]*?)\n---$/m.exec(text)?.[1] ?? '';
const blocks = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, yaml = '']) => yaml,
  );

/** Every piece of YAML of the shipped course and of a new one, with the schema that it should follow. */
function* everyPiece(): Generator<readonly [where: string, schema: SchemaName, yaml: string]> {
  const shipped = [
    ...['course.yaml'].map((path) => ({ path, text: read(path) })),
    ...['lessons', 'missions']
      .flatMap((folder) => filesIn(folder, '.yaml'))
      .map((path) => ({ path, text: read(path) })),
    ...['lessons', 'quizzes', 'missions']
      .flatMap((folder) => filesIn(folder, '.md'))
      .map((path) => ({ path, text: read(path) })),
  ];
  for (const { path, text } of [...shipped, ...newCourse()]) {
    const [folder = ''] = path.split('/');
    if (path === 'course.yaml') yield [path, 'course', text];
    else if (path.endsWith('.yaml')) yield [path, 'topology', text];
    else if (folder === 'lessons' || folder === 'quizzes' || folder === 'missions') {
      const kind = folder === 'lessons' ? 'lesson' : folder === 'quizzes' ? 'quiz' : 'mission';
      yield [path, kind, frontMatter(text)];
      const ours = ['simulate', 'predict', 'whiteboard', 'point', 'diagram', 'transcript', 'configuration'];
      for (const block of ours as SchemaName[])
        for (const yaml of blocks(text, block)) yield [`${path}, ${block}`, block, yaml];
      for (const yaml of blocks(text, 'prove'))
        yield [path, kind === 'mission' ? 'mission-proof' : 'prove', yaml];
    }
  }
  const [guide, heading] = [read('docs/authoring.md'), '## Other languages'];
  const [catalogue = '', titles = ''] = blocks(guide.slice(guide.indexOf(heading)), 'yaml');
  yield ['docs/authoring.md', 'catalogue', catalogue];
  yield ['docs/authoring.md', 'titles', titles];
  for (const path of filesIn('locales', '/course.yaml')) yield [path, 'titles', read(path)];
}

test('every shipped file follows its schema', () => {
  const pieces = [...everyPiece()];
  expect(new Set(pieces.map(([, name]) => name))).toEqual(new Set(judges.keys()));
  const wrong = pieces
    .map(([where, name, yaml]) => [where, against(name, yaml)])
    .filter(([, said]) => said !== '');
  expect(wrong).toEqual([]);
});

describe('a mistake is told by the schema', () => {
  const lesson = 'id: a\ntitle: A\n';
  const proof = 'topology: tiny\nmeasure: lost\nexpect: { 1: 0 }\n';
  test.each<[string, SchemaName, string]>([
    ['a key that is no key of a course', 'course', `${courseYaml}titel: X\n`],
    ['another format', 'course', courseYaml.replace('format: 1', 'format: 2')],
    ['a stage without an id', 'course', courseYaml.replace('- id: one', '- name: one')],
    ['a balance that HAProxy has not', 'topology', lb('balanse: roundrobin')],
    ['a balance of a slip', 'topology', lb('balance: roundrobbin')],
    ['a time without its unit', 'topology', tiny.replace('service: 10ms', 'service: x10')],
    ['a kind that there is not', 'topology', tiny.replace('app-server', 'app-sever')],
    ['a field of another kind', 'topology', tiny.replace('workers: 4', 'workers: 4, vip: x')],
    ['a rate that is too large', 'topology', tiny.replace('rate: 10', 'rate: 10000000')],
    ['traffic without a rate', 'topology', tiny.replace('rate: 10', 'clients: 10')],
    ['minutes in words', 'lesson', `${lesson}minutes: soon\n`],
    ['a draft, perhaps', 'lesson', `${lesson}draft: perhaps\n`],
    ['a lesson without a title', 'lesson', 'id: a\n'],
    ['a sentence without a section', 'catalogue', 'messages: { back: zurück }\n'],
    ['a stage in a list', 'titles', 'stages: [{ id: one, title: Eins }]\n'],
    ['a stage for a lesson', 'lesson', `${lesson}stage: one\n`],
    ['a stage that is a list', 'quiz', `${lesson}stage: [one]\n`],
    ['a mission without goals', 'mission', `${lesson}topology: tiny\n`],
    ['a goal without a sentence', 'mission', `${lesson}goals: [{ measure: lost, expect: 0 }]\n`],
    ['a play of another key', 'mission-proof', 'wins: { sets: [a=b] }\n'],
    ['a run of a bare number', 'simulate', 'topology: tiny\nfor: 60\n'],
    ['a hundred and one seeds', 'prove', `${proof}seeds: 101\n`],
    ['ranges that are no map', 'prove', proof.replace('{ 1: 0 }', '0')],
    ['a prediction without a question', 'predict', 'topology: tiny\nmeasure: lost\n'],
    ['one point to explain', 'whiteboard', 'ask: Why?\nminutes: 2\npoints: [So.]\n'],
    ['nothing to point at', 'point', 'topology: tiny\n'],
    ['a drawing of both kinds', 'diagram', 'topology: tiny\nart: x\nwords: x\n'],
  ])('%s', (_what, name, yaml) => {
    expect(against('topology', lb('balance: roundrobin'))).toBe('');
    expect(against(name, yaml)).not.toBe('');
  });
});

describe('what an editor gets', () => {
  test('is written into a new course, and its comments lead there', () => {
    const files = new Map([...newCourse(), ...editorFilesOfCourse()].map(({ path, text }) => [path, text]));
    const commented = [...files].flatMap(([path, text]) => {
      const schema = /^# yaml-language-server: \$schema=(\S+)$/m.exec(text)?.[1];
      return schema === undefined ? [] : [[path, posix.join(posix.dirname(path), schema)]];
    });
    expect(commented.map(([path]) => path)).toEqual([
      'course.yaml',
      'lessons/0-two-servers/two-servers.yaml',
    ]);
    for (const [, schema = ''] of commented)
      expect(JSON.parse(files.get(schema) ?? '')).toHaveProperty('title');
  });

  test('snippets give lint nothing to say but that they are not listed', () => {
    const text = (name: keyof typeof snippets) => written(snippets[name]);
    const files = memoryFiles('course', {
      ...Object.fromEntries(newCourse().map(({ path, text: content }) => [path, content])),
      'lessons/0-two-servers/snippet.md': [
        text('lesson'),
        text('footnote'),
        text('sim'),
        text('predict'),
        text('diagram'),
        text('configuration'),
        '## Recorded',
        text('transcript'),
        text('notes'),
      ].join('\n\n'),
      'quizzes/snippet.md': [
        '---\nid: snippet\ntitle: Snippet\nstage: 0-two-servers\n---\n',
        text('quiz').replace('</quiz>', `${text('prove')}\n\n</quiz>`),
        text('quiz')
          .replace('an-id', 'other')
          .replace(/- \[ \][\s\S]*?\n\n/, `${text('point')}\n\n`),
      ].join('\n\n'),
    });
    expect(lintCourse(files).filter(({ rule }) => rule !== 'unlisted')).toEqual([]);
    expect(Object.keys(snippets)).toEqual([
      'lesson',
      'footnote',
      'quiz',
      'prove',
      'sim',
      'predict',
      'diagram',
      'configuration',
      'transcript',
      'notes',
      'point',
    ]);
  });
});

/** A topology with a balancer, whose balance is written as given. */
function lb(balance: string): string {
  return tiny.replace(
    'components:',
    `components:\n  lb-1:\n    kind: load-balancer\n    ${balance}\n    servers: { app-1: {} }\n    timeout: { connect: 5s, client: 5s, server: 5s }`,
  );
}
