import type { Course } from '../course/model.ts';
import { courseKey } from '../learner/course-key.ts';
import type { Journal } from '../learner/journal.ts';
import type { Progress } from '../learner/progress.ts';
import { goOnAt, quizzesOf, readingOf, scoreOf } from '../learner/standing.ts';
import { statusWords as words } from '../messages/status.ts';
import { commandOf, idOf } from '../plain/map.ts';
import { openTalk } from '../plain/talk.ts';
import type { Command } from './command.ts';
import { openCourse, openLearner, printJson, tellProblems, terminalOf } from './opening.ts';

export const command: Command = {
  name: 'status',
  options: { json: 'flag' },
  async run(context) {
    const course = await openCourse(context);
    const journal = openLearner(context);
    const progress = journal.progress(courseKey(course));
    tellProblems(context, journal);
    if (context.given.flag('json')) {
      printJson(context, statusOf(course, progress, journal));
      return 0;
    }
    const { stdin, stdout } = context.world;
    const talk = openTalk({ input: stdin, output: stdout, ascii: terminalOf(context).ascii });
    talk.say(...statusLines(course, progress, journal));
    return 0;
  },
};

/** Where the learner stands, as data. */
export function statusOf(course: Course, progress: Progress, journal: Journal) {
  return {
    course: { id: course.id, title: course.title },
    lessons: readingOf(course.stages, progress),
    questions: scoreOf(quizzesOf(course), progress),
    stages: course.stages.map((stage) => ({
      id: stage.id,
      title: stage.title,
      lessons: readingOf([stage], progress),
      questions: scoreOf(stage.quizzes, progress),
    })),
    place: progress.place ?? null,
    go_on: idOf(goOnAt(course, progress)) ?? null,
    journal: { file: journal.file, unreadable_lines: journal.damagedLines },
  };
}

function statusLines(course: Course, progress: Progress, journal: Journal): string[] {
  const reading = readingOf(course.stages, progress);
  const score = scoreOf(quizzesOf(course), progress);
  const next = commandOf(goOnAt(course, progress));
  return [
    course.title,
    words.total(reading.read, reading.all, score.right, score.all, score.answered),
    '',
    ...course.stages.map((stage) => {
      const read = readingOf([stage], progress);
      const right = scoreOf(stage.quizzes, progress);
      return words.stage(stage.number, stage.title, read.read, read.all, right.right, right.all);
    }),
    '',
    next === undefined ? words.allDone : words.goOn(next, progress.place !== undefined),
    words.journal(journal.file, journal.damagedLines),
  ];
}
