import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lessonKeys } from '../../src/course/lesson-reader.ts';
import { measures } from '../../src/course/measures/all.ts';
import { eventWords } from '../../src/course/measures/event-words.ts';
import { newCourse } from '../../src/course/new-course.ts';
import { quizKeys } from '../../src/course/quiz-reader.ts';
import { runKeys } from '../../src/course/run-reader.ts';
import { isVerb } from '../../src/simulator/faults/table.ts';

const guide = readFileSync(new URL('../../docs/authoring.md', import.meta.url), 'utf8');

test('the guide names every key, measure and event', () => {
  const names = [...lessonKeys, ...quizKeys, ...runKeys, ...measures.map(({ name }) => name)];
  const events = [...eventWords].filter((word) => !isVerb(word));
  const missing = [...names, ...events].filter(
    (name) => !new RegExp(`\`${name}\\b|\`[^\`]*\\b${name}\``).test(guide),
  );
  expect(missing).toEqual([]);
});

test('the quiz and the topology of the guide are those of a new course', () => {
  const text = (path: string) => newCourse().find((file) => file.path === path)?.text ?? '?';
  expect(guide).toContain(text('quizzes/after-a-kill.md').trim());
  expect(guide).toContain(
    text('lessons/0-two-servers/two-servers.yaml')
      .replace(/^#.*\n/, '')
      .trim(),
  );
});
