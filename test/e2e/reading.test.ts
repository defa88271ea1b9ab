import { expect, test } from 'vitest';
import { run } from './program.ts';
import { keys, Terminal } from './terminal.ts';

/** Lessons with what a page can hold: tables and code; diagrams and a prepared run; art and quotes. */
const lessons = ['a-name-and-an-address', 'three-hosts', 'what-secured-adds'];

test.concurrent.each(lessons)('%s is read to its end in the packed program', async (id) => {
  const { stdout } = await run(['list', '--json']);
  const { stages } = JSON.parse(stdout) as { stages: { lessons: { id: string; pages: number }[] }[] };
  const lesson = stages.flatMap((stage) => stage.lessons).find((candidate) => candidate.id === id);
  const pages = lesson?.pages ?? 0;
  expect(pages).toBeGreaterThan(2);
  const terminal = new Terminal({ columns: 80, rows: 24, args: ['start', id] });
  try {
    for (let page = 1; page <= pages; page++) {
      await terminal.see(`page ${page} of ${pages}`);
      if (page < pages) terminal.press(keys.right);
    }
    terminal.press('q');
    expect(await terminal.ended()).toBe(0);
  } finally {
    terminal.close();
  }
});
