import type { Keepalived, Topology } from '../types.ts';
import type { Addresses } from './addresses.ts';
import { braced, type ConfigurationLine, fieldLine, plainLine } from './file.ts';

const field = (path: string, text: string) => fieldLine(`keepalived ${path}`, text);

/** Seconds, which keepalived takes with a point (keepalived.conf(5), "advert_int", "interval"). */
const seconds = (micros: number): string => String(micros / 1_000_000);

/** Which program of a host `killall -0` looks for. */
const PROGRAMS: ReadonlyMap<string, string> = new Map([
  ['load-balancer', 'haproxy'],
  ['web-server', 'nginx'],
  ['database', 'mysqld'],
  ['keepalived', 'keepalived'],
]);

function scriptLines({ trackScript }: Keepalived, topology: Topology): ConfigurationLine[] {
  if (trackScript === undefined) return [];
  const { watches, interval, fall, rise, weight } = trackScript;
  const watched = topology.components.find(({ id }) => id === watches);
  const program = PROGRAMS.get(watched?.kind ?? '') ?? watches;
  return [
    // without them keepalived complains of every script
    ...braced('global_defs', [plainLine('enable_script_security'), plainLine('script_user root')]),
    plainLine(''),
    ...braced(`vrrp_script ${watches}_lives`, [
      // signal 0 asks only whether there is a process: one that hangs is there
      field('track_script.watches', `script "/usr/bin/killall -0 ${program}"`),
      field('track_script.interval', `interval ${seconds(interval)}`),
      field('track_script.fall', `fall ${fall}`),
      field('track_script.rise', `rise ${rise}`),
      field('track_script.weight', `weight ${weight}`),
    ]),
    plainLine(''),
  ];
}

/** The whole keepalived.conf. keepalived.conf(5). */
export function keepalivedLines(
  keepalived: Keepalived,
  topology: Topology,
  addresses: Addresses,
): readonly ConfigurationLine[] {
  const { vip, priority, advertInt, preempt, trackScript } = keepalived;
  const script =
    trackScript === undefined ? [] : braced('track_script', [plainLine(`${trackScript.watches}_lives`)]);
  return [
    ...scriptLines(keepalived, topology),
    ...braced(`vrrp_instance ${vip}`, [
      // both begin as BACKUP: the adverts decide
      plainLine('state BACKUP'),
      plainLine('interface eth0'),
      plainLine('virtual_router_id 51'),
      field('priority', `priority ${priority}`),
      field('advert_int', `advert_int ${seconds(advertInt)}`),
      ...(preempt ? [] : [field('preempt', 'nopreempt')]),
      ...braced('virtual_ipaddress', [field('vip', `${addresses.of(vip)}/24`)]),
      ...script,
    ]),
  ];
}
