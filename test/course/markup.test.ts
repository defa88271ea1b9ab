import { describe, expect, test } from 'vitest';
import { lintCourse } from '../../src/course/lint.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { plainWords } from '../../src/markdown/words.ts';
import { question, quiz, smallCourse } from './small-course.ts';

const path = 'lessons/one/first.md';
const lesson = (body: string) =>
  smallCourse({ [path]: `---\nid: first\ntitle: First\nsummary: S.\n---\n\n## A\n\n${body}\n` });

/** What lint says of a lesson: line, column and rule. */
const lint = (body: string) =>
  lintCourse(lesson(body))
    .filter(({ file, rule }) => file.endsWith(path) && rule !== 'unlisted')
    .map(({ line, column, rule }) => `${line}:${column} ${rule}`);

const shown = (body: string) =>
  loadCourse('course', { files: lesson(body) })
    .stages.flatMap(({ lessons }) => lessons)
    .find(({ id }) => id === 'first')
    ?.pages.map(({ title, blocks }) =>
      [title, ...blocks.map((block) => (block.kind === 'markdown' ? plainWords(block.tokens) : ''))].join(
        '|',
      ),
    );

describe('what learners see otherwise than it was written', () => {
  test.each([
    ['tags', 'Text <b>bold</b>.', '9:6 html'],
    ['a block of HTML', '<details>\n<summary>More</summary>\nsecret\n</details>', '9:1 html'],
    ['a link to a file that is not there', 'See [the next](b.md).', '9:5 dead-link'],
    ['a link out of the course and the web', 'See [it](ftp://a.b).', '9:5 link'],
    ['boxes to tick', '- one\n- [ ] two', '10:1 task-list'],
    ['a picture in words', '```mermaid\ngraph TD\n```', '9:1 drawing-language'],
    ['a formula in a sentence', 'It is $O(n^2)$.', '9:7 formula'],
    ['an image', 'See ![a cat](cat.png).', '9:5 image'],
    ['a mark without a footnote', 'One.\nTrue[^1].', '10:5 footnote-undefined'],
    ['a footnote that nothing refers to', 'True.\n\n[^1]: Really.', '11:1 footnote-unused'],
    ['a footnote of a name that is taken', 'True[^1].\n\n[^1]: A.\n\n[^1]: B.', '13:1 footnote-twice'],
    ['a link in a footnote', 'True[^1].\n\n[^1]: See\n  [it](nowhere.md).', '12:3 dead-link'],
    ['an alert', '> [!NOTE]\n> Mind this.', '9:1 alert'],
    ['a formula', '$$\na\n$$', '9:1 formula'],
    ['code that is cut', `\`\`\`\n${'x'.repeat(84)}\n\`\`\``, '10:75 wide-code'],
    ['a character that nobody sees', 'a\u200bb', '9:2 invisible-character'],
  ])('is told with its place: %s', (_what, body, found) => {
    expect(lint(body)).toContain(found);
  });

  test('is told in hints, feedback, introductions and the glossary, too', () => {
    const told = question('q-1', {
      prompt: 'Is it?\n\n> Hint: <b>Look</b>',
      choices: '- [ ] No\n  > <i>It</i>\n- [x] Yes\n  > It is.',
    });
    const found = lintCourse(
      smallCourse({
        'quizzes/q.md': quiz('q', 'Hello <b>you</b>.\n', told),
        'glossary.md': '## A\n\nAn <b>A</b>, see [B](b.md).\n',
      }),
    );
    const places = found.map(({ file, line, rule }) => `${file.replace(/^.*\//, '')}:${line} ${rule}`);
    expect([...new Set(places)]).toEqual([
      'glossary.md:3 html',
      'glossary.md:3 link',
      'q.md:6 html',
      'q.md:14 html',
      'q.md:19 html',
    ]);
  });

  test('is not told of what is seen as it was written', () => {
    expect(
      lint('A **bold** `word` and [a link](https://example.com).\n\n> A quote.\n\n```\nshort\n```'),
    ).toEqual([]);
    expect(lint('It costs $5, or $6 with `$x^2$`, in $HOME or \\$y_2$.')).toEqual([]);
    expect(lint('See [it](second.md) and [that](q).')).toEqual([]);
    expect(lint('<!-- for authors -->\n\nText.')).toEqual([]);
  });

  test('hides no page: an open fence ends with its page, and lint says where it opened', () => {
    const body = 'Before.\n\n```sh\nnever closed\n\n## B\n\nAfter.';
    expect(shown(body)?.map((page) => page.split('|')[0])).toEqual(['A', 'B']);
    expect(lint(body)).toContain('11:1 markdown');
  });

  test('hides no page: an open comment ends with its page', () => {
    const body = 'Before.\n\n<!-- never closed\n\n## B\n\nAfter.';
    expect(shown(body)).toEqual(['A|Before.\n\n<!-- never closed', 'B|After.']);
    expect(lint(body)).toContain('11:1 markdown');
  });

  test('hides no question: an open fence ends with its question', () => {
    const after = 'Since.\n\n```sh\nnever closed';
    const text = quiz('q', question('q-1', { after }), question('q-2'));
    const files = smallCourse({ 'quizzes/q.md': text });
    const { questions } = loadCourse(files.root, { files }).stages[0]?.quizzes[0] ?? { questions: [] };
    expect(questions.map(({ id, problem }) => [id, problem?.rule])).toEqual([
      ['q-1', undefined],
      ['q-2', undefined],
    ]);
    const found = lintCourse(files).filter(({ rule }) => rule === 'markdown');
    expect(found.map(({ line }) => line)).toEqual([text.split('\n').indexOf('```sh') + 1]);
  });

  test('shows no key: a question in a lesson is left out, and lint says where it belongs', () => {
    const body = 'Before.\n\n<quiz>\n\nWhich?\n\n- [ ] a\n- [x] b\n\n</quiz>\n\nAfter.';
    expect(shown(body)).toEqual(['A|Before.\n\nAfter.']);
    expect(lint(body)).toContain('11:1 quiz-in-lesson');
  });
});

describe('nearly a choice', () => {
  test.each(['-[ ] It never does', '- [x ] It does', '1. [x] First', '*[x] Star'])(
    'is told where it stands: %s',
    (line) => {
      const choices = `- [ ] Wrong\n  > Why.\n${line}\n- [x] Right\n  > Because.`;
      const files = smallCourse({ 'quizzes/q.md': quiz('q', question('q-1', { choices })) });
      const found = lintCourse(files).filter(({ rule }) => rule === 'nearly-a-choice');
      expect(found).toHaveLength(1);
      const written = quiz('q', question('q-1', { choices })).split('\n');
      expect(written[(found[0]?.line ?? 0) - 1]).toBe(line);
    },
  );
});
