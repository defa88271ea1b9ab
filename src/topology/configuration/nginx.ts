import { upstreamShape } from '../component-fields.ts';
import { portOf } from '../ports.ts';
import type { LoadBalancer, Topology, Upstream, WebServer } from '../types.ts';
import type { Addresses } from './addresses.ts';
import { braced, type ConfigurationLine, fieldLine, plainLine } from './file.ts';

const field = (path: string, text: string) => fieldLine(`web-server ${path}`, text);

/** A time as nginx takes it: whole milliseconds at the least (nginx documentation, "Configuration file measurement units"). */
function time(micros: number): string {
  return micros % 1_000_000 === 0 ? `${micros / 1_000_000}s` : `${Math.max(1, Math.round(micros / 1_000))}ms`;
}

function upstreamLine(upstream: Upstream, topology: Topology, addresses: Addresses): ConfigurationLine {
  const component = topology.components.find(({ id }) => id === upstream.id);
  const port = component === undefined ? undefined : portOf(component, topology.components);
  const words = [
    `server ${addresses.of(upstream.id)}:${port ?? 8080}`,
    String(upstream.weight) === upstreamShape.weight.default ? '' : `weight=${upstream.weight}`,
    `max_fails=${upstream.maxFails}`,
    `fail_timeout=${time(upstream.failTimeout)}`,
    upstream.backup ? 'backup' : '',
  ];
  return field('upstream', `${words.filter((word) => word !== '').join(' ')}; # ${upstream.id}`);
}

/** The certificate that clients, or a balancer in between, are shown here; undefined for plain HTTP. */
function certificateAt(web: WebServer, topology: Topology): string | undefined {
  const before = topology.components.find(
    (each): each is LoadBalancer =>
      each.kind === 'load-balancer' && each.servers.some(({ id }) => id === web.id),
  );
  return before?.tls === undefined || before.tls.mode === 'terminate' ? undefined : before.tls.certificate;
}

function listenLines(web: WebServer, topology: Topology): ConfigurationLine[] {
  const certificate = certificateAt(web, topology);
  if (certificate === undefined) return [plainLine('listen 80;')];
  return [
    plainLine('listen 80 ssl;'),
    plainLine(`ssl_certificate /etc/nginx/certs/${certificate}.pem;`),
    plainLine(`ssl_certificate_key /etc/nginx/certs/${certificate}.key;`),
  ];
}

function proxyLines(web: WebServer): ConfigurationLine[] {
  // `http_5xx` stands for all of nginx's words for a server's error
  const failures = web.proxyNextUpstream
    .map((word) => (word === 'http_5xx' ? 'http_500 http_502 http_503 http_504' : word))
    .join(' ');
  const kept =
    web.keepalive === 0
      ? []
      : [
          field('keepalive', 'proxy_http_version 1.1;'),
          field('keepalive', 'proxy_set_header Connection "";'),
        ];
  return [
    plainLine('proxy_pass http://app;'),
    field('proxy_next_upstream', `proxy_next_upstream ${failures};`),
    field('proxy_connect_timeout', `proxy_connect_timeout ${time(web.proxyConnectTimeout)};`),
    field('proxy_read_timeout', `proxy_read_timeout ${time(web.proxyReadTimeout)};`),
    ...kept,
  ];
}

/** The whole nginx.conf of a web server. nginx documentation, ngx_http_core, ngx_http_proxy, ngx_http_upstream. */
export function nginxLines(
  web: WebServer,
  topology: Topology,
  addresses: Addresses,
): readonly ConfigurationLine[] {
  const names = topology.dns.map(({ name }) => name).join(' ');
  const passes = web.upstream.length > 0;
  const upstream = [
    ...web.upstream.map((each) => upstreamLine(each, topology, addresses)),
    ...(web.keepalive > 0 ? [field('keepalive', `keepalive ${web.keepalive};`)] : []),
  ];
  const files = web.static > 0 ? braced('location /static/', [field('static', 'root /var/www;')]) : [];
  const server = [
    ...listenLines(web, topology),
    plainLine(`server_name ${names};`),
    ...files,
    ...(passes
      ? braced('location /', proxyLines(web))
      : braced('location /', [field('static', 'root /var/www;')])),
  ];
  return [
    field('worker_processes', `worker_processes ${web.workerProcesses};`),
    plainLine(''),
    ...braced('events', [field('worker_connections', `worker_connections ${web.workerConnections};`)]),
    plainLine(''),
    ...braced('http', [
      ...(passes ? [...braced('upstream app', upstream), plainLine('')] : []),
      ...braced('server', server),
    ]),
  ];
}
