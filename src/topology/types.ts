/**
 * The topology: one infrastructure as data, with every default filled in.
 * It is what a YAML file says (the format: docs/authoring.md) after `defaults`, switches and
 * `--set` are applied; drawing, simulator and analysis all read this and nothing else.
 * Its fields are those of the tables in fields.ts and component-fields.ts, where each has its bounds, its default
 * and its meaning; what is written `max_fails` or `on-marked-down` there is `maxFails` and `onMarkedDown` here.
 * Units: every time is an integer number of microseconds, every share lies in 0..1, rates are per second.
 */
import type {
  appServerShape,
  databaseShape,
  keepalivedShape,
  loadBalancerShape,
  orchestratorShape,
  serverShape,
  tlsShape,
  trackScriptShape,
  upstreamShape,
  versionShape,
  webServerShape,
} from './component-fields.ts';
import type {
  alertShape,
  certificateShape,
  dnsShape,
  firewallShape,
  hostShape,
  linkShape,
  monitoringShape,
  trafficShape,
} from './fields.ts';
import type { Values } from './shape.ts';
import type { Id } from './units.ts';

export type { FirewallRule } from './firewall-rule.ts';
export type { Duration, Id, Micros } from './units.ts';

export interface Traffic extends Values<typeof trafficShape> {}

export interface DnsName extends Values<typeof dnsShape> {
  readonly name: string;
}

export interface Firewall extends Values<typeof firewallShape> {}

export interface Host extends Values<typeof hostShape> {
  readonly id: Id;
}

interface ComponentBase {
  readonly id: Id;
  /** the first host that runs it */
  readonly host: Id;
}

export interface BalancedServer extends Values<typeof serverShape> {
  readonly id: Id;
}

export type RetryOn = LoadBalancer['retryOn'][number];

export interface Tls extends Values<typeof tlsShape> {}

export interface LoadBalancer extends ComponentBase, Values<typeof loadBalancerShape> {
  readonly kind: 'load-balancer';
}

export interface Upstream extends Values<typeof upstreamShape> {
  readonly id: Id;
}

export interface WebServer extends ComponentBase, Values<typeof webServerShape> {
  readonly kind: 'web-server';
}

export interface Version extends Values<typeof versionShape> {
  readonly id: string;
}

export interface AppServer extends ComponentBase, Values<typeof appServerShape> {
  readonly kind: 'app-server';
}

export interface Database extends ComponentBase, Values<typeof databaseShape> {
  readonly kind: 'database';
}

export interface Orchestrator extends ComponentBase, Values<typeof orchestratorShape> {
  readonly kind: 'orchestrator';
}

export interface TrackScript extends Values<typeof trackScriptShape> {}

export interface Keepalived extends ComponentBase, Values<typeof keepalivedShape> {
  readonly kind: 'keepalived';
}

export type Component = LoadBalancer | WebServer | AppServer | Database | Orchestrator | Keepalived;
export type Kind = Component['kind'];

export interface Certificate extends Values<typeof certificateShape> {
  readonly name: string;
}

/** A limit is a share, a time or a number: whatever the watched figure is measured in. */
export interface AlertRule extends Omit<Values<typeof alertShape>, 'above' | 'below'> {
  readonly above: number | undefined;
  readonly below: number | undefined;
}

export interface Monitoring extends Omit<Values<typeof monitoringShape>, 'alerts'> {
  readonly alerts: readonly AlertRule[];
}

export interface Link extends Values<typeof linkShape> {
  readonly ends: readonly [Id, Id];
}

/** A switch by its positions; the first is the file as it stands. The patches are applied by the reader. */
export interface Switch {
  readonly name: string;
  readonly positions: readonly string[];
  /** the position that this topology was read with */
  readonly at: string;
}

export interface Topology {
  readonly id: Id;
  readonly title: string;
  readonly file: string;
  readonly traffic: Traffic;
  readonly dns: readonly DnsName[];
  readonly hosts: readonly Host[];
  readonly components: readonly Component[];
  readonly certificates: readonly Certificate[];
  readonly monitoring: Monitoring | undefined;
  readonly links: readonly Link[];
  readonly switches: readonly Switch[];
}
