import { describe, expect, it } from 'vitest';
import { hostPairs, linksOf, listenersAt } from '../../src/topology/pairs.ts';
import type { Topology } from '../../src/topology/types.ts';
import { replaced, small, topologyOf } from './fixture.ts';

const pairs = (topology: Topology) =>
  linksOf(topology).map(({ from, to, port }) => `${from} ${to} ${port ?? '-'}`);

const clustered = replaced(
  replaced(
    replaced(small, 'A: [lb-1]', 'A: [vip-1]'),
    'lb-host: { runs: [lb-1] }',
    'lb-host: { runs: [lb-1, ka-1], collector: true }\n  lb-host-2: { runs: [lb-2, ka-2] }\n  watch-1: { runs: [orch] }\n  watch-2: { runs: [orch] }',
  ),
  'components:',
  `monitoring: {}
components:
  ka-1: { kind: keepalived, vip: vip-1 }
  ka-2: { kind: keepalived, vip: vip-1 }
  orch: { kind: orchestrator, watches: [db-1] }
  lb-2:
    kind: load-balancer
    balance: roundrobin
    servers: { web-1: {} }
    timeout: { connect: 5s, client: 50s, server: 50s }`,
);

describe('who talks to whom', () => {
  it('follows from the references', () => {
    expect(pairs(topologyOf(small))).toEqual([
      'users lb-1 80',
      'lb-1 web-1 80',
      'web-1 app-1 8080',
      'app-1 db-1 3306',
      'app-1 db-2 3306',
      'db-2 db-1 3306',
    ]);
  });

  it('knows virtual IPs, adverts, orchestrators and collectors', () => {
    expect(pairs(topologyOf(clustered))).toEqual([
      'users lb-2 80',
      'users lb-1 80',
      'orch db-1 3306',
      'orch db-1 3306',
      'lb-2 web-1 80',
      'lb-1 web-1 80',
      'web-1 app-1 8080',
      'app-1 db-1 3306',
      'app-1 db-2 3306',
      'db-2 db-1 3306',
      'ka-1 ka-2 vrrp',
      'orch orch -',
      'collector@lb-host users -',
    ]);
  });

  it('is between hosts too, each pair once, never with users', () => {
    expect(hostPairs(topologyOf(small))).toEqual([
      ['lb-host', 'server-1'],
      ['server-1', 'server-2'],
    ]);
    expect(hostPairs(topologyOf(clustered)).map((pair) => pair.join(' '))).toEqual([
      'lb-host lb-host-2',
      'lb-host server-1',
      'lb-host-2 server-1',
      'watch-1 watch-2',
      'watch-1 server-1',
      'watch-2 server-1',
      'server-1 server-2',
    ]);
  });

  it('leads an address to who may answer there', () => {
    const topology = topologyOf(clustered);
    expect(listenersAt(topology, 'vip-1').map(({ id }) => id)).toEqual(['lb-2', 'lb-1']);
    expect(listenersAt(topology, 'web-1').map(({ id }) => id)).toEqual(['web-1']);
    expect(listenersAt(topology, 'nobody')).toEqual([]);
  });
});
