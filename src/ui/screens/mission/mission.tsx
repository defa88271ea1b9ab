/** A mission: the briefing, what is changed before, the run, and how it is judged. */
import type { Mission } from '../../../course/model.ts';
import { missionScreen as words } from '../../../messages/missions.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, indent, wrapped } from '../../../text/row-layout.ts';
import { type Context, defineScreen, type Picture } from '../../screen.ts';
import { progressBar } from '../../widgets/progress-bar.ts';
import { scrollWindow } from '../../widgets/scroll.ts';
import { viewSimulator } from '../simulator/simulator.tsx';
import { isMoving } from '../simulator/state.ts';
import { underTheSite } from './goal-rows.ts';
import { missionKeys } from './keys.ts';
import { openLeft, placeOf } from './left.ts';
import { typedInSite } from './live.ts';
import { boardRows } from './monitor-board.ts';
import { endOfNight, pageRows, proseWidth } from './pages.ts';
import { planRows } from './plan.ts';
import { reduceMission } from './reduce.ts';
import { findMission, type Judging, type MissionAction, type MissionState, type Running } from './state.ts';

const BAR_CELLS = 20;

export const missionScreen = defineScreen<'mission', MissionState, MissionAction>({
  name: 'mission',
  title: words.title,
  open: openLeft,
  reduce: reduceMission,
  keys: missionKeys,
  view: viewMission,
  tick: (ms) => ({ type: 'time', ms }),
  ticking: ({ phase }) => phase.at === 'live' && isMoving(phase.sim),
  typed: typedIn,
  heard: (news) => ({ type: 'heard', news }),
  // a request that was followed has let time go on
  returned: ({ phase }) =>
    phase.at === 'live' ? { type: 'simulator', action: { type: 'came-back' } } : undefined,
  place: placeOf,
});

/** While a value or the name of a fault is written, a letter is text. */
function typedIn({ phase }: MissionState, text: string): MissionAction | undefined {
  if (phase.at === 'live') return typedInSite(phase, text);
  return phase.at === 'plan' && phase.writing !== undefined ? { type: 'write', text } : undefined;
}

/** The part of the mission that is on, as rows. */
function viewMission(state: MissionState, context: Context): Picture {
  const found = findMission(context.course, state.mission);
  if (found === undefined) return { title: [span(words.title)], status: [], body: [] };
  const { mission, stage } = found;
  const { glyphs } = context;
  const part = words.parts[state.phase.at];
  const said = state.phase.at === 'live' ? words.ends(part, endOfNight(mission)) : part;
  const title = [
    span(`${stage.number} ${words.title} ${glyphs.crumb} `, 'dim'),
    span(mission.title, 'strong'),
    span(` ${glyphs.crumb} ${said}`, 'dim'),
  ];
  const { phase } = state;
  switch (phase.at) {
    case 'live':
      return { ...viewLive(phase, mission, context), title };
    case 'plan':
      return { title, status: [], body: planRows(state, phase, mission, context) };
    case 'judging':
      return { title, status: [], body: judgingRows(phase, mission, context) };
    default:
      return { title, status: [], body: viewPage(state, context) };
  }
}

/** The simulator, and under it the goals: what it draws at a place stays at that place. */
function viewLive(running: Running, mission: Mission, context: Context): Picture {
  const { sim } = running;
  const below = underTheSite(running, mission, context);
  const above = { ...context, rows: Math.max(1, context.rows - below.length) };
  const picture = viewSimulator(sim, above);
  const isBlind = mission.may.sees === 'monitor' && sim.kind === 'live';
  const body = isBlind ? boardRows(sim, running, mission, above) : picture.body;
  return { ...picture, body: [...body.slice(0, above.rows), ...below] };
}

function viewPage(state: MissionState, context: Context): readonly Row[] {
  const { phase } = state;
  const rows = pageRows(state, context);
  const top = 'top' in phase ? phase.top : 0;
  const below = rows.length - top - context.rows;
  const seen = scrollWindow(rows, top, context.rows);
  if (below <= 0) return seen;
  const more = [span(` ${context.glyphs.more} ${words.moreBelow(below + 1)}`, 'dim')];
  return [...seen.slice(0, -1), more];
}

function judgingRows({ done, failed }: Judging, { run }: Mission, context: Context): readonly Row[] {
  const width = proseWidth(context);
  if (failed !== undefined) return [EMPTY, ...indent(wrapped(words.notJudged(failed), width, 'bad'), 1)];
  const bar = progressBar(done, run.seeds, BAR_CELLS, context.glyphs);
  return [
    EMPTY,
    ...indent(wrapped(words.judging(run.seeds), width), 1),
    EMPTY,
    [span(' '), ...bar, span(` ${words.judged(done, run.seeds)}`)],
  ];
}
