/** Which field of the topology a component obeyed. */
import type { Ruling, RulingName } from '../simulator/ruling.ts';
import { formatDuration, formatTime } from '../topology/duration.ts';
import type {
  AppServer,
  Component,
  Database,
  Id,
  LoadBalancer,
  Topology,
  WebServer,
} from '../topology/types.ts';
import type { Step } from './request/waterfall.ts';

/** A field of the topology, as `--set` takes it, and its value as an author writes it. */
export interface Setting {
  readonly of: Id | 'traffic';
  /** `timeout.connect`, `servers.web-1.maxconn` */
  readonly field: string;
  readonly value: string;
}

/** A field and its value; undefined: no field rules here. */
type Field = readonly [field: string, value: string | number | boolean] | undefined;

export function settingOfRuling({ by, name, about }: Ruling, topology: Topology): Setting | undefined {
  const { timeout, nextAddress } = topology.traffic;
  if (by === 'users') {
    if (name === 'out-of-patience') return setting('traffic', ['timeout', formatTime(timeout)]);
    return name === 'goes-elsewhere' ? setting('traffic', ['next-address', nextAddress]) : undefined;
  }
  const component = topology.components.find(({ id }) => id === by);
  return setting(by, component && fieldOf(component, name, about));
}

export function settingOfStep(step: Step | undefined, topology: Topology): Setting | undefined {
  const component = topology.components.find(({ id }) => id === step?.who);
  if (step === undefined || component === undefined) return undefined;
  switch (step.kind) {
    case 'waits':
      return setting(
        component.id,
        component.kind === 'app-server' ? ['workers', component.workers] : undefined,
      );
    case 'queues':
      return setting(component.id, fieldOf(component, 'queued', undefined));
    case 'is-unheard':
      return setting(component.id, fieldOf(component, 'connect-timeout', step.whom));
    case 'gives-up':
      return setting(component.id, fieldOf(component, 'read-timeout', step.whom));
    case 'awaits-replica':
      return setting(component.id, fieldOf(component, 'awaits-replica', undefined));
    case 'works':
      return setting(component.id, serviceOf(component));
    default:
      return undefined;
  }
}

function setting(of: Setting['of'], field: Field): Setting | undefined {
  return field === undefined ? undefined : { of, field: field[0], value: `${field[1]}` };
}

function serviceOf(component: Component): Field {
  const isServer = component.kind === 'app-server' || component.kind === 'web-server';
  return isServer ? ['service', formatDuration(component.service)] : undefined;
}

function fieldOf(component: Component, name: RulingName, about: Id | undefined): Field {
  switch (component.kind) {
    case 'load-balancer':
      return ofBalancer(component, name, about);
    case 'web-server':
      return ofWebServer(component, name, about);
    case 'app-server':
      return ofAppServer(component, name);
    case 'database':
      return ofDatabase(component, name);
    default:
      return undefined;
  }
}

function ofBalancer(balancer: LoadBalancer, name: RulingName, about: Id | undefined): Field {
  const { timeout, retries, redispatch, retryOn } = balancer;
  const server = balancer.servers.find(({ id }) => id === about) ?? balancer.servers[0];
  switch (name) {
    case 'queued':
      return server === undefined ? undefined : [`servers.${server.id}.maxconn`, server.maxconn ?? 'none'];
    case 'queue-timeout':
      return ['timeout.queue', formatTime(timeout.queue)];
    case 'connect-timeout':
      return ['timeout.connect', formatTime(timeout.connect)];
    case 'read-timeout':
      return ['timeout.server', formatTime(timeout.server)];
    case 'no-retry-left':
    case 'tries-again':
      return ['retries', retries];
    case 'goes-elsewhere':
      return ['redispatch', redispatch];
    case 'not-retried':
      return ['retry-on', `[${retryOn.join(', ')}]`];
    case 'no-server':
      return server === undefined ? undefined : [`servers.${server.id}.fall`, server.fall];
    case 'marked-down':
      return server === undefined ? undefined : [`servers.${server.id}.on-marked-down`, server.onMarkedDown];
    default:
      return undefined;
  }
}

function ofWebServer(server: WebServer, name: RulingName, about: Id | undefined): Field {
  const member = server.upstream.find(({ id }) => id === about) ?? server.upstream[0];
  switch (name) {
    case 'connect-timeout':
      return ['proxy_connect_timeout', formatTime(server.proxyConnectTimeout)];
    case 'read-timeout':
      return ['proxy_read_timeout', formatTime(server.proxyReadTimeout)];
    case 'goes-elsewhere':
    case 'not-retried':
      return ['proxy_next_upstream', `[${server.proxyNextUpstream.join(', ')}]`];
    case 'no-server':
      return server.upstream.length < 2 || member === undefined
        ? undefined
        : [`upstream.${member.id}.fail_timeout`, formatTime(member.failTimeout)];
    case 'no-connections-left':
      return ['worker_connections', server.workerConnections];
    default:
      return undefined;
  }
}

function ofAppServer({ databaseTimeout, reads, sessions }: AppServer, name: RulingName): Field {
  switch (name) {
    case 'connect-timeout':
      return ['database-timeout.connect', formatTime(databaseTimeout.connect)];
    case 'read-timeout':
      return ['database-timeout.read', formatTime(databaseTimeout.read)];
    case 'goes-elsewhere':
      return ['reads', `[${reads.join(', ')}]`];
    case 'not-logged-in':
      return ['sessions', sessions];
    default:
      return undefined;
  }
}

function ofDatabase(database: Database, name: RulingName): Field {
  if (name === 'awaits-replica') {
    return ['rpl_semi_sync_source_timeout', formatTime(database.rplSemiSyncSourceTimeout)];
  }
  return name === 'read-only' ? ['read_only', database.readOnly] : undefined;
}
