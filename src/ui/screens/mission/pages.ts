/** The parts of a mission that are read: briefing, verdict, debrief. Each is a page that scrolls. */
import { goalSentences, ruleSentences } from '../../../course/missions/briefing.ts';
import type { JudgedGoal, Verdict } from '../../../course/missions/judge.ts';
import { MOST_STARS } from '../../../course/missions/stars.ts';
import type { Mission } from '../../../course/model.ts';
import { briefingWords, missionScreen as words } from '../../../messages/missions.ts';
import { markdownRows, markdownTextRows } from '../../../terminal/markdown.ts';
import { problemLine } from '../../../text/problem.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, indent, rowWidth, widthOf, wrapped } from '../../../text/row-layout.ts';
import { wrapRow } from '../../../text/wrap.ts';
import { drawTopology } from '../../../topology/draw/draw.ts';
import type { Context } from '../../screen.ts';
import { starSpans } from '../../widgets/stars.ts';
import { clockOf } from '../simulator/clock.ts';
import { findMission, type MissionState } from './state.ts';

/** Lines of prose longer than this are hard to read. */
const WIDEST_PROSE = 84;
const MARGIN = 1;

const laid = new WeakMap<MissionState, { readonly key: string; readonly rows: readonly Row[] }>();

/** All rows of the page that is read now; none while nothing is read. The same again while state and window are. */
export function pageRows(state: MissionState, context: Context): readonly Row[] {
  const best = context.progress.missions.get(state.mission);
  const key = `${context.columns} ${context.ascii} ${best}`;
  const known = laid.get(state);
  if (known?.key === key) return known.rows;
  const rows = rowsOf(state, context);
  laid.set(state, { key, rows });
  return rows;
}

function rowsOf(state: MissionState, context: Context): readonly Row[] {
  const mission = findMission(context.course, state.mission)?.mission;
  const { phase } = state;
  if (mission === undefined) return [];
  if (mission.problem !== undefined) {
    const why = briefingWords.cannotShow(problemLine(mission.problem));
    return [EMPTY, ...indent(wrapped(why, proseWidth(context), 'bad'), MARGIN)];
  }
  switch (phase.at) {
    case 'briefing':
      return laidOut(briefing(state, mission, context));
    case 'debrief':
      return laidOut([markdownRows(mission.debrief, look(context))]);
    case 'verdict':
      return laidOut(verdictBlocks(state, phase.verdict, mission, context));
    default:
      return [];
  }
}

/** `01:20`: when the run comes to its end. */
export function endOfNight({ run }: Mission): string {
  return clockOf(run.for).replace(/\.0$/, '');
}

export function proseWidth({ columns }: Context): number {
  return Math.min(WIDEST_PROSE, columns - 2 * MARGIN);
}

function look(context: Context): { readonly width: number; readonly ascii: boolean } {
  return { width: proseWidth(context), ascii: context.ascii };
}

/** Blocks with an empty row between them. */
function laidOut(blocks: readonly (readonly Row[])[]): readonly Row[] {
  const shown = blocks.filter((block) => block.length > 0);
  return shown.flatMap((block, index) => [...(index === 0 ? [] : [EMPTY]), ...indent(block, MARGIN)]);
}

// -- briefing --------------------------------------------------------------------------------------------------------

function briefing(state: MissionState, mission: Mission, context: Context): readonly (readonly Row[])[] {
  const width = proseWidth(context);
  const best = context.progress.missions.get(mission.id);
  return [
    ...(best === undefined ? [] : [wrapped(briefingWords.best(best), width, 'dim')]),
    markdownRows(mission.briefing, look(context)),
    listed(briefingWords.may, ruleSentences(mission), context),
    listed(briefingWords.goals, goalSentences(mission), context),
    wrapped(briefingWords.stars, width, 'dim'),
    hintRows(state, mission, context),
    site(mission, context),
  ];
}

function listed(title: string, items: readonly string[], context: Context): readonly Row[] {
  const { bullet } = context.glyphs;
  const rows = items.flatMap((item) => {
    const [first = EMPTY, ...more] = wrapped(item, proseWidth(context) - 4);
    return [[span(`  ${bullet} `), ...first], ...indent(more, 4)];
  });
  return [[span(title, 'strong')], ...rows];
}

/** The hints that were taken. */
export function hintRows({ hints }: MissionState, mission: Mission, context: Context): readonly Row[] {
  return mission.hints
    .slice(0, hints)
    .flatMap((hint, index) =>
      markdownTextRows(words.hint(index + 1, mission.hints.length, hint), look(context)),
    );
}

/** The site as the mission begins. */
function site({ run }: Mission, context: Context): readonly Row[] {
  const { topology } = context.openTopology(run.topology, run.set);
  if (topology === undefined) return [];
  const { rows } = drawTopology(topology, {
    width: context.columns - 2 * MARGIN,
    // a page scrolls, so the boxes stay boxes
    height: undefined,
    ascii: context.ascii,
    overlay: undefined,
  });
  const widest = Math.max(0, ...rows.map(rowWidth));
  return indent(rows, Math.max(0, Math.floor((proseWidth(context) - widest) / 2)));
}

// -- verdict ---------------------------------------------------------------------------------------------------------

function verdictBlocks(
  state: MissionState,
  verdict: Verdict,
  mission: Mission,
  context: Context,
): readonly (readonly Row[])[] {
  const width = proseWidth(context);
  if ('refused' in verdict) {
    return [wrapped(words.refused, width, 'bad'), ...verdict.refused.map((why) => wrapped(why, width))];
  }
  const { won, stars, goals } = verdict;
  const head: Row = won
    ? [span(`${words.won(stars, MOST_STARS)}  `, 'good'), ...starSpans(stars, context)]
    : [span(words.lost, 'bad')];
  return [
    [head],
    goals.flatMap((goal) => goalRows(goal, context)),
    wrapped(words.seeds(mission.run.seeds), width, 'dim'),
    ...(won ? [wrapped(whyStars(state, goals), width, 'dim')] : [hintRows(state, mission, context)]),
    ...(won ? [markdownRows(mission.debrief, look(context))] : [wrapped(words.afterLoss, width)]),
  ];
}

/** What the missing stars went for. */
function whyStars({ hints, told }: MissionState, goals: readonly JudgedGoal[]): string {
  return words.whyStars(hints, goals.filter(({ met, bonus }) => bonus && !met).length, told);
}

/** A goal, whether it was met, and what was measured with each seed. */
function goalRows({ says, bonus, met, values, metWith }: JudgedGoal, context: Context): readonly Row[] {
  const { glyphs } = context;
  const mark = met ? span(glyphs.done, 'good') : span(glyphs.wrong, 'bad');
  const left = widthOf(glyphs.done) + 1;
  const width = proseWidth(context) - left;
  const [first = EMPTY, ...more] = wrapped(bonus ? briefingWords.bonus(says) : says, width);
  const state = met ? words.met : words.missed;
  const perSeed: Row = [
    span(`${state}: `, met ? 'good' : 'bad'),
    ...values.flatMap((value, index) => {
      const good = metWith[index] ?? false;
      const comma = index === values.length - 1 ? '' : ', ';
      return [span(`${good ? '' : `${glyphs.wrong} `}${value}${comma}`, good ? 'plain' : 'bad')];
    }),
  ];
  const lead = [mark, span(' '.repeat(left - widthOf(mark.text)))];
  return [[...lead, ...first], ...indent(more, left), ...indent(wrapRow(perSeed, width), left)];
}
