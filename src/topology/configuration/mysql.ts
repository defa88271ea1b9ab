import type { Database, Topology } from '../types.ts';
import type { Addresses } from './addresses.ts';
import { type ConfigurationLine, fieldLine, plainLine } from './file.ts';

const field = (path: string, text: string) => fieldLine(`database ${path}`, text);

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
  const semiSync =
    database.replication === 'semi-sync'
      ? [
          field('replication', "plugin_load_add = 'semisync_source.so;semisync_replica.so'"),
          field('replication', 'rpl_semi_sync_source_enabled = ON'),
          field(
            'rpl_semi_sync_source_timeout',
            `rpl_semi_sync_source_timeout = ${Math.round(database.rplSemiSyncSourceTimeout / 1_000)} # ms`,
          ),
          field('replication', 'rpl_semi_sync_replica_enabled = ON'),
        ]
      : [];
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
    ...semiSync,
    ...follows,
  ];
}
