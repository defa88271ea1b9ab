import { balancing } from './experiments/e01-balancing.ts';
import { backendKilled } from './experiments/e02-backend-killed.ts';
import { backendHung } from './experiments/e03-backend-hung.ts';
import { noHealthChecks } from './experiments/e04-no-health-checks.ts';
import { packetsDropped } from './experiments/e05-packets-dropped.ts';
import { allDown } from './experiments/e06-all-down.ts';
import { nginxUpstream } from './experiments/e07-nginx-upstream.ts';
import { replication } from './experiments/e08-replication.ts';
import { keepalived } from './experiments/e09-keepalived.ts';
import { colocation } from './experiments/e10-colocation.ts';
import { tls } from './experiments/e11-tls.ts';
import { sampling } from './experiments/e12-sampling.ts';
import { overload } from './experiments/e13-overload.ts';
import { databaseProxy } from './experiments/e14-database-proxy.ts';
import type { Row } from './judge.ts';

/** Every experiment, in the order of the recordings. */
export const experiments: readonly { readonly title: string; readonly rows: () => Row[] }[] = [
  { title: 'E1 Balancing', rows: balancing },
  { title: 'E2 A server is killed', rows: backendKilled },
  { title: 'E3 A server hangs', rows: backendHung },
  { title: 'E4 A server is killed, no health checks', rows: noHealthChecks },
  { title: 'E5 Packets to a server are dropped', rows: packetsDropped },
  { title: 'E6 All servers are killed', rows: allDown },
  { title: 'E7 nginx and its upstream', rows: nginxUpstream },
  { title: 'E8 A primary and a replica', rows: replication },
  { title: 'E9 Two load balancers, one address', rows: keepalived },
  { title: 'E10 Sharing a core', rows: colocation },
  { title: 'E11 TLS', rows: tls },
  { title: 'E12 Sampling a counter', rows: sampling },
  { title: 'E13 Overload', rows: overload },
  { title: 'E14 A balancer before databases', rows: databaseProxy },
];
