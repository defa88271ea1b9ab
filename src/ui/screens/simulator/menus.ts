/** The menus of the simulator: switches, starting again. */
import { simulator as words } from '../../../messages/simulator.ts';
import type { Effect } from '../../screen.ts';
import type { Live, MenuName, SimulatorAction } from './state.ts';

type Ask = Extract<Effect<SimulatorAction>, { do: 'ask' }>;
type Choice = Ask['choices'][number];

/** The menu of that name. */
export function menuOf(name: MenuName, state: Live): Ask {
  return name === 'switches'
    ? { do: 'ask', title: words.menus.switches, choices: switchChoices(state) }
    : { do: 'ask', title: words.menus.restart, choices: restartChoices(state) };
}

function switchChoices({ run: { topology } }: Live): readonly Choice[] {
  return topology.switches.flatMap(({ name, positions, at }) =>
    positions
      .filter((position) => position !== at)
      .map((position) => ({
        label: words.menus.position(name, at, position),
        action: { type: 'change', change: `${name}=${position}` } as const,
      })),
  );
}

function restartChoices({ opening, bare }: Live): readonly Choice[] {
  const prepared = (opening.run?.fault.length ?? 0) > 0;
  return [
    { label: words.menus.again, action: { type: 'restart', bare: false } },
    ...(prepared && !bare
      ? [{ label: words.menus.againBare, action: { type: 'restart', bare: true } } satisfies Choice]
      : []),
    { label: words.menus.close, action: { type: 'nothing' } },
  ];
}
