import { expect, test } from 'vitest';
import { commandOf, howToGoOn, mapLines, openStageLines, titleOf } from '../../src/plain/map.ts';
import { answered, progressAfter, saw, smallCourse } from '../learner/small-course.ts';

test('the map says of everything what it is and how far the learner is', () => {
  const progress = progressAfter(saw('first', 0, 2), saw('second', 0, 1), answered('a', true));
  expect(mapLines(smallCourse, progress)).toEqual([
    'A small course',
    '',
    'Stage 0: Stage 0-one (1 of 2 lessons read, 1 of 2 questions right)',
    '  1 of 2 pages   first   Lesson first',
    '  read           second  Lesson second',
    '  quiz 1 of 2    pair    Quiz pair',
    '  break          pair    A pair',
    '',
    'Stage 1: Stage 1-two (0 of 1 lesson read)',
    '  new            third  Lesson third',
    '  break          pair   A pair',
    '  break          trio   trio',
  ]);
});

test('where lines are asked for, one stage is open and numbered', () => {
  const [, two] = smallCourse.stages;
  expect(two && openStageLines(smallCourse, two, progressAfter())).toEqual([
    'A small course',
    '',
    'Stage 0: Stage 0-one (0 of 2 lessons read, 0 of 2 questions right)',
    'Stage 1: Stage 1-two (0 of 1 lesson read)',
    '  1  new            third  Lesson third',
    '  2  break          pair   A pair',
    '  3  break          trio   trio',
  ]);
});

test('an empty course, an empty stage and a broken lesson say what they are', () => {
  expect(mapLines({ ...smallCourse, stages: [] }, progressAfter()).join('\n')).toContain('no stages yet');
  const [stage] = smallCourse.stages;
  if (stage === undefined) throw new Error('the small course has stages');
  const empty = { ...stage, topology: undefined, lessons: [], quizzes: [] };
  expect(mapLines({ ...smallCourse, stages: [empty] }, progressAfter()).at(-1)).toContain(
    'Nothing stands in',
  );
  const [lesson] = stage.lessons;
  if (lesson === undefined) throw new Error('the stage has lessons');
  const problem = {
    file: 'l.md',
    line: 3,
    column: 2,
    rule: 'x',
    severity: 'error',
    message: 'It is wrong.',
  } as const;
  const broken = { ...stage, lessons: [{ ...lesson, pages: [], problem }] };
  expect(mapLines({ ...smallCourse, stages: [broken] }, progressAfter())).toContainEqual(
    expect.stringMatching(/^ {2}broken .*l\.md:3:2: It is wrong\.$/),
  );
});

test('how to go on names the very command, with the course that was asked for', () => {
  const stopped = progressAfter({ type: 'place', place: { screen: 'quiz', quiz: 'pair', question: 'b' } });
  expect(howToGoOn(smallCourse, stopped, ' --course mine').slice(0, 2)).toEqual([
    'Go on where you stopped:',
    '  infra-tutor quiz pair --course mine',
  ]);
  expect(howToGoOn(smallCourse, progressAfter(), '').slice(0, 2)).toEqual([
    'Begin:',
    '  infra-tutor start first',
  ]);
  expect(commandOf({ screen: 'simulator', topology: 'pair' })).toBe('infra-tutor start pair');
  expect(commandOf({ screen: 'map' })).toBeUndefined();
});

test('a place is called by its title, even where a quiz and a topology share an id', () => {
  expect(titleOf(smallCourse, { screen: 'quiz', quiz: 'pair', question: 'a' })).toBe('Quiz pair');
  expect(titleOf(smallCourse, { screen: 'simulator', topology: 'pair' })).toBe('A pair');
  expect(titleOf(smallCourse, { screen: 'map' })).toBeUndefined();
});
