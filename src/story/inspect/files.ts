/** The configuration files of a component or a host, as sections of what is told of it. */
import { inspector as words } from '../../messages/inspector.ts';
import { configurationOf } from '../../topology/configuration/configuration.ts';
import type { ConfigurationFile } from '../../topology/configuration/file.ts';
import type { Component, Id, Topology } from '../../topology/types.ts';
import { type InspectedSection, verbatim } from './inspected.ts';
import { ownSettings } from './own-settings.ts';

const known = new WeakMap<Topology, readonly ConfigurationFile[]>();

/** A live screen asks in every frame. */
function filesOf(topology: Topology): readonly ConfigurationFile[] {
  const files = known.get(topology) ?? configurationOf(topology);
  known.set(topology, files);
  return files;
}

/** Of a program of our own, its settings. */
export function filesOfComponent(component: Component, topology: Topology): readonly InspectedSection[] {
  if (component.kind === 'app-server' || component.kind === 'orchestrator') {
    return verbatim(words.headings.settings, ownSettings(component));
  }
  return filesOf(topology)
    .filter((file) => file.component === component.id)
    .flatMap(sectionOf);
}

/** What a host lets in; that there is no firewall is worth a line. */
export function firewallOf(host: Id, topology: Topology): readonly InspectedSection[] {
  const firewall = topology.hosts.find(({ id }) => id === host)?.firewall;
  if (firewall === undefined) return verbatim(words.headings.firewall(host), [words.noFirewall]);
  return filesOf(topology)
    .filter((file) => file.host === host && file.component === undefined)
    .flatMap(sectionOf);
}

function sectionOf({ host, path, lines }: ConfigurationFile): readonly InspectedSection[] {
  const written = lines.map(({ text }) => text).filter((text) => text !== '');
  return verbatim(words.headings.file(host, path), written);
}
