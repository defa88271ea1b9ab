import { words } from '../messages/topology.ts';
import { type Entry, type Located, type LocatedMap, merge, valueAt } from '../text/located.ts';
import { nearestWord } from '../text/nearest.ts';
import { buildMonitoring } from './build-monitoring.ts';
import { isId, type Reading } from './field-types.ts';
import { shapes } from './fields.ts';
import { isKind, kinds } from './kinds.ts';
import { readShape } from './shape.ts';
import type { Certificate, Component, DnsName, Host, Id, Kind, Link, Topology, Traffic } from './types.ts';

const most = 500;
/** The sections of a topology's file, but for its switches. */
export const topLevel = [
  'format',
  'id',
  'title',
  'traffic',
  'dns',
  'hosts',
  'defaults',
  'components',
  'certificates',
  'monitoring',
  'links',
] as const;

type Built = Omit<Topology, 'file' | 'switches'>;

/** `defaults` laid under each component of its kind; wrong defaults are told even where nobody has them. */
export function withDefaults(tree: LocatedMap, reading: Reading): LocatedMap {
  const defaults = tree.entries.get('defaults');
  const components = tree.entries.get('components');
  if (defaults === undefined) return tree;
  const perKind = sectionOf(tree, 'defaults', reading);
  for (const [kind, { at, value }] of perKind) {
    if (!isKind(kind)) {
      const message = words.unknownDefaults(kind, nearestWord(kind, kinds), kinds);
      reading.problems.error(at, 'unknown-kind', message);
      continue;
    }
    readShape(shapes[kind], value, { path: `defaults.${kind}`, at }, { ...reading, partial: true });
  }
  if (components?.value.type !== 'map') return tree;
  const entries = new Map<string, Entry>();
  for (const [id, entry] of components.value.entries) {
    entries.set(id, { at: entry.at, value: onDefaults(entry.value, perKind) });
  }
  const merged: Entry = { at: components.at, value: { ...components.value, entries } };
  return { ...tree, entries: new Map(tree.entries).set('components', merged) };
}

function onDefaults(component: Located, defaults: ReadonlyMap<string, Entry>): Located {
  const kind = valueAt(component, 'kind');
  const base = kind?.type === 'scalar' ? defaults.get(kind.text)?.value : undefined;
  return base?.type === 'map' && component.type === 'map' ? merge(base, component) : component;
}

/** Reads the whole tree by the table of fields; undefined when there is far too much of something. */
export function buildTopology(tree: LocatedMap, reading: Reading): Built | undefined {
  const { problems } = reading;
  tellUnknownSections(tree, reading);
  for (const section of ['components', 'hosts', 'dns', 'certificates', 'links']) {
    const node = valueAt(tree, section);
    if (node?.type !== 'map' || node.entries.size <= most) continue;
    problems.error(node.at, 'too-many', words.tooMany(section, node.entries.size, most));
    return undefined;
  }
  const hosts = readHosts(tree, reading);
  const homes = homesOf(hosts);
  const components = readComponents(tree, homes, reading);
  const implied = components
    .filter(({ id }) => !homes.has(id))
    .map(({ id }): Host => ({ ...impliedHost(id), runs: [id] }));
  const topology: Built = {
    ...readNames(tree, reading),
    traffic: readTraffic(tree, reading),
    dns: readDns(tree, reading),
    hosts: [...hosts, ...implied],
    components,
    certificates: readCertificates(tree, reading),
    monitoring: buildMonitoring(tree.entries.get('monitoring'), reading),
    links: readLinks(tree, reading),
  };
  return topology;
}

/** The host of a component that no host runs. */
function impliedHost(id: Id): Omit<Host, 'runs'> {
  return { id: `${id}-host`, cpus: 1, firewall: undefined, collector: false };
}

function tellUnknownSections(tree: LocatedMap, { problems }: Reading): void {
  for (const [name, { at }] of tree.entries) {
    if (topLevel.some((known) => known === name)) continue;
    const message = words.unknownField(name, '', nearestWord(name, [...topLevel, 'switches']), topLevel);
    problems.error(at, 'unknown-field', message);
  }
}

/** The entries of a section; empty when it isn't there. */
function sectionOf(tree: LocatedMap, section: string, { problems }: Reading): ReadonlyMap<string, Entry> {
  const node = valueAt(tree, section);
  if (node?.type === 'map') return node.entries;
  if (node !== undefined && !(node.type === 'scalar' && node.empty)) {
    problems.error(node.at, 'value', words.notOfType(section, node, words.entries()));
  }
  return new Map();
}

function readNames(tree: LocatedMap, { problems }: Reading): Pick<Topology, 'id' | 'title'> {
  const format = valueAt(tree, 'format');
  if (format === undefined) {
    problems.error(tree.at, 'missing', words.missing('format', '`format: 1` in the first line'));
  } else if (format.type !== 'scalar' || format.text !== '1') {
    problems.error(format.at, 'format', words.format(format.type === 'scalar' ? format.text : format.type));
  }
  const id = valueAt(tree, 'id');
  const title = valueAt(tree, 'title');
  if (id === undefined) problems.error(tree.at, 'missing', words.missing('id', words.idPattern()));
  else if (id.type !== 'scalar' || !isId(id.text)) {
    problems.error(id.at, 'id', words.badId(id.type === 'scalar' ? id.text : 'id'));
  }
  if (title === undefined) problems.error(tree.at, 'missing', words.missing('title', words.shortName));
  else if (title.type !== 'scalar' || !/^.*\S.*$/.test(title.text) || title.text.length > 100) {
    problems.error(title.at, 'value', words.notOfType('title', title, words.titleText));
  }
  const textOf = (node: Located | undefined): string => (node?.type === 'scalar' ? node.text : '');
  return { id: textOf(id), title: textOf(title) };
}

function readTraffic(tree: LocatedMap, reading: Reading): Traffic {
  const entry = tree.entries.get('traffic');
  const where = { path: 'traffic', at: entry?.at ?? tree.at };
  return readShape(shapes.traffic, entry?.value, where, reading);
}

function readDns(tree: LocatedMap, reading: Reading): readonly DnsName[] {
  const names = [...sectionOf(tree, 'dns', reading)].map(([name, { at, value }]): DnsName => {
    tellBadName(name, at, reading);
    const read = readShape(shapes.dns, value, { path: `dns.${name}`, at }, reading);
    const written = valueAt(value, 'A');
    if (written?.type === 'list' && written.items.length === 0) {
      reading.problems.error(written.at, 'empty', words.noAddress(name));
    }
    return { name, ...read };
  });
  if (names.length === 0) {
    reading.problems.error(tree.entries.get('dns')?.at ?? tree.at, 'missing', words.noNames());
  }
  return names;
}

function tellBadName(name: string, at: Entry['at'], { problems }: Reading): void {
  const good = /^(\*\.)?[A-Za-z0-9]([A-Za-z0-9.-]{0,98}[A-Za-z0-9])?$/.test(name);
  if (!good) problems.error(at, 'id', words.badName(name));
}

function readHosts(tree: LocatedMap, reading: Reading): readonly Host[] {
  return [...sectionOf(tree, 'hosts', reading)].map(([id, { at, value }]): Host => {
    if (!isId(id)) reading.problems.error(at, 'id', words.badId(id));
    return { id, ...readShape(shapes.host, value, { path: id, at }, reading) };
  });
}

function homesOf(hosts: readonly Host[]): ReadonlyMap<Id, Id> {
  const homes = new Map<Id, Id>();
  for (const host of hosts) {
    for (const id of host.runs) if (!homes.has(id)) homes.set(id, host.id);
  }
  return homes;
}

function readComponents(
  tree: LocatedMap,
  homes: ReadonlyMap<Id, Id>,
  reading: Reading,
): readonly Component[] {
  const section = sectionOf(tree, 'components', reading);
  if (section.size === 0) {
    reading.problems.error(tree.entries.get('components')?.at ?? tree.at, 'missing', words.noComponents());
  }
  return [...section].flatMap(([id, { at, value }]) => {
    if (!isId(id)) reading.problems.error(at, 'id', words.badId(id));
    const kind = kindOf(id, value, at, reading);
    if (kind === undefined || value.type !== 'map') return [];
    const entries = new Map(value.entries);
    entries.delete('kind');
    const host = homes.get(id) ?? impliedHost(id).id;
    const read = readShape(shapes[kind], { ...value, entries }, { path: id, at }, reading);
    return { id, host, kind, ...read } as Component; // the shape is the one of its kind
  });
}

function kindOf(id: Id, value: Located, at: Entry['at'], { problems }: Reading): Kind | undefined {
  const kind = valueAt(value, 'kind');
  if (kind?.type === 'scalar' && isKind(kind.text)) return kind.text;
  if (kind?.type === 'scalar' && !kind.empty) {
    const message = words.unknownKind(id, kind.text, kinds, nearestWord(kind.text, kinds));
    problems.error(kind.at, 'unknown-kind', message);
  } else if (value.type !== 'map' && !(value.type === 'scalar' && value.empty)) {
    problems.error(value.at, 'value', words.notOfType(id, value, words.entries()));
  } else problems.error(at, 'missing', words.missingKind(id, kinds));
  return undefined;
}

function readCertificates(tree: LocatedMap, reading: Reading): readonly Certificate[] {
  return [...sectionOf(tree, 'certificates', reading)].map(([name, { at, value }]) => {
    tellBadName(name, at, reading);
    return { name, ...readShape(shapes.certificate, value, { path: `certificates.${name}`, at }, reading) };
  });
}

function readLinks(tree: LocatedMap, reading: Reading): readonly Link[] {
  return [...sectionOf(tree, 'links', reading)].flatMap(([key, { at, value }]) => {
    const read = readShape(shapes.link, value, { path: `links.${key}`, at }, reading);
    const [one, other, ...more] = key.trim().split(/\s+/);
    if (!one || !other || more.length > 0) {
      reading.problems.error(at, 'link', words.linkEnds(key));
      return [];
    }
    if (one === other) reading.problems.error(at, 'link', words.linkToItself(key));
    for (const id of new Set([one, other])) {
      reading.references.push({ id, wanted: 'link-end', path: `links.${key}`, at });
    }
    return { ends: [one, other] as const, ...read };
  });
}
