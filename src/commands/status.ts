import type { Course } from '../course/model.ts';
import { courseKey } from '../learner/course-key.ts';
import { dueByDay, dueCounts } from '../learner/due.ts';
import type { Journal } from '../learner/journal.ts';
import { objectiveOverviews } from '../learner/objectives.ts';
import {
  calibrationOf,
  type QuestionCounts,
  reviewsByDay,
  type StageOverview,
  stageOverviews,
  streakOf,
  timeSpent,
  weakSpots,
} from '../learner/overview.ts';
import type { Progress } from '../learner/progress.ts';
import { goOnAt, missionScore, missionsOf, quizzesOf, readingOf, scoreOf } from '../learner/standing.ts';
import { plainWords } from '../markdown/words.ts';
import { map } from '../messages/map.ts';
import { overview } from '../messages/overview.ts';
import { program } from '../messages/program.ts';
import { statusWords as words } from '../messages/status.ts';
import { commandOf, idOf } from '../plain/map.ts';
import { excerpt } from '../text/excerpt.ts';
import type { Command } from './command.ts';
import { openCourse, openLearner, printJson, tellProblems } from './opening.ts';
import { talkOf } from './talk.ts';

/** Days of reviews that are told. */
const DAYS = 28;

export const command: Command = {
  name: 'status',
  options: { json: 'flag', streak: 'flag' },
  async run(context) {
    const course = await openCourse(context);
    const journal = openLearner(context);
    const progress = journal.progress(courseKey(course));
    tellProblems(context, journal);
    const now = context.world.clock();
    const asksStreak = context.given.flag('streak');
    if (context.given.flag('json')) {
      const status = statusOf(course, progress, journal, now);
      printJson(context, asksStreak ? { ...status, streak_days: streakOf(progress, now) } : status);
      return 0;
    }
    const talk = talkOf(context);
    talk.say(...statusLines(course, progress, journal, now));
    if (asksStreak) talk.say(overview.streak(streakOf(progress, now)));
    return 0;
  },
};

/** Where the learner stands, as data. */
export function statusOf(course: Course, progress: Progress, journal: Journal, now: number) {
  const { today, week } = dueCounts(course, progress, now);
  const stages = stageOverviews(course, progress, now);
  return {
    course: { id: course.id, title: course.title },
    lessons: readingOf(course.stages, progress),
    missions: missionScore(missionsOf(course), progress),
    questions: {
      ...questionsOf(stages),
      due_today: today,
      due_within_a_week: week,
    },
    stages: stages.map(({ stage, lessons, questions, spent }) => ({
      id: stage.id,
      title: stage.title,
      lessons,
      questions,
      spent_s: seconds(spent),
    })),
    objectives: objectiveOverviews(course, progress, now).map(({ stage, lesson, isRead, questions }) => ({
      stage: stage.id,
      lesson: lesson.id,
      objectives: lesson.objectives,
      read: isRead,
      questions,
    })),
    calibration: progress.calibration,
    weak_spots: weakSpots(course, progress).map(({ quiz, question, surelyWrong, lapses, page, mission }) => ({
      quiz,
      question: question.id,
      sure_and_wrong: surelyWrong,
      lapses,
      page: page === undefined ? null : { lesson: page.lesson, page: page.page + 1, title: page.title },
      mission: mission === undefined ? null : { id: mission.id, title: mission.title },
    })),
    reviews_by_day: reviewsByDay(progress, DAYS, now),
    due_by_day: dueByDay(course, progress, DAYS, now),
    spent_s: seconds(timeSpent(progress)),
    place: progress.place ?? null,
    go_on: idOf(goOnAt(course, progress)) ?? null,
    journal: { file: journal.file, unreadable_lines: journal.damagedLines },
  };
}

function questionsOf(stages: readonly StageOverview[]): QuestionCounts {
  const none = { all: 0, answered: 0, right: 0, sure: 0, mastered: 0, due: 0 };
  return stages.reduce(
    (sum, { questions }) => ({
      all: sum.all + questions.all,
      answered: sum.answered + questions.answered,
      right: sum.right + questions.right,
      sure: sum.sure + questions.sure,
      mastered: sum.mastered + questions.mastered,
      due: sum.due + questions.due,
    }),
    none,
  );
}

function seconds(ms: number): number {
  return Math.round(ms / 1_000);
}

function statusLines(course: Course, progress: Progress, journal: Journal, now: number): string[] {
  const reading = readingOf(course.stages, progress);
  const score = scoreOf(quizzesOf(course), progress);
  const missions = missionScore(missionsOf(course), progress);
  const next = commandOf(goOnAt(course, progress));
  return [
    course.title,
    words.total(reading.read, reading.all, score.right, score.all, score.answered),
    ...(missions.all > 0 ? [words.missions(missions.won, missions.all, missions.stars)] : []),
    '',
    ...course.stages.map((stage) => {
      const read = readingOf([stage], progress);
      const right = scoreOf(stage.quizzes, progress);
      return words.stage(stage.number, stage.title, read.read, read.all, right.right, right.all);
    }),
    ...(score.answered > 0 ? knowledgeLines(course, progress, now) : []),
    '',
    next === undefined ? words.allDone : words.goOn(next, progress.place !== undefined),
    words.journal(journal.file, journal.damagedLines),
  ];
}

/** What is due, how well the learner knows what is known, and what is worth another look. */
function knowledgeLines(course: Course, progress: Progress, now: number): string[] {
  const due = dueCounts(course, progress, now);
  const { mastered, all } = questionsOf(stageOverviews(course, progress, now));
  const said = calibrationOf(progress).filter(([, { answered }]) => answered > 0);
  const weak = weakSpots(course, progress);
  return [
    '',
    `${map.due(due.now, due.today, due.week)}. ${overview.inLines.mastered(mastered, all)}`,
    overview.inLines.weeks(byWeek(dueByDay(course, progress, DAYS, now))),
    ...(said.length > 0 ? [overview.inLines.calibration(said)] : []),
    `${overview.spent(timeSpent(progress))}.`,
    ...objectiveLines(course, progress, now),
    ...(weak.length > 0 ? ['', `${overview.weak}:`] : []),
    ...weak.flatMap(({ question, surelyWrong, page, mission }) => [
      `  ${excerpt(plainWords(question.prompt).replaceAll('`', ''))}${surelyWrong ? ` (${overview.wereSure})` : ''}`,
      ...(page ? [`    ${overview.readAgain(page.title)}: ${program} start ${page.lesson}`] : []),
      ...(mission ? [`    ${overview.play(mission.title)}: ${program} mission ${mission.id}`] : []),
    ]),
  ];
}

/** What each lesson is for, where any of its questions were answered. */
function objectiveLines(course: Course, progress: Progress, now: number): string[] {
  const met = objectiveOverviews(course, progress, now).filter(({ questions }) => questions.answered > 0);
  if (met.length === 0) return [];
  const { answered, right, sure, mastered, due } = overview.columns;
  const lines = met.flatMap(({ lesson, isRead, questions }) => {
    const counts = [
      `${questions.answered} ${answered}`,
      `${questions.right} ${right}`,
      `${questions.sure} ${sure}`,
      `${questions.mastered} ${mastered}`,
      `${questions.due} ${due}`,
    ];
    return [`  ${overview.inLines.objective(lesson.title, isRead)}: ${counts.join(', ')}`];
  });
  return ['', `${overview.byObjective}:`, ...lines];
}

/** Sums of seven. */
function byWeek(days: readonly number[]): readonly number[] {
  return Array.from({ length: days.length / 7 }, (_, week) =>
    days.slice(week * 7, week * 7 + 7).reduce((sum, count) => sum + count, 0),
  );
}
