import { describe, expect, it } from 'vitest';
import { describeTopology } from '../../../src/topology/draw/words.ts';
import type { Orchestrator, Tls } from '../../../src/topology/types.ts';
import { app, balancer, database, topology, web } from './fixture.ts';

const plain = balancer('lb-1', ['web-1', 'web-2']);
const [one, other] = plain.servers;

function told(changes: Partial<typeof plain>): string[] {
  const hosts = {
    'lb-host': [balancer('lb-1', ['web-1', 'web-2'], changes)],
    'web-host': [web('web-1', []), web('web-2', [])],
  };
  return describeTopology(topology(hosts, ['lb-1']));
}

describe('a topology in words', () => {
  it('says how the balancer chooses', () => {
    expect(told({ balance: 'leastconn' })).toContain(
      'lb-1 sends to web-1 and web-2: whoever has the fewest connections (leastconn).',
    );
    if (!one || !other) throw new Error('two servers expected');
    const spare = told({
      servers: [
        { ...one, check: false },
        { ...other, backup: true, weight: 3 },
      ],
    });
    expect(spare).toContain('lb-1 sends everything to web-1.');
    expect(spare).toContain('There web-2 has weight 3.');
    expect(spare).toContain('web-2 gets requests only when no other server is up.');
    expect(spare).toContain('lb-1 does not check web-1.');
    expect(spare).toContain(
      'lb-1 checks web-2 every 2 seconds: down after 3 failed checks, up again after 2 good ones.',
    );
  });

  it('says where HTTPS ends', () => {
    const tls = (mode: Tls['mode']): string => {
      const own: Tls = { certificate: 'www.foobar.com', mode, version: '1.3', resumption: true };
      const hosts = {
        'lb-host': [balancer('lb-1', ['web-1'], { tls: own })],
        'web-host': [web('web-1', [])],
      };
      const certificates = [
        { name: 'www.foobar.com', expires: 90 * 86_400_000_000, key: 'rsa2048' as const },
      ];
      return describeTopology(topology(hosts, ['lb-1'], { certificates })).join(' ');
    };
    expect(tls('terminate')).toContain(
      'valid for 90 days. HTTPS to lb-1 ends there; behind it requests go in plain text.',
    );
    expect(tls('passthrough')).toContain('passes through it to the servers, which have the certificate.');
  });

  it('says which database takes the writes, who copies it, and who may promote', () => {
    const orchestrator: Orchestrator = {
      kind: 'orchestrator',
      id: 'orchestrator-1',
      host: '',
      watches: ['db-1', 'db-2'],
      detect: 10_000_000,
      agree: 'majority',
    };
    const words = describeTopology(
      topology(
        {
          'app-host': [app('app-1', 'db-1', ['db-2', 'db-1']), orchestrator],
          'db-host-1': [{ ...database('db-1'), replication: 'semi-sync' }],
          'db-host-2': [database('db-2', 'db-1')],
        },
        ['app-1'],
      ),
    );
    expect(words).toContain('app-1 writes to db-1 and reads from db-2, and from db-1 when that fails.');
    expect(words).toContain(
      'db-1 is the primary: it takes the writes. It sends its binary log to db-2, and waits for one to have it (semi-synchronous).',
    );
    expect(words).toContain('db-2 is a replica of db-1: it can be read and takes no writes.');
    expect(words).toContain(
      'orchestrator-1 watches db-1 and db-2 and promotes a replica when the majority of its processes agrees.',
    );
  });

  it('says what a firewall lets in', () => {
    const base = topology({ 'web-host': [web('web-1', [])] }, ['web-1']);
    const rules = [
      { port: 80, from: 'anywhere' },
      { port: 80, from: 'lb-1' },
      { port: 'vrrp' as const, from: 'lb-host' },
    ];
    const withWall = (action: 'drop' | 'reject', rest: typeof rules) =>
      describeTopology({
        ...base,
        hosts: base.hosts.map((host) => ({ ...host, firewall: { in: rest, action } })),
      });
    expect(withWall('drop', rules)).toContain(
      'The firewall of web-host lets in port 80 from anywhere and lb-1 and VRRP from lb-host; it drops everything else.',
    );
    expect(withWall('reject', [])).toContain(
      'The firewall of web-host lets nothing in and rejects everything else.',
    );
  });
});
