import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';

const course = loadCourse('.');
const lessons = new Set(course.stages.flatMap((stage) => stage.lessons.map(({ id }) => id)));
const questionsOf = (stage: string): string[] =>
  course.stages
    .filter(({ id }) => id === stage)
    .flatMap(({ quizzes }) => quizzes.flatMap(({ questions }) => questions.map(({ id }) => id)));
const questions = new Set(course.stages.flatMap(({ id }) => questionsOf(id)));

/** The cells of a table's rows whose first cell matches, each as the ids that it names. */
function rowsOf(first: RegExp): { readonly name: string; readonly ids: string[][] }[] {
  const lines = readFileSync('docs/rubric.md', 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, name = '', ...cells] = line.split('|').map((cell) => cell.trim());
    if (!first.test(name)) return [];
    return [
      { name: name.replaceAll('`', ''), ids: cells.map((cell) => cell.match(/(?<=`)[\w-]+(?=`)/g) ?? []) },
    ];
  });
}

/** How many rows the assignment has in each stage, and across them. */
const rows = { R0: 13, R1: 9, R2: 12, R3: 4, RX: 3 };

it('has every row of the assignment once, with a lesson and two questions that exist', () => {
  const table = rowsOf(/^R[0-3X]\.\d+$/);
  const expected = Object.entries(rows).flatMap(([stage, count]) =>
    Array.from({ length: count }, (_, index) => `${stage}.${index + 1}`),
  );
  expect(table.map(({ name }) => name)).toEqual(expected);
  const lacking = table.filter(({ ids: [, taught = [], asked = []] }) => {
    const known = taught.every((id) => lessons.has(id)) && asked.every((id) => questions.has(id));
    return !known || taught.length === 0 || new Set(asked).size < 2;
  });
  expect(lacking).toEqual([]);
});

it('has a quick path over all stages that takes no more than 45 minutes', () => {
  const table = course.stages[0]?.lessons[0]?.pages.at(-1)?.blocks ?? [];
  const path = course.stages.map((stage) =>
    stage.lessons.filter(({ title }) => JSON.stringify(table).includes(`*${title}*`)),
  );
  expect(path.every((lessons) => lessons.length > 0)).toBe(true);
  const minutes = path.flat().map((lesson) => lesson.minutes);
  expect(minutes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(45);
});

it('has questions that ask for a cause and for a decision in every stage', () => {
  const table = rowsOf(/^`\d-[\w-]+`$/);
  expect(table.map(({ name }) => name)).toEqual(course.stages.map(({ id }) => id));
  const strange = table.flatMap(({ name, ids }) =>
    ids.flat().filter((id) => !questionsOf(name).includes(id)),
  );
  expect(strange).toEqual([]);
  for (const { ids } of table) expect(ids.slice(0, 2).every((cell) => cell.length >= 2)).toBe(true);
});

it('asks at least 120 questions, and proves at least 80', () => {
  const all = course.stages.flatMap(({ quizzes }) => quizzes.flatMap((quiz) => quiz.questions));
  expect(all.length).toBeGreaterThanOrEqual(120);
  expect(all.filter(({ proof }) => proof !== undefined).length).toBeGreaterThanOrEqual(80);
});

it('gives no answer away by its length', () => {
  const single = course.stages
    .flatMap(({ quizzes }) => quizzes.flatMap((quiz) => quiz.questions))
    .flatMap(({ type, asks, key }) => {
      if (type !== 'single-choice' || asks.form !== 'one' || !Array.isArray(key)) return [];
      const right = key.findIndex(({ correct }: { readonly correct: boolean }) => correct);
      const lengths = asks.items.map(({ text }) => text.length);
      return [
        { right: lengths[right] ?? 0, wrong: Math.max(...lengths.filter((_, index) => index !== right)) },
      ];
    });
  const longest = single.filter(({ right, wrong }) => right > wrong);
  // one of four by luck
  expect(longest.length / single.length).toBeLessThan(0.25);
});
