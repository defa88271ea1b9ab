import { serverShape } from '../component-fields.ts';
import { isDatabaseProxy } from '../database-proxy.ts';
import { portOf } from '../ports.ts';
import type { BalancedServer, LoadBalancer, Topology } from '../types.ts';
import type { Addresses } from './addresses.ts';
import { type ConfigurationLine, fieldLine, indented, plainLine } from './file.ts';

/** A time as HAProxy takes it, in whole numbers: `1500ms`, `2s`. HAProxy 2.6 configuration manual, "Time format". */
function time(micros: number): string {
  if (micros % 1_000 !== 0) return `${micros}us`;
  return micros % 1_000_000 === 0 ? `${micros / 1_000_000}s` : `${micros / 1_000}ms`;
}

const field = (path: string, text: string) => fieldLine(`load-balancer ${path}`, text);

/** What a `server` line says beside the address, in HAProxy's words: by the field's name. */
function serverWords(server: BalancedServer): Map<keyof typeof serverShape, string> {
  const { check, inter, fastinter, downinter, fall, rise, weight, maxconn, backup, disabled, slowstart } =
    server;
  const words = new Map<keyof typeof serverShape, string>();
  const usual = (name: keyof typeof serverShape) => serverShape[name].default;
  if (check) {
    words.set('check', 'check').set('inter', `inter ${time(inter)}`);
    if (fastinter !== inter) words.set('fastinter', `fastinter ${time(fastinter)}`);
    if (downinter !== inter) words.set('downinter', `downinter ${time(downinter)}`);
    words.set('fall', `fall ${fall}`).set('rise', `rise ${rise}`);
  }
  if (String(weight) !== usual('weight')) words.set('weight', `weight ${weight}`);
  if (maxconn !== undefined) words.set('maxconn', `maxconn ${maxconn}`);
  if (backup) words.set('backup', 'backup');
  if (disabled) words.set('disabled', 'disabled');
  if (slowstart > 0) words.set('slowstart', `slowstart ${time(slowstart)}`);
  if (server.onMarkedDown !== 'none') words.set('on-marked-down', `on-marked-down ${server.onMarkedDown}`);
  return words;
}

/** What all servers have in common stands in `default-server`; `backup` may not (HAProxy 2.6 manual, "default-server"). */
function serverLines(balancer: LoadBalancer, topology: Topology, addresses: Addresses): ConfigurationLine[] {
  const { servers, tls } = balancer;
  const words = new Map(servers.map((server) => [server.id, serverWords(server)]));
  const [first] = words.values();
  const common = [...(first ?? [])].filter(
    ([name, text]) => name !== 'backup' && [...words.values()].every((each) => each.get(name) === text),
  );
  const shared = new Set(common.map(([name]) => name));
  const encrypted = tls?.mode === 'reencrypt' ? ['ssl verify none'] : [];
  const sticky = (id: string) => (balancer.cookie ? [`cookie ${id}`] : []);
  const ends = servers.map((server) => {
    const component = topology.components.find(({ id }) => id === server.id);
    const port = component === undefined ? undefined : portOf(component, topology.components);
    const own = [...(words.get(server.id) ?? [])]
      .filter(([name]) => !shared.has(name))
      .map(([, text]) => text);
    const line = ['server', server.id, `${addresses.of(server.id)}:${port ?? 80}`];
    return field('servers', [...line, ...encrypted, ...sticky(server.id), ...own].join(' '));
  });
  const inCommon = common.map(([, text]) => text).join(' ');
  return inCommon === '' ? ends : [field('default-server', `default-server ${inCommon}`), ...ends];
}

function defaults(balancer: LoadBalancer): ConfigurationLine[] {
  const { mode, timeout, retries, redispatch, retryOn } = balancer;
  const queued =
    timeout.queue === timeout.connect ? [] : [field('timeout.queue', `timeout queue ${time(timeout.queue)}`)];
  const checked =
    timeout.check === undefined ? [] : [field('timeout.check', `timeout check ${time(timeout.check)}`)];
  return [
    field('mode', `mode ${mode}`),
    field('timeout.connect', `timeout connect ${time(timeout.connect)}`),
    field('timeout.client', `timeout client ${time(timeout.client)}`),
    field('timeout.server', `timeout server ${time(timeout.server)}`),
    ...queued,
    ...checked,
    field('retries', `retries ${retries}`),
    field('redispatch', redispatch ? 'option redispatch' : 'no option redispatch'),
    // it retries requests, so it needs them taken apart
    ...(mode === 'http' ? [field('retry-on', `retry-on ${retryOn.join(' ')}`)] : []),
  ];
}

function bindLine({ tls }: LoadBalancer, isForDatabases: boolean): ConfigurationLine {
  if (isForDatabases) return plainLine('bind :3306');
  if (tls === undefined) return plainLine('bind :80');
  if (tls.mode === 'passthrough') return field('tls.mode', 'bind :443');
  const versions = tls.version === '1.2' ? ' ssl-max-ver TLSv1.2' : ' ssl-min-ver TLSv1.3';
  const tickets = tls.resumption ? '' : ' no-tls-tickets';
  return field('tls', `bind :443 ssl crt /etc/haproxy/certs/${tls.certificate}.pem${versions}${tickets}`);
}

/** The whole haproxy.cfg of a balancer. HAProxy 2.6 configuration manual. */
export function haproxyLines(
  balancer: LoadBalancer,
  topology: Topology,
  addresses: Addresses,
): readonly ConfigurationLine[] {
  const { balance, httpchk, mysqlCheck, cookie, tls } = balancer;
  const isForDatabases = isDatabaseProxy(balancer, topology.components);
  const [frontend, backend] = isForDatabases ? ['mysql', 'databases'] : ['www', 'web'];
  const unresumed = tls !== undefined && tls.mode !== 'passthrough' && !tls.resumption;
  const global = unresumed
    ? [plainLine('global'), ...indented([field('tls.resumption', 'tune.ssl.cachesize 0')]), plainLine('')]
    : [];
  return [
    ...global,
    plainLine('defaults'),
    ...indented(defaults(balancer)),
    plainLine(''),
    plainLine(`frontend ${frontend}`),
    ...indented([bindLine(balancer, isForDatabases), plainLine(`default_backend ${backend}`)]),
    plainLine(''),
    plainLine(`backend ${backend}`),
    ...indented([
      field('balance', `balance ${balance}`),
      ...(httpchk ? [field('httpchk', 'option httpchk GET /')] : []),
      ...(mysqlCheck ? [field('mysql-check', 'option mysql-check user haproxy')] : []),
      ...(cookie ? [field('cookie', 'cookie SERVERID insert indirect nocache')] : []),
      ...serverLines(balancer, topology, addresses),
    ]),
  ];
}
