import { type Linked, linksOn } from '../course/links.ts';
import type { Course, Footnote, Lesson, Page } from '../course/model.ts';
import type { Block, BlockOf } from '../course/page-blocks.ts';
import type { OpenTopology } from '../course/topologies.ts';
import { headingsOf, keptPage } from '../learner/kept-page.ts';
import type { Place } from '../learner/progress.ts';
import { lessonsOf } from '../learner/standing.ts';
import { lesson as lessonWords } from '../messages/lesson.ts';
import { plainWords } from '../messages/plain.ts';
import { program } from '../messages/program.ts';
import { shell } from '../messages/shell.ts';
import { problemLine } from '../text/problem.ts';
import { describeTopology } from '../topology/draw/draw.ts';
import { formatTime } from '../topology/duration.ts';
import { strokeLines } from './diagram-strokes.ts';
import { listingLines } from './listing.ts';
import { predict } from './predict.ts';
import { folded, proseLines } from './prose.ts';
import { type Next, record, type Tutor } from './room.ts';
import { simulatorRoom } from './simulator.ts';
import { whiteboardRoom } from './whiteboard.ts';

const words = plainWords.lesson;
const { resume } = shell;

type LessonPlace = Extract<Place, { screen: 'lesson' }>;
/** What a page lets one do. */
type RunBlock = BlockOf<'simulate' | 'predict' | 'whiteboard'>;

/** A lesson page by page; leads on to what follows it on the map. */
export async function lessonRoom(
  tutor: Tutor,
  { lesson: id, page: first, kept }: LessonPlace,
): Promise<Next> {
  const { course, talk } = tutor;
  const lesson = lessonsOf(course).find((candidate) => candidate.id === id);
  if (lesson === undefined) return { screen: 'map' };
  if (lesson.problem !== undefined || lesson.pages.length === 0) {
    talk.say(lesson.problem ? words.cannotShow(problemLine(lesson.problem)) : words.noPages);
    return { screen: 'map' };
  }
  const found = keptPage(lesson, first, kept);
  if (found.isGone) talk.say(resume.page);
  let { page } = found;
  let shown = -1;
  while (true) {
    if (page !== shown) showPage(tutor, lesson, page);
    shown = page;
    const isLast = page === lesson.pages.length - 1;
    const pageAt = lesson.pages[page];
    const runs = runsOf(pageAt);
    const answer = await talk.ask((isLast ? words.askAtEnd : words.ask)(runs.length));
    if (answer === undefined || answer === 'q') return 'quit';
    if (answer === 'm') return { screen: 'map' };
    if (answer === 'b') page = Math.max(0, page - 1);
    else if (/^t ?\d*$/.test(answer)) {
      const run = runs[Number(answer.slice(1) || '1') - 1];
      if (run === undefined) talk.say(words.noRun);
      else if ((await tryIt(tutor, lesson, run)) === 'quit') return 'quit';
    } else if (/^o ?\d*$/.test(answer)) {
      const link = waysFrom(pageAt, lesson, course)[Number(answer.slice(1) || '1') - 1];
      if (link !== undefined) return link.place;
      talk.say(words.noLink);
    } else if (answer !== '') talk.say(words.notKnown(answer));
    else if (isLast) return after(course, lesson);
    else page += 1;
  }
}

/** All pages of a lesson, for `show`. */
export function lessonLines(lesson: Lesson, openTopology: OpenTopology, width: number): string[] {
  if (lesson.problem !== undefined) return [words.cannotShow(problemLine(lesson.problem))];
  return lesson.pages.flatMap((page, index) => [
    ...(index === 0 ? [] : ['']),
    ...printedPage(lesson, page, openTopology, width),
  ]);
}

/** A page of a lesson, with the commands that do what it lets one do. */
export function printedPage(lesson: Lesson, page: Page, openTopology: OpenTopology, width: number): string[] {
  const tries = runsOf(page).flatMap((run) => [
    ...folded(askedOf(run, ''), width),
    `  ${commandOf(run, lesson)}`,
  ]);
  const parted = tries.length > 0 ? ['', ...tries] : [];
  return [...pageLines(lesson, lesson.pages.indexOf(page), openTopology, width), ...parted];
}

function showPage(tutor: Tutor, lesson: Lesson, page: number): void {
  const { talk } = tutor;
  const pageAt = lesson.pages[page];
  const runs = runsOf(pageAt);
  talk.say('', ...pageLines(lesson, page, tutor.openTopology, talk.width));
  for (const [index, run] of runs.entries()) {
    const key = runs.length === 1 ? 't' : `t${index + 1}`;
    talk.say('', ...folded(askedOf(run, ` (${key})`), talk.width));
  }
  const links = waysFrom(pageAt, lesson, tutor.course);
  if (links.length > 0) {
    const told = links.map((link, index) =>
      words.link(link.words, links.length === 1 ? 'o' : `o${index + 1}`),
    );
    talk.say('', ...told.flatMap((line) => folded(line, talk.width)));
  }
  if (page === lesson.pages.length - 1) {
    const next = nextOf(tutor.course, lesson);
    talk.say('', next === undefined ? words.end : `${words.end} ${words.next(next.title)}`);
  }
  record(tutor, { type: 'page', lesson: lesson.id, page, pages: lesson.pages.length });
  const kept = { heading: headingsOf(lesson)[page] ?? '', down: 0 };
  record(tutor, { type: 'place', place: { screen: 'lesson', lesson: lesson.id, page, kept } });
}

function pageLines(lesson: Lesson, index: number, openTopology: OpenTopology, width: number): string[] {
  const page = lesson.pages[index];
  const blocks = (page?.blocks ?? [])
    .map((block) => blockLines(block, openTopology, width))
    .filter((lines) => lines.length > 0);
  return [
    words.page(lesson.title, index + 1, lesson.pages.length),
    '',
    ...(page === undefined || page.title === '' || page.title === lesson.title ? [] : [page.title, '']),
    ...blocks.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines])),
    ...sourceLines(page?.footnotes ?? [], width),
  ];
}

/** The footnotes of a page, each behind its number. */
function sourceLines(footnotes: readonly Footnote[], width: number): string[] {
  const notes = footnotes.flatMap(({ tokens }, index) => {
    const number = `${lessonWords.footnote(index + 1)} `;
    const [first = '', ...more] = proseLines(tokens, width - number.length);
    const margin = ' '.repeat(number.length);
    return [`${number}${first}`, ...more.map((line) => `${margin}${line}`.trimEnd())];
  });
  return notes.length === 0 ? [] : ['', words.sources, ...notes];
}

/** A diagram is what its words say; a topology without words of its own is described from its file. */
function blockLines(block: Block, openTopology: OpenTopology, width: number): string[] {
  switch (block.kind) {
    case 'markdown':
      return proseLines(block.tokens, width);
    case 'diagram': {
      const spoken = block.words === '' ? described(block.topology, openTopology) : [block.words];
      const grown = block.growth === undefined ? [] : strokeLines(block.growth, openTopology, width);
      return [words.diagram, ...spoken.flatMap((sentence) => folded(sentence, width, '  ')), ...grown];
    }
    case 'listing':
      return listingLines(block.listing, openTopology, width);
    case 'simulate':
    case 'predict':
    case 'whiteboard':
      return [];
  }
}

function described(topology: string | undefined, openTopology: OpenTopology): readonly string[] {
  const read = topology === undefined ? undefined : openTopology(topology);
  return read?.topology === undefined ? [] : describeTopology(read.topology);
}

function askedOf(block: RunBlock, key: string): string {
  if (block.kind === 'whiteboard') return words.explain(key, block.whiteboard.ask);
  return block.kind === 'simulate'
    ? words.tryIt(key, block.lookFor)
    : words.predict(key, block.prediction.ask);
}

/** Runs the prepared run, and lets the learner go on breaking things; a prediction comes before it, the rest after. */
async function tryIt(tutor: Tutor, lesson: Lesson, block: RunBlock): Promise<Next> {
  if (block.kind === 'predict') return predict(tutor, lesson.id, block);
  if (block.kind === 'whiteboard') return whiteboardRoom(tutor, lesson.id, block.whiteboard);
  return simulatorRoom(tutor, { ...block.run, seed: tutor.seed }, block.lookFor);
}

/** The prepared run as the command that does the same; the lesson's own where there is none to run. */
function commandOf(block: RunBlock, { id }: Lesson): string {
  if (block.kind === 'whiteboard') return `${program} start ${id}`;
  const { run } = block;
  const parts = [
    `${program} simulate ${run.topology} --for ${formatTime(run.for)}`,
    ...(run.rate === undefined ? [] : [`--rate ${run.rate}`]),
    // a change may hold braces and spaces, which a shell would take apart
    ...run.set.map((change) => (/^[\w.=%-]+$/.test(change) ? `--set ${change}` : `--set '${change}'`)),
    ...run.fault.map((fault) => `--fault '${fault}'`),
  ];
  return parts.join(' ');
}

function runsOf(page: Page | undefined): readonly RunBlock[] {
  return (page?.blocks ?? []).filter(
    (block) => block.kind === 'simulate' || block.kind === 'predict' || block.kind === 'whiteboard',
  );
}

/** The links of a page that lead into a room. */
function waysFrom(page: Page | undefined, lesson: Lesson, course: Course): { words: string; place: Place }[] {
  const links = page === undefined ? [] : linksOn(page, lesson, course);
  return links.flatMap((link) => {
    const place = placeOf(course, link.to);
    return place === undefined ? [] : [{ words: link.words, place }];
  });
}

/** The room that a link leads to; a word of the glossary has none. */
function placeOf(course: Course, to: Linked): Place | undefined {
  switch (to.part) {
    case 'lesson':
      return { screen: 'lesson', lesson: to.id, page: to.page };
    case 'quiz': {
      const quiz = course.stages.flatMap(({ quizzes }) => quizzes).find(({ id }) => id === to.id);
      return quiz && { screen: 'quiz', quiz: to.id, question: quiz.questionIds[0] ?? '' };
    }
    case 'mission':
      return { screen: 'mission', mission: to.id };
    case 'topology':
      return { screen: 'simulator', topology: to.id };
    case 'glossary':
      return undefined;
  }
}

function after(course: Course, lesson: Lesson): Next {
  return nextOf(course, lesson)?.place ?? { screen: 'map' };
}

/** What stands after a lesson on the map: the stage's next lesson, its first quiz, the next stage's first lesson. */
function nextOf(course: Course, lesson: Lesson): { title: string; place: Place } | undefined {
  const all = course.stages.flatMap((stage) => [
    ...stage.lessons.map(({ id, title }) => ({
      id,
      title,
      place: { screen: 'lesson', lesson: id, page: 0 } as const,
    })),
    ...stage.quizzes.map(({ id, title, questionIds }) => ({
      id,
      title,
      place: { screen: 'quiz', quiz: id, question: questionIds[0] ?? '' } as const,
    })),
  ]);
  return all[all.findIndex(({ id }) => id === lesson.id) + 1];
}
