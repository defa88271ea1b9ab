import { messagesOf } from '../../messages/language.ts';
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

const t = messagesOf('topology/draw/words');

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
function list(names: readonly string[], last = t`and`): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
}

/** `One host`, `Twelve hosts` at the beginning of a sentence. */
function hostCount(count: number): string {
  const words = [
    t`No`,
    t`One`,
    t`Two`,
    t`Three`,
    t`Four`,
    t`Five`,
    t`Six`,
    t`Seven`,
    t`Eight`,
    t`Nine`,
    t`Ten`,
  ];
  return t.plural(count)`${words[count] ?? count} ${['host', 'hosts']}`;
}

function hosts(topology: Topology): string[] {
  const byId = new Map(topology.components.map((component) => [component.id, component]));
  const names = topology.hosts.map((host) => host.id);
  const all = `${clean(topology.title, false)}. ${hostCount(names.length)}: ${list(names)}.`;
  const each = topology.hosts.map((host) => {
    if (host.runs.length === 0) return t`${host.id} runs nothing.`;
    const parts = host.runs.map((id) => {
      const component = byId.get(id);
      return component ? `${id} (${whatItIs(component)})` : id;
    });
    return t`${host.id} runs ${list(parts)}.`;
  });
  return [all, ...each];
}

function whatItIs(component: Component): string {
  switch (component.kind) {
    case 'load-balancer':
      return t`a load balancer, HAProxy`;
    case 'web-server':
      return t`a web server, nginx`;
    case 'app-server':
      return t.plural(
        component.workers,
      )`an application server with ${component.workers} ${['worker', 'workers']}`;
    case 'database':
      return component.role === 'primary' ? t`a MySQL database, primary` : t`a MySQL database, replica`;
    case 'orchestrator':
      return t`an orchestrator`;
    case 'keepalived':
      return t`keepalived`;
  }
}

function entrance(topology: Topology): string[] {
  const names = topology.dns.map((name) => t`The name ${name.name} leads the users to ${list(name.A)}.`);
  const entries = entriesOf(topology);
  const vips = [...holdersOf(topology)].map(([vip, holders]) => {
    const [first, ...others] = holders;
    const takes = others.length > 0 ? t`; ${list(others)} takes it over when ${first} fails` : '';
    const known = entries.includes(vip) ? '' : t` No name leads to it.`;
    return t`${vip} is a virtual IP: ${first} holds it${takes}.${known}`;
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
      const spare = backups.length > 0 ? t`, and to ${list(backups)} only when they fail` : '';
      const turns = members.length > 1 ? t` in turn` : '';
      if (component.upstream.length === 0) return [t`${component.id} answers alone.`];
      return [t`${component.id} sends to ${list(members)}${turns}${spare}.`];
    }
    case 'app-server': {
      if (component.writes === undefined && component.reads.length === 0)
        return [t`${component.id} answers alone.`];
      const writes = component.writes === undefined ? [] : [t`writes to ${component.writes}`];
      const [first, ...others] = component.reads;
      const spare = others.length > 0 ? t`, and from ${list(others, t`or`)} when that fails` : '';
      const reads = first === undefined ? [] : [t`reads from ${first}${spare}`];
      return [`${component.id} ${list([...writes, ...reads])}.`];
    }
    case 'database':
      return aboutDatabase(topology, component);
    case 'orchestrator': {
      const agree =
        component.agree === 'majority' ? t`when the majority of its processes agrees` : t`on its own`;
      return [t`${component.id} watches ${list(component.watches)} and promotes a replica ${agree}.`];
    }
    case 'keepalived': {
      const track = component.trackScript;
      const watches = track ? t` It watches ${track.watches} every ${inWords(track.interval)}.` : '';
      return [t`${component.id} stands for ${component.vip} with priority ${component.priority}.${watches}`];
    }
  }
}

const balanceInWords: Readonly<Record<LoadBalancer['balance'], string>> = {
  roundrobin: t`in turn (round robin)`,
  'static-rr': t`in turn with fixed weights (static-rr)`,
  leastconn: t`whoever has the fewest connections (leastconn)`,
  random: t`by chance (random)`,
  source: t`by the user's address (source)`,
};

function aboutBalancer(balancer: LoadBalancer): string[] {
  const idsOf = (servers: LoadBalancer['servers']) => servers.map(({ id }) => id);
  const disabled = idsOf(balancer.servers.filter((server) => server.disabled));
  const enabled = balancer.servers.filter((server) => !server.disabled);
  const active = idsOf(enabled.filter((server) => !server.backup));
  const backups = idsOf(enabled.filter((server) => server.backup));
  const weighted = balancer.servers.filter((server) => server.weight !== 1);
  const weights = weighted.map((server) => t`${server.id} has weight ${server.weight}`);
  const checked = balancer.servers.filter((server) => server.check);
  const unchecked = balancer.servers.filter((server) => !server.check).map((server) => server.id);
  return [
    ...sendsTo(balancer, active),
    ...(weights.length > 0 ? [t`There ${list(weights)}.`] : []),
    ...(backups.length > 0 ? [t`${list(backups)} gets requests only when no other server is up.`] : []),
    ...disabled.map((id) => t`${id} is disabled: it gets no requests and no checks until it is made ready.`),
    ...checks(balancer, checked),
    ...(unchecked.length > 0 ? [t`${balancer.id} does not check ${list(unchecked, t`or`)}.`] : []),
  ];
}

function sendsTo({ id, balance }: LoadBalancer, active: readonly Id[]): string[] {
  if (active.length === 0) return [];
  if (active.length === 1) return [t`${id} sends everything to ${list(active)}.`];
  return [t`${id} sends to ${list(active)}: ${balanceInWords[balance]}.`];
}

/** Servers checked in the same way share a sentence. */
function checks(balancer: LoadBalancer, checked: LoadBalancer['servers']): string[] {
  const byManner = new Map<string, string[]>();
  for (const { id, inter, fall, rise } of checked) {
    const manner = t`every ${inWords(inter)}: down after ${fall} failed checks, up again after ${rise} good ones`;
    byManner.set(manner, [...(byManner.get(manner) ?? []), id]);
  }
  return [...byManner].map(([manner, ids]) => t`${balancer.id} checks ${list(ids)} ${manner}.`);
}

function aboutDatabase(topology: Topology, database: Database): string[] {
  const replicas = topology.components.filter(
    (other) => other.kind === 'database' && other.source === database.id,
  );
  const copies = replicas.map((replica) => replica.id);
  const how =
    database.replication === 'semi-sync' ? t`, and waits for one to have it (semi-synchronous)` : '';
  if (database.role === 'primary') {
    const sends =
      copies.length > 0 ? t` It sends its binary log to ${list(copies)}${how}.` : t` It has no replica.`;
    return [t`${database.id} is the primary: it takes the writes.${sends}`];
  }
  const from = database.source === undefined ? '' : t` of ${database.source}`;
  return [t`${database.id} is a replica${from}: it can be read and takes no writes.`];
}

function firewalls(topology: Topology): string[] {
  return topology.hosts.flatMap(({ id, firewall }) =>
    firewall ? [t`The firewall of ${id} ${rules(firewall)}`] : [],
  );
}

function rules(firewall: Firewall): string {
  const otherwise = firewall.action === 'drop' ? t`drops everything else.` : t`rejects everything else.`;
  const sources = new Map<string, string[]>();
  for (const { port, from } of firewall.in) {
    const name = port === 'vrrp' ? 'VRRP' : t`port ${port}`;
    sources.set(name, [...(sources.get(name) ?? []), from === 'anywhere' ? t`anywhere` : from]);
  }
  const allowed = [...sources].map(([port, from]) => t`${port} from ${list(from)}`);
  if (allowed.length === 0) return t`lets nothing in and ${otherwise}`;
  return t`lets in ${list(allowed)}; it ${otherwise}`;
}

const tlsInWords: Readonly<Record<Tls['mode'], string>> = {
  terminate: t`ends there; behind it requests go in plain text`,
  reencrypt: t`ends there and begins anew towards the servers`,
  passthrough: t`passes through it to the servers, which have the certificate`,
};

function certificates(topology: Topology): string[] {
  return topology.certificates.map(({ name, expires }) => {
    const users = topology.components.flatMap((component) =>
      component.kind === 'load-balancer' && component.tls?.certificate === name ? [component] : [],
    );
    const mode = users[0]?.tls?.mode;
    const where = mode
      ? t` HTTPS to ${list(users.map((one) => one.id))} ${tlsInWords[mode]}.`
      : t` Nothing uses it.`;
    return t`A certificate for ${name} is valid for ${inWords(expires)}.${where}`;
  });
}

function monitoring(topology: Topology): string[] {
  const collectors = topology.hosts.filter((host) => host.collector).map((host) => host.id);
  const { monitoring: own } = topology;
  const where =
    collectors.length > 0
      ? [t.plural(collectors.length)`${list(collectors)} ${['has a collector', 'have a collector each']}.`]
      : [];
  if (!own) return where;
  const alerts = own.alerts.map(alertInWords);
  return [
    ...where,
    t`${own.service} gets figures every ${inWords(own.every)}${alerts.length > 0 ? t` and raises an alarm for ${list(alerts, t`or`)}` : ''}.`,
  ];
}

function alertInWords({ on, above, below, for: time }: AlertRule): string {
  const amount = (value: number) => {
    if (on === 'error-rate') return `${percentOf(value)} %`;
    return on === 'latency-p95' ? inWords(value) : String(value);
  };
  const limits = [
    ...(above === undefined ? [] : [t`more than ${amount(above)}`]),
    ...(below === undefined ? [] : [t`less than ${amount(below)}`]),
  ];
  const names = {
    'error-rate': t`an error rate of`,
    'latency-p95': t`a p95 latency of`,
    qps: t`a number of requests a second of`,
    down: t`a number of processes down of`,
  };
  const what =
    on === 'down' && above === 0 ? t`anything that is down` : `${names[on]} ${list(limits, t`or`)}`;
  return `${what}${time > 0 ? t` for ${inWords(time)}` : ''}`;
}

const unitWords: ReadonlyMap<string, (amount: number) => string> = new Map([
  ['us', (amount) => t.counted(amount, 'microsecond')],
  ['ms', (amount) => t.counted(amount, 'millisecond')],
  ['s', (amount) => t.counted(amount, 'second')],
  ['m', (amount) => t.counted(amount, 'minute')],
  ['h', (amount) => t.counted(amount, 'hour')],
  ['d', (amount) => t.counted(amount, 'day')],
]);

/** A time as it is spoken: `2 seconds`, `90 days`. */
function inWords(time: Micros): string {
  const written = formatTime(time);
  const [, amount = '', unit = ''] = /^(-?[\d.]+)([a-z]+)$/.exec(written) ?? [];
  return unitWords.get(unit)?.(Number(amount)) ?? written;
}
