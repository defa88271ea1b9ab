/** What one component is, does, believes, and how it is configured. */
import { inspector as words } from '../../messages/inspector.ts';
import { inShort } from '../../simulator/faults/fault.ts';
import type { ComponentView } from '../../simulator/view.ts';
import { isDatabaseProxy } from '../../topology/database-proxy.ts';
import { whatItIs } from '../../topology/draw/labels.ts';
import { kindWords } from '../../topology/kinds.ts';
import type { Component, Id } from '../../topology/types.ts';
import { beliefsOf } from './beliefs.ts';
import { filesOfComponent, firewallOf } from './files.ts';
import { type Inspected, type InspectedLine, line, type Scene, section, span } from './inspected.ts';

const ANSWERS = 10;

export function inspectComponent(component: Component, scene: Scene): Inspected {
  const { topology, view } = scene;
  const { id, kind, host } = component;
  const now = view.components.find((each) => each.id === id);
  return {
    name: id,
    what: words.on(whatItIs(component)[0] ?? kind, host),
    role: isDatabaseProxy(component, topology.components) ? words.databaseProxy : words.roles[kind],
    sections: [
      ...section(words.headings.now, now === undefined ? [] : nowLines(component, now, scene)),
      ...section(words.headings.believes, now === undefined ? [] : beliefsOf(component, now, scene)),
      ...(kindWords[kind].takesRequests
        ? section(words.headings.answers, answersOf(id, now?.failedRate ?? 0, scene))
        : []),
      ...filesOfComponent(component, topology),
      ...firewallOf(host, topology),
    ],
  };
}

function nowLines(component: Component, now: ComponentView, scene: Scene): readonly InspectedLine[] {
  const { state, rate, failedRate, faults, fullSince } = now;
  const isWell = state === 'up';
  const serves = component.kind !== 'keepalived' && component.kind !== 'orchestrator';
  return [
    line(
      serves ? words.stateAndRate(state, rate, failedRate) : words.state(state),
      isWell ? (failedRate > 0 ? 'warn' : 'good') : 'bad',
    ),
    ...(isWell ? placesOf(component, now) : []),
    ...(fullSince === undefined ? [] : [line(words.full(span(scene.view.now - fullSince)), 'bad')]),
    ...faults.map((fault) => line(words.fault(inShort(fault)), 'warn')),
    ...versionOf(component, now),
    ...dataOf(now),
  ];
}

/** How much of what it has is taken: workers, connections, places in queues. */
function placesOf(component: Component, { waiting, queued = 0 }: ComponentView): readonly InspectedLine[] {
  switch (component.kind) {
    case 'app-server': {
      const { workers, backlog } = component;
      const behind = Math.max(0, waiting - workers);
      return [
        line(words.workers(Math.min(waiting, workers), workers), waiting >= workers ? 'warn' : 'plain'),
        line(words.acceptQueue(behind, backlog), behind > 0 ? 'warn' : 'plain'),
      ];
    }
    case 'web-server': {
      const { upstream, workerConnections, workerProcesses } = component;
      // one to the client, and one more to the upstream
      const wanted = waiting * (upstream.length > 0 ? 2 : 1);
      const all = workerConnections * workerProcesses;
      return [line(words.connections(Math.min(wanted, all), all), wanted >= all ? 'warn' : 'plain')];
    }
    case 'load-balancer':
      return [line(words.inside(waiting)), ...(queued > 0 ? [line(words.queued(queued), 'warn')] : [])];
    default:
      return [];
  }
}

function versionOf(component: Component, { version }: ComponentView): readonly InspectedLine[] {
  if (component.kind !== 'app-server' || version === undefined || component.versions.length === 0) return [];
  return [line(words.runs(version.name))];
}

function dataOf({ database, vrrp }: ComponentView): readonly InspectedLine[] {
  if (vrrp !== undefined) {
    return [
      line(words.vrrp(vrrp.state), vrrp.state === 'FAULT' ? 'bad' : 'plain'),
      line(vrrp.holds ? words.holds(vrrp.vip) : words.holdsNot(vrrp.vip)),
    ];
  }
  if (database === undefined) return [];
  const { role, lag, readsRate, writesRate, readOnly, semiSync } = database;
  const behind = lag === undefined ? undefined : lag < 100_000 ? '' : span(lag);
  return [
    role === 'primary'
      ? line(words.primary(writesRate, readsRate))
      : line(words.replica(behind, readsRate), behind === '' ? 'plain' : 'warn'),
    ...(readOnly && role === 'primary' ? [line(words.readOnly, 'warn')] : []),
    ...(semiSync === 'off'
      ? []
      : [line(words.semiSync[semiSync], semiSync === 'degraded' ? 'warn' : 'plain')]),
  ];
}

/** The failures whose users had got as far as this component. */
function answersOf(id: Id, failedRate: number, { view }: Scene): readonly InspectedLine[] {
  const counts = new Map<string, number>();
  for (const { failedAs } of view.timeline.slice(-ANSWERS)) {
    for (const { outcome, by, count } of failedAs) {
      if (by === id) counts.set(outcome, (counts.get(outcome) ?? 0) + count);
    }
  }
  const all = [...counts].sort(([, a], [, b]) => b - a);
  if (all.length === 0) return [line(failedRate > 0 ? words.noFailureOfItsOwn : words.noFailure, 'dim')];
  return all.map(([outcome, count]) => line(words.answered(count, outcome), 'bad'));
}
