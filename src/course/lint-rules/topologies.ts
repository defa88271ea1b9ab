import { courseMessages as say } from '../../messages/course.ts';
import type { Problem, Problems } from '../../text/problem.ts';
import { linksOf, users } from '../../topology/pairs.ts';
import { readTopology } from '../../topology/read.ts';
import type { Id, Topology } from '../../topology/types.ts';
import type { TopologyFile } from '../model.ts';
import type { SourceText } from '../source-text.ts';
import type { Linted } from './rule.ts';

/** Every topology of the course, read as the simulator reads it; and what in it no request ever meets. */
export function checkTopologies({ source }: Linted, problems: Problems): readonly Problem[] {
  const movedTo = addressesOf(source.texts);
  return source.topologies.flatMap((file) => {
    if (file.problem !== undefined) return [];
    const read = readTopology(file.text, file.file);
    if (read.topology !== undefined) checkReach(file, read.topology, movedTo, problems);
    return read.problems;
  });
}

/** Where a run, a play or a lesson's text lets a name lead later. */
function addressesOf(texts: readonly SourceText[]): ReadonlySet<Id> {
  const moves = texts.flatMap(({ text }) => [...text.matchAll(/\bdns-change[ \t]+\S+[ \t]+([\w-]+)/g)]);
  return new Set(moves.map(([, address = '']) => address));
}

/** A component that no request reaches in any position of any switch is drawn, and does nothing. */
function checkReach(
  file: TopologyFile,
  topology: Topology,
  movedTo: ReadonlySet<Id>,
  problems: Problems,
): void {
  let unreached = unreachedIn(topology, movedTo);
  for (const { name, positions } of topology.switches) {
    for (const position of positions.slice(1)) {
      if (unreached.size === 0) return;
      const turned = readTopology(file.text, file.file, [`${name}=${position}`]).topology;
      const still = turned && unreachedIn(turned, movedTo);
      unreached = new Set([...unreached].filter((id) => still?.has(id) ?? true));
    }
  }
  const lines = file.text.split('\n');
  for (const id of unreached) {
    const line = lines.findIndex((text) => new RegExp(`^ +["']?${id}["']?:`).test(text)) + 1;
    const at = { file: file.file, line: Math.max(1, line), column: 1 };
    problems.warning(at, 'unreached', say.unreached(id));
  }
}

/** Whom no request reaches: those that watch and vote are asked by nobody, and a replica is fed by its source. */
function unreachedIn(topology: Topology, movedTo: ReadonlySet<Id>): ReadonlySet<Id> {
  const pairs = linksOf(topology);
  const reached = new Set<Id>([users, ...movedTo]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const { from, to, protocol } of pairs) {
      if (protocol === 'orchestrator' || protocol === 'vrrp' || protocol === 'metrics') continue;
      if (reached.has(from)) reached.add(to);
    }
    for (const component of topology.components) {
      const isFed = component.kind === 'database' && component.source !== undefined;
      if (isFed && reached.has(component.source ?? '')) reached.add(component.id);
    }
  }
  const asks = topology.components.filter(({ kind }) => kind !== 'orchestrator' && kind !== 'keepalived');
  return new Set(asks.map(({ id }) => id).filter((id) => !reached.has(id)));
}
