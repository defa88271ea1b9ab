/** What differs between the recorded set-ups with one nginx before application servers. */
export interface Nginx {
  readonly upstream?: readonly string[];
  readonly traffic?: string;
  /** more lines of web-1 */
  readonly lines?: readonly string[];
}

/** Users, nginx, and applications that answer after 20 ms however many they serve at once. */
export function nginx(setup: Nginx = {}): string {
  const upstream = setup.upstream ?? ['s1: {}', 's2: {}'];
  const ids = upstream.map((line) => line.slice(0, line.indexOf(':')));
  return `
format: 1
id: recorded
title: Recorded
traffic: { rate: 100, arrivals: even, timeout: 15s${setup.traffic === undefined ? '' : `, ${setup.traffic}`} }
dns: { www.foobar.com: { A: [web-1] } }
hosts:
  web-host: { cpus: 2, runs: [web-1] }
${ids.map((id) => `  host-${id}: { cpus: 2, runs: [${id}] }`).join('\n')}
defaults:
  app-server: { workers: 10000, cpu: 0%, service: 20ms }
components:
  web-1:
    kind: web-server
    service: 0.05ms
    worker_connections: 2048
    upstream: { ${upstream.join(', ')} }
${(setup.lines ?? []).map((line) => `    ${line}`).join('\n')}
${ids.map((id) => `  ${id}: { kind: app-server }`).join('\n')}
`;
}
