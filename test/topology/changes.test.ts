import { describe, expect, it } from 'vitest';
import { problemsOf, replaced, small, topologyOf } from './fixture.ts';

const text = replaced(
  small,
  'components:',
  `monitoring: { every: 15s, alerts: [ { on: qps, below: 1 } ] }
certificates: { www.foobar.com: {} }
defaults: { app-server: { backlog: 100 }, load-balancer: { default-server: { check: true } } }
switches:
  redispatch: { off: {}, on: { components: { lb-1: { redispatch: true } } } }
  replica:
    there: {}
    gone:
      hosts: { server-2: ~ }
      components: { db-2: ~, app-1: { reads: [db-1] } }
  lb-1: { http: {}, tcp: { components: { lb-1: { mode: tcp } } } }
components:`,
);

describe('switches', () => {
  it('stand at their first position', () => {
    const { switches, components } = topologyOf(text);
    expect(switches).toEqual([
      { name: 'redispatch', positions: ['off', 'on'], at: 'off' },
      { name: 'replica', positions: ['there', 'gone'], at: 'there' },
      { name: 'lb-1', positions: ['http', 'tcp'], at: 'http' },
    ]);
    expect(components[0]).toMatchObject({ redispatch: false, mode: 'http' });
  });

  it('can be turned, several at once', () => {
    const { switches, components, hosts } = topologyOf(text, 'redispatch=on', 'replica=gone');
    expect(switches.map(({ at }) => at)).toEqual(['on', 'gone', 'http']);
    expect(components[0]).toMatchObject({ redispatch: true });
    expect(components.map(({ id }) => id)).not.toContain('db-2');
    expect(hosts.map(({ id }) => id)).toEqual(['lb-host', 'server-1']);
  });

  it('with the name of a component are turned without a dot, and leave the component its fields', () => {
    expect(topologyOf(text, 'lb-1=tcp').components[0]).toMatchObject({ mode: 'tcp', retries: 3 });
    expect(topologyOf(text, 'lb-1.retries=1').components[0]).toMatchObject({ mode: 'http', retries: 1 });
  });

  it('give way to a change of a field, wherever it stands', () => {
    const changes = ['lb-1.redispatch=false', 'redispatch=on'];
    expect(topologyOf(text, ...changes).components[0]).toMatchObject({ redispatch: false });
  });
});

describe('a change', () => {
  it('reaches every kind of field', () => {
    const topology = topologyOf(
      text,
      'traffic.rate=1000',
      'traffic.retries.attempts=2',
      'dns.www.foobar.com.ttl=5s',
      'dns.www.foobar.com.A=[web-1, app-1]',
      'server-1.cpus=4',
      'server-1.firewall.in=[3306 from app-1]',
      'monitoring.every=5s',
      'monitoring.alerts.0.below=7',
      'certificates.www.foobar.com.expires=1d',
      'links.lb-1 web-1.delay=3ms',
      'lb-1.timeout.connect=1s',
      'lb-1.default-server.inter=500ms',
      'lb-1.servers.web-1.weight=3',
      'lb-1.tls.certificate=www.foobar.com',
      'defaults.app-server.codebase=v2',
      'app-1.service=lognormal 20ms cv 0.5',
    );
    expect(topology).toMatchObject({
      traffic: { rate: 1000, retries: { attempts: 2 } },
      dns: [{ A: ['web-1', 'app-1'], ttl: 5_000_000 }],
      hosts: [{}, { cpus: 4, firewall: { in: [{ port: 3306, from: 'app-1' }], action: 'drop' } }, {}],
      monitoring: { every: 5_000_000, evaluate: 5_000_000, alerts: [{ below: 7 }] },
      certificates: [{ expires: 86_400_000_000 }],
      links: [{ ends: ['lb-1', 'web-1'], delay: 3000 }],
      components: [
        {
          timeout: { connect: 1_000_000, queue: 1_000_000 },
          servers: [{ inter: 500_000, weight: 3, check: true }],
          tls: { certificate: 'www.foobar.com', mode: 'terminate' },
        },
        {},
        { codebase: 'v2', backlog: 100, service: { shape: 'lognormal', cv: 0.5 } },
        {},
        {},
      ],
    });
  });

  it('of nothing takes the field out, even one of the defaults', () => {
    expect(topologyOf(text, 'app-1.backlog=null').components[2]).toMatchObject({ backlog: 511 });
  });

  it('may come twice: the last counts', () => {
    const { traffic } = topologyOf(text, 'traffic.rate=1', 'traffic.rate=2');
    expect(traffic.rate).toBe(2);
  });

  it.each([
    ['lb-1.reties=2', '--set lb-1.reties=2:1:6: unknown field `reties` of `lb-1`, did you mean `retries`?'],
    ['lb-1.redispatch=x', '--set lb-1.redispatch=x:1:17: `lb-1.redispatch` is `x`: write `true` or `false`.'],
    [
      'lb-1.timeout.connect=-1s',
      "--set lb-1.timeout.connect=-1s:1:22: `lb-1.timeout.connect` is `-1s`: it can't be negative.",
    ],
    [
      'traffic.rate=1e12',
      '--set traffic.rate=1e12:1:14: `traffic.rate` is `1e12`: the most is 1,000,000 requests a second.',
    ],
    [
      'db-2.source=db-2',
      '--set db-2.source=db-2:1:13: `db-2` is its own source: name the database that it follows.',
    ],
    [
      'db-1.role=replica',
      '--set db-1.role=replica:1:11: `db-1` is a replica without a source: write `source: DATABASE`, or `role: primary`.',
    ],
    [
      'dns.www.foobar.com.A=[lb-2]',
      "--set dns.www.foobar.com.A=[lb-2]:1:23: `dns.www.foobar.com.A` names `lb-2`, which isn't there, did you mean `lb-1`?",
    ],
    ['web-9.weight=1', '--set web-9.weight=1:1:1: Nothing here is called `web-9`, did you mean `web-1`?'],
    [
      'redispatch=onn',
      '--set redispatch=onn:1:12: The switch `redispatch` has no position `onn`: write `off` or `on`.',
    ],
    ['redispach=on', '--set redispach=on:1:1: There is no switch `redispach`, did you mean `redispatch`?'],
    ['db-1=2', '--set db-1=2:1:1: `db-1` is no switch: say which field to change, such as db-1.FIELD=VALUE.'],
    [
      'nonsense',
      "--set nonsense:1:1: `nonsense` isn't a change: write COMPONENT.FIELD=VALUE or SWITCH=POSITION, such as lb-1.retries=2.",
    ],
    [
      '=5',
      "--set =5:1:1: `=5` isn't a change: write COMPONENT.FIELD=VALUE or SWITCH=POSITION, such as lb-1.retries=2.",
    ],
    [
      'lb-1.retries=[1',
      '--set lb-1.retries=[1:1:14: The `[` that is opened here is not closed: close it, indent what is in it, or put the text in quotes.',
    ],
    [
      'monitoring.alerts.7.for=1s',
      "--set monitoring.alerts.7.for=1s:1:19: `monitoring.alerts.7.for` isn't in that list: items count from 0.",
    ],
  ])('%s is told with its place', (change, line) => {
    expect(problemsOf(text, change)).toEqual([line]);
  });
});
