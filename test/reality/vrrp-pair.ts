/** What differs between the recorded pairs of HAProxy and keepalived. */
export interface VrrpPair {
  readonly script?: boolean;
  readonly preempt?: boolean;
}

/** Two load balancers with one virtual IP, and two servers on a host of their own. */
export function vrrpPair({ script = false, preempt = true }: VrrpPair = {}): string {
  const watch = (id: string) =>
    script ? `, track_script: { watches: ${id}, interval: 2s, fall: 2, rise: 2, weight: -60 }` : '';
  return `
format: 1
id: recorded
title: Recorded
traffic: { rate: 50, arrivals: even, timeout: 2s }
dns: { www.foobar.com: { A: [vip-1] } }
hosts:
  lb-host-1: { cpus: 2, runs: [lb-1, keepalived-1] }
  lb-host-2: { cpus: 2, runs: [lb-2, keepalived-2] }
  server: { cpus: 2, runs: [s1, s2] }
defaults:
  load-balancer:
    balance: roundrobin
    default-server: { check: true }
    servers: { s1: {}, s2: {} }
    redispatch: true
    timeout: { connect: 5s, client: 50s, server: 50s }
  app-server: { workers: 1000, service: 5ms, cpu: 0% }
components:
  lb-1: { kind: load-balancer }
  lb-2: { kind: load-balancer }
  s1: { kind: app-server }
  s2: { kind: app-server }
  keepalived-1: { kind: keepalived, vip: vip-1, priority: 150, preempt: ${preempt}${watch('lb-1')} }
  keepalived-2: { kind: keepalived, vip: vip-1, priority: 100, preempt: ${preempt}${watch('lb-2')} }
`;
}
