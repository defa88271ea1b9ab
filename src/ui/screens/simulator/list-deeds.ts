/** What keys do to the list of faults, and what the capital letters do on the drawing. */
import { simulator as words } from '../../../messages/simulator.ts';
import type { Fault } from '../../../simulator/faults/fault.ts';
import { FAULTS } from '../../../simulator/faults/table.ts';
import { withMore, withoutLast } from '../../widgets/text-field.ts';
import { type Entry, emptyWords, entriesOf, type FaultList, isFault, wholeList } from './fault-list.ts';
import { faultsFor, whyNot } from './faults-for.ts';
import { benchOf, type ListDeed, type Live } from './state.ts';

/** Lets a fault happen now: from here on it is a new story. */
export function injected(state: Live, fault: Fault): Live {
  state.run.inject(fault);
  return {
    ...state,
    seen: undefined,
    view: state.run.view,
    panel: state.panel?.kind === 'faults' ? undefined : state.panel,
  };
}

/** One fault behind a letter happens at once; of several one is chosen; of none it is said why. */
export function behindLetter(state: Live, letter: string): Live {
  const bench = benchOf(state);
  const [only, ...more] = faultsFor(state.chosen, bench).filter(
    ({ fault }) => FAULTS[fault.verb].letter === letter,
  );
  if (only === undefined) return { ...state, notice: whyNot(letter, state.chosen, bench) };
  if (more.length === 0) return injected(state, only.fault);
  const list = listOf(state);
  return withList(state, { ...list, trail: [...list.trail, { of: 'letter', letter }], text: '', at: 0 });
}

/** A small letter breaks nothing, but its capital would. */
export function hinted(state: Live, letter: string): Live {
  const [first] = faultsFor(state.chosen, benchOf(state)).filter(
    ({ fault }) => FAULTS[fault.verb].letter === letter,
  );
  const notice =
    first === undefined
      ? whyNot(letter, state.chosen, benchOf(state))
      : words.capital(letter, first.fault.verb);
  return { ...state, notice };
}

export function listed(state: Live, deed: ListDeed): Live {
  const list = listOf(state);
  switch (deed.to) {
    case 'move':
      return withList(state, { ...list, at: moved(list.at, deed.by, entries(state, list).length) });
    case 'type':
      return withList(state, { ...list, text: withMore(list.text, deed.text), at: 0 });
    case 'erase':
      return withList(state, { ...list, text: withoutLast(list.text), at: 0 });
    case 'take':
      return taken(state, list, entries(state, list)[list.at]);
    case 'back':
      return back(state, list);
  }
}

function listOf({ panel }: Live): FaultList {
  return panel?.kind === 'faults' ? panel.list : wholeList;
}

function withList(state: Live, list: FaultList): Live {
  return { ...state, panel: { kind: 'faults', list } };
}

function entries(state: Live, list: FaultList): readonly Entry[] {
  return entriesOf(list, state.chosen, benchOf(state));
}

/** Round and round, so that the last is near. */
function moved(at: number, by: 1 | -1, count: number): number {
  return count === 0 ? 0 : (at + by + count) % count;
}

function taken(state: Live, list: FaultList, entry: Entry | undefined): Live {
  if (entry === undefined) return { ...state, notice: emptyWords(list, state.chosen) };
  if (isFault(entry.leads)) return injected(state, entry.leads);
  return withList(state, { trail: [...list.trail, entry.leads], text: '', at: 0 });
}

/** One step: what was typed, then the way in, then the list itself. */
function back(state: Live, list: FaultList): Live {
  if (list.text !== '') return withList(state, { ...list, text: '', at: 0 });
  if (list.trail.length > 0) return withList(state, { trail: list.trail.slice(0, -1), text: '', at: 0 });
  return { ...state, panel: undefined };
}
