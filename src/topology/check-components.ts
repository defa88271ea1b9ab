import { words } from '../messages/topology.ts';
import { valueAt } from '../text/located.ts';
import { type Checking, keyPlace } from './check.ts';
import { isId } from './field-types.ts';
import type { Component, Database, Id } from './types.ts';

/** Who passes requests on to whom. */
function nextHops(component: Component): readonly Id[] {
  if (component.kind === 'load-balancer') return component.servers.map(({ id }) => id);
  return component.kind === 'web-server' ? component.upstream.map(({ id }) => id) : [];
}

/** No request can go round in circles. */
export function checkRequestCycles({ topology, tree, problems }: Checking): void {
  const components = new Map(topology.components.map((component) => [component.id, component]));
  const done = new Set<Id>();
  const visit = (component: Component, path: readonly Id[]): void => {
    for (const id of nextHops(component)) {
      const start = path.indexOf(id);
      const next = components.get(id);
      if (start >= 0) {
        const list = component.kind === 'load-balancer' ? 'servers' : 'upstream';
        const at = keyPlace(tree, 'components', component.id, list, id);
        problems.error(at, 'cycle', words.cycle([...path.slice(start), id]));
      } else if (next !== undefined && !done.has(id)) visit(next, [...path, id]);
    }
    done.add(component.id);
  };
  for (const component of topology.components) {
    if (!done.has(component.id)) visit(component, [component.id]);
  }
}

/** Replicas follow a source, primaries follow nobody, and the chain of sources has an end. */
export function checkReplication({ topology, tree, problems }: Checking): void {
  const databases = new Map<Id, Database>();
  for (const component of topology.components) {
    if (component.kind === 'database') databases.set(component.id, component);
  }
  const told = new Set<Id>();
  for (const database of databases.values()) {
    const { id, role, source } = database;
    const written = valueAt(tree, 'components', id, 'source');
    const at = written?.at ?? keyPlace(tree, 'components', id);
    if (role === 'replica' && source === undefined && written === undefined) {
      const roleAt = valueAt(tree, 'components', id, 'role')?.at ?? at;
      problems.error(roleAt, 'no-source', words.replicaWithoutSource(id));
    }
    if (source === id) problems.error(at, 'own-source', words.ownSource(id));
    else if (role === 'primary' && source !== undefined) {
      problems.error(at, 'primary-source', words.primaryWithSource(id));
    } else {
      const circle = circleFrom(database, databases);
      if (circle.length > 0 && !told.has(id)) {
        problems.error(at, 'source-cycle', words.sourceCycle([...circle, id]));
        for (const member of circle) told.add(member);
      }
    }
  }
}

/** The sources from here back to here; empty when the chain ends or circles elsewhere. */
function circleFrom(start: Database, databases: ReadonlyMap<Id, Database>): readonly Id[] {
  const path: Id[] = [];
  for (let current: Database | undefined = start; current !== undefined; ) {
    if (current.role === 'primary') return [];
    if (path.includes(current.id)) return current.id === start.id && path.length > 1 ? path : [];
    path.push(current.id);
    current = current.source === undefined ? undefined : databases.get(current.source);
  }
  return [];
}

/** What each component needs to do its work at all. */
export function checkNeeds({ topology, tree, problems }: Checking): void {
  for (const component of topology.components) {
    const { id } = component;
    const at = keyPlace(tree, 'components', id);
    if (component.kind === 'load-balancer') {
      const servers = valueAt(tree, 'components', id, 'servers');
      const empty = servers?.type === 'map' && servers.entries.size === 0;
      if (empty) problems.error(keyPlace(tree, 'components', id, 'servers'), 'empty', words.noServers(id));
    }
    if (component.kind === 'web-server') {
      const written = valueAt(tree, 'components', id, 'upstream');
      const empty = written === undefined || (written.type === 'map' && written.entries.size === 0);
      if (component.static < 1 && empty) problems.error(at, 'no-upstream', words.noUpstream(id));
      const next = component.proxyNextUpstream;
      if (next.includes('off') && next.length > 1) {
        const path = `${id}.proxy_next_upstream`;
        problems.error(
          keyPlace(tree, 'components', id, 'proxy_next_upstream'),
          'value',
          words.offWithOthers(path),
        );
      }
    }
    if (component.kind === 'app-server') {
      for (const { id: version } of component.versions) {
        const place = keyPlace(tree, 'components', id, 'versions', version);
        if (!isId(version)) problems.error(place, 'id', words.badId(version));
      }
    }
    if (component.kind === 'keepalived') {
      const host = topology.hosts.find(({ runs }) => runs.includes(id));
      const leads = topology.components.some(
        (other) => other.kind === 'load-balancer' && host?.runs.includes(other.id),
      );
      if (!leads && host) problems.warning(at, 'vip-nowhere', words.vipLeadsNowhere(component.vip, host.id));
    }
  }
}
