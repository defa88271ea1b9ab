import type { Course, Lesson, Quiz, Stage } from '../course/model.ts';
import { topologiesOf } from '../learner/place-of.ts';
import type { Place, Progress } from '../learner/progress.ts';
import { firstOpen, firstUnseen, goOnAt, pagesSeen, readingOf, scoreOf } from '../learner/standing.ts';
import { plainWords } from '../messages/plain.ts';
import { problemLine } from '../problem.ts';

const words = plainWords.map;

/** One thing on the map that can be opened. */
export interface Entry {
  readonly id: string;
  /** `read`, `2 of 5 pages`, `quiz`, `break` */
  readonly state: string;
  readonly title: string;
  readonly here: boolean;
  readonly place: Place;
}

/** What a stage offers: lessons, quizzes, something to break. */
export function entriesOf(course: Course, stage: Stage, progress: Progress): readonly Entry[] {
  const here = goOnAt(course, progress);
  return [
    ...stage.lessons.map((lesson) => lessonEntry(lesson, progress)),
    ...stage.quizzes.map((quiz) => quizEntry(quiz, progress)),
    ...topologiesOf(stage).map(breakEntry),
  ].map((entry) => ({ ...entry, here: isSame(entry.place, here) }));
}

/** The course map in lines. Numbered, its entries can be opened by their number. */
export function mapLines(course: Course, progress: Progress, numbered: boolean): string[] {
  if (course.stages.length === 0) return [course.title, '', words.empty];
  let number = 0;
  const stages = course.stages.flatMap((stage) => {
    const entries = entriesOf(course, stage, progress);
    const rows = entries.map((entry) => {
      number += 1;
      return row(entry, numbered ? `${String(number).padStart(3)}  ` : '  ', progress.place !== undefined);
    });
    return ['', ...stageLines(stage, progress), ...(rows.length > 0 ? rows : [`  ${words.emptyStage}`])];
  });
  return [course.title, ...stages];
}

/** How to go on from the map, for somebody who can't press keys here. */
export function howToGoOn(course: Course, progress: Progress, options: string): string[] {
  const next = commandOf(goOnAt(course, progress));
  const topology = course.stages.find((stage) => stage.topology !== undefined)?.topology;
  return [
    ...(next === undefined
      ? []
      : [progress.place === undefined ? words.begin : words.goOn, `  ${next}${options}`]),
    words.orAny,
    `  infra-tutor start ID${options}`,
    ...(topology === undefined ? [] : [words.breakIt, `  infra-tutor start ${topology}${options}`]),
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

function row({ id, state, title, here }: Entry, start: string, begun: boolean): string {
  const mark = here ? `  <- ${begun ? words.stoppedHere : words.startHere}` : '';
  return `${start}${state.padEnd(12)}  ${id.padEnd(28)}  ${title}${mark}`;
}

type PlainEntry = Omit<Entry, 'here'>;

function lessonEntry(lesson: Lesson, progress: Progress): PlainEntry {
  const { id, title, problem } = lesson;
  return {
    id,
    state: lessonState(lesson, progress),
    title: problem === undefined ? title : problemLine(problem),
    place: { screen: 'lesson', lesson: id, page: firstUnseen(lesson, progress) },
  };
}

function quizEntry(quiz: Quiz, progress: Progress): PlainEntry {
  const { right, all } = scoreOf([quiz], progress);
  return {
    id: quiz.id,
    state: quiz.problem === undefined ? words.quiz : words.broken,
    title:
      quiz.problem === undefined
        ? `${quiz.title}, ${words.questions(right, all)}`
        : problemLine(quiz.problem),
    place: { screen: 'quiz', quiz: quiz.id, question: firstOpen(quiz, progress) },
  };
}

function breakEntry(id: string): PlainEntry {
  return {
    id,
    state: words.break,
    title: words.breakTitle(id),
    place: { screen: 'simulator', topology: id },
  };
}

function lessonState(lesson: Lesson, progress: Progress): string {
  if (lesson.problem !== undefined) return words.broken;
  if (progress.read.has(lesson.id)) return words.read;
  const seen = pagesSeen(lesson, progress);
  return seen === 0 ? words.new : words.page(seen, lesson.pages.length);
}

function isSame(a: Place, b: Place): boolean {
  return a.screen === b.screen && idOf(a) === idOf(b);
}

/** The id that a place is opened by. */
export function idOf(place: Place): string | undefined {
  if (place.screen === 'lesson') return place.lesson;
  if (place.screen === 'quiz') return place.quiz;
  return place.screen === 'simulator' ? place.topology : undefined;
}

/** The command that opens a place. */
export function commandOf(place: Place): string | undefined {
  const id = idOf(place);
  return id && `infra-tutor ${place.screen === 'quiz' ? 'quiz' : 'start'} ${id}`;
}
