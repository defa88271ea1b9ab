/** What differs between the recorded set-ups with one HAProxy before application servers. */
export interface Haproxy {
  readonly servers?: readonly string[];
  readonly balance?: string;
  readonly check?: boolean;
  readonly connect?: string;
  readonly server?: string;
  /** `timeout check` */
  readonly checkTimeout?: string;
  /** more lines of lb-1 */
  readonly lines?: readonly string[];
  readonly traffic?: string;
  readonly arrivals?: 'even' | 'poisson';
  readonly service?: Readonly<Record<string, string>>;
}

/**
 * Users, HAProxy, and applications that answer after 20 ms however many they serve at once. Requests come evenly
 * spaced, a new connection each.
 */
export function haproxy(setup: Haproxy = {}): string {
  const check = setup.checkTimeout === undefined ? '' : `, check: ${setup.checkTimeout}`;
  const servers = setup.servers ?? ['s1: {}', 's2: {}'];
  const ids = servers.map((line) => line.slice(0, line.indexOf(':')));
  return `
format: 1
id: recorded
title: Recorded
traffic: { ${setup.traffic ?? 'rate: 100'}, arrivals: ${setup.arrivals ?? 'even'} }
dns: { www.foobar.com: { A: [lb-1] } }
hosts:
  lb-host: { cpus: 2, runs: [lb-1] }
${ids.map((id) => `  host-${id}: { cpus: 2, runs: [${id}] }`).join('\n')}
defaults:
  app-server: { workers: 10000, cpu: 0% }
components:
  lb-1:
    kind: load-balancer
    balance: ${setup.balance ?? 'roundrobin'}
    default-server: { check: ${setup.check ?? true} }
    servers: { ${servers.join(', ')} }
    timeout: { connect: ${setup.connect ?? '5s'}, client: 50s, server: ${setup.server ?? '50s'}${check} }
${(setup.lines ?? []).map((line) => `    ${line}`).join('\n')}
${ids.map((id) => `  ${id}: { kind: app-server, service: ${setup.service?.[id] ?? '20ms'} }`).join('\n')}
`;
}
