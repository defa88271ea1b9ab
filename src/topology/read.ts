import { words } from '../messages/topology.ts';
import type { LocatedMap } from '../text/located.ts';
import type { Problem } from '../text/problem.ts';
import { Problems } from '../text/problem.ts';
import { readYaml } from '../text/yaml.ts';
import { buildTopology, withDefaults } from './build.ts';
import { applyChange, type Change, isFieldChange, parseChanges } from './changes.ts';
import { checkHosts, checkNames } from './check.ts';
import { checkNeeds, checkReplication, checkRequestCycles } from './check-components.ts';
import { checkDatabaseProxies } from './check-database-proxies.ts';
import { checkReferences } from './check-references.ts';
import type { Reading } from './field-types.ts';
import {
  applySwitches,
  choosePositions,
  readSwitches,
  switchesAt,
  type WrittenSwitches,
} from './switches.ts';
import type { Topology } from './types.ts';

/** A topology, or the reasons why there is none. Warnings alone don't stand in its way. */
export interface ReadTopology {
  readonly topology: Topology | undefined;
  readonly problems: Problem[];
}

const mostProblems = 100;

/**
 * Reads a topology from YAML. `changes` are those of `--set`: `COMPONENT.FIELD=VALUE` or `SWITCH=POSITION`.
 * All problems are told at once, each with its place; it never throws, whatever the text.
 */
export function readTopology(text: string, file: string, changes: readonly string[] = []): ReadTopology {
  const problems = new Problems();
  const read = readSource(text, file, changes, problems);
  if (read === undefined) return { topology: undefined, problems: sorted(problems, file) };
  const { source, chosen } = read;
  const topology = readAt(source, chosen, problems);
  if (changes.length === 0 && !problems.failed) checkOtherPositions(source, chosen, problems);
  return { topology: problems.failed ? undefined : topology, problems: sorted(problems, file) };
}

interface Source {
  readonly root: LocatedMap;
  readonly written: WrittenSwitches;
  readonly file: string;
  readonly changes: readonly Change[];
}

/** The file as it is written, and the position of each of its switches; undefined when it is no YAML. */
function readSource(
  text: string,
  file: string,
  changes: readonly string[],
  problems: Problems,
): { readonly source: Source; readonly chosen: ReadonlyMap<string, string> } | undefined {
  const root = readRoot(text, file, problems);
  if (root === undefined) return undefined;
  const parsed = parseChanges(changes, problems);
  const written = readSwitches(root, problems);
  const chosen = choosePositions(root, written, parsed, problems);
  return { source: { root, written, file, changes: parsed.filter(isFieldChange) }, chosen };
}

function readRoot(text: string, file: string, problems: Problems): LocatedMap | undefined {
  const start = { file, line: 1, column: 1 };
  const { tree, problem } = readYaml(text, start, problems);
  if (problem) return undefined;
  if (tree?.type === 'map') return tree;
  const empty = tree === undefined || (tree.type === 'scalar' && tree.empty);
  problems.error(tree?.at ?? start, empty ? 'empty' : 'yaml', empty ? words.emptyFile() : words.notAMap());
  return undefined;
}

/** The topology with its switches in these positions. */
function readAt(
  source: Source,
  chosen: ReadonlyMap<string, string>,
  problems: Problems,
): Topology | undefined {
  const reading: Reading = { problems, references: [], partial: false };
  const tree = treeAt(source, chosen, reading);
  const built = buildTopology(tree, reading);
  if (built === undefined) return undefined;
  const checking = { topology: built, tree, references: reading.references, problems };
  checkNames(checking);
  checkReferences(checking);
  checkHosts(checking);
  checkRequestCycles(checking);
  checkReplication(checking);
  checkNeeds(checking);
  checkDatabaseProxies(checking);
  return { ...built, file: source.file, switches: switchesAt(source.written, chosen) };
}

/** What is written, with the switches in these positions, the defaults laid under it, and the fields changed. */
function treeAt(
  { root, written, changes }: Source,
  chosen: ReadonlyMap<string, string>,
  reading: Reading,
): LocatedMap {
  const apply = (tree: LocatedMap, wanted: readonly Change[]): LocatedMap =>
    wanted.reduce((changed, change) => applyChange(changed, change, reading.problems), tree);
  const ofDefaults = changes.filter(({ target }) => target.startsWith('defaults.'));
  const ofOthers = changes.filter((change) => !ofDefaults.includes(change));
  const patched = apply(applySwitches(root, written, chosen), ofDefaults);
  return apply(withDefaults(patched, reading), ofOthers);
}

/** What is written in a topology, with the changes of `--set`; undefined when it is no YAML. */
export function treeOf(text: string, file: string, changes: readonly string[]): LocatedMap | undefined {
  const problems = new Problems();
  const read = readSource(text, file, changes, problems);
  return read && treeAt(read.source, read.chosen, { problems, references: [], partial: false });
}

/** What a switch would bring must be right before somebody turns it. */
function checkOtherPositions(source: Source, first: ReadonlyMap<string, string>, problems: Problems): void {
  for (const [name, positions] of source.written) {
    for (const position of [...positions.keys()].slice(1)) {
      readAt(source, new Map(first).set(name, position), problems);
    }
  }
}

/** In the order of the file, the command line's last. */
function sorted(problems: Problems, file: string): Problem[] {
  const inFile = (problem: Problem): number => (problem.file === file ? 0 : 1);
  const all = [...problems.list].sort(
    (a, b) => inFile(a) - inFile(b) || a.line - b.line || a.column - b.column,
  );
  const last = all[mostProblems];
  if (last === undefined) return all;
  const more = words.tooManyProblems(all.length - mostProblems);
  return [...all.slice(0, mostProblems), { ...last, rule: 'too-many', message: more }];
}
