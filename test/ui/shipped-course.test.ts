import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import type { Course, Page } from '../../src/course/model.ts';
import { findTopology } from '../../src/course/topologies.ts';
import { simulator } from '../../src/messages/simulator.ts';
import { glyphsOf } from '../../src/terminal/glyphs.ts';
import { readTopology } from '../../src/topology/read.ts';
import type { Context } from '../../src/ui/screen.ts';
import { pageLayout } from '../../src/ui/screens/lesson/page-layout.ts';
import { rowWidth, wrapped } from '../../src/ui/widgets/rows.ts';

const course: Course = loadCourse('.');
const opened = new Map<string, ReturnType<Context['openTopology']>>();

function openTopology(id: string): ReturnType<Context['openTopology']> {
  const known = opened.get(id);
  if (known !== undefined) return known;
  const found = findTopology(course, id);
  const read =
    'error' in found
      ? { topology: undefined, problems: [] }
      : readTopology(found.text, found.file);
  opened.set(id, read);
  return read;
}

function context(columns: number, rows: number, ascii = false): Context {
  return {
    course,
    progress: { read: new Set(), pages: new Map(), answers: new Map(), place: undefined },
    openTopology,
    columns,
    rows,
    ascii,
    glyphs: glyphsOf(ascii),
    seed: 1,
  } as unknown as Context;
}

const pages: readonly { readonly name: string; readonly lesson: string; readonly page: Page }[] =
  course.stages.flatMap(({ lessons }) =>
    lessons.flatMap(({ id, pages }) => pages.map((page, at) => ({ name: `${id} ${at + 1}`, lesson: id, page }))),
  );

describe.each([
  [80, 20],
  [60, 16],
  [120, 36],
])('the lessons at %i columns', (columns, rows) => {
  it('are never wider than the window', () => {
    const here = context(columns, rows);
    const wide = pages.filter(({ page, lesson }) =>
      pageLayout(page, lesson, here).rows.some((row) => rowWidth(row) > columns),
    );
    expect(wide.map(({ name }) => name)).toEqual([]);
    if (process.env.SHOW) console.log(pages.map((p)=>[pageLayout(p.page, p.lesson, here).rows.length, p.name]).filter(([n])=>Number(n)>rows).map(String).join('\n'));
  });
});

it('say what to look for in two lines of the simulator', () => {
  const long = pages.flatMap(({ name, page }) =>
    page.blocks
      .filter((block) => block.kind === 'simulate')
      .filter(({ lookFor }) => wrapped(simulator.lookFor(lookFor), 78).length > 2)
      .map(() => name),
  );
  expect(long).toEqual([]);
});
