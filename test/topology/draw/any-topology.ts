import fc from 'fast-check';
import type { Component, Id, Topology } from '../../../src/topology/types.ts';
import { app, balancer, database, keepalived, topology, web } from './fixture.ts';

const names = fc.constantFrom('', 'a-rather-long-name-', 'ウェブ-', 'b-');
const few = fc.integer({ min: 0, max: 4 });

/** Any topology: so many of each kind, wired and put on hosts by chance, some of it odd. */
export const anyTopology: fc.Arbitrary<Topology> = fc
  .record({
    prefix: names,
    balancers: fc.integer({ min: 1, max: 3 }),
    webs: few,
    apps: few,
    databases: few,
    hosts: fc.integer({ min: 1, max: 12 }),
    vip: fc.boolean(),
    spread: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
    picks: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
    walls: fc.boolean(),
  })
  .map((shape) => {
    const ids = (kind: string, length: number) =>
      Array.from({ length }, (_, n) => `${shape.prefix}${kind}-${n + 1}`);
    let next = 0;
    const pick = (from: readonly Id[]): Id[] => {
      const bits = shape.picks[next++ % shape.picks.length] ?? 0;
      const own = from.filter((_, index) => (bits >> index) & 1);
      return own.length > 0 ? own : from.slice(0, 1);
    };
    const webs = ids('web', shape.webs);
    const apps = ids('app', shape.apps);
    const databases = ids('db', shape.databases);
    const balancers = ids('lb', shape.balancers);
    const components: Component[] = [
      ...balancers.map((id) => balancer(id, pick([...webs, ...apps]))),
      ...(shape.vip ? balancers.map((id, n) => keepalived(`${id}-keepalived`, 'vip-1', 150 - n)) : []),
      ...webs.map((id) => web(id, apps.length > 0 ? pick(apps) : [])),
      ...apps.map((id) => app(id, databases[0], pick(databases))),
      ...databases.map((id, n) => database(id, n === 0 ? undefined : databases[0])),
    ];
    const hosts: Record<Id, Component[]> = {};
    components.forEach((component, index) => {
      const host = `${shape.prefix}host-${((shape.spread[index] ?? 0) % shape.hosts) + 1}`;
      hosts[host] = [...(hosts[host] ?? []), component];
    });
    const plain = topology(hosts, shape.vip ? ['vip-1'] : balancers);
    if (!shape.walls) return plain;
    return {
      ...plain,
      hosts: plain.hosts.map((host) => ({
        ...host,
        collector: true,
        firewall: { in: [{ port: 80, from: 'anywhere' }], action: 'drop' as const },
      })),
    };
  });
