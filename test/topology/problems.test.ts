import { describe, expect, it } from 'vitest';
import { problemsOf, replaced, small } from './fixture.ts';

const keepaliveds = `
  keepalived-1: { kind: keepalived, vip: vip-1, priority: 150 }
  keepalived-2: { kind: keepalived, vip: vip-1 }
`;

/** One wrong thing each: what is replaced in the small topology, and by what. */
const wrong: readonly (readonly [name: string, part: string, by: string])[] = [
  ['unknown field', 'balance: roundrobin', 'balance: roundrobin\n    reties: 2'],
  ['unknown field, far from any', '{ rate: 100 }', '{ rate: 100, colour: red }'],
  ['a field one level too high', 'balance: roundrobin', 'balance: roundrobin\n    fall: 2'],
  ['unknown section', 'title: Small', 'title: Small\nhost: {}'],
  ['negative time', 'connect: 5s', 'connect: -5s'],
  ['time without a unit', 'connect: 5s', 'connect: 5'],
  ['time of centuries', 'connect: 5s', 'connect: 99999d'],
  ['time of nothing', 'connect: 5s', 'connect: 0s'],
  ['fall 0', 'web-1: {} }', 'web-1: { check: true, fall: 0 } }'],
  ['fall of a default server', 'servers:', 'default-server: { fall: 0 }\n    servers:'],
  ['rate of 1e12', 'rate: 100', 'rate: 1e12'],
  ['rate of nothing', 'rate: 100', 'rate: 0'],
  ['rate NaN', 'rate: 100', 'rate: .nan'],
  ['rate Infinity', 'rate: 100', 'rate: .inf'],
  ['rate that is no number', 'rate: 100', 'rate: many'],
  ['rate missing', '{ rate: 100 }', '{ writes: 10% }'],
  ['traffic missing', 'traffic: { rate: 100 }\n', ''],
  ['too many clients', 'rate: 100', 'rate: 100, clients: 1e9'],
  ['percentage over 100', 'rate: 100', 'rate: 100, writes: 120%'],
  ['percentage below 0', 'rate: 100', 'rate: 100, writes: -1%'],
  ['percentage without its sign', 'rate: 100', 'rate: 100, writes: 0.1'],
  ['service time', 'service: 20ms', 'service: lognormal 20ms'],
  ['workers 0', 'workers: 8', 'workers: 0'],
  ['a version that is no name', 'workers: 8', 'workers: 8, versions: { two words: {} }'],
  ['half a worker', 'workers: 8', 'workers: 8.5'],
  ['workers missing', 'workers: 8, ', ''],
  ['weight above 256', 'web-1: {} }', 'web-1: { weight: 300 } }'],
  ['a boolean in words', 'web-1: {} }', 'web-1: { check: yes } }'],
  ['choice', 'balance: roundrobin', 'balance: round-robin'],
  ['balance missing', '    balance: roundrobin\n', ''],
  ['timeouts missing', '    timeout: { connect: 5s, client: 50s, server: 50s }\n', ''],
  ['one timeout missing', 'client: 50s, ', ''],
  ['timeout that is no map', '{ connect: 5s, client: 50s, server: 50s }', '5s'],
  ['no servers', '{ web-1: {} }', '{}'],
  ['servers as a list', '{ web-1: {} }', '[web-1]'],
  ['dangling server', '{ web-1: {} }', '{ web-2: {} }'],
  ['dangling database', 'writes: db-1', 'writes: db-9'],
  ['dangling address', 'A: [lb-1]', 'A: [vip-1]'],
  ['dangling in runs', 'runs: [db-2]', 'runs: [db-2, db-3]'],
  ['no address', 'A: [lb-1]', 'A: []'],
  ['no names', 'dns: { www.foobar.com: { A: [lb-1] } }', 'dns: {}'],
  ['a host as an address', 'A: [lb-1]', 'A: [lb-host]'],
  ['a database beside another server', '{ web-1: {} }', '{ web-1: {}, db-1: {} }'],
  ['databases behind HTTP', '{ web-1: {} }', '{ db-1: {}, db-2: {} }'],
  ['reads through a balancer of web servers', 'reads: [db-2, db-1]', 'reads: [lb-1]'],
  ['a check of databases without any', 'balance: roundrobin', 'balance: roundrobin\n    mysql-check: true'],
  ['a web server as a database', 'reads: [db-2, db-1]', 'reads: [web-1]'],
  ['a keepalived as a server', 'kind: web-server, upstream: { app-1: {} }', 'kind: keepalived, vip: vip-1'],
  ['the same database twice', 'reads: [db-2, db-1]', 'reads: [db-2, db-2]'],
  ['requests in a circle', 'upstream: { app-1: {} }', 'upstream: { lb-1: {} }'],
  ['requests to itself', 'upstream: { app-1: {} }', 'upstream: { web-1: {} }'],
  ['no upstream', ', upstream: { app-1: {} }', ''],
  ['off beside others', 'upstream: {', 'proxy_next_upstream: [off, error], upstream: {'],
  ['a replica of itself', 'source: db-1', 'source: db-2'],
  ['a replica of a web server', 'source: db-1', 'source: web-1'],
  ['a replica without a source', ', source: db-1', ''],
  ['a primary with a source', 'role: primary', 'role: primary, source: db-2'],
  ['sources in a circle', 'role: primary', 'role: replica, source: db-2'],
  ['runs on two hosts', 'runs: [db-2]', 'runs: [db-2, app-1]'],
  ['listed twice on a host', 'runs: [db-2]', 'runs: [db-2, db-2]'],
  ['a host named as a component', '  server-2: {', '  db-1: {'],
  [
    'a virtual IP named as a host',
    'components:',
    `components:${keepaliveds.replaceAll('vip-1', 'server-2')}`,
  ],
  ['a reserved name', '  server-2: {', '  users: {'],
  ['a name with a space', '  server-2: {', '  server 2: {'],
  ['the implied host is taken', 'server-2: { runs: [db-2] }', 'db-2-host: { runs: [] }'],
  ['priority 0', 'components:', `components:${keepaliveds.replace('150', '0')}`],
  ['priority 256', 'components:', `components:${keepaliveds.replace('150', '256')}`],
  ['nowhere to lead to', 'components:', `components:${keepaliveds}`],
  ['unknown kind', 'kind: web-server', 'kind: webserver'],
  ['kind missing', 'kind: web-server, ', ''],
  ['defaults of an unknown kind', 'components:', 'defaults: { databse: {} }\ncomponents:'],
  ['wrong defaults', 'components:', 'defaults: { database: { reads: 1ms, write: fast } }\ncomponents:'],
  ['firewall rule', 'runs: [db-2]', 'runs: [db-2], firewall: { in: [3306 to app-1] }'],
  ['firewall rule of nobody', 'runs: [db-2]', 'runs: [db-2], firewall: { in: [3306 from app-7] }'],
  ['firewall rule without a port', 'runs: [db-2]', 'runs: [db-2], firewall: { in: [70000 from app-1] }'],
  ['link end unknown', 'components:', 'links: { "web-1 app-9": { delay: 1ms } }\ncomponents:'],
  ['link with one end', 'components:', 'links: { web-1: { delay: 1ms } }\ncomponents:'],
  ['link to itself', 'components:', 'links: { web-1 web-1: { delay: 1ms } }\ncomponents:'],
  ['certificate unknown', 'balance:', 'tls: { certificate: www.foobar.com }\n    balance:'],
  ['alert without a limit', 'components:', 'monitoring: { alerts: [ { on: error-rate } ] }\ncomponents:'],
  [
    'alert with both limits',
    'components:',
    'monitoring: { alerts: [ { on: qps, above: 1, below: 9 } ] }\ncomponents:',
  ],
  [
    'alert in the wrong unit',
    'components:',
    'monitoring: { alerts: [ { on: latency-p95, above: 5% } ] }\ncomponents:',
  ],
  ['format 2', 'format: 1', 'format: 2'],
  ['no format', 'format: 1\n', ''],
  ['no title', 'title: Small\n', ''],
  ['an id that is none', 'id: small', 'id: a small one'],
  ['a key twice', 'title: Small', 'title: Small\ntitle: Smaller'],
  ['an alias', 'A: [lb-1]', 'A: *x'],
  ['a tag', 'rate: 100', 'rate: !!int 100'],
  ['a tab', '  web-1: {', '\tweb-1: {'],
  ['two documents', 'title: Small', 'title: Small\n---\na: 1'],
  ['an open bracket', 'A: [lb-1]', 'A: [lb-1'],
  ['a control character', 'title: Small', 'title: "\\e[31mred"'],
  ['switch without positions', 'components:', 'switches: { checks: on }\ncomponents:'],
  ['first position that patches', 'components:', 'switches: { a: { on: { title: x } } }\ncomponents:'],
  ['a switch that changes the id', 'components:', 'switches: { a: { off: {}, on: { id: x } } }\ncomponents:'],
  [
    'a position that is wrong',
    'components:',
    'switches: { a: { off: {}, on: { components: { lb-1: { retries: no } } } } }\ncomponents:',
  ],
];

describe('what is wrong in a topology', () => {
  it('is told in a sentence with its place', async () => {
    const told = wrong.map(([name, part, by]) => {
      const lines = problemsOf(replaced(small, part, by));
      expect(lines, name).not.toEqual([]);
      return [`# ${name}`, ...lines, ''].join('\n');
    });
    await expect(told.join('\n')).toMatchFileSnapshot('golden/problems.txt');
  });

  it('is told all at once, in the order of the file', () => {
    const text = [
      ['rate: 100', 'rate: none'],
      ['workers: 8', 'workers: 0'],
      ['connect: 5s', 'connect: soon'],
    ].reduce((all, [part = '', by = '']) => replaced(all, part, by), small);
    expect(problemsOf(text).map((line) => line.split(': ')[0])).toEqual([
      'small.yaml:4:18',
      'small.yaml:15:25',
      'small.yaml:17:39',
    ]);
  });

  it.each([
    ['', 'small.yaml:1:1: The file is empty: a topology begins with `format: 1`.'],
    ['# nothing\n', 'small.yaml:1:1: The file is empty: a topology begins with `format: 1`.'],
    ['just words', 'small.yaml:1:1: A topology is made of fields: it begins with `format: 1`.'],
    ['- a\n- b', 'small.yaml:1:1: A topology is made of fields: it begins with `format: 1`.'],
  ])('%j is no topology', (text, line) => {
    expect(problemsOf(text)).toEqual([line]);
  });
});

describe('what is too much', () => {
  const many = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('');

  it.each([
    ['a file of megabytes', `# ${'long '.repeat(500_000)}`],
    ['many lines', '\n'.repeat(10_000)],
    ['a long line', `title: ${'x'.repeat(5000)}`],
    ['deep brackets', `a: ${'['.repeat(1500)}`],
    ['deep brackets over lines', '{a:\n'.repeat(3000)],
    ['deep indentation', many(300, (index) => `${' '.repeat(index)}a:\n`)],
    ['deep lists on a line', '- '.repeat(900)],
    ['deep keys on a line', '? '.repeat(900)],
    ['a billion laughs', `a: &a [x]\n${many(30, (i) => `b${i}: &b${i} [${i ? `*b${i - 1}` : '*a'}, *a]\n`)}`],
    [
      '600 components',
      replaced(small, 'components:', `components:\n${many(600, (i) => `  c${i}: { kind: database }\n`)}`),
    ],
    [
      '30 positions',
      replaced(small, 'components:', `switches: { a: { ${many(30, (i) => `p${i}: {}, `)} } }\ncomponents:`),
    ],
    [
      '1000 problems',
      replaced(
        small,
        'components:',
        `components:\n${many(450, (i) => `  c${i}: { kind: database, a: 1, b: 1, c: 1 }\n`)}`,
      ),
    ],
  ])('%s is refused in a sentence', (_, text) => {
    const lines = problemsOf(text);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThan(102);
    for (const line of lines) expect(line).toMatch(/^small\.yaml:\d+:\d+: [^\n]{10,}$/);
  });
});
