import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { memoryFiles } from '../../src/course/course-files.ts';
import { readLesson } from '../../src/course/lesson-reader.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { newCourse } from '../../src/course/new-course.ts';
import { questionIdsIn, surelyHasPages } from '../../src/course/outline.ts';
import { readQuiz } from '../../src/course/quiz-reader.ts';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import { goOnAt, lessonsOf, quizzesOf, readingOf, scoreOf } from '../../src/learner/standing.ts';

const lexed = vi.hoisted(() => ({ times: 0 }));
vi.mock('../../src/course/markdown-body.ts', async (load) => {
  const markdown = await load<typeof import('../../src/course/markdown-body.ts')>();
  const readBlocks: typeof markdown.readBlocks = (text, start, problems) => {
    lexed.times++;
    return markdown.readBlocks(text, start, problems);
  };
  return { ...markdown, readBlocks };
});
beforeEach(() => {
  lexed.times = 0;
});

const newCourseFiles = memoryFiles(
  'new',
  Object.fromEntries(newCourse().map(({ path, text }) => [path, text])),
);

const runs = process.env.SOAK === undefined ? 1_500 : 60_000;

const lines = [
  '<quiz>',
  '</quiz>',
  ' <quiz>',
  '<QUIZ>',
  '- <quiz>',
  '> </quiz>',
  '<!-- id: one -->',
  '<!-- id: two-three -->',
  '<!-- id: a--b -->',
  '<!--',
  '-->',
  '<!-- <quiz> -->',
  '<pre>',
  '</pre>',
  '<div>',
  '```',
  '```prove',
  '````',
  '~~~',
  '    ```',
  '- ```',
  '- [x] right',
  '- [ ] wrong',
  '  > because',
  '> Hint: look',
  'words',
  'words with a < b',
  'words <quiz> words',
  '    <quiz>',
  '# Title',
  '## Page',
  '##',
  '===',
  '---',
  '[a]: b',
  '[a]: b "',
  '[^a]: b',
  'words[^a]',
  '| a | b |',
  '|---|---|',
  '1. one',
  '\t<quiz>',
  '\\<quiz>',
  '&lt;quiz>',
  '',
  '',
  '',
  '',
  ' ',
];
const body = fc.array(fc.constantFrom(...lines), { maxLength: 25 }).map((some) => some.join('\n'));

/** A quiz that is one, with lines put in, taken out and doubled. */
const question = (id: string) =>
  `<quiz>\n\n<!-- id: ${id} -->\n\nWhich?\n\n- [x] a\n- [ ] b\n\n\`\`\`prove\ntopology: t\n\`\`\`\n\n</quiz>\n`;
const nearlyAQuiz = fc
  .array(fc.tuple(fc.nat(40), fc.constantFrom('in', 'out'), fc.constantFrom(...lines)), { maxLength: 3 })
  .map((changes) => {
    const whole = `${question('one')}\n${question('two')}`.split('\n');
    for (const [at, how, line] of changes) {
      const place = at % whole.length;
      if (how === 'in') whole.splice(place, 0, line);
      else whole.splice(place, 1);
    }
    return whole.join('\n');
  });
const any = fc.oneof(body, nearlyAQuiz);

test('the ids that an outline tells are those of the questions', () => {
  let told = 0;
  fc.assert(
    fc.property(any, (text) => {
      const { quiz } = readQuiz({ file: 'q.md', path: 'q.md', text });
      const ids = questionIdsIn(text, 'q');
      if (ids === undefined) return;
      told++;
      expect(quiz.questions.map(({ id }) => id)).toEqual(ids);
      expect(quiz.problem).toBeUndefined();
    }),
    { numRuns: runs, examples: [[`[a]: b "\n\n${question('one').replace('Which', '"\nWhich')}`]] },
  );
  expect(told).toBeGreaterThan(runs / 50);
});

test('a lesson that surely has pages has some', () => {
  let told = 0;
  fc.assert(
    fc.property(any, (text) => {
      if (!surelyHasPages(text)) return;
      told++;
      const { lesson } = readLesson({ file: 'l.md', path: 'l.md', text });
      expect(lesson.pages.length, text).toBeGreaterThan(0);
      expect(lesson.problem).toBeUndefined();
    }),
    { numRuns: runs },
  );
  expect(told).toBeGreaterThan(runs / 50);
});

test('asked in any order, a file answers the same', () => {
  fc.assert(
    fc.property(any, (text) => {
      const source = { file: 'q.md', path: 'q.md', text: `---\nid: q\n---\n${text}` };
      const [outlineFirst, wholeFirst] = [readQuiz(source).quiz, readQuiz(source).quiz];
      const { questions } = wholeFirst;
      expect([outlineFirst.problem, outlineFirst.questionIds, outlineFirst.title]).toEqual([
        wholeFirst.problem,
        wholeFirst.questionIds,
        wholeFirst.title,
      ]);
      expect(outlineFirst.questions).toEqual(questions);
      const lesson = { file: 'l.md', path: 'l.md', text: `---\nid: l\n---\n${text}` };
      const [first, second] = [readLesson(lesson).lesson, readLesson(lesson).lesson];
      const { pages } = second;
      expect([first.problem, first.title]).toEqual([second.problem, second.title]);
      expect(first.pages).toEqual(pages);
    }),
    { numRuns: runs / 3 },
  );
});

test('opening the shipped course, and asking how far a learner is, reads no page and no question', () => {
  const progress = foldProgress([], 'any');
  const courses = [loadCourse('.'), loadCourse('new', { files: newCourseFiles })];
  // missions are read when they are found
  lexed.times = 0;
  for (const course of courses) {
    expect(goOnAt(course, progress).screen).toBe('lesson');
    scoreOf(quizzesOf(course), progress);
    readingOf(course.stages, progress);
    for (const { title, problem } of [...lessonsOf(course), ...quizzesOf(course)]) {
      expect([title, problem]).toEqual([expect.stringMatching(/./), undefined]);
    }
  }
  // the lesson where they go on, to see whether it has a page, and its footnotes
  const footnotes = courses.map((course) => {
    const [lesson] = lessonsOf(course);
    return new Set(lesson?.pages.flatMap((page) => page.footnotes)).size;
  });
  const expected = footnotes.reduce((sum, count) => sum + count, courses.length);
  expect(lexed.times).toBe(expected);
});
