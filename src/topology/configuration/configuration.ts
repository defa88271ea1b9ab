import type { Component, Host, Id, Topology } from '../types.ts';
import { Addresses } from './addresses.ts';
import type { ConfigurationFile } from './file.ts';
import { haproxyLines } from './haproxy.ts';
import { keepalivedLines } from './keepalived.ts';
import { mysqlLines } from './mysql.ts';
import { nftablesLines } from './nftables.ts';
import { nginxLines } from './nginx.ts';

/**
 * The configuration files of the real programs that behave as the topology says, host by host in the order of the
 * file. They are made from the same fields that the simulator runs on. Application servers and orchestrators have
 * none here: the first is your own program, and how long the second waits is no single setting of a real one.
 */
export function configurationOf(topology: Topology): readonly ConfigurationFile[] {
  const addresses = new Addresses(topology);
  return topology.hosts.flatMap((host) => [
    ...topology.components
      .filter(({ id, host: first }) => first === host.id && host.runs.includes(id))
      .flatMap((component) => fileOf(component, topology, addresses)),
    ...firewallFile(host, addresses),
  ]);
}

/** Those of one component, or of one host and all that runs there. */
export function configurationFilesOf(topology: Topology, id: Id): readonly ConfigurationFile[] {
  return configurationOf(topology).filter(({ component, host }) => component === id || host === id);
}

function fileOf(component: Component, topology: Topology, addresses: Addresses): ConfigurationFile[] {
  const { id, host } = component;
  switch (component.kind) {
    case 'load-balancer': {
      const lines = haproxyLines(component, topology, addresses);
      return [{ path: '/etc/haproxy/haproxy.cfg', host, component: id, language: 'haproxy', lines }];
    }
    case 'web-server': {
      const lines = nginxLines(component, topology, addresses);
      return [{ path: '/etc/nginx/nginx.conf', host, component: id, language: 'nginx', lines }];
    }
    case 'database': {
      const lines = mysqlLines(component, topology, addresses);
      return [{ path: '/etc/mysql/my.cnf', host, component: id, language: 'ini', lines }];
    }
    case 'keepalived': {
      const lines = keepalivedLines(component, topology, addresses);
      return [
        { path: '/etc/keepalived/keepalived.conf', host, component: id, language: 'keepalived', lines },
      ];
    }
    default:
      return [];
  }
}

function firewallFile({ id, firewall }: Host, addresses: Addresses): ConfigurationFile[] {
  if (firewall === undefined) return [];
  const lines = nftablesLines(firewall, addresses);
  return [{ path: '/etc/nftables.conf', host: id, component: undefined, language: 'nftables', lines }];
}
