/** What differs between the recorded set-ups with a primary and a replica. */
export interface DatabasePair {
  readonly traffic: string;
  readonly replication?: string;
  /** from the primary to the replica */
  readonly oneWay?: string;
  readonly apply?: string;
  readonly applyWorkers?: number;
  readonly write?: string;
  readonly connections?: number;
}

/**
 * Clients that write to a primary with one replica, all on one machine: an application without work of its own stands
 * for the driver.
 */
export function databasePair(setup: DatabasePair): string {
  return `
format: 1
id: recorded
title: Recorded
traffic: { ${setup.traffic}, arrivals: even, writes: 100%, timeout: 30s }
dns: { www.foobar.com: { A: [app-1] } }
hosts:
  app-host: { cpus: 2, runs: [app-1] }
  db-host-1: { cpus: 64, runs: [db-1] }
  db-host-2: { cpus: 64, runs: [db-2] }
links:
  users app-1: { delay: 0s }
  app-1 db-1: { delay: 0s }
  db-1 db-2: { delay: ${setup.oneWay ?? '0.02ms'} }
components:
  app-1:
    kind: app-server
    workers: ${setup.connections ?? 12}
    service: 0.01ms
    cpu: 0%
    backlog: 10000
    writes: db-1
    database-timeout: { connect: 1s, read: 30s }
  db-1:
    kind: database
    role: primary
    write: ${setup.write ?? '0.55ms'}
    cpu: 0%
    ${setup.replication ?? ''}
  db-2:
    kind: database
    role: replica
    source: db-1
    write: ${setup.write ?? '0.55ms'}
    apply: ${setup.apply ?? '0.55ms'}
    cpu: 0%
    replica_parallel_workers: ${setup.applyWorkers ?? 1}
    ${setup.replication ?? ''}
`;
}
