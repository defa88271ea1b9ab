import { messagesOf } from '../messages/language.ts';
import { threshold } from './alert-threshold.ts';
import {
  appServerShape,
  databaseShape,
  keepalivedShape,
  loadBalancerShape,
  orchestratorShape,
  webServerShape,
} from './component-fields.ts';
import {
  boolean,
  choice,
  id,
  integer,
  list,
  number,
  orNone,
  reference,
  share,
  text,
  time,
} from './field-types.ts';
import { firewallRule } from './firewall-rule.ts';
import { group, groups, has, isGroup, label, like, may, must, type Shape } from './shape.ts';

const t = messagesOf('topology/fields');

export const trafficShape = {
  rate: must(
    number(0.001, 1_000_000, t`requests a second`, t`the requests a second, such as 100`),
    t`requests a second`,
  ),
  arrivals: has(choice('poisson', 'even'), 'poisson', t`how they are spread over time`),
  writes: has(share(), '0%', t`requests that write (POST)`),
  timeout: has(time('1ms', '1d'), '10s', t`a client's whole patience`),
  clients: has(integer(1, 1_000_000), '1000', t`distinct users, each with an address and a DNS cache`),
  'keep-alive': has(boolean(), 'false', t`a client keeps its connection for the next request`),
  'next-address': has(boolean(), 'true', t`after a failed connection the next address of the name is tried`),
  loop: has(
    choice('open', 'closed'),
    'open',
    t`open: requests come at their rate; closed: a client waits for its answer`,
  ),
  think: has(time('1ms', '1d'), '1s', t`how long a client of the closed loop thinks between two requests`),
  retries: has(
    group({
      attempts: has(integer(0, 100), '0', t`further tries of a client after a failure`),
      backoff: has(time('0s', '1d'), '0s', t`the wait before the first, doubled each time`),
      jitter: has(share(), '0%', t`the share of that wait that is left to chance`),
    }),
    '',
    t`what a client does after a failure`,
  ),
};

export const dnsShape = {
  A: must(list(reference('address')), t`the addresses: load balancers, servers or virtual IPs`),
  ttl: has(time('0s'), '300s', t`how long a client keeps the answer`),
  'negative-ttl': has(time('0s'), '60s', t`how long a client keeps a failure`),
};

/** Rules for what may come in. */
export const firewallShape = {
  in: has(list(firewallRule()), '[]', t`what may come in; all else may not`),
  action: has(choice('drop', 'reject'), 'drop', t`what happens to the rest: silence, or a refusal`),
};

export const hostShape = {
  cpus: has(integer(1, 1024), '1', t`its processors`),
  runs: must(list(id()), t`the components that run on it`),
  firewall: has(orNone(group(firewallShape)), 'none', t`rules for what may come in`),
  collector: has(boolean(), 'false', t`runs an agent that reports to the monitoring`),
};

/** One alert of the monitoring. */
export const alertShape = {
  on: must(choice('error-rate', 'latency-p95', 'qps', 'down'), t`what is looked at`),
  above: may(threshold(), t`fires over this: 5%, 500ms, 100`),
  below: may(threshold(), t`fires under this`),
  for: has(time('0s', '1d'), '0s', t`how long it must hold`),
};

export const monitoringShape = {
  service: label(has(text(), 'monitoring', t`its name`)),
  every: has(time('1ms', '1d'), '15s', t`time between two collections`),
  evaluate: like('every', time('1ms', '1d'), t`time between two looks at the alerts`),
  alerts: has(groups(alertShape), '[]', t`when to wake somebody`),
};

export const certificateShape = {
  expires: has(time('1s'), '90d', t`from the start of the run`),
  key: has(choice('rsa2048', 'ecdsa'), 'rsa2048', t`decides what a handshake costs`),
};

export const linkShape = {
  delay: has(time('0s', '1h'), '0.1ms', t`one way`),
  loss: has(share(), '0%', t`packets that are lost`),
};

/** The shape of each section of a topology; the components' by their kind. */
export const shapes = {
  traffic: trafficShape,
  dns: dnsShape,
  host: hostShape,
  monitoring: monitoringShape,
  certificate: certificateShape,
  link: linkShape,
  'load-balancer': loadBalancerShape,
  'web-server': webServerShape,
  'app-server': appServerShape,
  database: databaseShape,
  orchestrator: orchestratorShape,
  keepalived: keepalivedShape,
} as const satisfies Record<string, Shape>;

export type Section = keyof typeof shapes;

/** One row of the table of fields. */
export interface FieldRow {
  readonly section: Section;
  /** `retries`, `timeout.connect`, `servers.ID.weight` */
  readonly path: string;
  readonly type: string;
  readonly expects: string;
  readonly choices: readonly string[] | undefined;
  readonly least: string | undefined;
  readonly most: string | undefined;
  /** as written; undefined when it must be written, or isn't there */
  readonly default: string | undefined;
  /** the sibling whose value is the default */
  readonly as: string | undefined;
  readonly required: boolean;
  /** a name only: changes nothing in a run */
  readonly label: boolean;
  readonly means: string;
}

/** Every field of the format, for the documentation and for tests that try each. */
export const fields: readonly FieldRow[] = Object.entries(shapes).flatMap(([section, shape]) =>
  rowsOf(section as Section, shape, ''),
);

function rowsOf(section: Section, shape: Shape, prefix: string): FieldRow[] {
  return Object.entries(shape).flatMap(([name, field]) => {
    const { type } = field;
    const path = `${prefix}${name}`;
    const row = {
      section,
      path,
      type: type.name,
      expects: type.expects,
      choices: type.choices,
      least: type.least,
      most: type.most,
      default: field.default,
      as: field.as,
      required: field.required !== false,
      label: field.label ?? false,
      means: field.means,
    };
    if (!isGroup(type)) return row;
    const inner = rowsOf(section, type.shape, type.byId ? `${path}.ID.` : `${path}.`);
    return field.default === 'none' ? [row, ...inner] : inner;
  });
}
