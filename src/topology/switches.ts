import { words } from '../messages/topology.ts';
import { type LocatedMap, merge, valueAt } from '../text/located.ts';
import { nearestWord } from '../text/nearest.ts';
import type { Problems } from '../text/problem.ts';
import { type Change, isFieldChange, placeIn } from './changes.ts';
import { isId } from './field-types.ts';
import type { Switch } from './types.ts';

const most = 20;
const mostPositions = 60;
const fixed = ['format', 'id', 'switches'];

/** The switches as they were written: name, then position, then patch. */
export type WrittenSwitches = ReadonlyMap<string, ReadonlyMap<string, LocatedMap>>;

/** Reads `switches`; what isn't a switch is told and left out. */
export function readSwitches(root: LocatedMap, problems: Problems): WrittenSwitches {
  const switches = new Map<string, ReadonlyMap<string, LocatedMap>>();
  const section = valueAt(root, 'switches');
  if (section === undefined || (section.type === 'scalar' && section.empty)) return switches;
  if (section.type !== 'map') {
    problems.error(section.at, 'value', words.notOfType('switches', section, words.entries()));
    return switches;
  }
  if (section.entries.size > most) {
    problems.error(section.at, 'too-many', words.tooMany('switches', section.entries.size, most));
    return switches;
  }
  for (const [name, { at, value }] of section.entries) {
    if (!isId(name)) problems.error(at, 'id', words.badId(name));
    else if (value.type !== 'map' || value.entries.size === 0) {
      problems.error(at, 'value', words.switchIsNoMap(name));
    } else if (value.entries.size > most) {
      problems.error(at, 'too-many', words.tooMany(name, value.entries.size, most));
    } else switches.set(name, readPositions(name, value, problems));
  }
  const positions = [...switches.values()].reduce((sum, each) => sum + each.size, 0);
  if (positions <= mostPositions) return switches;
  problems.error(section.at, 'too-many', words.tooMany('switches', positions, mostPositions));
  return new Map();
}

function readPositions(
  name: string,
  written: LocatedMap,
  problems: Problems,
): ReadonlyMap<string, LocatedMap> {
  const positions = new Map<string, LocatedMap>();
  for (const [position, { at, value }] of written.entries) {
    const empty = value.type === 'scalar' && value.empty;
    const patch: LocatedMap = value.type === 'map' ? value : { type: 'map', entries: new Map(), at };
    if (!isId(position)) problems.error(at, 'id', words.badId(position));
    if (value.type !== 'map' && !empty) {
      const path = `${name}.${position}`;
      problems.error(value.at, 'value', words.notOfType(path, value, words.entries()));
    }
    if (positions.size === 0 && patch.entries.size > 0) {
      problems.error(at, 'switch', words.firstPositionPatches(name, position));
    }
    for (const key of fixed) {
      const entry = patch.entries.get(key);
      if (entry) problems.error(entry.at, 'switch', words.patchesTooMuch(name, position, key));
    }
    positions.set(position, patch);
  }
  return positions;
}

/** The position of each switch, the first unless a change says another. */
export function choosePositions(
  root: LocatedMap,
  switches: WrittenSwitches,
  changes: readonly Change[],
  problems: Problems,
): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>();
  for (const [name, positions] of switches) chosen.set(name, [...positions.keys()][0] ?? '');
  for (const change of changes) {
    if (isFieldChange(change)) continue;
    const positions = switches.get(change.target);
    const position = change.value.trim();
    if (positions === undefined) tellUnknownSwitch(root, switches, change, problems);
    else if (positions.has(position)) chosen.set(change.target, position);
    else {
      const message = words.unknownPosition(change.target, position, [...positions.keys()]);
      problems.error(placeIn(change, change.written.indexOf('=') + 1), 'unknown-position', message);
    }
  }
  return chosen;
}

function tellUnknownSwitch(
  root: LocatedMap,
  switches: WrittenSwitches,
  { target, written }: Change,
  problems: Problems,
): void {
  const isThere = ['components', 'hosts'].some((section) => valueAt(root, section, target) !== undefined);
  const isSection = valueAt(root, target) !== undefined;
  const message =
    isThere || isSection
      ? words.changeWithoutField(target)
      : words.unknownSwitch(target, [...switches.keys()], nearestWord(target, switches.keys()));
  problems.error(placeIn({ written }, 0), 'unknown-switch', message);
}

/** The file with its switches in these positions. */
export function applySwitches(
  root: LocatedMap,
  switches: WrittenSwitches,
  chosen: ReadonlyMap<string, string>,
): LocatedMap {
  const entries = new Map(root.entries);
  entries.delete('switches');
  let tree: LocatedMap = { ...root, entries };
  for (const [name, position] of chosen) {
    const patch = switches.get(name)?.get(position);
    const patched = patch ? merge(tree, patch) : tree;
    if (patched.type === 'map') tree = patched;
  }
  return tree;
}

/** The switches of the model. */
export function switchesAt(
  switches: WrittenSwitches,
  chosen: ReadonlyMap<string, string>,
): readonly Switch[] {
  return [...switches].map(([name, positions]) => ({
    name,
    positions: [...positions.keys()],
    at: chosen.get(name) ?? '',
  }));
}
