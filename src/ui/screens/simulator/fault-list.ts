/**
 * Every fault that can happen to what is chosen, as a list that is short because it is grouped, and that narrows as
 * one types. Each fault stands behind its capital letter of the table, here and on the drawing.
 */
import { simulator as words } from '../../../messages/simulator.ts';
import { type Fault, meaningOf } from '../../../simulator/faults/fault.ts';
import { FAULTS, type MenuPlace, VERBS } from '../../../simulator/faults/table.ts';
import { users } from '../../../topology/pairs.ts';
import type { Id } from '../../../topology/types.ts';
import { type Bench, cuttable, faultsFor, hostOf, type OfferedFault } from './faults-for.ts';

/** What one step into the list shows: the faults of one place, or all behind one letter. */
export type Level =
  | { readonly of: 'place'; readonly place: MenuPlace }
  | { readonly of: 'letter'; readonly letter: string };

export interface FaultList {
  /** the steps into the list; Esc takes the last one back */
  readonly trail: readonly Level[];
  /** what was typed to find a fault */
  readonly text: string;
  readonly at: number;
}

/** The list as it opens. */
export const wholeList: FaultList = { trail: [], text: '', at: 0 };

export interface Entry {
  /** empty: it stands behind no letter of its own */
  readonly letter: string;
  readonly label: string;
  readonly means: string;
  readonly leads: Fault | Level;
}

/** What to say where nothing stands in the list: nothing has the words, or nothing may be done here. */
export function emptyWords({ text }: FaultList, chosen: Id): string {
  return text === '' ? words.list.nothingHere(chosen) : words.list.nothingFound;
}

/** It is done at once, and leads no further. */
export function isFault(leads: Fault | Level): leads is Fault {
  return 'verb' in leads;
}

/** What stands in the list now. */
export function entriesOf({ trail, text }: FaultList, chosen: Id, bench: Bench): readonly Entry[] {
  const all = faultsFor(chosen, bench);
  const level = trail.at(-1);
  const isHere = ({ fault }: OfferedFault) =>
    level?.of !== 'letter' || FAULTS[fault.verb].letter === level.letter;
  if (text !== '') return found(text, all.filter(isHere), chosen, bench);
  if (level?.of === 'letter') return leaves(all.filter(isHere), chosen, bench);
  const own = level?.place ?? (chosen === hostOf(chosen, bench.topology) ? 'host' : 'component');
  const here = all.filter(({ group }) => group === own);
  if (level !== undefined) return grouped(here, chosen, bench);
  const places = (['host', 'network', 'links', 'site'] as const).filter(
    (place) => place !== own && all.some(({ group }) => group === place),
  );
  return [...grouped(here, chosen, bench), ...places.map((place) => placeEntry(place, chosen, bench))];
}

/** Those with every typed word in them; first those that begin with it. */
function found(text: string, all: readonly OfferedFault[], chosen: Id, bench: Bench): readonly Entry[] {
  const typed = text.toLowerCase().trim();
  const parts = typed.split(/\s+/);
  const matching = leaves(all, chosen, bench).filter(({ label, means }) => {
    const said = `${label} ${means}`.toLowerCase();
    return parts.every((part) => said.includes(part));
  });
  const begins = ({ label }: Entry) => label.startsWith(typed);
  return [...matching.filter(begins), ...matching.filter((entry) => !begins(entry))];
}

function leaves(offers: readonly OfferedFault[], chosen: Id, bench: Bench): readonly Entry[] {
  return offers.map(({ fault }) => ({
    letter: FAULTS[fault.verb].letter,
    label: fault.words,
    means: meaning(fault, chosen, bench),
    leads: fault,
  }));
}

/** A row a verb: itself where it can be said in one way only, else the way to all of them. */
function grouped(offers: readonly OfferedFault[], chosen: Id, bench: Bench): readonly Entry[] {
  return VERBS.flatMap((verb): readonly Entry[] => {
    const same = offers.filter(({ fault }) => fault.verb === verb);
    if (same.length < 2) return leaves(same, chosen, bench);
    const { letter } = FAULTS[verb];
    const { common, rest } = parted(same.map(({ fault }) => fault.words.split(' ')));
    return [
      {
        letter,
        label: words.menus.submenu(common.join(' ')),
        means: rest.map((part) => part.join(' ')).join(', '),
        leads: { of: 'letter', letter },
      },
    ];
  });
}

/** The words that all begin with, and what comes behind them. */
function parted(all: readonly (readonly string[])[]): {
  readonly common: readonly string[];
  readonly rest: readonly (readonly string[])[];
} {
  const [first = []] = all;
  const differs = first.findIndex((word, index) => all.some((each) => each[index] !== word));
  const count = differs < 0 ? first.length : differs;
  return { common: first.slice(0, count), rest: all.map((each) => each.slice(count)) };
}

/** A cut is told by who can't talk to whom any more. */
function meaning(fault: Fault, chosen: Id, { topology }: Bench): string {
  if (fault.verb !== 'partition') return meaningOf(fault);
  const [a = '', b] = fault.targets;
  const between = cuttable(chosen, topology).find(({ host, other }) =>
    other === users ? a === users && b === host : a === host && b === other,
  );
  if (between === undefined) return meaningOf(fault);
  return words.menus.cutOff(between.talk.map(([from, to]) => words.menus.talks(from, to)).join(', '));
}

function placeEntry(place: Exclude<MenuPlace, 'component'>, chosen: Id, { topology }: Bench): Entry {
  const label = {
    host: words.menus.hostFaults(hostOf(chosen, topology)),
    network: words.menus.network,
    links: words.menus.linkFaults,
    site: words.menus.siteFaults,
  }[place];
  return { letter: '', label: words.menus.submenu(label), means: '', leads: { of: 'place', place } };
}
