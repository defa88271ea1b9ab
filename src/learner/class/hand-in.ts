/** What a learner hands in: what was done in one course, small enough for a mail. */
import { courseRevision } from '../../course/course-revision.ts';
import type { Answer, Course, Play, Question } from '../../course/model.ts';
import { isoTime } from '../iso-time.ts';
import type { AnswerRecord, LearningRecord, MissionRecord, PredictionRecord } from '../record.ts';
import type { Confidence } from '../schedule.ts';
import { quizzesOf } from '../standing.ts';
import { answerTo } from '../stored-answer.ts';

export interface HandIn {
  readonly name: string;
  /** tells two learners of one name apart: their machines and accounts */
  readonly learner: string;
  /** milliseconds since 1970 */
  readonly written: number;
  readonly course: HandedCourse;
  readonly answers: readonly HandedAnswers[];
  readonly missions: readonly HandedMission[];
  readonly predictions: readonly HandedPrediction[];
}

export interface HandedCourse {
  readonly id: string;
  readonly origin: string | undefined;
  readonly revision: string;
}

/** What was answered to one question. */
export interface HandedAnswers {
  readonly quiz: string;
  readonly question: string;
  readonly revision: string | undefined;
  readonly first: Said;
  readonly last: Said;
  /** answers of the learner's own */
  readonly tries: number;
  readonly hints: number;
  /** the answer was shown, or the question skipped, at some time */
  readonly lookedUp: boolean;
  readonly confidence: Confidence | undefined;
  /** seconds, without pauses */
  readonly seconds: number;
}

export interface Said {
  /** undefined: it was looked up or skipped */
  readonly answer: Answer | undefined;
  readonly right: boolean;
}

/** The best play of a mission. */
export interface HandedMission {
  readonly mission: string;
  readonly stars: number;
  readonly hints: number;
  readonly plays: number;
  readonly play: Play | undefined;
}

/** The first guess about a run. */
export interface HandedPrediction {
  readonly lesson: string;
  readonly prediction: string;
  readonly guess: string;
  readonly right: boolean;
  readonly seed: number;
}

export type Stamp = Pick<HandIn, 'name' | 'learner' | 'written'>;

/** What was done in the course as it is now; answers to what was asked otherwise are left out. */
export function handInOf(course: Course, record: LearningRecord, stamp: Stamp): HandIn {
  const { id, origin } = course;
  const answers = grouped(record.answers, ({ question }) => question);
  const plays = grouped(record.missions, ({ mission }) => mission);
  const guesses = grouped(record.predictions, ({ lesson, prediction }) => `${lesson} ${prediction}`);
  return {
    ...stamp,
    course: { id, origin, revision: courseRevision(course) },
    answers: quizzesOf(course).flatMap(({ questions }) =>
      questions.flatMap((question) => answersTo(question, answers.get(question.id) ?? []) ?? []),
    ),
    missions: [...plays.values()].map(bestOf),
    predictions: [...guesses.values()].flatMap(([made]) => (made === undefined ? [] : [firstGuess(made)])),
  };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

function firstGuess({ lesson, prediction, guess, right, seed }: PredictionRecord): HandedPrediction {
  return { lesson, prediction, guess, right, seed };
}

function answersTo(question: Question, all: readonly AnswerRecord[]): HandedAnswers | undefined {
  const { id, revision } = question;
  const own = all.filter((answer) => (answer.revision ?? revision) === revision);
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const said = ({ answer, right }: AnswerRecord): Said => ({ answer: answerTo(question, answer), right });
  return {
    quiz: first.quiz,
    question: id,
    revision: first.revision,
    first: said(first),
    last: said(last),
    tries: own.filter(({ given }) => !given).length,
    hints: own.reduce((most, { hints }) => Math.max(most, hints), 0),
    lookedUp: own.some(({ given }) => given),
    confidence: own.findLast(({ confidence }) => confidence !== undefined)?.confidence,
    seconds: Math.round(own.reduce((sum, { took = 0 }) => sum + took, 0) / 1000),
  };
}

function bestOf(plays: readonly MissionRecord[]): HandedMission {
  const best = plays.reduce((a, b) => (b.stars > a.stars ? b : a));
  const { mission, stars, hints, play } = best;
  return { mission, stars, hints, plays: plays.length, play };
}

/** The file that is handed in: one line of JSON a part, so that a person can look through it. */
export function handInText({
  name,
  learner,
  written,
  course,
  answers,
  missions,
  predictions,
}: HandIn): string {
  const list = (key: string, all: readonly object[]): string =>
    ` "${key}": [${all.map((one) => `\n  ${JSON.stringify(one)}`).join(',')}\n ]`;
  const { id, origin, revision } = course;
  return `${[
    '{"format": 1',
    ` "name": ${JSON.stringify(name)}`,
    ` "learner": ${JSON.stringify(learner)}`,
    ` "written": ${JSON.stringify(isoTime(written))}`,
    ` "course": ${JSON.stringify({ id, origin, revision })}`,
    list(
      'answers',
      answers.map(({ lookedUp, first, last, ...rest }) => ({ ...rest, looked_up: lookedUp, first, last })),
    ),
    list('missions', missions),
    list('predictions', predictions),
  ].join(',\n')}\n}\n`;
}
