import type { Firewall, FirewallRule } from '../types.ts';
import type { Addresses } from './addresses.ts';
import { braced, type ConfigurationLine, fieldLine, plainLine } from './file.ts';

const field = (path: string, text: string) => fieldLine(`host firewall.${path}`, text);

function ruleLine({ port, from }: FirewallRule, addresses: Addresses): ConfigurationLine {
  const source = from === 'anywhere' ? '' : `ip saddr ${addresses.of(from)} `;
  const what = port === 'vrrp' ? 'ip protocol vrrp' : `tcp dport ${port}`;
  return field('in', `${source}${what} accept${from === 'anywhere' ? '' : ` # ${from}`}`);
}

/** The firewall of a host as rules of nftables. nft(8). */
export function nftablesLines(
  { in: rules, action }: Firewall,
  addresses: Addresses,
): readonly ConfigurationLine[] {
  const rest = action === 'reject' ? [field('action', 'reject with tcp reset')] : [field('action', 'drop')];
  return [
    ...braced('table inet filter', [
      ...braced('chain input', [
        plainLine('type filter hook input priority filter; policy drop;'),
        plainLine('ct state established,related accept'),
        plainLine('iif lo accept'),
        ...rules.map((rule) => ruleLine(rule, addresses)),
        ...rest,
      ]),
    ]),
  ];
}
