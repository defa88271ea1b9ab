import { describe, expect, it } from 'vitest';
import { haproxy } from '../reality/haproxy.ts';
import { counted, ok, type Played, play, when } from './play.ts';

/** One name, one balancer, one application, and what a test adds. */
function site(
  more: { traffic?: string; dns?: string; lb?: string; hosts?: string; top?: string; app?: string } = {},
): string {
  return `
format: 1
id: site
title: Site
traffic: { ${more.traffic ?? 'rate: 50, arrivals: even'} }
dns: { www.foobar.com: { A: [lb-1]${more.dns ?? ''} } }
${more.top ?? ''}
hosts:
  lb-host: { cpus: 2, runs: [lb-1] }
  ${more.hosts ?? 'app-host: { cpus: 2, runs: [s1] }'}
  spare-host: { cpus: 2, runs: [lb-2] }
components:
  lb-1:
    kind: load-balancer
    balance: roundrobin
    servers: { s1: {} }
    timeout: { connect: 5s, client: 50s, server: 50s }
    ${more.lb ?? ''}
  lb-2:
    kind: load-balancer
    balance: roundrobin
    servers: { s1: {} }
    timeout: { connect: 5s, client: 50s, server: 50s }
  s1: { kind: app-server, workers: 100, service: 10ms, cpu: 0%${more.app ?? ''} }
`;
}

const middle = ({ report }: Played) => report.latency_ms.p50 ?? Number.NaN;

describe('DNS', () => {
  it('gives a change to each client when its cache runs out, and to none later than the TTL', () => {
    const run = play(site({ dns: ', ttl: 20s', traffic: 'rate: 200, clients: 50' }), {
      for: 60,
      faults: ['20s dns-change www.foobar.com lb-2'],
    });
    const moved = (from: number, to: number) => {
      const some = run.requests.filter(({ t }) => t >= from && t < to);
      return some.filter(({ path }) => path[0] === 'lb-2').length / some.length;
    };
    expect(moved(0, 20)).toBe(0);
    expect(moved(29, 31)).toBeGreaterThan(0.3);
    expect(moved(29, 31)).toBeLessThan(0.8);
    expect(moved(40.5, 60)).toBe(1);
  });

  it('fails only those whose cache has run out, and for the negative TTL longer', () => {
    const run = play(site({ dns: ', ttl: 10s, negative-ttl: 5s', traffic: 'rate: 200, clients: 50' }), {
      for: 50,
      faults: ['20s dns-fail', '32s restore www.foobar.com'],
    });
    expect(counted(run, 0, 20).dns).toBeUndefined();
    expect(counted(run, 30.1, 32)[200]).toBeUndefined();
    expect(counted(run, 33, 36).dns).toBeGreaterThan(0);
    expect(counted(run, 37.1, 50).dns).toBeUndefined();
  });
});

describe('a firewall', () => {
  const walled = (action: string, rule: string) =>
    site({
      hosts: `app-host: { cpus: 2, runs: [s1], firewall: { in: [${rule}], action: ${action} } }`,
      lb: 'retries: 0',
    });

  it('lets in whom it names', () => {
    expect(play(walled('drop', '8080 from lb-1'), { for: 5 }).report.availability).toBe(1);
    expect(play(walled('drop', '8080 from lb-host'), { for: 5 }).report.availability).toBe(1);
    expect(play(walled('drop', '8080 from anywhere'), { for: 5 }).report.availability).toBe(1);
  });

  it('is silent with drop and refuses with reject', () => {
    const silent = play(walled('drop', '22 from anywhere'), { for: 20 });
    const quick = play(walled('reject', '22 from anywhere'), { for: 20 });
    expect(silent.requests.find(({ ms }) => ms !== null)?.ms).toBeGreaterThan(4990);
    expect(quick.requests.find(({ ms }) => ms !== null)?.ms).toBeLessThan(5);
    expect([silent.requests[0]?.outcome, quick.requests[0]?.outcome]).toEqual(['503', '503']);
  });

  it('shows an attacker which ports are open, and where he stops', () => {
    const open = play(site(), { for: 10, faults: ['1s attack port-scan app-host'] });
    expect(open.report.events.some(({ who, what }) => who === 'attacker' && what === 'gets-through')).toBe(
      true,
    );
    const shut = play(walled('drop', '8080 from lb-1'), {
      for: 10,
      faults: ['1s attack port-scan app-host'],
    });
    expect(shut.report.events.filter(({ who }) => who === 'attacker').map(({ what }) => what)).toEqual([
      'rejects',
    ]);
  });
});

describe('TLS', () => {
  const secure = (tls: string, certificate = 'key: rsa2048') =>
    site({
      top: `certificates: { www.foobar.com: { ${certificate} } }\nlinks: { users lb-1: { delay: 10ms } }`,
      lb: `tls: { certificate: www.foobar.com, ${tls} }`,
      // a client never comes twice
      traffic: 'rate: 20, arrivals: even, clients: 1000000',
    });
  const plain = site({ top: 'links: { users lb-1: { delay: 10ms } }', traffic: 'rate: 20, arrivals: even' });

  it('takes one round trip more in 1.3, two in 1.2, and one in 1.2 when resumed', () => {
    const trips = (text: string) =>
      Math.round((middle(play(text, { for: 10 })) - middle(play(plain, { for: 10 }))) / 20);
    expect(trips(secure('resumption: false'))).toBe(1);
    expect(trips(secure('resumption: false, version: 1.2'))).toBe(2);
    expect(trips(secure('version: 1.2').replace('clients: 1000000', 'clients: 3'))).toBe(1);
  });

  it('fails when the certificate has expired, at its time or by a fault, and no longer once renewed', () => {
    const aged = play(secure('mode: terminate', 'expires: 10s'), { for: 20 });
    expect(Object.keys(counted(aged, 0, 9.9))).toEqual(['200']);
    expect(Object.keys(counted(aged, 10.1, 20))).toEqual(['tls']);
    const renewed = play(secure('mode: terminate'), { for: 30, faults: ['10s cert-expire', '20s renew'] });
    expect(Object.keys(counted(renewed, 10.1, 20))).toEqual(['tls']);
    expect(Object.keys(counted(renewed, 20.1, 29))).toEqual(['200']);
    const late = play(secure('mode: terminate', 'expires: 10s'), { for: 40, faults: ['20s renew'] });
    expect(Object.keys(counted(late, 10.1, 20))).toEqual(['tls']);
    expect(Object.keys(counted(late, 20.1, 30))).toEqual(['200']);
    expect(Object.keys(counted(late, 30.1, 39))).toEqual(['tls']);
  });

  it('hides the request from a reader on the wire, as far as it reaches', () => {
    const readable = (mode: string, ends: string) => {
      const { report } = play(secure(`mode: ${mode}`), { for: 5, faults: [`0.001s wiretap ${ends}`] });
      const [tap] = report.wiretaps ?? [];
      expect(tap?.messages).toBeGreaterThan(100);
      return tap?.readable === tap?.messages ? 'all' : tap?.readable === 0 ? 'nothing' : 'some';
    };
    expect(readable('terminate', 'users lb-1')).toBe('nothing');
    expect(readable('terminate', 'lb-1 s1')).toBe('all');
    expect(readable('reencrypt', 'lb-1 s1')).toBe('nothing');
    expect(readable('passthrough', 'lb-1 s1')).toBe('nothing');
  });
});

describe('the monitoring', () => {
  const watched = (alerts: string, collector = true) =>
    site({
      top: `monitoring: { every: 5s, evaluate: 1s, alerts: [${alerts}] }`,
      hosts: `app-host: { cpus: 2, runs: [s1], collector: ${collector} }`,
      lb: 'retries: 0',
    }).replace('runs: [lb-1] }', 'runs: [lb-1], collector: true }');

  it('counts requests per second from the change of a counter', () => {
    const { report } = play(watched(''), { for: 60 });
    const seen = report.monitor?.samples.slice(1) ?? [];
    expect(seen.length).toBeGreaterThanOrEqual(10);
    for (const { qps, error_rate } of seen) {
      expect(Math.abs((qps ?? 0) - 50)).toBeLessThan(1);
      expect(error_rate).toBe(0);
    }
  });

  it('fires after `for`, on what it has seen, and clears again', () => {
    const run = play(watched('{ on: error-rate, above: 5%, for: 10s }'), {
      for: 80,
      faults: ['20s kill s1', '50s start s1'],
    });
    // the next collection comes up to 5 s later, the condition holds from the next look on
    const fired = when(run, 'alert-fires') ?? 0;
    expect(fired).toBeGreaterThan(30);
    expect(fired).toBeLessThan(20 + 5 + 1 + 10 + 1.1);
    const cleared = when(run, 'alert-clears') ?? 0;
    expect(cleared).toBeGreaterThan(50);
    expect(cleared).toBeLessThan(50 + 10 + 1.1);
    expect(run.report.monitor?.alerts).toHaveLength(1);
  });

  it('fires nothing for what is over before `for`', () => {
    const run = play(watched('{ on: error-rate, above: 5%, for: 20s }'), {
      for: 80,
      faults: ['20s kill s1', '28s start s1'],
    });
    expect(when(run, 'alert-fires')).toBeUndefined();
  });

  it('knows of a dead process only where a collector lives', () => {
    const seen = (text: string, faults: readonly string[]) => {
      const { report } = play(text, { for: 40, faults });
      return report.monitor?.samples[report.monitor.samples.length - 1]?.down;
    };
    expect(seen(watched(''), ['10s kill s1'])).toEqual(['s1']);
    expect(seen(watched('', false), ['10s kill s1'])).toEqual([]);
    expect(seen(watched(''), ['10s kill s1', '15s kill collector@app-host'])).toEqual(['app-host']);
    expect(seen(watched(''), ['10s partition app-host'])).toEqual(['app-host']);
  });

  it('is blind where the balancer stood', () => {
    const { report } = play(watched(''), { for: 40, faults: ['20s kill collector@lb-host'] });
    const last = report.monitor?.samples[report.monitor.samples.length - 1];
    expect([last?.qps, last?.down]).toEqual([null, ['lb-host']]);
  });
});

describe('sessions in memory', () => {
  it('are unknown to the other application: half of the requests of known users get 401', () => {
    const two = haproxy({ traffic: 'rate: 40, clients: 20' }).replace(
      'cpu: 0% }',
      'cpu: 0%, sessions: memory }',
    );
    const run = play(two, { for: 60 });
    const share = (run.report.requests.by_outcome[401] ?? 0) / run.report.requests.total;
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
    const sticky = two.replace('balance: roundrobin', 'balance: roundrobin\n    cookie: true');
    // no client has two requests under way, of which the second might come without the cookie
    expect(play(sticky, { for: 60 }).report.requests.by_outcome[401]).toBeUndefined();
  });
});

describe('a session that was lost with its application', () => {
  it('costs its user one refused request: then he is logged in again', () => {
    const one = haproxy({ traffic: 'rate: 40, clients: 20', servers: ['s1: {}'] }).replace(
      'cpu: 0% }',
      'cpu: 0%, sessions: memory }',
    );
    const run = play(one, { for: 60, faults: ['20s kill s1', '20.5s start s1'] });
    const refused = run.requests.filter(({ outcome }) => outcome === '401').map(({ client }) => client);
    expect(refused.length).toBeGreaterThan(15);
    expect(new Set(refused).size).toBe(refused.length);
  });
});

describe('clients', () => {
  it('of a closed loop send at the rate of their number by thinking and waiting', () => {
    const run = play(site({ traffic: 'rate: 1, loop: closed, clients: 20, think: 90ms' }), { for: 60 });
    // each of 20 needs 90 ms for thought and about 10.6 for the answer
    expect(run.report.requests.total / 60 / (20 / 0.1006)).toBeCloseTo(1, 1);
  });

  it('of a closed loop wait while the site hangs; those of an open one come all the same', () => {
    const hung = ['10s pause s1'];
    const closed = play(site({ traffic: 'rate: 1, loop: closed, clients: 20, think: 400ms, timeout: 60s' }), {
      for: 40,
      faults: hung,
    });
    expect(closed.requests.filter(({ t }) => t > 15)).toEqual([]);
    const open = play(site({ traffic: 'rate: 50, timeout: 60s' }), { for: 40, faults: hung });
    expect(open.requests.filter(({ t }) => t > 15).length).toBeGreaterThan(1000);
  });

  it('give up when their patience ends, and try again as often as they may, each time after twice the wait', () => {
    const run = play(
      site({
        traffic:
          'rate: 1, arrivals: even, timeout: 500ms, clients: 1000000, retries: { attempts: 3, backoff: 1s }',
        app: '',
      }),
      { for: 30, faults: ['0s pause s1'] },
    );
    const [first] = run.requests;
    const same = run.requests
      .filter(({ client }) => client === first?.client)
      .map(({ t }) => t - (first?.t ?? 0));
    expect(same.map((t) => Math.round(t * 10) / 10)).toEqual([0, 1.5, 4, 8.5]);
    expect(run.requests.filter(ok)).toEqual([]);
    expect(run.requests[0]?.ms).toBe(500);
  });

  it('come back sooner or later than their backoff says, by the jitter at most', () => {
    const traffic =
      'rate: 5, arrivals: even, timeout: 500ms, clients: 1000000, retries: { attempts: 1, backoff: 2s, jitter: 50% }';
    const run = play(site({ traffic }), { for: 60, faults: ['0s pause s1'] });
    const first = new Map<number, number>();
    const waits: number[] = [];
    for (const { client, t } of run.requests) {
      const before = first.get(client);
      if (before === undefined) first.set(client, t);
      else waits.push(t - before - 0.5);
    }
    expect(waits.length).toBeGreaterThan(200);
    expect(Math.min(...waits)).toBeGreaterThan(1);
    expect(Math.min(...waits)).toBeLessThan(1.1);
    expect(Math.max(...waits)).toBeLessThan(3);
    expect(Math.max(...waits)).toBeGreaterThan(2.9);
    expect(waits.reduce((sum, wait) => sum + wait, 0) / waits.length).toBeCloseTo(2, 0);
  });

  it('multiply the load of an overloaded site by their retries', () => {
    const small = (retries: string) =>
      site({ traffic: `rate: 150, timeout: 1s${retries}` }).replace('workers: 100', 'workers: 1');
    const patient = play(small(''), { for: 30 });
    const hurried = play(small(', retries: { attempts: 5, backoff: 100ms }'), { for: 30 });
    expect(hurried.report.requests.total).toBeGreaterThan(patient.report.requests.total * 2);
  });

  it('try the next address of a name, unless they do not', () => {
    const two = site({ traffic: 'rate: 50, arrivals: even' }).replace('A: [lb-1]', 'A: [lb-1, lb-2]');
    expect(play(two, { for: 20, faults: ['5s kill lb-1'] }).report.availability).toBeGreaterThan(0.99);
    const stubborn = play(two, { for: 20, faults: ['5s kill lb-1'], set: ['traffic.next-address=false'] });
    expect(counted(stubborn, 6, 20).refused).toBeGreaterThan(250);
  });
});

describe('a power cut', () => {
  it('is silence, where a kill is a refusal', () => {
    const killed = play(site(), { for: 20, faults: ['5s kill lb-1'] });
    expect(Object.keys(counted(killed, 5.1, 9))).toEqual(['refused']);
    const dark = play(site({ traffic: 'rate: 50, timeout: 3s' }), {
      for: 20,
      faults: ['5s power-off lb-host'],
    });
    expect(Object.keys(counted(dark, 5.1, 15))).toEqual(['client-timeout']);
  });

  it('makes the kernel give up a connection that is never answered, where nobody is less patient', () => {
    const dark = play(site({ traffic: 'rate: 1, timeout: 1h' }), {
      for: 150,
      faults: ['0s power-off lb-host'],
    });
    const decided = dark.requests.filter(({ outcome }) => outcome !== 'unfinished');
    expect(decided.length).toBeGreaterThan(5);
    for (const { outcome, ms } of decided) {
      expect(outcome).toBe('client-timeout');
      // five SYNs a second apart, then after 2, 4, 8, 16, 32 s, and 64 s for the last
      expect((ms ?? 0) / 1000).toBeCloseTo(131, 2);
    }
    const cut = play(site({ traffic: 'rate: 1, clients: 1, timeout: 1h, keep-alive: true' }), {
      for: 1000,
      faults: ['10s partition lb-host'],
    });
    const lost = cut.requests.find(({ t }) => t > 10);
    expect(lost?.outcome).toBe('reset');
    expect((lost?.ms ?? 0) / 1000).toBeCloseTo(924.6, 2);
  });

  it('is over when the host has booted', () => {
    const run = play(site({ traffic: 'rate: 50, timeout: 3s' }), {
      for: 30,
      faults: ['5s power-off app-host', '10s power-on app-host'],
    });
    expect(Object.keys(counted(run, 15, 29))).toEqual(['200']);
  });
});
