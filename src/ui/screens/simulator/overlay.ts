/** What the drawing shows of a moment: a word for every state, figures at the right, beliefs, cut links. */

import { simulator as words } from '../../../messages/simulator.ts';
import { inWords } from '../../../messages/simulator-events.ts';
import { inShort } from '../../../simulator/faults/fault.ts';
import { isGone } from '../../../simulator/process-state.ts';
import type { Belief, ComponentView, HostView, LinkView, WorldView } from '../../../simulator/view.ts';
import { queues } from '../../../story/judge.ts';
import type { Glyphs } from '../../../terminal/glyphs.ts';
import type { Tone } from '../../../text/row.ts';
import type { Overlay } from '../../../topology/draw/drawing.ts';
import { linksOf } from '../../../topology/pairs.ts';
import type { Database, Id, Topology } from '../../../topology/types.ts';
import { marksOf } from './marks.ts';

/** A host is busy from this share of its CPUs on. */
const BUSY = 0.9;
/** A replica is behind from this lag on; less is ordinary, and would only flicker. */
const BEHIND = 100_000;

export interface Moment {
  readonly topology: Topology;
  readonly now: WorldView;
  /** at the last whole second */
  readonly second: WorldView;
  readonly chosen: Id;
}

export function overlayOf(moment: Moment, glyphs: Glyphs): Overlay {
  const { topology, now, second, chosen } = moment;
  const { traffic } = topology;
  const queueing = new Map(second.components.map((each) => [each.id, queues(each) ? each.waiting : 0]));
  return {
    components: new Map(
      now.components.map((each) => {
        const { state, tone } = isTwofold(each, moment) ? twofold(each, glyphs) : stateOf(each, glyphs);
        const right = now.now === 0 ? '' : figureOf(each, queueing.get(each.id) ?? 0);
        return [each.id, { state, tone, right }];
      }),
    ),
    under: new Map(now.components.flatMap((each) => underOf(each, moment, glyphs))),
    hosts: new Map(now.hosts.map((host) => [host.id, hostText(host, glyphs)])),
    cut: new Set(now.links.flatMap((link) => cutPairs(link, topology))),
    users:
      traffic.loop === 'closed' ? words.clients(traffic.clients) : words.rate(Math.round(now.traffic.rate)),
    chosen,
    marks: marksOf(topology, now),
  };
}

/** The state in a word; whatever isn't well has a sign before it. */
function stateOf(component: ComponentView, glyphs: Glyphs): { state: string; tone: Tone } {
  const { state, faults, vrrp, database } = component;
  const say = words.states;
  switch (state) {
    case 'killed':
    case 'stopped':
    case 'off':
      return { state: `${glyphs.wrong} ${say[state]}`, tone: 'bad' };
    case 'paused':
    case 'starting':
    case 'stopping':
      return { state: `${glyphs.partly} ${say[state]}`, tone: 'warn' };
    case 'up':
      break;
  }
  const [fault] = faults;
  if (fault !== undefined) return { state: `${glyphs.partly} ${inShort(fault)}`, tone: 'warn' };
  if (vrrp !== undefined) return { state: vrrp.state, tone: vrrp.state === 'FAULT' ? 'bad' : 'good' };
  if (database === undefined) return { state: say.up, tone: 'good' };
  const isShut = database.role === 'primary' && database.readOnly;
  return isShut
    ? { state: `${glyphs.partly} ${say.readOnly}`, tone: 'warn' }
    : { state: say[database.role], tone: 'good' };
}

/** Another holds the same address too, or takes writes as well: a split brain, and not well at all. */
function isTwofold({ id, vrrp, database, state }: ComponentView, { topology, now }: Moment): boolean {
  if (state !== 'up') return false;
  const others = now.components.filter((each) => each.id !== id && each.state === 'up');
  if (vrrp?.holds === true)
    return others.some((each) => each.vrrp?.holds === true && each.vrrp.vip === vrrp.vip);
  if (!isWritable(database)) return false;
  const pair = replicatingWith(id, topology);
  return others.some((each) => pair.has(each.id) && isWritable(each.database));
}

/** The databases of one set of data, by the file: two sites that have nothing to do with each other have a primary each. */
function replicatingWith(id: Id, { components }: Topology): ReadonlySet<Id> {
  const ties = components.flatMap((each) =>
    each.kind === 'database' && each.source !== undefined ? [[each.id, each.source] as const] : [],
  );
  const found = new Set([id]);
  for (const one of found)
    for (const tie of ties) if (tie.includes(one)) for (const end of tie) found.add(end);
  return found;
}

function isWritable(database: ComponentView['database']): boolean {
  return database?.role === 'primary' && !database.readOnly;
}

function twofold({ vrrp }: ComponentView, { wrong }: Glyphs): { state: string; tone: Tone } {
  return { state: `${wrong} ${vrrp?.state ?? words.states.primary}`, tone: 'bad' };
}

/** What stands at the right: what it gets, or how much waits there; how far it is behind; which address it holds. */
function figureOf(component: ComponentView, queue: number): string {
  const { rate, vrrp, database } = component;
  if (vrrp !== undefined) return vrrp.holds ? vrrp.vip : '';
  if (database !== undefined) return isGone(component) ? '' : databaseFigure(database);
  if (component.kind === 'orchestrator') return '';
  if (isGone(component)) return words.rate(0);
  return queue > 0 ? words.queue(queue) : words.rate(rate);
}

/** A primary that is read from as well says both; a replica says how far it is behind, else how much it is read. */
function databaseFigure({
  role,
  lag,
  readsRate,
  writesRate,
}: NonNullable<ComponentView['database']>): string {
  if (role === 'primary') return readsRate > 0 ? words.both(readsRate, writesRate) : words.writes(writesRate);
  if (lag === undefined) return words.noBinlog;
  if (lag >= BEHIND) return words.behind(tenths(lag));
  return readsRate > 0 ? words.reads(readsRate) : words.caughtUp;
}

/** `0.4 s`, `12 s`: no finer than can be read while it changes. */
function tenths(micros: number): string {
  return `${(micros / 1_000_000).toFixed(micros < 10_000_000 ? 1 : 0)} s`;
}

type Under = readonly [Id, readonly { label: string; state: string; tone: Tone }[]];

/** What a balancer believes of its servers, and whether databases still wait for each other. */
function underOf(component: ComponentView, moment: Moment, glyphs: Glyphs): Under[] {
  const own = moment.topology.components.find(({ id }) => id === component.id);
  if (own?.kind === 'database' && component.database !== undefined && takesPartInSemiSync(own, moment)) {
    const { semiSync } = component.database;
    if (isGone(component)) return [[own.id, [{ label: words.semiSync, state: '-', tone: 'dim' }]]];
    const state = words.semiSyncIs[semiSync];
    return [[own.id, [{ label: words.semiSync, state, tone: semiSync === 'degraded' ? 'warn' : 'plain' }]]];
  }
  if (own?.kind !== 'load-balancer' || component.servers === undefined) return [];
  if (isGone(component))
    return [[own.id, own.servers.map(({ id }) => ({ label: id, state: '-', tone: 'dim' }))]];
  const lines = own.servers.map((server) => {
    const belief = component.servers?.find(({ id }) => id === server.id);
    // the engine counts a server's first check as its last chance: before that one nothing has failed
    const failed = moment.now.now < server.inter ? 0 : (belief?.checksFailed ?? 0);
    return {
      label: server.id,
      ...beliefOf(belief?.believed ?? (server.disabled ? 'maint' : 'up'), failed, glyphs),
    };
  });
  return [[own.id, lines]];
}

/** By the file: what the line says changes while it runs, but not whether there is one. */
function takesPartInSemiSync({ id, source }: Database, { topology }: Moment): boolean {
  return topology.components.some(
    (each) =>
      each.kind === 'database' && each.replication === 'semi-sync' && (each.id === id || each.id === source),
  );
}

/** `up`, `up ✗✗` after two failed checks, `down`. */
function beliefOf(believed: Belief, failed: number, glyphs: Glyphs): { state: string; tone: Tone } {
  if (believed === 'down') return { state: words.believed.down, tone: 'bad' };
  if (believed !== 'up') return { state: words.believed[believed], tone: 'warn' };
  if (failed === 0) return { state: words.believed.up, tone: 'good' };
  const marks = failed > 3 ? `${glyphs.wrong}${failed}` : glyphs.wrong.repeat(failed);
  return { state: `${words.believed.up} ${marks}`, tone: 'warn' };
}

function hostText({ on, cpu }: HostView, glyphs: Glyphs): { text: string; tone: Tone } {
  if (!on) return { text: `${glyphs.wrong} ${words.states.off}`, tone: 'bad' };
  return { text: words.cpu(Math.round(cpu * 100)), tone: cpu >= BUSY ? 'warn' : 'dim' };
}

/** A cut as the drawing names it; from everything means from each host that it talks to. */
function cutPairs({ cut, ends: [a, b] }: LinkView, topology: Topology): string[] {
  if (!cut) return [];
  if (b !== 'all') return [[a, b].sort().join(' ')];
  const home = topology.components.find(({ id }) => id === a)?.host ?? a;
  const others = linksOf(topology).flatMap(({ fromHost, toHost }) => {
    if (fromHost === toHost) return [];
    if (fromHost === home) return [toHost];
    return toHost === home ? [fromHost] : [];
  });
  return [...new Set(others)].map((other) => [home, other].sort().join(' '));
}

/** What acts on links and can't be drawn: `lb-1 - web-2: delay 100 ms`. */
export function linkWords({ links }: WorldView, dash: string): readonly string[] {
  return links
    .filter(({ cut, fault }) => !cut && fault.verb !== 'wiretap')
    .map(({ ends, fault }) => `${ends[0]} ${dash} ${ends[1]} ${inShort(fault)}`);
}

/** The 95th percentile as a person reads it. */
export function latency(ms: number | undefined): string {
  return ms === undefined ? '-' : inWords(Math.round(ms >= 1000 ? Math.round(ms / 100) * 100 : ms) * 1000);
}
