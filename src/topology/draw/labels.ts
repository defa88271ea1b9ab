import { drawingWords as words } from '../../messages/drawing.ts';
import type { Component, Host, Id, Topology } from '../types.ts';
import type { Glyphs } from './glyphs.ts';

/** What a component is, the longest way of saying it first. */
export function whatItIs(component: Component): readonly string[] {
  switch (component.kind) {
    case 'load-balancer':
      return [`HAProxy, ${component.balance}`, 'HAProxy'];
    case 'web-server':
      return ['nginx'];
    case 'app-server':
      return words.application(component.workers);
    case 'database':
      return words.database(component.role);
    case 'orchestrator':
      return words.orchestrator(component.watches);
    case 'keepalived':
      return words.keepalived(component.priority);
  }
}

/** What stands on a host's lower border, the longest way first; nothing for a bare host. */
export function onTheBorder(host: Host, certificates: ReadonlySet<Id>, glyphs: Glyphs): readonly string[] {
  const parts = [
    { has: certificates.has(host.id), ...words.certificate },
    { has: host.firewall !== undefined, ...words.firewall },
    { has: host.collector, ...words.collector },
  ].filter((part) => part.has);
  if (parts.length === 0) return [];
  const dot = ` ${glyphs.separator} `;
  return [
    parts.map((part) => part.long).join(dot),
    parts.map((part) => part.middle).join(dot),
    parts.map((part) => part.middle).join('+'),
    parts.map((part) => part.short).join('+'),
  ];
}

/** What stands there instead when the certificate has expired. */
export function expiredOnTheBorder(host: Host, glyphs: Glyphs): readonly string[] {
  const others = [
    ...(host.firewall === undefined ? [] : [words.firewall.long]),
    ...(host.collector ? [words.collector.long] : []),
  ];
  const [expired = '', ...shorter] = words.expired.map((text) => `${glyphs.wrong} ${text}`);
  return [[expired, ...others].join(` ${glyphs.separator} `), expired, ...shorter];
}

/** The hosts where a certificate lies: the balancer's, or with passthrough those of the web servers behind it; of all certificates or of some. */
export function certificateHosts(
  topology: Topology,
  isAsked: (certificate: string) => boolean = () => true,
): Set<Id> {
  const byId = new Map(topology.components.map((component) => [component.id, component]));
  const hosts = new Set<Id>();
  for (const component of topology.components) {
    if (component.kind !== 'load-balancer' || component.tls === undefined) continue;
    if (!isAsked(component.tls.certificate)) continue;
    if (component.tls.mode !== 'passthrough') hosts.add(component.host);
    else for (const server of component.servers) hosts.add(byId.get(server.id)?.host ?? component.host);
  }
  return hosts;
}
