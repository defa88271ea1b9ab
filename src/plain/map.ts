import type { Course, Lesson, Mission, Quiz, Stage } from '../course/model.ts';
import { noProgress } from '../learner/fold-progress.ts';
import { topologiesOf } from '../learner/place-of.ts';
import type { Place, Progress } from '../learner/progress.ts';
import { firstOpen, firstUnseen, goOnAt, pagesSeen, readingOf, scoreOf } from '../learner/standing.ts';
import { placement } from '../messages/placement.ts';
import { plainWords } from '../messages/plain.ts';
import { program } from '../messages/program.ts';
import { problemLine } from '../text/problem.ts';

const words = plainWords.map;

/** One thing on the map that can be opened. */
export interface Entry {
  readonly id: string;
  /** `read`, `2 of 5 pages`, `quiz 3 of 11`, `break` */
  readonly state: string;
  readonly title: string;
  readonly place: Place;
}

/** What a stage offers: lessons, quizzes, missions, something to break. */
export function entriesOf(course: Course, stage: Stage, progress: Progress): readonly Entry[] {
  return [
    ...stage.lessons.map((lesson) => lessonEntry(lesson, progress)),
    ...stage.quizzes.map((quiz) => quizEntry(quiz, progress)),
    ...stage.missions.map((mission) => missionEntry(mission, progress)),
    ...topologiesOf(stage).map((id) => breakEntry(course, id)),
  ];
}

/** The whole course map in lines. */
export function mapLines(course: Course, progress: Progress): string[] {
  if (course.stages.length === 0) return [course.title, '', words.empty];
  return [
    course.title,
    ...course.stages.flatMap((stage) => ['', ...wholeStageLines(course, stage, progress)]),
  ];
}

/** One stage and all that it offers. */
export function wholeStageLines(course: Course, stage: Stage, progress: Progress): string[] {
  return [...stageLines(stage, progress), ...rowsOf(entriesOf(course, stage, progress), () => '  ')];
}

/** The map with one stage open, its entries numbered from 1, for somebody who is asked what to open. */
export function openStageLines(course: Course, stage: Stage, progress: Progress): string[] {
  const lines = course.stages.flatMap((other) => {
    if (other.id !== stage.id) return stageLines(other, progress).slice(0, 1);
    const rows = rowsOf(entriesOf(course, stage, progress), (index) => `${String(index + 1).padStart(3)}  `);
    return [...stageLines(other, progress), ...rows];
  });
  return [course.title, '', ...lines];
}

/** The stage that a place is in; for the map, the one where the learner would go on. */
export function stageOf(course: Course, place: Place): Stage | undefined {
  const id = idOf(place);
  return course.stages.find(
    (stage) =>
      [...stage.lessons, ...stage.quizzes, ...stage.missions].some((part) => part.id === id) ||
      (place.screen === 'simulator' && topologiesOf(stage).includes(place.topology)),
  );
}

/** What a place is called. */
export function titleOf(course: Course, place: Place): string | undefined {
  const stage = stageOf(course, place);
  const entries = stage === undefined ? [] : entriesOf(course, stage, noProgress);
  return entries.find((entry) => entry.place.screen === place.screen && entry.id === idOf(place))?.title;
}

/** How to go on from the map, for somebody who can't press keys here. */
export function howToGoOn(course: Course, progress: Progress, options: string): string[] {
  const next = commandOf(goOnAt(course, progress));
  const topology = course.stages.find((stage) => stage.topology !== undefined)?.topology;
  return [
    ...(next === undefined
      ? []
      : [progress.place === undefined ? words.begin : words.goOn, `  ${next}${options}`]),
    ...(progress.pages.size + progress.answers.size === 0
      ? [placement.offerInLines, `  ${program} placement${options}`]
      : []),
    words.orAny,
    `  ${program} start ID${options}`,
    ...(topology === undefined ? [] : [words.breakIt, `  ${program} start ${topology}${options}`]),
    words.inTerminal,
  ];
}

function stageLines(stage: Stage, progress: Progress): string[] {
  const reading = readingOf([stage], progress);
  const score = scoreOf(stage.quizzes, progress);
  const standing = [words.reading(reading.read, reading.all)];
  if (score.all > 0) standing.push(words.questions(score.right, score.all));
  return [
    `${words.stage(stage.number, stage.title)} (${standing.join(', ')})`,
    ...(stage.summary === '' ? [] : [stage.summary]),
  ];
}

/** Stages stand in line with each other where their words allow. */
const STATE = 13;

function rowsOf(entries: readonly Entry[], start: (index: number) => string): string[] {
  if (entries.length === 0) return [`  ${words.emptyStage}`];
  const idWidth = Math.max(...entries.map(({ id }) => id.length));
  const stateWidth = Math.max(STATE, ...entries.map(({ state }) => state.length));
  return entries.map(
    ({ id, state, title }, index) =>
      `${start(index)}${state.padEnd(stateWidth)}  ${id.padEnd(idWidth)}  ${title}`,
  );
}

function lessonEntry(lesson: Lesson, progress: Progress): Entry {
  const { id, title, problem } = lesson;
  return {
    id,
    state: lessonState(lesson, progress),
    title: problem === undefined ? title : problemLine(problem),
    place: { screen: 'lesson', lesson: id, page: firstUnseen(lesson, progress) },
  };
}

function quizEntry(quiz: Quiz, progress: Progress): Entry {
  const { right, all } = scoreOf([quiz], progress);
  return {
    id: quiz.id,
    state: quiz.problem === undefined ? words.quiz(right, all) : words.broken,
    title: quiz.problem === undefined ? quiz.title : problemLine(quiz.problem),
    place: { screen: 'quiz', quiz: quiz.id, question: firstOpen(quiz, progress) },
  };
}

function missionEntry({ id, title, problem }: Mission, progress: Progress): Entry {
  return {
    id,
    state: problem === undefined ? words.mission(progress.missions.get(id)) : words.broken,
    title: problem === undefined ? title : problemLine(problem),
    place: { screen: 'mission', mission: id },
  };
}

function breakEntry(course: Course, id: string): Entry {
  const title = course.topologies.find((topology) => topology.id === id)?.title ?? id;
  return { id, state: words.break, title, place: { screen: 'simulator', topology: id } };
}

function lessonState(lesson: Lesson, progress: Progress): string {
  if (lesson.problem !== undefined) return words.broken;
  if (progress.read.has(lesson.id)) return words.read;
  const seen = pagesSeen(lesson, progress);
  return seen === 0 ? words.new : words.page(seen, lesson.pages.length);
}

/** The id that a place is opened by. */
export function idOf(place: Place): string | undefined {
  if (place.screen === 'lesson') return place.lesson;
  if (place.screen === 'quiz') return place.quiz;
  if (place.screen === 'mission') return place.mission;
  return place.screen === 'simulator' ? place.topology : undefined;
}

/** The command that opens a place. */
export function commandOf(place: Place): string | undefined {
  if (place.screen === 'review') return `${program} review`;
  const id = idOf(place);
  return (
    id && `${program} ${place.screen === 'quiz' || place.screen === 'mission' ? place.screen : 'start'} ${id}`
  );
}
