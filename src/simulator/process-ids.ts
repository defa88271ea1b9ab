import type { Id, Topology } from '../topology/types.ts';

/** `collector@HOST` for every host that has one. */
export function collectors(topology: Topology): Id[] {
  return topology.hosts.filter((host) => host.collector).map((host) => `collector@${host.id}`);
}

/** The nodes of an orchestrator: `ID` on its first host, `ID@HOST` on every other. */
export function orchestratorNodes(topology: Topology, id: Id): { readonly id: Id; readonly host: Id }[] {
  const hosts = topology.hosts.filter((host) => host.runs.includes(id));
  return hosts.map((host, i) => ({ id: i === 0 ? id : `${id}@${host.id}`, host: host.id }));
}

/** Everything that can be killed. */
export function processIds(topology: Topology): Id[] {
  const components = topology.components.flatMap(({ kind, id }) =>
    kind === 'orchestrator' ? orchestratorNodes(topology, id).map((node) => node.id) : [id],
  );
  return [...components, ...collectors(topology)];
}
