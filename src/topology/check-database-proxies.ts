import { words } from '../messages/topology.ts';
import { type Checking, keyPlace } from './check.ts';
import { isDatabaseProxy } from './database-proxy.ts';
import type { Id, LoadBalancer } from './types.ts';

/** A balancer of databases hands connections on and has only databases behind it; only applications ask it. */
export function checkDatabaseProxies(checking: Checking): void {
  const { topology, references, problems } = checking;
  const { components } = topology;
  const balancers = components.filter((each) => each.kind === 'load-balancer');
  const proxies = new Set<Id>();
  for (const balancer of balancers) {
    if (!isDatabaseProxy(balancer, components)) checkOther(balancer, checking);
    // what else is wrong with it follows from that it is two things
    else if (!isMixed(balancer, checking)) {
      proxies.add(balancer.id);
      checkProxy(balancer, checking);
    }
  }
  for (const { id, wanted, path, at } of references) {
    if (wanted === 'read-source') {
      const isOther = balancers.some((each) => each.id === id && !isDatabaseProxy(each, components));
      if (isOther) problems.error(at, 'wrong-kind', words.readsFromBalancer(path, id));
    } else if (proxies.has(id) && (wanted === 'address' || wanted === 'listener' || wanted === 'server')) {
      problems.error(at, 'wrong-kind', words.speaksMysql(path, id));
    }
  }
}

function isMixed({ id, servers }: LoadBalancer, { topology, tree, problems }: Checking): boolean {
  const databases = new Set(
    topology.components.filter(({ kind }) => kind === 'database').map((each) => each.id),
  );
  const others = servers.filter((server) => !databases.has(server.id));
  for (const other of others) {
    const at = keyPlace(tree, 'components', id, 'servers', other.id);
    problems.error(at, 'wrong-kind', words.mixedServers(id, other.id));
  }
  return others.length > 0;
}

/** What takes requests apart, or goes by who their user is, has no place before databases. */
function checkProxy(
  { id, mode, httpchk, cookie, tls, balance }: LoadBalancer,
  { tree, problems }: Checking,
): void {
  const wrong = [
    ...(mode === 'tcp' ? [] : ['mode']),
    ...(httpchk ? ['httpchk'] : []),
    ...(cookie ? ['cookie'] : []),
    ...(tls === undefined ? [] : ['tls']),
    ...(balance === 'source' ? ['balance'] : []),
  ];
  for (const field of wrong) {
    problems.error(
      keyPlace(tree, 'components', id, field),
      'value',
      words.notBeforeDatabases(`${id}.${field}`),
    );
  }
}

function checkOther({ id, mysqlCheck }: LoadBalancer, { tree, problems }: Checking): void {
  if (!mysqlCheck) return;
  const at = keyPlace(tree, 'components', id, 'mysql-check');
  problems.error(at, 'value', words.mysqlCheckWithoutDatabases(id));
}
