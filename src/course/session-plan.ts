/** A session with a class: what of a stage fits into so many minutes, in the order of the course. */
import type { Lesson, Stage } from './model.ts';

/** A question read, thought about, answered and talked over. */
const minutesPerQuestion = 1;
/** Of the session for lessons; the rest is for what the learners do themselves. */
const forLessons = 3 / 4;

export interface PlannedRun {
  /** title of the page that it stands on */
  readonly page: string;
  readonly topology: string;
  /** `10s kill web-2` */
  readonly faults: readonly string[];
  /** the learners guess before it begins */
  readonly guessed: boolean;
}

export interface Part {
  readonly kind: 'lesson' | 'quiz' | 'mission';
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly runs: readonly PlannedRun[];
}

export interface SessionPlan {
  /** `begins` counts minutes from the start of the session */
  readonly parts: readonly (Part & { readonly begins: number })[];
  /** minutes that nothing is planned for */
  readonly spare: number;
  /** what did not fit */
  readonly left: readonly Part[];
}

/**
 * Lays a stage out over a session. Lessons come in the order of the course and none is left out between two others,
 * because each stands on those before it; then come the quizzes and missions that fit whole. Drafts and what can't be
 * shown are no part of it.
 *
 * @param minutes of the session; undefined: as long as the stage takes
 */
export function planSession(stage: Stage, minutes = Number.POSITIVE_INFINITY): SessionPlan {
  const [lessons, tasks] = [lessonParts(stage), [...quizParts(stage), ...missionParts(stage)]];
  let taught = prefix(lessons, minutes * forLessons);
  const done = fitting(tasks, minutes - total(taught));
  // time that no quiz or mission can use goes to lessons again
  taught = prefix(lessons, minutes - total(done));
  let begins = 0;
  const parts = [...taught, ...done].map((part) => {
    const planned = { ...part, begins };
    begins += part.minutes;
    return planned;
  });
  const left = [...lessons, ...tasks].filter((part) => !taught.includes(part) && !done.includes(part));
  return { parts, spare: Number.isFinite(minutes) ? minutes - begins : 0, left };
}

/** The first of them, as many as fit. */
function prefix(parts: readonly Part[], minutes: number): readonly Part[] {
  const first = parts.findIndex((_, index) => total(parts.slice(0, index + 1)) > minutes);
  return first === -1 ? parts : parts.slice(0, first);
}

/** Each that still fits beside those before it. */
function fitting(parts: readonly Part[], minutes: number): readonly Part[] {
  let room = minutes;
  return parts.filter((part) => {
    if (part.minutes > room) return false;
    room -= part.minutes;
    return true;
  });
}

function total(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.minutes, 0);
}

function lessonParts({ lessons }: Stage): readonly Part[] {
  return lessons
    .filter(({ draft, problem }) => !draft && problem === undefined)
    .map((lesson) => ({
      kind: 'lesson',
      id: lesson.id,
      title: lesson.title,
      minutes: lesson.minutes,
      runs: runsOf(lesson),
    }));
}

function runsOf({ pages }: Lesson): PlannedRun[] {
  return pages.flatMap(({ title, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'simulate' || block.kind === 'predict'
        ? [
            {
              page: title,
              topology: block.run.topology,
              faults: block.run.fault,
              guessed: block.kind === 'predict',
            },
          ]
        : [],
    ),
  );
}

function quizParts({ quizzes }: Stage): readonly Part[] {
  return quizzes
    .filter(({ draft, problem }) => !draft && problem === undefined)
    .map(({ id, title, questionIds }) => ({
      kind: 'quiz',
      id,
      title,
      minutes: questionIds.length * minutesPerQuestion,
      runs: [],
    }));
}

function missionParts({ missions }: Stage): readonly Part[] {
  return missions
    .filter(({ draft, problem }) => !draft && problem === undefined)
    .map(({ id, title, minutes }) => ({ kind: 'mission', id, title, minutes, runs: [] }));
}
