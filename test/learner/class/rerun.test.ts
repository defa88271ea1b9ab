import { expect, test } from 'vitest';
import { loadCourse } from '../../../src/course/load-course.ts';
import { predictionsOf } from '../../../src/course/predictions/predictions-of.ts';
import type { HandedMission, HandedPrediction } from '../../../src/learner/class/hand-in.ts';
import { type DoJobs, Scripts } from '../../../src/learner/class/rerun.ts';
import { doJob } from '../../../src/workers/jobs.ts';
import { lesson, predictPage, smallCourse } from '../../course/small-course.ts';

const doJobsHere: DoJobs = async (kind, jobs) => jobs.map((job) => doJob(kind, job));

function handIn(missions: readonly HandedMission[], predictions: readonly HandedPrediction[] = []) {
  const course = { id: 'any', origin: undefined, revision: '' };
  return { name: '', learner: '', written: 0, course, answers: [], missions, predictions };
}

const played = (stars: number, ...set: string[]): HandedMission => {
  return { mission: 'one-of-two', stars, hints: 0, plays: 1, play: { set, fault: [] } };
};

test('a play gives the stars that were handed in, or it is told; what is alike is run once', async () => {
  const scripts = new Scripts(loadCourse('test/ui/course'), 100);
  scripts.take(handIn([played(3, 'redispatch=on')]), 'Ana');
  scripts.take(handIn([played(3, 'redispatch=on')]), 'Bob');
  scripts.take(handIn([played(2)]), 'Eve');
  scripts.take(handIn([played(3, 'lb-1.server.web-2.weight=0')]), 'Mallory');
  scripts.take(handIn([{ ...played(3), play: undefined }]), 'Old');
  const { run, without, differs } = await scripts.run(doJobsHere);
  expect([run, without]).toEqual([3, 1]);
  expect(differs.map(({ name, stars }) => [name, stars])).toEqual([
    ['Eve', 0],
    ['Mallory', 0],
  ]);
});

test('a prediction comes out with its seed as it was handed in, or it is told; no more is run than asked for', async () => {
  const files = smallCourse({ 'lessons/one/first.md': lesson('a', predictPage) });
  const course = loadCourse('course', { files });
  const [asked] = predictionsOf(course);
  const id = asked?.block.prediction.id ?? '';
  const guess = (text: string, right: boolean, seed: number) => {
    return handIn([], [{ lesson: 'a', prediction: id, guess: text, right, seed }]);
  };
  const scripts = new Scripts(course, 2);
  scripts.take(guess('an error', true, 7), 'Ana');
  scripts.take(guess('an answer', true, 8), 'Eve');
  scripts.take(guess('an error', true, 9), 'Late');
  const { run, left, differs } = await scripts.run(doJobsHere);
  expect([run, left]).toEqual([2, 1]);
  expect(differs).toEqual([{ name: 'Eve', id: 'a', kind: 'prediction', stars: undefined }]);
});
