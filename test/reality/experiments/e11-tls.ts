import { Links } from '../../../src/simulator/links.ts';
import { readTopology } from '../../../src/topology/read.ts';
import { numbers, type Row, same } from '../judge.ts';
import { type Run, runs } from '../run.ts';

interface Tls {
  readonly tls?: string;
  readonly key?: string;
  readonly keepAlive?: boolean;
  readonly clients?: number;
}

/** HAProxy on one core; what stands behind it costs it nothing. */
function balancer({ tls, key = 'rsa2048', keepAlive = false, clients = 1_000_000 }: Tls): string {
  return `
format: 1
id: recorded
title: Recorded
traffic: { ${keepAlive ? 'rate: 1, loop: closed, think: 100ms, keep-alive: true, clients: 20' : `rate: 200, clients: ${clients}`} }
dns: { www.foobar.com: { A: [lb-1] } }
certificates: { www.foobar.com: { key: ${key} } }
hosts:
  lb-host: { cpus: 1, runs: [lb-1] }
  host-1: { cpus: 1, runs: [s1] }
components:
  lb-1:
    kind: load-balancer
    balance: roundrobin
    servers: { s1: {} }
    timeout: { connect: 5s, client: 50s, server: 50s }
    ${tls === undefined ? '' : `tls: { certificate: www.foobar.com, ${tls} }`}
  s1: { kind: app-server, workers: 100, service: 1ms, cpu: 0% }
`;
}

/** CPU of HAProxy for a request, in microseconds. */
function cpu(run: Run): number {
  const { report } = run;
  const seconds = (report.components['lb-1']?.utilisation ?? Number.NaN) * report.duration_s;
  return (seconds / report.requests.total) * 1_000_000;
}

/** E11: what TLS costs HAProxy, and who can read what. */
export function tls(): Row[] {
  const row = (variant: string, recorded: readonly [number, number], setup: Tls) =>
    numbers('E11', variant, {
      what: 'CPU for a connection with one request',
      unit: 'µs',
      recorded,
      simulated: runs({ topology: balancer(setup), until: 20 }, [1, 2]).map(cpu),
    });
  const full = 'resumption: false';
  return [
    row('plain', [44, 47], {}),
    row('plain, kept alive', [7.5, 7.9], { keepAlive: true }),
    row('TLS 1.3, RSA-2048', [650, 716], { tls: full }),
    row('TLS 1.3, ECDSA P-256', [428, 499], { tls: full, key: 'ecdsa' }),
    row('TLS 1.2, RSA-2048', [588, 675], { tls: `${full}, version: 1.2` }),
    row('TLS 1.3, resumed', [329, 402], { tls: 'resumption: true', clients: 20 }),
    row('TLS 1.2, resumed', [152, 225], { tls: 'resumption: true, version: 1.2', clients: 20 }),
    ...readable(),
  ];
}

/** What a reader on the wire can read: the requests were searched for a secret in them. */
function readable(): Row[] {
  const row = (mode: string, from: string, to: string, recorded: string) => {
    const { topology } = readTopology(balancer({ tls: `mode: ${mode}` }), 'recorded.yaml');
    if (topology === undefined) throw new Error('the topology cannot be read');
    const hosts = new Map(topology.components.map(({ id, host }) => [id, host]));
    const path = new Links(topology).path(
      { id: from, host: hosts.get(from) ?? from },
      { id: to, host: hosts.get(to) ?? to },
    );
    return same('E11', mode, `readable from ${from} to ${to}`, recorded, [
      path.plainText ? 'all' : 'nothing',
    ]);
  };
  return [
    row('terminate', 'users', 'lb-1', 'nothing'),
    row('terminate', 'lb-1', 's1', 'all'),
    row('reencrypt', 'users', 'lb-1', 'nothing'),
    row('reencrypt', 'lb-1', 's1', 'nothing'),
  ];
}
