import { words } from '../messages/topology.ts';
import type { FieldType } from './field-types.ts';
import type { Id } from './units.ts';

export interface FirewallRule {
  /** a port number, or VRRP (IP protocol 112) */
  readonly port: number | 'vrrp';
  /** a component, a host, or anywhere */
  readonly from: Id | 'anywhere';
}

const rulePattern = /^(\d{1,9}|vrrp) +from +(\S+)$/;

/** One line of an allow list: `443 from anywhere`, `3306 from app-1`, `vrrp from lb-host-2`. */
export function firewallRule(): FieldType<FirewallRule> {
  const expects = words.firewallRule();
  return {
    name: 'firewall rule',
    expects,
    filler: { port: 'vrrp', from: 'anywhere' },
    read(node, path, { problems, references }) {
      const [, what, from] = (node.type === 'scalar' && rulePattern.exec(node.text.trim())) || [];
      if (what === undefined || from === undefined) {
        problems.error(node.at, 'value', words.notOfType(path, node, expects));
        return undefined;
      }
      const port = what === 'vrrp' ? what : Number(what);
      if (port !== 'vrrp' && (port < 1 || port > 65535)) {
        problems.error(node.at, 'value', words.noSuchPort(path, port));
        return undefined;
      }
      if (from !== 'anywhere') references.push({ id: from, wanted: 'source-of-packets', path, at: node.at });
      return { value: { port, from } };
    },
  };
}
