import { describe, expect, it } from 'vitest';
import { type FieldRow, fields } from '../../src/topology/fields.ts';
import { problemsOf, replaced, small, topologyOf } from './fixture.ts';

/** One of every kind, so that every field of the table has a place. */
const whole = replaced(
  replaced(small, 'lb-host: { runs: [lb-1] }', 'lb-host: { runs: [lb-1, ka-1, orch] }'),
  'components:',
  `certificates: { www.foobar.com: {}, other.foobar.com: {} }
monitoring: { alerts: [ { on: qps, above: 5 } ] }
links: { "lb-1 web-1": {} }
components:
  ka-1: { kind: keepalived, vip: vip-1, track_script: { watches: lb-1 } }
  orch: { kind: orchestrator, watches: [db-1] }
  app-2: { kind: app-server, workers: 8, service: 20ms }
  db-3: { kind: database }
  db-lb: { kind: load-balancer, mode: tcp, balance: leastconn, servers: { db-3: {} }, timeout: { connect: 1s, client: 1s, server: 1s } }`,
).replace('balance: roundrobin', 'tls: { certificate: www.foobar.com }\n    balance: roundrobin');

const homes: Readonly<Record<FieldRow['section'], string>> = {
  traffic: 'traffic',
  dns: 'dns.www.foobar.com',
  host: 'server-2',
  monitoring: 'monitoring',
  certificate: 'certificates.www.foobar.com',
  link: 'links.lb-1 web-1',
  'load-balancer': 'lb-1',
  'web-server': 'web-1',
  'app-server': 'app-1',
  database: 'db-2',
  orchestrator: 'orch',
  keepalived: 'ka-1',
};

/** Values for the types whose table row doesn't name them. */
const others: Readonly<Record<string, string>> = {
  'dns A': '[web-1]',
  'host runs': '[]',
  'host firewall': '{ in: [] }',
  'host firewall.in': '[22 from anywhere]',
  'monitoring service': 'Other',
  'monitoring alerts.on': 'down',
  'monitoring alerts.above': '7',
  'monitoring alerts.below': '7',
  'load-balancer tls': 'none',
  'load-balancer tls.certificate': 'other.foobar.com',
  'app-server codebase': 'v2',
  'app-server writes': 'db-2',
  'app-server reads': '[db-1]',
  'database role': 'primary',
  'database source': 'db-3',
  'orchestrator watches': '[db-2]',
  'keepalived vip': 'vip-2',
  'keepalived track_script': 'none',
  'keepalived track_script.watches': 'web-1',
};

function changeOf({ section, path }: FieldRow, value: string): string[] {
  const field = path.replace('servers.ID', 'servers.web-1').replace('upstream.ID', 'upstream.app-1');
  const indexed = field.replace('alerts.', 'alerts.0.');
  const home = path === 'mysql-check' ? 'db-lb' : homes[section];
  const change = `${home}.${indexed}=${value}`;
  if (path === 'alerts.below') return ['monitoring.alerts.0.above=null', change];
  return section === 'database' && path === 'role' ? [change, 'db-2.source=null'] : [change];
}

/** A good value that isn't the default. */
function otherValue(row: FieldRow): string {
  const special = others[`${row.section} ${row.path}`];
  if (special !== undefined) return special;
  const choice = row.choices?.find((word) => word !== row.default && !row.default?.includes(word));
  if (choice !== undefined && choice !== 'roundrobin') return choice;
  if (row.choices !== undefined) return row.choices.at(-1) ?? '';
  if (row.type === 'service time') return 'exponential 7ms';
  if (row.type === 'time') return '77s';
  return row.type === 'percentage' ? '37%' : '7';
}

const named = fields.map((row) => [`${row.section} ${row.path}`, row] as const);

describe('the table of fields', () => {
  it('knows every field of the format', async () => {
    const lines = fields.map(({ section, path, type, default: written, as, required }) =>
      [section, path, type, required ? 'must be written' : (written ?? (as ? `as ${as}` : '-'))].join(' | '),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/fields.txt');
  });

  it.each(named)('%s changes the topology', (_, row) => {
    const before = JSON.stringify(topologyOf(whole));
    expect(JSON.stringify(topologyOf(whole, ...changeOf(row, otherValue(row))))).not.toBe(before);
  });

  it.each(named.filter(([, row]) => row.default && !row.choices && !row.default.startsWith('[')))(
    '%s is its default when not written',
    (_, row) => {
      const untouched = topologyOf(whole, ...changeOf(row, 'null'));
      expect(topologyOf(whole, ...changeOf(row, row.default ?? ''))).toEqual(untouched);
    },
  );

  it.each(named)('%s refuses what it is not', (_, row) => {
    const [line, ...more] = problemsOf(whole, ...changeOf(row, '{ a: [b] }'));
    expect(line).toMatch(/^--set .*:1:\d+: /);
    expect(more.every((other) => other.includes('unknown field `a`'))).toBe(true);
  });

  it.each(named.filter(([, row]) => row.least !== undefined))(
    '%s refuses what is out of its bounds',
    (_, row) => {
      const tooMuch = row.type.includes('time') ? '4000d' : row.type === 'percentage' ? '101%' : '1e9';
      expect(problemsOf(whole, ...changeOf(row, tooMuch)).join()).toContain('the most is');
      const negative = row.type.includes('time') ? '-1s' : row.type === 'percentage' ? '-1%' : '-1e9';
      expect(problemsOf(whole, ...changeOf(row, negative)).join()).toMatch(
        /negative|the least is|write a time/,
      );
    },
  );

  it.each(fields.map(({ means, expects }) => [means, expects]))('%s: write %s', (means, expects) => {
    expect(means.length).toBeGreaterThan(5);
    expect(means).not.toMatch(/\.$/);
    expect(expects.length).toBeGreaterThan(5);
  });
});
