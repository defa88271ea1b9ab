import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { noProgress } from '../../src/learner/fold-progress.ts';
import { placementRoom } from '../../src/plain/placement.ts';
import type { Tutor } from '../../src/plain/room.ts';
import { openTalk } from '../../src/plain/talk.ts';
import { smallCourse } from '../learner/small-course.ts';

test('a course that asks nothing places nobody', async () => {
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  const talk = openTalk({ input: Readable.from([]), output: { columns: 80, write }, ascii: false });
  const journal = { record: () => undefined, progress: () => noProgress, problems: [], saves: true };
  const tutor = { course: { ...smallCourse, stages: [] }, journal, talk } as unknown as Tutor;
  expect(await placementRoom(tutor)).toEqual({ screen: 'map' });
  expect(said).toContain('This course has no questions to ask.');
  expect(said).not.toContain('You know all of this');
});
