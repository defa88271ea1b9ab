/** The course map: the stages with their progress, and what the chosen one offers. */

import type { Lesson, Mission, Stage } from '../../../course/model.ts';
import { dueCounts } from '../../../learner/due.ts';
import { leftRun, missionsOf, pagesSeen, readingOf, scoreOf } from '../../../learner/standing.ts';
import { map as words } from '../../../messages/map.ts';
import { placement } from '../../../messages/placement.ts';
import { review } from '../../../messages/review.ts';
import { shell } from '../../../messages/shell.ts';
import { columnOf } from '../../../text/cells.ts';
import type { Row, Span } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import {
  clipRow,
  EMPTY,
  ends,
  gap,
  indent,
  padded,
  row,
  rowWidth,
  widthOf,
  wrapped,
} from '../../../text/row-layout.ts';
import { type Context, defineScreen, type Picture } from '../../screen.ts';
import { progressBar } from '../../widgets/progress-bar.ts';
import { keepInSight, scrollWindow } from '../../widgets/scroll.ts';
import { starSpans } from '../../widgets/stars.ts';
import { clockOf } from '../simulator/clock.ts';
import { type Entry, entriesOf, isBegun, isDone, stoppedAt } from './entries.ts';
import { mapKeys } from './keys.ts';
import { type MapAction, type MapState, openMap, reduceMap, reloadedMap } from './state.ts';

/** Under so many rows the summary gives its place to the entries. */
const ROOMY = 18;
const BAR_CELLS = 10;

export const mapScreen = defineScreen<'map', MapState, MapAction>({
  name: 'map',
  title: words.title,
  open: (_, context) => openMap(context),
  reduce: reduceMap,
  keys: mapKeys,
  view: viewMap,
  reloaded: reloadedMap,
  returned: () => ({ type: 'returned' }),
  place: () => ({ screen: 'map' }),
});

/** The map as rows. */
function viewMap(state: MapState, context: Context): Picture {
  const { course, columns, rows } = context;
  const title = [span(shell.name, 'strong')];
  const status = [span(course.title)];
  const stage = course.stages[state.stage];
  if (stage === undefined) {
    return { title, status, body: [EMPTY, ...indent(wrapped(words.noStages, columns - 4), 3)] };
  }
  const stageRows = course.stages.map((each, index) => stageRow(each, index === state.stage, context));
  const stageRoom = Math.min(stageRows.length, Math.max(3, Math.floor(rows / 3)));
  const stages = scrollWindow(stageRows, keepInSight(0, state.stage, stageRows.length, stageRoom), stageRoom);
  const head = stageHead(stage, context);
  const above = [...stages, ...leftRows(context), ...dueRows(context), EMPTY, ...head];
  return { title, status, body: [...above, ...entryRows(state, stage, rows - above.length, context)] };
}

/** The run that was left in the middle. */
function leftRows({ course, progress, columns, glyphs }: Context): readonly Row[] {
  const left = leftRun(course, progress);
  if (left === undefined) return [];
  const { place, at } = left;
  const title =
    place.screen === 'mission'
      ? missionsOf(course).find(({ id }) => id === place.mission)?.title
      : course.topologies.find(({ id }) => id === place.topology)?.title;
  const said = span(words.goOnWith(title ?? '', clockOf(at)), 'accent');
  return [[...clipRow([gap(3), said], columns - 6, glyphs.ellipsis), gap(3), span('r', 'strong')]];
}

/** What is to be reviewed, where there is anything; for who has done nothing yet, a way to skip what is known. */
function dueRows({ course, progress, now, columns }: Context): readonly Row[] {
  if (progress.pages.size + progress.answers.size === 0) {
    return indent(wrapped(placement.offer, columns - 4, 'dim').slice(0, 1), 3);
  }
  const due = dueCounts(course, progress, now);
  if (due.week + due.replays === 0) return [];
  const questions = words.due(due.now, due.today, due.week);
  if (due.now + due.replays === 0) return [[gap(3), span(questions, 'dim')]];
  const said = [questions, ...(due.replays > 0 ? [review.replays(due.replays)] : [])];
  return [[gap(3), span(said.join('; '), 'accent'), gap(3), span('v', 'strong')]];
}

function stageRow(stage: Stage, chosen: boolean, context: Context): Row {
  const { progress, glyphs } = context;
  const columns = mapWidth(context);
  const mark = isDone(stage, progress)
    ? span(glyphs.done, 'good')
    : isBegun(stage, progress)
      ? span(glyphs.partly, 'accent')
      : span(glyphs.open, 'dim');
  const titleWidth = Math.min(columns - 36, 28);
  const name = clipRow(
    [span(padded(stage.title, titleWidth), chosen ? 'strong' : 'plain')],
    titleWidth,
    glyphs.ellipsis,
  );
  const { read, all: lessons } = readingOf([stage], progress);
  const { all, answered, right } = scoreOf(stage.quizzes, progress);
  const counts = isBegun(stage, progress)
    ? [
        `  ${padded(words.read(read, lessons), 12)}`,
        // the bar counts questions too, so say what is left of it when all is read
        all > 0 && (answered > 0 || read === lessons) ? `  ${words.quiz(right, all)}` : '',
      ]
    : [];
  const bar = [...name, gap(2), ...progressBar(read + right, stage.lessons.length + all, BAR_CELLS, glyphs)];
  const lead = [
    ...pointed(chosen, context),
    ...cell(mark, context),
    span(`${stage.number}  `, chosen ? 'strong' : 'plain'),
  ];
  return withWhatFits([...lead, ...bar], counts, columns);
}

/** A row with those of some texts after it that fit whole. */
function withWhatFits(start: Row, texts: readonly string[], columns: number): Row {
  const spans = [...start];
  for (const text of texts) {
    if (rowWidth(spans) + widthOf(text) > columns) break;
    spans.push(span(text));
  }
  return spans;
}

/** What stands at the right must not be far from what it belongs to. */
function mapWidth({ columns }: Context): number {
  return Math.min(columns, 96);
}

function stageHead(stage: Stage, context: Context): readonly Row[] {
  const { rows, glyphs } = context;
  const columns = mapWidth(context);
  const minutes = stage.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const about = minutes > 0 ? [span(words.minutes(minutes), 'dim'), gap(1)] : [];
  const title = ends([gap(3), span(stage.title, 'strong')], about, columns, glyphs.ellipsis);
  if (rows < ROOMY || stage.summary === '') return [title];
  return [title, ...indent(wrapped(stage.summary, columns - 4, 'dim').slice(0, 2), 3), EMPTY];
}

function entryRows(state: MapState, stage: Stage, room: number, context: Context): readonly Row[] {
  const entries = entriesOf(stage);
  if (entries.length === 0) return [row(gap(6), span(words.emptyStage, 'dim'))];
  const stopped = stoppedAt(context.course, context.progress);
  const rows = entries.map((entry, index) => entryRow(entry, index === state.entry, stopped, context));
  if (rows.length <= room) return rows;
  const top = keepInSight(0, state.entry, rows.length, room - 1);
  const below = rows.length - top - (room - 1);
  const more =
    below > 0 ? row(gap(6), span(`${context.glyphs.more} ${words.moreBelow(below)}`, 'dim')) : EMPTY;
  return [...scrollWindow(rows, top, room - 1), more];
}

function entryRow(entry: Entry, chosen: boolean, stopped: string | undefined, context: Context): Row {
  const { left, right } = entryParts(entry, stopped, context);
  const tone = chosen ? 'strong' : 'plain';
  const text = left.map((part) => (part.tone === 'plain' ? span(part.text, tone) : part));
  return ends(
    [gap(3), ...pointed(chosen, context), ...text],
    right.length > 0 ? [...right, gap(1)] : [],
    mapWidth(context),
    context.glyphs.ellipsis,
  );
}

function entryParts(entry: Entry, stopped: string | undefined, context: Context): { left: Row; right: Row } {
  const { glyphs, progress } = context;
  if (entry.kind === 'break') {
    return { left: [...label(words.labels.break, context), span(words.breakIt)], right: [] };
  }
  if (entry.kind === 'lesson') return lessonParts(entry.lesson, stopped, context);
  if (entry.kind === 'mission') return missionParts(entry.mission, context);
  const { quiz } = entry;
  if (quiz.problem !== undefined) {
    return { left: [...label(words.labels.quiz, context), span(quiz.title)], right: broken(context) };
  }
  if (quiz.draft)
    return {
      left: [...label(words.labels.quiz, context), span(quiz.title)],
      right: [span(words.draft, 'warn')],
    };
  const { all, answered, right } = scoreOf([quiz], progress);
  const state = answered > 0 ? words.rightOf(right, all) : words.questions(all);
  const tone = answered > 0 && right === all ? 'good' : 'dim';
  const done = answered > 0 && right === all ? `${glyphs.done} ` : '';
  return {
    left: [...label(words.labels.quiz, context), span(quiz.title)],
    right: stopped === quiz.id ? [span(words.stoppedHere, 'accent')] : [span(done + state, tone)],
  };
}

function lessonParts(
  lesson: Lesson,
  stopped: string | undefined,
  context: Context,
): { left: Row; right: Row } {
  const { glyphs, progress } = context;
  const seen = pagesSeen(lesson, progress);
  if (lesson.problem !== undefined) {
    return {
      left: [...cell(span(glyphs.wrong, 'bad'), context), span(lesson.title)],
      right: broken(context),
    };
  }
  const mark = progress.read.has(lesson.id)
    ? span(glyphs.done, 'good')
    : seen > 0
      ? span(glyphs.partly, 'accent')
      : span(glyphs.open, 'dim');
  const left = [...cell(mark, context), span(lesson.title)];
  if (lesson.draft) return { left, right: [span(words.draft, 'warn')] };
  if (stopped === lesson.id) return { left, right: [span(hereWords(seen, context), 'accent')] };
  const isPartly = seen > 0 && !progress.read.has(lesson.id);
  return { left, right: isPartly ? [span(words.pages(seen, lesson.pages.length), 'dim')] : [] };
}

/** Its stars, once it was played; else how long it takes. */
function missionParts(mission: Mission, context: Context): { left: Row; right: Row } {
  const left = [...label(words.labels.mission, context), span(mission.title)];
  if (mission.problem !== undefined) return { left, right: broken(context) };
  if (mission.draft) return { left, right: [span(words.draft, 'warn')] };
  const stars = context.progress.missions.get(mission.id);
  if (stars === undefined) return { left, right: [span(words.takes(mission.minutes), 'dim')] };
  if (stars === 0) return { left, right: [span(words.notWon, 'warn')] };
  return { left, right: [span(`${words.stars(stars)} `), ...starSpans(stars, context)] };
}

function hereWords(seen: number, { progress }: Context): string {
  if (seen > 0) return words.stoppedHere;
  return progress.pages.size > 0 ? words.nextHere : words.startHere;
}

function broken({ glyphs }: Context): Row {
  return [span(`${glyphs.wrong} ${words.broken}`, 'bad')];
}

/** A glyph in a column of its own, as wide as the widest. */
function cell(mark: Span, { glyphs }: Context): Row {
  return [mark, gap(widthOf(glyphs.done) - widthOf(mark.text) + 1)];
}

function pointed(chosen: boolean, { glyphs }: Context): Row {
  return [gap(1), span(chosen ? glyphs.pointer : ' ', 'accent'), gap(1)];
}

/** As wide as the widest word for a part. */
const LABEL = columnOf(Object.values(words.labels), 1);

function label(text: string, context: Context): Row {
  return [span(padded(text, LABEL + widthOf(context.glyphs.done)), 'dim')];
}
