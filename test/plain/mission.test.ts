import { expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import { missionRoom } from '../../src/plain/mission.ts';
import { tutorInLines } from './tutor-in-lines.ts';

const course = loadCourse('test/ui/course');

/** A mission talked through; gives what was said and what was written down. */
async function played(
  ...lines: readonly string[]
): Promise<{ text: string; events: readonly JournalEvent[] }> {
  const { tutor, events, said } = tutorInLines(course, lines);
  await missionRoom(tutor, 'one-of-two');
  return { text: said(), events };
}

const debrief = 'goes on trying the dead server';
const firstHint = 'may go to the other one';

test('a good change wins, and only then comes the debrief', async () => {
  const { text, events } = await played('set redispatch=on', 'run', 'run 20s', '');
  expect(text).toContain('redispatch is on (was off)');
  expect(text.indexOf('Won: 3 of 3 stars.')).toBeLessThan(text.indexOf(debrief));
  expect(text).not.toContain(firstHint);
  expect(events.filter(({ type }) => type !== 'place')).toEqual([
    expect.objectContaining({ type: 'mission', stars: 3, hints: 0 }),
  ]);
});

test('a loss tells what was missed with which seed, and no answer unless it is asked for', async () => {
  const { text } = await played('run', 'run 20s', 'q');
  expect(text).toContain('Not won this time.');
  expect(text).toMatch(/Missed with seed 1 \([\d.]+%\), 2/);
  expect(text).not.toContain(debrief);
});

test('a hint says its price first, and the debrief after a loss leaves one star', async () => {
  const refused = await played('hint', 'n', 'q');
  expect(refused.text).toContain('costs a star');
  expect(refused.text).not.toContain(firstHint);
  const taken = await played('hint', 'y', 'set redispatch=on', 'run', 'judge', '');
  expect(taken.text).toContain(firstHint);
  expect(taken.text).toContain('Won: 2 of 3 stars.');
  const read = await played('run', 'judge', 'd', 'r', 'set redispatch=on', 'run', 'judge', '');
  expect(read.text).toContain('Won: 1 of 3 stars.');
});

test('the report tells of the watched run, and what would have helped only after the debrief', async () => {
  const before = await played('run', 'run 20s', 'report', 'q');
  expect(before.text).toContain('Incident report: A pair');
  expect(before.text).not.toContain('redispatch=on');
  const after = await played('run', 'run 20s', 'd', 'report', 'q');
  expect(after.text).toContain('redispatch=on: 0 users hurt instead of');
});

test("what the author lets happen is not named before the verdict's report", async () => {
  const { text } = await played('run', 'run 8s', 'start web-2', 'events', 'run 12s', 'report', 'q');
  const [watched = '', report = ''] = text.split('Incident report:');
  expect(watched).toMatch(/users +every second request/);
  expect(watched).not.toMatch(/the script|kill web-2/);
  expect(report).toContain('kill web-2');
});

test('what is done in the run is held to the rules, and judged on every seed', async () => {
  const { text } = await played(
    'run',
    'run 6s',
    'kill web-1',
    'start web-2',
    'start web-1',
    'goals',
    'judge',
    'q',
  );
  expect(text).toContain('you can\'t use "kill"');
  expect(text).toContain('6s: start web-2.');
  expect(text).toContain('That is 2 changes');
  expect(text).toContain('nothing to measure yet');
  expect(text).toContain('Won: ');
});
