import type { Course, GlossaryEntry, Quiz } from '../course/model.ts';
import { noProgress } from '../learner/fold-progress.ts';
import { knownWords } from '../learner/place-of.ts';
import { lessonsOf, missionsOf, quizzesOf } from '../learner/standing.ts';
import { errors } from '../messages/errors.ts';
import { examWords } from '../messages/exam.ts';
import { messagesOf } from '../messages/language.ts';
import { plainWords } from '../messages/plain.ts';
import { drawingLines } from '../plain/drawing.ts';
import type { Page } from '../plain/forms/form.ts';
import { lessonLines } from '../plain/lesson.ts';
import { wholeStageLines } from '../plain/map.ts';
import { missionLines } from '../plain/mission-lines.ts';
import { folded, proseLines } from '../plain/prose.ts';
import { questionLines } from '../plain/question.ts';
import type { Talk } from '../plain/talk.ts';
import { nearestWord } from '../text/nearest.ts';
import { problemLine } from '../text/problem.ts';
import { describeTopology } from '../topology/draw/draw.ts';
import { type Command, type Context, Failure } from './command.ts';
import { openCourse, openTopology, topologyOpener } from './opening.ts';
import { talkOf } from './talk.ts';

const t = messagesOf('commands');

const KINDS = t`lesson, quiz, topology, mission, stage or word of the glossary`;

export const command: Command = {
  name: 'show',
  options: {},
  takes: {
    atLeast: 1,
    atMost: 1,
    what: t`the id of a lesson, quiz, topology, mission or stage, or a word of the glossary`,
  },
  completes: 'anything',
  async run(context) {
    const talk = talkOf(context);
    const course = await openCourse(context);
    const [id = ''] = context.given.words;
    const lines = await linesOf(context, course, id, talk);
    if (lines === undefined) {
      const known = [...knownWords(course), ...course.glossary.map(({ term }) => term)];
      throw new Failure(errors.unknownId(id, nearestWord(id, known), KINDS));
    }
    talk.say(...lines);
    return 0;
  },
};

/** What an id stands for, in lines; undefined when the course has nothing of that name. */
async function linesOf(
  context: Context,
  course: Course,
  id: string,
  talk: Talk,
): Promise<string[] | undefined> {
  const lesson = lessonsOf(course).find((candidate) => candidate.id === id);
  if (lesson !== undefined) return lessonLines(lesson, await topologyOpener(course), talk.width);
  const quiz = quizzesOf(course).find((candidate) => candidate.id === id);
  if (quiz !== undefined) {
    const lines = quizLines(quiz, { width: talk.width, openTopology: await topologyOpener(course) });
    const shared = course.topologies.some((topology) => topology.id === id);
    return shared ? [...lines, '', ...folded(plainWords.alsoTopology(id), talk.width)] : lines;
  }
  if (course.topologies.some((topology) => topology.id === id)) {
    const topology = await openTopology(context, id);
    const sentences = describeTopology(topology).flatMap((sentence) => folded(sentence, talk.width));
    return [topology.title, '', ...drawingLines(topology, talk), '', ...sentences];
  }
  const mission = missionsOf(course).find((candidate) => candidate.id === id);
  if (mission !== undefined) return missionLines(mission, undefined, talk.width);
  const stage = course.stages.find((candidate) => candidate.id === id || String(candidate.number) === id);
  if (stage !== undefined) return wholeStageLines(course, stage, noProgress);
  const entry = course.glossary.find(({ term }) => term.toLowerCase() === id.toLowerCase());
  return entry && glossaryLines(entry, talk.width);
}

function glossaryLines({ term, tokens }: GlossaryEntry, width: number): string[] {
  return [term, ...proseLines(tokens, width - 2).map((line) => `  ${line}`.trimEnd())];
}

/** The questions without their answers: `quiz` asks them. */
function quizLines(quiz: Quiz, page: Page): string[] {
  if (quiz.problem !== undefined) return [plainWords.quiz.cannotShow(problemLine(quiz.problem))];
  const intro = quiz.intro.length === 0 ? [] : [...proseLines(quiz.intro, page.width), ''];
  if (quiz.exam !== undefined) return [...intro, ...folded(examWords.show, page.width)];
  return [
    ...intro,
    ...quiz.questions.flatMap((question, index) => [
      ...(index === 0 ? [] : ['']),
      ...questionLines(quiz, question, page),
    ]),
  ];
}
