import type { Course } from '../course/model.ts';
import { type Presentation, presentationOf } from '../course/slides.ts';
import { commandWords } from '../messages/commands.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { presentWords as words } from '../messages/present.ts';
import { program } from '../messages/program.ts';
import { excerpt } from '../text/excerpt.ts';
import { nearestWord } from '../text/nearest.ts';
import { type Command, type Context, Failure } from './command.ts';
import { minutesOf } from './minutes.ts';
import { openCourse, terminalOf, topologyOpener } from './opening.ts';
import { talkOf } from './talk.ts';

const t = messagesOf('commands');

const usage = `${program} ${commandWords.present.usage}`;

export const command: Command = {
  name: 'present',
  options: { notes: 'flag', minutes: 'text' },
  takes: { atLeast: 0, atMost: 1, what: t`the id of a lesson, quiz or stage` },
  completes: 'part',
  async run(context) {
    const { given } = context;
    const [id] = given.words;
    const minutes = minutesOf(given);
    const asksNotes = given.flag('notes');
    if (minutes !== undefined && !asksNotes) throw new Failure(words.onlyNotes(usage));
    const course = await openCourse(context);
    const presentation = id === undefined ? undefined : presentationCalled(course, id);
    if (asksNotes) return showNotes(context, course, presentation, minutes);
    if (presentation === undefined) throw new Failure(words.whatFor(usage));
    return showSlides(context, course, presentation);
  },
};

/** @throws Failure */
function presentationCalled(course: Course, id: string): Presentation {
  const presentation = presentationOf(course, id);
  if (presentation === undefined) {
    const known = course.stages.flatMap((stage) => [stage, ...stage.lessons, ...stage.quizzes]);
    const nearest = nearestWord(
      id,
      known.map((each) => each.id),
    );
    throw new Failure(errors.unknownId(id, nearest, words.kinds));
  }
  if (presentation.slides.length === 0) throw new Failure(words.nothingIn(excerpt(id)));
  return presentation;
}

async function showSlides(context: Context, course: Course, presentation: Presentation): Promise<number> {
  if (!terminalOf(context).plain) {
    const { presentOnScreen } = await import('./present/on-screen.ts');
    return presentOnScreen(context, course, presentation.id);
  }
  const { slidesLines } = await import('../plain/presentation.ts');
  const talk = talkOf(context);
  const page = { width: talk.width, openTopology: await topologyOpener(course) };
  talk.say(...slidesLines(presentation, page));
  return 0;
}

async function showNotes(
  context: Context,
  course: Course,
  presentation: Presentation | undefined,
  minutes: number | undefined,
): Promise<number> {
  if (!terminalOf(context).plain) {
    const { followOnScreen } = await import('./present/on-screen.ts');
    return followOnScreen(context, course, presentation?.id, minutes);
  }
  if (presentation === undefined) throw new Failure(words.whatNotes(usage));
  const { notesLines } = await import('../plain/presentation.ts');
  const talk = talkOf(context);
  talk.say(...notesLines(presentation, talk.width));
  return 0;
}
