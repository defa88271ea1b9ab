import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { noProgress } from '../../src/learner/fold-progress.ts';
import {
  likelyKnownStages,
  nextToPlace,
  type Placed,
  placementLength,
  stagesToSkip,
} from '../../src/learner/placement.ts';
import { adviceAfter } from '../../src/learner/placement-advice.ts';

const course = loadCourse('.');
const STAGES = course.stages.length;

/** The answers of somebody who knows the first stages, and guesses beyond; `slips` says at which questions the other happens. */
function placed(known: number, slips: readonly number[] = [], begun = 1): readonly Placed[] {
  const answers: Placed[] = [];
  while (true) {
    const next = nextToPlace(course, { ...noProgress, begun }, answers);
    if (next === undefined) return answers;
    const { stage, quiz, question } = next;
    const right = stage < known !== slips.includes(answers.length);
    answers.push({ stage, quiz, question: question.id, right });
  }
}

describe('ten questions', () => {
  test.each([0, 1, 2, 3, 4])('find that somebody knows the first %i stages', (known) => {
    for (let begun = 0; begun < 5; begun++) {
      expect(stagesToSkip(placed(known, [], begun), STAGES)).toBe(known);
    }
  });

  test('forgive one slip, and skip nothing that is not known', () => {
    for (let slip = 0; slip < placementLength; slip++) {
      for (let known = 0; known <= STAGES; known++) {
        expect(stagesToSkip(placed(known, [slip]), STAGES)).toBeLessThanOrEqual(Math.min(STAGES, known + 1));
      }
    }
  });

  test('are ten different ones, of other quizzes where there are any, and others for another learner', () => {
    const asked = placed(2).map(({ question }) => question);
    expect(new Set(asked).size).toBe(placementLength);
    expect(placed(2, [], 1)).toEqual(placed(2, [], 1));
    expect(placed(2, [], 2).map(({ question }) => question)).not.toEqual(asked);
    const [first, second] = placed(4);
    expect(first?.quiz).not.toBe(second?.quiz);
  });

  test('are harder after right answers and easier after wrong ones', () => {
    const stageAfter = (right: boolean) => {
      const first = nextToPlace(course, noProgress, []);
      if (first === undefined) throw new Error('nothing is asked');
      const { stage, quiz, question } = first;
      const next = nextToPlace(course, noProgress, [{ stage, quiz, question: question.id, right }]);
      return (next?.stage ?? 0) - stage;
    };
    expect(stageAfter(true)).toBeGreaterThanOrEqual(0);
    expect(stageAfter(false)).toBeLessThanOrEqual(0);
    expect(stageAfter(true)).toBeGreaterThan(stageAfter(false));
  });
});

test('the later a stage, the less likely it is known', () => {
  const likely = likelyKnownStages(placed(2), STAGES);
  expect(likely).toEqual(likely.toSorted((a, b) => b - a));
});

test('the advice names the stages to skip, where to begin, and pages about what was wrong in them', () => {
  const all = placed(4);
  const wrong = all.map((each, index) => (index === 3 ? { ...each, right: false } : each));
  const advice = adviceAfter(course, wrong);
  expect(advice.skip.length).toBeGreaterThan(0);
  expect(adviceAfter(course, placed(0))).toMatchObject({
    skip: [],
    read: [],
    begin: course.stages[0]?.lessons[0],
  });
  expect(adviceAfter(course, all)).toMatchObject({ begin: undefined, read: [] });
  const third = wrong[3];
  if (third !== undefined && third.stage < advice.skip.length) expect(advice.read).toHaveLength(1);
});
