import type { Kind } from '../topology/types.ts';
import type { Flood } from './attack.ts';
import { AppServerProcess } from './components/app-server.ts';
import { DatabaseProcess } from './components/database.ts';
import { KeepalivedProcess } from './components/keepalived.ts';
import { LoadBalancerProcess } from './components/load-balancer.ts';
import type { ServerLine } from './components/server-line.ts';
import { WebServerProcess } from './components/web-server.ts';
import { actsOnLink, type Fault, placeOf } from './faults/fault.ts';
import type { HostRuntime } from './host.ts';
import type { Process } from './process.ts';
import type { Belief, ComponentView, HostView, LinkView, SecondView, WorldView } from './view.ts';
import type { World } from './world.ts';

const SECOND = 1_000_000;
const SECONDS_SHOWN = 120;
/** a chart has a column a second, and no terminal is wider */
const SECONDS_CHARTED = 400;
const EVENTS_SHOWN = 1000;

/** What a live screen shows of the world at this moment. It changes nothing in the world. */
export function viewOf(world: World): WorldView {
  const { metrics, clock } = world;
  const standing = world.standing.all;
  const decided = metrics.lastSecond();
  const p95 = metrics.recentP95(10);
  return {
    now: clock.now,
    components: world.topology.components.map((component) =>
      componentView(world, component.kind, world.process(component.id)),
    ),
    hosts: world.hosts.map((host) => hostView(world, host)),
    vips: world.vips.view(),
    standing,
    links: standing.filter(actsOnLink).map(linkView),
    traffic: {
      rate: world.users.rate,
      answered: decided.ok,
      failed: decided.failed,
      waiting: metrics.total - metrics.ok - metrics.failed,
      availability: metrics.availability,
      p95: p95 === undefined ? undefined : p95 / 1000,
      answers: { reads: { ...metrics.answers.reads }, writes: { ...metrics.answers.writes } },
      byOutcome: Object.fromEntries(metrics.byOutcome),
    },
    writes: {
      acknowledged: world.ledger.acknowledged,
      lost: world.lostRows().length,
      lastAt: metrics.writes.last,
      againAt: metrics.writes.again,
    },
    reads: { total: world.ledger.reads, stale: world.ledger.staleReads, staleAt: world.ledger.stale },
    ...(world.monitor === undefined ? {} : { monitor: world.monitor.view() }),
    wiretaps: world.links.wiretaps.map(({ ends, messages, readable }) => ({
      link: ends.join(' '),
      messages,
      readable,
    })),
    seconds: seconds(world),
    timeline: metrics.timeline.seconds.slice(-SECONDS_CHARTED),
    oldestWait: metrics.timeline.oldestWait(clock.now),
    floods: [...world.floods].map(floodView),
    names: world.zone.meant(undefined).map(({ conf, leadsTo }) => ({ name: conf.name, leadsTo })),
    expired: world.certificates.expired,
    trouble: metrics.trouble.view(metrics.timeline.unanswered(), clock.now),
    lastTroubled: metrics.trouble.newest,
    troubled: metrics.trouble.count,
    events: world.eventLog.events.slice(-EVENTS_SHOWN),
  };
}

function seconds(world: World): SecondView[] {
  const end = Math.ceil(world.clock.now / SECOND);
  const start = Math.max(0, end - SECONDS_SHOWN);
  return Array.from({ length: end - start }, (_, i) => {
    const { t, total, ok, failed, unfinished } = world.metrics.second(start + i);
    return { t, total, ok, failed, unfinished };
  });
}

function hostView(world: World, host: HostRuntime): HostView {
  const { id, on, conf } = host;
  const view: HostView = { id, on, cpu: world.cpuLastSecond(host) };
  return conf.collector ? { ...view, collector: world.process(`collector@${id}`).state } : view;
}

function floodView(flood: Flood): WorldView['floods'][number] {
  const { sent, heard } = flood.lastSecond();
  return { host: flood.process.host.id, at: flood.process.id, rate: sent, passes: heard > 0 };
}

function linkView(fault: Fault): LinkView {
  const [a = '', b = 'all'] = fault.targets;
  return { ends: [a, b], cut: fault.verb === 'partition', fault };
}

function componentView(world: World, kind: Kind, process: Process): ComponentView {
  const { requests, failed } = process.lastSecond();
  const base: ComponentView = {
    id: process.id,
    kind,
    host: process.host.id,
    state: process.state,
    rate: requests,
    failedRate: failed,
    waiting: process.unfinished,
    fullSince: process.fullSince,
    faults: world.standing.all.filter((fault) => placeOf(fault).join(' ') === process.id),
  };
  if (process instanceof LoadBalancerProcess)
    return { ...base, servers: beliefs(process), queued: process.queued };
  if (process instanceof KeepalivedProcess) {
    return {
      ...base,
      vrrp: {
        state: process.vrrp,
        vip: process.conf.vip,
        holds: process.holdsVip,
        scriptFails: process.scriptFails,
      },
    };
  }
  if (process instanceof AppServerProcess) {
    const { writesTo } = process.databases;
    const avoids = process.databases.avoided(world.clock.now - SECOND);
    return { ...base, writesTo, avoids, version: versionOf(process) };
  }
  if (process instanceof WebServerProcess) {
    return { ...base, avoids: process.avoided(world.clock.now - SECOND) };
  }
  if (process instanceof DatabaseProcess) return { ...base, database: databaseView(world, process) };
  return base;
}

/** Compared with what its fields say of it. */
function versionOf({ conf, release }: AppServerProcess): NonNullable<ComponentView['version']> {
  return {
    name: release.version,
    makesErrors: release.errors > 0,
    isSlower: release.service.mean > conf.service.mean || release.cpu > conf.cpu,
  };
}

function believed(server: ServerLine): Belief {
  if (server.inMaintenance) return 'maint';
  if (server.draining || server.weight === 0) return 'drain';
  return server.believedUp ? 'up' : 'down';
}

function beliefs(balancer: LoadBalancerProcess): NonNullable<ComponentView['servers']> {
  return balancer.servers.map((server) => {
    const check = balancer.checkOf(server);
    return {
      id: server.conf.id,
      believed: believed(server),
      checksFailed: check?.failed ?? 0,
      served: server.served,
      ...(check === undefined ? {} : { check: { last: check.last, due: check.due } }),
    };
  });
}

type DatabaseView = NonNullable<ComponentView['database']>;

function databaseView(world: World, database: DatabaseProcess): DatabaseView {
  const receives = database.stream?.receives === true;
  const oldest = database.applier.oldest() ?? database.stream?.oldestUnsent();
  const lag = oldest === undefined ? 0 : world.clock.now - oldest;
  const { reads, stale, writes } = database.statementsLastSecond();
  return {
    role: database.role,
    readOnly: database.readOnly,
    lag: receives ? lag : undefined,
    unacknowledged: database.semiSync.unacknowledged,
    semiSync: semiSyncOf(database),
    readsRate: reads,
    staleRate: stale,
    writesRate: writes,
  };
}

/** What each end says of itself: Rpl_semi_sync_source_status of a primary, Rpl_semi_sync_replica_status of a replica. */
function semiSyncOf({ semiSync, role, stream, alive }: DatabaseProcess): DatabaseView['semiSync'] {
  if (!alive) return 'off';
  if (role === 'replica') return stream?.acknowledges === true ? 'acknowledges' : 'off';
  if (!semiSync.wanted) return 'off';
  return semiSync.degraded ? 'degraded' : 'on';
}
