import type { Mission } from '../../../course/model.ts';
import { missionScreen as words } from '../../../messages/missions.ts';
import type { KeyBinding } from '../../keys.ts';
import type { Context } from '../../screen.ts';
import { hasPanel, liveKeys } from './live.ts';
import { pageRows } from './pages.ts';
import {
  canPlan,
  findMission,
  type Judged,
  type MissionAction,
  type MissionState,
  type Planning,
} from './state.ts';

type Binding = KeyBinding<MissionAction>;

const say = words.keys;

/** The keys of a mission, part by part. */
export function missionKeys(state: MissionState, context: Context): readonly Binding[] {
  const mission = findMission(context.course, state.mission)?.mission;
  if (mission === undefined || mission.problem !== undefined) return [];
  const { phase } = state;
  const hint = hintKey(mission);
  switch (phase.at) {
    case 'briefing': {
      const next: Binding = canPlan(mission)
        ? key(['enter', 'right', 'l'], 'Enter', say.plan, { type: 'go', to: 'plan' })
        : key(['enter', 'right', 'l', 'r'], 'Enter', say.run, { type: 'run' });
      return [next, ...scrollKeys(state, context), ...hint];
    }
    case 'plan':
      return planKeys(phase, hint, context);
    case 'live': {
      if (hasPanel(phase)) return liveKeys(state, phase, { mission, context }, []);
      const at = { mission, context };
      // what was opened over the site is closed before the run is stopped
      const closes = liveKeys(state, phase, at, []).some(({ keys }) => keys.includes('escape'));
      const own = runKeys(mission).filter(({ keys }) => !(closes && keys.includes('escape')));
      const taken = own.flatMap(({ keys }) => keys);
      const site = liveKeys(state, phase, at, taken);
      // the last line has room for a few: what may be done now, stopping the time, and the mission's own
      const first = site.filter(isFirst);
      return [...first, ...own, ...site.filter((binding) => !isFirst(binding))];
    }
    case 'judging':
      return [key(['escape'], 'Esc', say.stopJudging, { type: 'go', to: 'plan' })];
    case 'verdict':
      return verdictKeys(state, phase, hint, context);
    case 'debrief':
      return [
        key(['enter', 'escape'], 'Enter', say.back, { type: 'go', to: 'verdict' }),
        ...scrollKeys(state, context),
      ];
  }
}

/** Of the simulator's keys: the faults that it names, the list of all, and the space bar. */
function isFirst({ keys, label }: Binding): boolean {
  const isFault = keys.length === 1 && /^[A-Zx]$/.test(keys[0] ?? '');
  return label !== '' && (isFault || keys.includes('space'));
}

function planKeys(phase: Planning, hint: readonly Binding[], { glyphs }: Context): readonly Binding[] {
  const take = key(['enter'], 'Enter', phase.writing === undefined ? say.change : say.accept, {
    type: 'take',
  });
  if (phase.writing !== undefined) {
    return [
      take,
      key(['backspace'], 'Backspace', say.erase, { type: 'erase' }),
      key(['escape'], 'Esc', say.stopWriting, { type: 'stop-writing' }),
    ];
  }
  return [
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: glyphs.upDown,
      ...say.choose,
      action: (pressed) => ({ type: 'move', by: pressed === 'up' || pressed === 'k' ? -1 : 1 }),
    },
    take,
    key(['u', 'backspace'], 'u', say.undo, { type: 'undo' }),
    key(['r'], 'r', say.run, { type: 'run' }),
    ...hint,
    key(['escape', 'left', 'h'], 'Esc', say.briefing, { type: 'go', to: 'briefing' }),
  ];
}

/** The same key in every part, and never h, which moves in the drawing. */
function hintKey({ hints }: Mission): readonly Binding[] {
  return hints.length > 0 ? [key(['i'], 'i', say.hint, { type: 'ask-hint' })] : [];
}

function runKeys(mission: Mission): readonly Binding[] {
  return [
    key(['d'], 'd', say.judge, { type: 'judge' }),
    ...hintKey(mission),
    key(['escape'], 'Esc', say.stopRun, { type: 'stop-run' }),
  ];
}

function verdictKeys(
  state: MissionState,
  { verdict }: Judged,
  hint: readonly Binding[],
  context: Context,
): readonly Binding[] {
  const isWon = 'won' in verdict && verdict.won;
  const again = key(['r'], 'r', say.again, { type: 'again' });
  const leave = key(['enter'], 'Enter', say.leave, { type: 'leave' });
  // whoever presses the key that asks for the judges once too often must not read what wins
  const debrief = key(['a'], 'a', say.debrief, { type: 'go', to: 'debrief' });
  const scroll = scrollKeys(state, context);
  const report = key(['v'], 'v', say.report, { type: 'report' });
  return isWon ? [leave, ...scroll, report, again] : [again, ...scroll, ...hint, debrief, report];
}

function scrollKeys(state: MissionState, context: Context): readonly Binding[] {
  const { glyphs, rows } = context;
  if (pageRows(state, context).length <= rows) return [];
  return [
    {
      keys: ['up', 'k', 'down', 'j'],
      shown: glyphs.upDown,
      ...say.scroll,
      action: (pressed) => ({ type: 'scroll', by: pressed === 'up' || pressed === 'k' ? -1 : 1 }),
    },
    {
      keys: ['pageup', 'pagedown', 'space'],
      shown: 'PgUp PgDn',
      ...say.page,
      action: (pressed) => ({ type: 'scroll', by: pressed === 'pageup' ? 2 - rows : rows - 2 }),
    },
  ];
}

function key(
  keys: readonly string[],
  shown: string,
  { label, help }: { readonly label: string; readonly help: string },
  action: MissionAction,
): Binding {
  return { keys, shown, label, help, action };
}
