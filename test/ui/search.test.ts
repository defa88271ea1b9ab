import { expect, test } from 'vitest';
import { memoryFiles } from '../../src/course/course-files.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import { glyphsOf } from '../../src/terminal/glyphs.ts';
import { rowText } from '../../src/text/row-layout.ts';
import type { Context, Scene, Turn } from '../../src/ui/screen.ts';
import { searchScreen } from '../../src/ui/screens/search/search.tsx';

/** A course of so many lessons of 100 KB; the last one says what no other says. */
function courseOf(lessons: number) {
  const page = (words: string) =>
    `## Page\n\n${'Words about a server that answers. '.repeat(40)}\n\n${words}\n\n`;
  const files = Object.fromEntries(
    Array.from({ length: lessons }, (_, number) => [
      `lessons/one/${String(number).padStart(3, '0')}.md`,
      `---\nid: l${number}\ntitle: L${number}\n---\n\n${page(number === lessons - 1 ? 'A needle.' : 'Hay.').repeat(70)}`,
    ]),
  );
  return loadCourse('big', {
    files: memoryFiles('big', {
      'course.yaml': 'format: 1\nid: big\ntitle: Big\nstages: [{ id: one, title: One }]\n',
      ...files,
    }),
  });
}

test('a large course is looked through between the keys, and every place is found in the end', () => {
  const course = courseOf(30);
  const context: Context = {
    course,
    progress: foldProgress([], 'big'),
    openTopology: () => ({ topology: undefined, problems: [] }),
    columns: 80,
    rows: 20,
    ascii: false,
    glyphs: glyphsOf(false),
    motion: false,
    seed: 1,
    now: 0,
  };
  let scene = searchScreen({ screen: 'search' }, context)?.scene as Scene;
  const take = (turn: Turn | undefined) => {
    if (turn !== undefined) scene = turn.scene;
  };
  const shown = () => {
    const { status, body } = scene.view(context);
    return [rowText(status), ...body.map(rowText)].join('\n');
  };
  expect(scene.ticking).toBe(false);
  take(scene.type('needle', context));
  expect(scene.ticking).toBe(true);
  expect(shown()).toMatch(/^looking/);
  expect(shown()).not.toContain('Nothing has');
  let ticks = 0;
  for (; scene.ticking; ticks++) take(scene.tick(100, context));
  expect(ticks).toBeGreaterThan(5);
  expect(shown()).toMatch(/^50 places\n/);
  expect(shown()).toContain('A needle.');
  take(scene.type('xyz', context));
  expect(shown()).toContain('Nothing has "needlexyz".');
});
