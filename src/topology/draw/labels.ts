import type { Component, Host, Id, Topology } from '../types.ts';
import type { Glyphs } from './glyphs.ts';

/** What a component is, the longest way of saying it first. */
export function whatItIs(component: Component): readonly string[] {
  switch (component.kind) {
    case 'load-balancer':
      return [`HAProxy, ${component.balance}`, 'HAProxy'];
    case 'web-server':
      return ['nginx'];
    case 'app-server': {
      const workers = component.workers === 1 ? '1 worker' : `${component.workers} workers`;
      return [`application, ${workers}`, `app, ${workers}`, workers];
    }
    case 'database':
      return [`MySQL ${component.role}`, component.role];
    case 'orchestrator':
      return [`orchestrator, watches ${component.watches.join(', ')}`, 'orchestrator'];
    case 'keepalived':
      return [`VRRP, priority ${component.priority}`, `priority ${component.priority}`];
  }
}

/** What stands on a host's lower border, the longest way first; nothing for a bare host. */
export function onTheBorder(host: Host, certificates: ReadonlySet<Id>, glyphs: Glyphs): readonly string[] {
  const parts = [
    { has: certificates.has(host.id), long: 'certificate', middle: 'certificate', short: 'cert' },
    { has: host.firewall !== undefined, long: 'firewall', middle: 'fw', short: 'fw' },
    { has: host.collector, long: 'collector', middle: 'collector', short: 'coll' },
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
    ...(host.firewall === undefined ? [] : ['firewall']),
    ...(host.collector ? ['collector'] : []),
  ];
  const expired = `${glyphs.wrong} certificate expired`;
  return [
    [expired, ...others].join(` ${glyphs.separator} `),
    expired,
    `${glyphs.wrong} cert expired`,
    `${glyphs.wrong} expired`,
  ];
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
