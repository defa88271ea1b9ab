import type { Database, Topology } from '../types.ts';
import type { Addresses } from './addresses.ts';
import { type ConfigurationLine, fieldLine, plainLine } from './file.ts';

const field = (path: string, text: string) => fieldLine(`database ${path}`, text);

/** A database that waits for its replicas, and a replica that its source waits for: each may change places with the other. */
function semiSyncLines(database: Database, { components }: Topology): readonly ConfigurationLine[] {
  const waits = database.replication === 'semi-sync';
  const isAwaited = components.some(
    (each) => each.kind === 'database' && each.id === database.source && each.replication === 'semi-sync',
  );
  if (!waits && !isAwaited) return [];
  const timeout = Math.round(database.rplSemiSyncSourceTimeout / 1_000);
  const plugins = waits ? 'semisync_source.so;semisync_replica.so' : 'semisync_replica.so';
  return [
    field('replication', `plugin_load_add = '${plugins}'`),
    ...(waits
      ? [
          field('replication', 'rpl_semi_sync_source_enabled = ON'),
          field('rpl_semi_sync_source_timeout', `rpl_semi_sync_source_timeout = ${timeout} # ms`),
        ]
      : []),
    field('replication', 'rpl_semi_sync_replica_enabled = ON'),
  ];
}

/** my.cnf in the words of MySQL 8.0 (reference manual, "Replication and Binary Logging Options and Variables"). */
export function mysqlLines(
  database: Database,
  topology: Topology,
  addresses: Addresses,
): readonly ConfigurationLine[] {
  const databases = topology.components.filter(({ kind }) => kind === 'database');
  const number = databases.findIndex(({ id }) => id === database.id) + 1;
  const isReplica = database.role === 'replica';
  const refuses = isReplica || database.readOnly;
  const follows =
    database.source === undefined
      ? []
      : [
          plainLine(''),
          plainLine('# and once, in its console:'),
          field('source', `#   CHANGE REPLICATION SOURCE TO SOURCE_HOST='${addresses.of(database.source)}',`),
          plainLine('#     SOURCE_AUTO_POSITION=1, SOURCE_CONNECT_RETRY=60;'),
          plainLine('#   START REPLICA;'),
        ];
  return [
    plainLine('[mysqld]'),
    plainLine(`server_id = ${number}`),
    plainLine('log_bin = binlog'),
    plainLine('gtid_mode = ON'),
    plainLine('enforce_gtid_consistency = ON'),
    plainLine('log_replica_updates = ON'),
    field(isReplica ? 'role' : 'read_only', `read_only = ${refuses ? 'ON' : 'OFF'}`),
    ...(isReplica
      ? [
          field('replica_parallel_workers', `replica_parallel_workers = ${database.replicaParallelWorkers}`),
          plainLine('replica_net_timeout = 60'),
        ]
      : []),
    ...semiSyncLines(database, topology),
    ...follows,
  ];
}
