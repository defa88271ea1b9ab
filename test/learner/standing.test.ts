import { expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { knownWords, placeOf } from '../../src/learner/place-of.ts';
import {
  firstOpen,
  goOnAt,
  hasOpenQuestion,
  missionScore,
  missionsOf,
  pagesSeen,
  readingOf,
  scoreOf,
} from '../../src/learner/standing.ts';
import { answered, progressAfter, saw, smallCourse } from './small-course.ts';

const [one] = smallCourse.stages;
const everything = [
  saw('first', 0, 2),
  saw('first', 1, 2),
  saw('second', 0, 1),
  saw('third', 0, 1),
  answered('a', true),
  answered('b', false),
];

test('what was read and answered is counted', () => {
  const progress = progressAfter(
    saw('first', 0, 2),
    saw('second', 0, 1),
    answered('a', true),
    answered('b', false),
  );
  expect(readingOf(smallCourse.stages, progress)).toEqual({ all: 3, read: 1 });
  expect(scoreOf(one?.quizzes ?? [], progress)).toEqual({ all: 2, answered: 2, right: 1 });
  const [first] = one?.lessons ?? [];
  expect(first && pagesSeen(first, progress)).toBe(1);
});

test('a page that the lesson has no more is not counted', () => {
  const [first] = one?.lessons ?? [];
  expect(first && pagesSeen(first, progressAfter(saw('first', 7, 9)))).toBe(0);
});

test('one goes on where one stopped', () => {
  const place = { screen: 'quiz', quiz: 'pair', question: 'b' } as const;
  expect(goOnAt(smallCourse, progressAfter(saw('first', 0, 2), { type: 'place', place }))).toEqual(place);
});

test('without a place, or with one that is gone, at what is begun, else at what is new, else at an open quiz', () => {
  const gone = { type: 'place', place: { screen: 'lesson', lesson: 'gone', page: 0 } } as const;
  const onMap = { type: 'place', place: { screen: 'map' } } as const;
  expect(goOnAt(smallCourse, progressAfter())).toEqual({ screen: 'lesson', lesson: 'first', page: 0 });
  expect(goOnAt(smallCourse, progressAfter(saw('third', 0, 2), gone))).toMatchObject({ lesson: 'third' });
  // of two that are begun, the one that was read last
  const both = [saw('third', 0, 2), saw('first', 0, 2), saw('third', 0, 2), onMap];
  expect(goOnAt(smallCourse, progressAfter(...both))).toMatchObject({ lesson: 'third' });
  expect(goOnAt(smallCourse, progressAfter(saw('first', 0, 2), onMap))).toMatchObject({
    lesson: 'first',
    page: 1,
  });
  const read = everything.filter(({ type }) => type === 'page');
  expect(goOnAt(smallCourse, progressAfter(...read))).toMatchObject({ quiz: 'pair', question: 'a' });
  expect(goOnAt(smallCourse, progressAfter(...everything))).toEqual({ screen: 'map' });
});

test('a word leads to a lesson, a topology, a quiz or a stage', () => {
  const none = progressAfter();
  expect(placeOf(smallCourse, 'second', none)).toEqual({ screen: 'lesson', lesson: 'second', page: 0 });
  expect(placeOf(smallCourse, 'pair', none)).toEqual({ screen: 'simulator', topology: 'pair' });
  const dropped = { id: 'dropped', title: 'D', stage: '0-one', file: 'd.yaml', text: '' };
  const withDropped = { ...smallCourse, topologies: [...smallCourse.topologies, dropped] };
  expect(placeOf(withDropped, 'dropped', none)).toEqual({ screen: 'simulator', topology: 'dropped' });
  expect(placeOf(smallCourse, 'trio', none)).toEqual({ screen: 'simulator', topology: 'trio' });
  expect(placeOf(smallCourse, '1', none)).toEqual({ screen: 'lesson', lesson: 'third', page: 0 });
  expect(placeOf(smallCourse, '0-one', progressAfter(saw('first', 0, 2)))).toMatchObject({
    lesson: 'first',
    page: 1,
  });
  const allRead = progressAfter(saw('first', 0, 2), saw('first', 1, 2), saw('second', 0, 1));
  expect(placeOf(smallCourse, '0', allRead)).toMatchObject({ screen: 'quiz', quiz: 'pair' });
  expect(placeOf(smallCourse, 'nothing', none)).toBeUndefined();
  for (const word of knownWords(smallCourse)) expect(placeOf(smallCourse, word, none)).toBeDefined();
});

test('a question that has changed since it was answered is open again', () => {
  const quizzes = one?.quizzes ?? [];
  const asOf = (revision: string) => progressAfter({ ...answered('a', true), revision }, answered('b', true));
  expect(scoreOf(quizzes, asOf('a'))).toEqual({ all: 2, answered: 2, right: 2 });
  expect(scoreOf(quizzes, asOf('another'))).toEqual({ all: 2, answered: 1, right: 1 });
  const [quiz] = quizzes;
  expect(quiz && [hasOpenQuestion(quiz, asOf('a')), hasOpenQuestion(quiz, asOf('another'))]).toEqual([
    false,
    true,
  ]);
  expect(quiz && firstOpen(quiz, asOf('another'))).toBe('a');
});

test('counts missions that were won, and their stars', () => {
  const missions = missionsOf(loadCourse('test/ui/course'));
  const played = (stars: number) =>
    missionScore(
      missions,
      progressAfter({ type: 'mission', mission: missions[0]?.id ?? '', stars, hints: 0 }),
    );
  expect(missionScore(missions, progressAfter())).toEqual({ all: missions.length, won: 0, stars: 0 });
  expect(played(0)).toMatchObject({ won: 0, stars: 0 });
  expect(played(2)).toMatchObject({ won: 1, stars: 2 });
});
