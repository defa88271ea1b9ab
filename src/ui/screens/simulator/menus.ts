/** The menus of the simulator: what if, starting again. */
import { canChange } from '../../../course/one-change.ts';
import type { AskedRun } from '../../../course/open-run.ts';
import { simulator as words } from '../../../messages/simulator.ts';
import { timedWords } from '../../../simulator/faults/fault.ts';
import type { Context, Effect } from '../../screen.ts';
import type { Live, MenuName, SimulatorAction } from './state.ts';

type Ask = Extract<Effect<SimulatorAction>, { do: 'ask' }>;
type Choice = Ask['choices'][number];

/** The menu of that name. */
export function menuOf(name: MenuName, state: Live, context: Context): Ask {
  return name === 'what-if'
    ? { do: 'ask', title: words.menus.whatIf, choices: whatIfChoices(state, context) }
    : { do: 'ask', title: words.menus.restart, choices: restartChoices(state) };
}

/** The run until now, as it would be asked for: its switches, and every fault at its time. */
export function askedUntilNow({ opening, changes, run, bare }: Live): AskedRun {
  const prepared = bare ? [] : (opening.run?.fault ?? []);
  const done = run.done.map(timedWords);
  return {
    topology: opening.topology,
    set: [...opening.set, ...changes],
    rate: opening.run?.rate,
    for: undefined,
    fault: [...prepared, ...done],
    seed: run.seed,
  };
}

/** Every change that this run could have had: a switch, no fault, another stage. */
function whatIfChoices(state: Live, context: Context): readonly Choice[] {
  const asked = askedUntilNow(state);
  const { topology } = state.run;
  const stages = context.course.stages.flatMap((stage) => stage.topology ?? []);
  const changes = [
    ...positionsOf(state).map(({ name, at, position }) => ({
      change: `set ${name}=${position}`,
      label: words.menus.position(name, at, position),
    })),
    ...(asked.fault.length === 0 ? [] : [{ change: 'no faults', label: words.menus.noFaults }]),
    ...stages
      .filter((id) => id !== topology.id)
      .map((id) => ({ change: `topology ${id}`, label: words.menus.otherSite(id) }))
      // reading each is work: nothing else is tried before it is chosen
      .filter(({ change }) => canChange(asked, change, context.openTopology)),
  ];
  return changes.map(({ change, label }) => ({ label, action: { type: 'compare', change } as const }));
}

function positionsOf({ run: { topology } }: Live) {
  return topology.switches.flatMap(({ name, positions, at }) =>
    positions.filter((position) => position !== at).map((position) => ({ name, at, position })),
  );
}

function restartChoices(state: Live): readonly Choice[] {
  const { opening, bare } = state;
  const prepared = (opening.run?.fault.length ?? 0) > 0;
  return [
    { label: words.menus.again, action: { type: 'restart', bare: false } },
    ...(prepared && !bare
      ? [{ label: words.menus.againBare, action: { type: 'restart', bare: true } } satisfies Choice]
      : []),
    ...positionsOf(state).map(({ name, at, position }) => ({
      label: words.menus.againWith(words.menus.position(name, at, position)),
      action: { type: 'change', change: `${name}=${position}` } as const,
    })),
    { label: words.menus.close, action: { type: 'nothing' } },
  ];
}
