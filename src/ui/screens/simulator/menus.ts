/** The menus of the simulator: who is cut from whom, every other fault, switches, starting again. */
import { simulator as words } from '../../../messages/simulator.ts';
import { problemWith } from '../../../simulator/faults/check.ts';
import { type Fault, faultOf, inverseOf, meaningOf } from '../../../simulator/faults/fault.ts';
import { padded, widthOf } from '../../../text/row-layout.ts';
import { users } from '../../../topology/pairs.ts';
import type { Context, Effect } from '../../screen.ts';
import { cuttable, type FaultGroup, faultsFor, type OfferedFault } from './faults-for.ts';
import { hostOf, type Live, type MenuName, type SimulatorAction } from './state.ts';

type Ask = Extract<Effect<SimulatorAction>, { do: 'ask' }>;
type Choice = Ask['choices'][number];

/** The menu of that name for what is chosen now. */
export function menuOf(name: MenuName, state: Live, context: Context): Ask {
  switch (name) {
    case 'cut':
      return { do: 'ask', title: words.menus.cut(hostOf(state)), choices: cutChoices(state, context) };
    case 'switches':
      return { do: 'ask', title: words.menus.switches, choices: switchChoices(state) };
    case 'restart':
      return { do: 'ask', title: words.menus.restart, choices: restartChoices(state) };
    default:
      return faultMenu(name, state, context);
  }
}

// -- faults ----------------------------------------------------------------------------------------------------------

const TITLES: Readonly<Record<Exclude<FaultGroup, 'component'>, (state: Live) => string>> = {
  host: (state) => words.menus.more(hostOf(state)),
  links: () => words.menus.linkTitle,
  site: () => words.menus.siteTitle,
};

function faultMenu(name: 'more' | 'host' | 'links' | 'site', state: Live, context: Context): Ask {
  const { run, view, chosen } = state;
  const all = faultsFor(chosen, { topology: run.topology, view });
  const isHost = chosen === hostOf(state);
  const group = name === 'more' ? (isHost ? 'host' : 'component') : name;
  const offers = all.filter((offer) => offer.group === group);
  const others = (['host', 'links', 'site'] as const).filter(
    (other) => other !== group && all.some((offer) => offer.group === other),
  );
  return {
    do: 'ask',
    title: group === 'component' ? words.menus.more(chosen) : TITLES[group](state),
    choices: [
      ...leaves(offers, context),
      ...(name === 'more'
        ? [...network(state, context), ...others.map((other) => submenu(other, state))]
        : []),
    ],
  };
}

/** Command and meaning side by side; in a narrow window the command alone. */
function leaves(offers: readonly OfferedFault[], { columns }: Context): readonly Choice[] {
  const width = Math.max(0, ...offers.map(({ fault }) => widthOf(fault.words)));
  return offers.map(({ fault }) => {
    const label = words.menus.leaf(padded(fault.words, width), meaningOf(fault));
    return choice(widthOf(label) > columns - 14 ? fault.words : label, fault);
  });
}

function choice(label: string, fault: Fault): Choice {
  return { label, action: { type: 'fault', fault } };
}

/** What `c` opens. */
function network(state: Live, context: Context): readonly Choice[] {
  if (cutChoices(state, context).length === 0) return [];
  return [{ label: words.menus.submenu(words.menus.network), action: { type: 'ask', menu: 'cut' } }];
}

function submenu(group: 'host' | 'links' | 'site', state: Live): Choice {
  const what = {
    host: words.menus.hostFaults(hostOf(state)),
    links: words.menus.linkFaults,
    site: words.menus.siteFaults,
  };
  return { label: words.menus.submenu(what[group]), action: { type: 'ask', menu: group } };
}

// -- the network -----------------------------------------------------------------------------------------------------

/** Whom the host of what is chosen can be cut from, and every cut there is, to be healed. */
export function cutChoices({ chosen, run: { topology }, view }: Live, _: Context): readonly Choice[] {
  const cuts = view.links.filter(({ cut }) => cut);
  const healing = cuts.flatMap(({ fault }): readonly Choice[] => {
    const heal = inverseOf(fault);
    return heal === undefined ? [] : [choice(words.menus.heal(fault.targets.join(' - ')), heal)];
  });
  const isCut = (a: string, b: string) => cuts.some(({ ends }) => ends.includes(a) && ends.includes(b));
  const places = cuttable(chosen, topology);
  const single = places
    .filter(({ host, other }) => !isCut(host, other))
    .map(({ host, other, talk }) => {
      const name = other === users ? words.menus.internet : other;
      const talks = talk.map(([from, to]) => words.menus.talks(from, to)).join(', ');
      const ends = other === users ? [users, host] : [host, other];
      return { label: words.menus.cutFrom(host, name, talks), fault: faultOf('partition', ends) };
    });
  const host = places[0]?.host;
  const all =
    host === undefined || places.length < 2 || isCut(host, 'all')
      ? []
      : [{ label: words.menus.cutFromAll(host), fault: faultOf('partition', [host]) }];
  const cutting = [...single, ...all].filter(({ fault }) => problemWith(fault, topology) === undefined);
  return [...healing, ...cutting.map(({ label, fault }) => choice(label, fault))];
}

// -- switches and starting again -------------------------------------------------------------------------------------

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
