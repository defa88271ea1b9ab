import { expect, test } from 'vitest';
import { placementRoom } from '../../src/plain/placement.ts';
import { smallCourse } from '../learner/small-course.ts';
import { tutorInLines } from './tutor-in-lines.ts';

test('a course that asks nothing places nobody', async () => {
  const { tutor, said } = tutorInLines({ ...smallCourse, stages: [] }, []);
  expect(await placementRoom(tutor)).toEqual({ screen: 'map' });
  expect(said()).toContain('This course has no questions to ask.');
  expect(said()).not.toContain('You know all of this');
});
