import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostsOf, linksOf, type TalkingPair } from '../../src/topology/pairs.ts';
import { readTopology } from '../../src/topology/read.ts';
import type { Component, Topology } from '../../src/topology/types.ts';

const lessons = join(import.meta.dirname, '../../lessons');
const files = readdirSync(lessons, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .sort();

function read(file: string, ...changes: string[]) {
  return readTopology(readFileSync(join(lessons, file), 'utf8'), file, changes);
}

function named(id: string, ...changes: string[]): Topology {
  const file = files.find((each) => basename(each) === `${id}.yaml`) ?? id;
  const { topology, problems } = read(file, ...changes);
  if (!topology) throw new Error(JSON.stringify(problems));
  return topology;
}

const placement = (topology: Topology) =>
  Object.fromEntries(topology.hosts.map(({ id, runs }) => [id, runs.join(' ')]));

/** Every topology in every position of each of its switches. */
const positions = files.flatMap((file) => {
  const switches = read(file).topology?.switches ?? [];
  return switches.flatMap(({ name, positions }) => positions.map((at) => [file, `${name}=${at}`] as const));
});

describe('the shipped topologies', () => {
  it.each(files)('%s has no problem, and its file is named as its id', (file) => {
    const { topology, problems } = read(file);
    expect(problems).toEqual([]);
    expect(topology?.id).toBe(basename(file, '.yaml'));
  });

  it.each(positions)('%s with %s has no problem', (file, change) => {
    expect(read(file, change).problems).toEqual([]);
  });

  it('put each process on the host that the course says', () => {
    expect(placement(named('one-server'))).toEqual({ 'server-1': 'web-1 app-1 db-1' });
    const three = {
      'lb-host': 'lb-1',
      'server-1': 'web-1 app-1 db-1',
      'server-2': 'web-2 app-2 db-2',
    };
    expect(placement(named('distributed'))).toEqual(three);
    expect(placement(named('secured'))).toEqual(three);
    expect(placement(named('scaled-up'))).toEqual({
      'lb-host-1': 'lb-1 keepalived-1',
      'lb-host-2': 'lb-2 keepalived-2',
      'web-host-1': 'web-1',
      'web-host-2': 'web-2',
      'app-host-1': 'app-1',
      'app-host-2': 'app-2',
      'db-host-1': 'db-1',
      'db-host-2': 'db-2',
    });
    expect(named('scaled-up-five-hosts').hosts).toHaveLength(5);
  });

  it('give doubled one balancer, or two behind one address, or two behind two', () => {
    const addresses = (at: string) => named('doubled', `balancers=${at}`).dns[0]?.A;
    expect(addresses('one')).toEqual(['lb-1']);
    expect(addresses('active-passive')).toEqual(['vip-1']);
    expect(addresses('active-active')).toEqual(['vip-1', 'vip-2']);
    const components = named('doubled', 'balancers=active-active').components;
    expect(components.filter(({ kind }) => kind === 'load-balancer')).toHaveLength(2);
  });

  it('give secured three firewalls, three collectors and one certificate', () => {
    const { hosts, certificates, monitoring } = named('secured');
    expect(hosts.filter(({ firewall }) => firewall)).toHaveLength(3);
    expect(hosts.filter(({ collector }) => collector)).toHaveLength(3);
    expect(certificates).toHaveLength(1);
    expect(monitoring?.service).toBe('Sumo Logic');
  });

  it('give every host of scaled-up a firewall and a collector, and its nginx a short wait', () => {
    const { hosts, components } = named('scaled-up');
    for (const host of hosts) expect(host).toMatchObject({ collector: true, firewall: { action: 'drop' } });
    for (const web of components.filter(({ kind }) => kind === 'web-server')) {
      expect(web).toMatchObject({
        proxyConnectTimeout: 1_000_000,
        upstream: [{ id: 'app-1' }, { id: 'app-2' }],
      });
    }
  });
});

/** What the receiving host's firewall says to a pair; VRRP must be let in at both ends. */
function letIn(topology: Topology, { from, fromHost, toHost, port }: TalkingPair): boolean {
  const firewall = topology.hosts.find(({ id }) => id === toHost)?.firewall;
  if (firewall === undefined || fromHost === toHost) return true;
  return firewall.in.some((rule) => rule.port === port && ['anywhere', from, fromHost].includes(rule.from));
}

/** Rules that no pair of ends needs, as they stand or after a promotion turned replication round. */
function idleRules(topology: Topology): string[] {
  const links = linksOf(topology);
  const both = links.flatMap((link) => [
    link,
    { ...link, from: link.to, fromHost: link.toHost, toHost: link.fromHost },
  ]);
  return topology.hosts.flatMap(({ id, firewall }) =>
    (firewall?.in ?? [])
      .filter((rule) => {
        const uses = (link: TalkingPair) =>
          link.toHost === id &&
          link.port === rule.port &&
          ['anywhere', link.from, link.fromHost].includes(rule.from);
        return !both.some(uses);
      })
      .map((rule) => `${id}: ${rule.port} from ${rule.from}`),
  );
}

describe('their firewalls', () => {
  const walled = ['secured', 'scaled-up', 'scaled-up-five-hosts'];

  it.each(walled)('of %s let through what must talk, and nothing else', (id) => {
    const topology = named(id);
    const links = linksOf(topology).filter(({ toHost }) => toHost !== 'users');
    const vrrpBack = links
      .filter(({ port }) => port === 'vrrp')
      .map((link) => ({ ...link, from: link.to, fromHost: link.toHost, toHost: link.fromHost }));
    expect([...links, ...vrrpBack].filter((link) => !letIn(topology, link))).toEqual([]);
    expect(idleRules(topology)).toEqual([]);
  });
});

/** CPU seconds that each component spends for a request of the site, if it gets all of them. */
function cpuOf(component: Component, writes: number): number {
  switch (component.kind) {
    case 'web-server':
    case 'app-server':
      return (component.service.mean / 1e6) * component.cpu;
    case 'database': {
      const { read, write, cpu } = component;
      return ((read.mean * (1 - writes) + write.mean * writes) / 1e6) * cpu;
    }
    default:
      return 0;
  }
}

describe('their capacity', () => {
  it.each(files)('%s carries all its traffic on any one host of a tier at under 80 %% of its CPU', (file) => {
    const topology = named(basename(file, '.yaml'));
    const { rate, writes } = topology.traffic;
    for (const host of topology.hosts) {
      const here = topology.components.filter(({ id }) => hostsOf(topology, id).includes(host.id));
      const load = here.reduce((sum, component) => sum + rate * cpuOf(component, writes), 0) / host.cpus;
      expect(load, host.id).toBeLessThan(0.8);
    }
    for (const component of topology.components) {
      if (component.kind !== 'app-server') continue;
      expect((rate * component.service.mean) / 1e6 / component.workers, component.id).toBeLessThan(0.8);
    }
  });
});
