import { expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { mendingPage } from '../../src/course/mending-page.ts';

const course = loadCourse('.');

/** A question of the shipped course, and the lessons of its stage. */
function asked(id: string) {
  for (const { lessons, quizzes } of course.stages) {
    const question = quizzes.flatMap(({ questions }) => questions).find((each) => each.id === id);
    if (question !== undefined) return { question, lessons };
  }
  throw new Error(`no question ${id}`);
}

test.each([
  ['hc-redispatch', 'redispatch'],
  ['rr-weight-share', 'weight'],
  ['vip-takeover', 'advert'],
])('who got %s wrong is led to a page about %s', (id, word) => {
  const { question, lessons } = asked(id);
  const place = mendingPage(question, lessons);
  const lesson = lessons.find((each) => each.id === place?.lesson);
  expect(JSON.stringify(lesson?.pages[place?.page ?? -1]?.blocks)).toContain(word);
});

test('nobody is sent to a whiteboard to read: it asks, and explains nothing', () => {
  for (const { lessons, quizzes } of course.stages) {
    for (const question of quizzes.flatMap(({ questions }) => questions)) {
      const place = mendingPage(question, lessons);
      const page = lessons.find((each) => each.id === place?.lesson)?.pages[place?.page ?? -1];
      expect(page?.blocks.map(({ kind }) => kind) ?? [], question.id).not.toContain('whiteboard');
    }
  }
});

test('where there is nothing to read, nothing is named', () => {
  expect(mendingPage(asked('hc-redispatch').question, [])).toBeUndefined();
});
