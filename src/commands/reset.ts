import type { Course } from '../course/model.ts';
import { courseKey } from '../learner/course-key.ts';
import { lessonsOf, missionsOf, quizzesOf } from '../learner/standing.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { resetWords } from '../messages/status.ts';
import { nearestWord } from '../text/nearest.ts';
import { plainLine } from '../text/plain-text.ts';
import { type Command, type Context, Failure } from './command.ts';
import { openCourse, openLearner, tellProblems } from './opening.ts';
import { talkOf } from './talk.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'reset',
  options: { all: 'flag' },
  takes: { atLeast: 0, atMost: 1, what: t`an id` },
  completes: 'part',
  async run(context) {
    const { given, world } = context;
    const [id] = given.words;
    if (given.flag('all') && id !== undefined) throw new Failure(errors.resetBoth);
    if (!given.flag('all') && id === undefined) throw new Failure(errors.nothingToReset);
    const course = await openCourse(context);
    const { ids, title } = id === undefined ? { ids: [undefined], title: course.title } : partsOf(course, id);
    if (id === undefined && !(await isSure(context, title))) {
      world.stdout.write(`${resetWords.kept}\n`);
      return 0;
    }
    const journal = openLearner(context);
    for (const part of ids) {
      const event = { type: 'reset', at: world.clock(), course: courseKey(course) } as const;
      journal.record(part === undefined ? event : { ...event, id: part });
    }
    tellProblems(context, journal);
    if (!journal.saves) throw new Failure(resetWords.notSaved, 1);
    world.stdout.write(`${plainLine(id === undefined ? resetWords.all(title) : resetWords.one(title))}\n`);
    return 0;
  },
};

/** Whoever sits at a terminal is asked before everything is forgotten; a script has said it. */
async function isSure(context: Context, title: string): Promise<boolean> {
  const { stdin, stdout } = context.world;
  if (stdin.isTTY !== true || stdout.isTTY !== true) return true;
  const talk = talkOf(context);
  const answer = await talk.ask(resetWords.sure(plainLine(title)));
  return /^y(es)?$/i.test(answer?.trim() ?? '');
}

/** The lessons, quizzes and missions that an id stands for: one, or all of a stage. */
function partsOf(course: Course, id: string): { ids: readonly string[]; title: string } {
  const one = [...lessonsOf(course), ...quizzesOf(course), ...missionsOf(course)].find(
    (part) => part.id === id,
  );
  if (one !== undefined) return { ids: [id], title: one.title };
  const stage = course.stages.find((candidate) => candidate.id === id || String(candidate.number) === id);
  if (stage === undefined) {
    const parts = [...lessonsOf(course), ...quizzesOf(course), ...missionsOf(course)];
    const known = [...parts, ...course.stages].map((part) => part.id);
    throw new Failure(errors.unknownId(id, nearestWord(id, known), t`lesson, quiz, mission or stage`));
  }
  const parts = [...stage.lessons, ...stage.quizzes, ...stage.missions];
  return { ids: parts.map((part) => part.id), title: stage.title };
}
