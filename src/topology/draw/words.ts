import { clean } from '../../text/cells.ts';
import { formatTime, percentOf } from '../duration.ts';
import type {
  AlertRule,
  Component,
  Database,
  Firewall,
  Id,
  LoadBalancer,
  Micros,
  Tls,
  Topology,
} from '../types.ts';
import { entriesOf, holdersOf } from './relations.ts';

/**
 * A topology in sentences, for screen readers: the hosts and what runs on them, who sends to whom, how the
 * load balancer chooses, which database takes the writes, virtual IPs, firewalls, certificates, collectors.
 */
export function describeTopology(topology: Topology): string[] {
  const sentences = [
    ...hosts(topology),
    ...entrance(topology),
    ...topology.components.flatMap((component) => aboutComponent(topology, component)),
    ...firewalls(topology),
    ...certificates(topology),
    ...monitoring(topology),
  ];
  return sentences.map((sentence) => clean(sentence, false));
}

/** `a`, `a and b`, `a, b and c` */
function list(names: readonly string[], last = 'and'): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
}

function count(number: number, one: string, many: string): string {
  const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
  return `${words[number] ?? number} ${number === 1 ? one : many}`;
}

function hosts(topology: Topology): string[] {
  const byId = new Map(topology.components.map((component) => [component.id, component]));
  const names = topology.hosts.map((host) => host.id);
  const all = `${clean(topology.title, false)}. ${count(names.length, 'host', 'hosts')}: ${list(names)}.`;
  const each = topology.hosts.map((host) => {
    if (host.runs.length === 0) return `${host.id} runs nothing.`;
    const parts = host.runs.map((id) => {
      const component = byId.get(id);
      return component ? `${id} (${whatItIs(component)})` : id;
    });
    return `${host.id} runs ${list(parts)}.`;
  });
  return [all, ...each];
}

function whatItIs(component: Component): string {
  switch (component.kind) {
    case 'load-balancer':
      return 'a load balancer, HAProxy';
    case 'web-server':
      return 'a web server, nginx';
    case 'app-server':
      return `an application server with ${component.workers} ${component.workers === 1 ? 'worker' : 'workers'}`;
    case 'database':
      return `a MySQL database, ${component.role}`;
    case 'orchestrator':
      return 'an orchestrator';
    case 'keepalived':
      return 'keepalived';
  }
}

function entrance(topology: Topology): string[] {
  const names = topology.dns.map((name) => `The name ${name.name} leads the users to ${list(name.A)}.`);
  const entries = entriesOf(topology);
  const vips = [...holdersOf(topology)].map(([vip, holders]) => {
    const [first, ...others] = holders;
    const takes = others.length > 0 ? `; ${list(others)} takes it over when ${first} fails` : '';
    const known = entries.includes(vip) ? '' : ' No name leads to it.';
    return `${vip} is a virtual IP: ${first} holds it${takes}.${known}`;
  });
  return [...names, ...vips];
}

function aboutComponent(topology: Topology, component: Component): string[] {
  switch (component.kind) {
    case 'load-balancer':
      return aboutBalancer(component);
    case 'web-server': {
      const members = component.upstream.filter((member) => !member.backup).map((member) => member.id);
      const backups = component.upstream.filter((member) => member.backup).map((member) => member.id);
      const spare = backups.length > 0 ? `, and to ${list(backups)} only when they fail` : '';
      const turns = members.length > 1 ? ' in turn' : '';
      if (component.upstream.length === 0) return [`${component.id} answers alone.`];
      return [`${component.id} sends to ${list(members)}${turns}${spare}.`];
    }
    case 'app-server': {
      if (component.writes === undefined && component.reads.length === 0)
        return [`${component.id} answers alone.`];
      const writes = component.writes === undefined ? [] : [`writes to ${component.writes}`];
      const [first, ...others] = component.reads;
      const spare = others.length > 0 ? `, and from ${list(others, 'or')} when that fails` : '';
      const reads = first === undefined ? [] : [`reads from ${first}${spare}`];
      return [`${component.id} ${list([...writes, ...reads])}.`];
    }
    case 'database':
      return aboutDatabase(topology, component);
    case 'orchestrator': {
      const agree =
        component.agree === 'majority' ? 'when the majority of its processes agrees' : 'on its own';
      return [`${component.id} watches ${list(component.watches)} and promotes a replica ${agree}.`];
    }
    case 'keepalived': {
      const track = component.trackScript;
      const watches = track ? ` It watches ${track.watches} every ${inWords(track.interval)}.` : '';
      return [`${component.id} stands for ${component.vip} with priority ${component.priority}.${watches}`];
    }
  }
}

const balanceInWords: Readonly<Record<LoadBalancer['balance'], string>> = {
  roundrobin: 'in turn (round robin)',
  'static-rr': 'in turn with fixed weights (static-rr)',
  leastconn: 'whoever has the fewest connections (leastconn)',
  random: 'by chance (random)',
  source: "by the user's address (source)",
};

function aboutBalancer(balancer: LoadBalancer): string[] {
  const idsOf = (servers: LoadBalancer['servers']) => servers.map(({ id }) => id);
  const disabled = idsOf(balancer.servers.filter((server) => server.disabled));
  const enabled = balancer.servers.filter((server) => !server.disabled);
  const active = idsOf(enabled.filter((server) => !server.backup));
  const backups = idsOf(enabled.filter((server) => server.backup));
  const weighted = balancer.servers.filter((server) => server.weight !== 1);
  const weights = weighted.map((server) => `${server.id} has weight ${server.weight}`);
  const checked = balancer.servers.filter((server) => server.check);
  const unchecked = balancer.servers.filter((server) => !server.check).map((server) => server.id);
  return [
    ...sendsTo(balancer, active),
    ...(weights.length > 0 ? [`There ${list(weights)}.`] : []),
    ...(backups.length > 0 ? [`${list(backups)} gets requests only when no other server is up.`] : []),
    ...disabled.map((id) => `${id} is disabled: it gets no requests and no checks until it is made ready.`),
    ...checks(balancer, checked),
    ...(unchecked.length > 0 ? [`${balancer.id} does not check ${list(unchecked, 'or')}.`] : []),
  ];
}

function sendsTo({ id, balance }: LoadBalancer, active: readonly Id[]): string[] {
  if (active.length === 0) return [];
  if (active.length === 1) return [`${id} sends everything to ${list(active)}.`];
  return [`${id} sends to ${list(active)}: ${balanceInWords[balance]}.`];
}

/** Servers checked in the same way share a sentence. */
function checks(balancer: LoadBalancer, checked: LoadBalancer['servers']): string[] {
  const byManner = new Map<string, string[]>();
  for (const { id, inter, fall, rise } of checked) {
    const manner = `every ${inWords(inter)}: down after ${fall} failed checks, up again after ${rise} good ones`;
    byManner.set(manner, [...(byManner.get(manner) ?? []), id]);
  }
  return [...byManner].map(([manner, ids]) => `${balancer.id} checks ${list(ids)} ${manner}.`);
}

function aboutDatabase(topology: Topology, database: Database): string[] {
  const replicas = topology.components.filter(
    (other) => other.kind === 'database' && other.source === database.id,
  );
  const copies = replicas.map((replica) => replica.id);
  const how = database.replication === 'semi-sync' ? ', and waits for one to have it (semi-synchronous)' : '';
  if (database.role === 'primary') {
    const sends =
      copies.length > 0 ? ` It sends its binary log to ${list(copies)}${how}.` : ' It has no replica.';
    return [`${database.id} is the primary: it takes the writes.${sends}`];
  }
  const from = database.source === undefined ? '' : ` of ${database.source}`;
  return [`${database.id} is a replica${from}: it can be read and takes no writes.`];
}

function firewalls(topology: Topology): string[] {
  return topology.hosts.flatMap(({ id, firewall }) =>
    firewall ? [`The firewall of ${id} ${rules(firewall)}`] : [],
  );
}

function rules(firewall: Firewall): string {
  const otherwise = firewall.action === 'drop' ? 'drops everything else.' : 'rejects everything else.';
  const sources = new Map<string, string[]>();
  for (const { port, from } of firewall.in) {
    const name = port === 'vrrp' ? 'VRRP' : `port ${port}`;
    sources.set(name, [...(sources.get(name) ?? []), from]);
  }
  const allowed = [...sources].map(([port, from]) => `${port} from ${list(from)}`);
  if (allowed.length === 0) return `lets nothing in and ${otherwise}`;
  return `lets in ${list(allowed)}; it ${otherwise}`;
}

const tlsInWords: Readonly<Record<Tls['mode'], string>> = {
  terminate: 'ends there; behind it requests go in plain text',
  reencrypt: 'ends there and begins anew towards the servers',
  passthrough: 'passes through it to the servers, which have the certificate',
};

function certificates(topology: Topology): string[] {
  return topology.certificates.map(({ name, expires }) => {
    const users = topology.components.flatMap((component) =>
      component.kind === 'load-balancer' && component.tls?.certificate === name ? [component] : [],
    );
    const mode = users[0]?.tls?.mode;
    const where = mode
      ? ` HTTPS to ${list(users.map((one) => one.id))} ${tlsInWords[mode]}.`
      : ' Nothing uses it.';
    return `A certificate for ${name} is valid for ${inWords(expires)}.${where}`;
  });
}

function monitoring(topology: Topology): string[] {
  const collectors = topology.hosts.filter((host) => host.collector).map((host) => host.id);
  const { monitoring: own } = topology;
  const one = collectors.length === 1;
  const where =
    collectors.length > 0
      ? [`${list(collectors)} ${one ? 'has a collector' : 'have a collector each'}.`]
      : [];
  if (!own) return where;
  const alerts = own.alerts.map(alertInWords);
  return [
    ...where,
    `${own.service} gets figures every ${inWords(own.every)}${alerts.length > 0 ? ` and raises an alarm for ${list(alerts, 'or')}` : ''}.`,
  ];
}

function alertInWords({ on, above, below, for: time }: AlertRule): string {
  const amount = (value: number) => {
    if (on === 'error-rate') return `${percentOf(value)} %`;
    return on === 'latency-p95' ? inWords(value) : String(value);
  };
  const limits = [
    ...(above === undefined ? [] : [`more than ${amount(above)}`]),
    ...(below === undefined ? [] : [`less than ${amount(below)}`]),
  ];
  const names = {
    'error-rate': 'an error rate of',
    'latency-p95': 'a p95 latency of',
    qps: 'a number of requests a second of',
    down: 'a number of processes down of',
  };
  const what = on === 'down' && above === 0 ? 'anything that is down' : `${names[on]} ${list(limits, 'or')}`;
  return `${what}${time > 0 ? ` for ${inWords(time)}` : ''}`;
}

const unitWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: 'microsecond',
    ms: 'millisecond',
    s: 'second',
    m: 'minute',
    h: 'hour',
    d: 'day',
  }),
);

/** A time as it is spoken: `2 seconds`, `90 days`. */
function inWords(time: Micros): string {
  const [, amount = '', unit = ''] = /^(-?[\d.]+)([a-z]+)$/.exec(formatTime(time)) ?? [];
  return `${amount} ${unitWords.get(unit) ?? unit}${amount === '1' ? '' : 's'}`;
}
