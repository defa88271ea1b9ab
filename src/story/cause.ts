/** Why the users feel what they feel: read from what happened in the last second, a state only words it. */

import type { ComponentView, LinkView, WorldView } from '../simulator/view.ts';
import type { Id, Kind } from '../topology/types.ts';
import type { Cause } from './fact.ts';

/** A component is in trouble from this share of failures on; if none is, from the smaller one. */
const TROUBLE = 0.1;
const SOME_TROUBLE = 0.005;

/** How deep a kind stands behind the users. */
const DEPTH: Readonly<Partial<Record<Kind, number>>> = {
  'load-balancer': 0,
  'web-server': 1,
  'app-server': 2,
  database: 3,
};

/** The cause as far as it shows; undefined when nothing stands out. */
export function causeOf(view: WorldView): Cause | undefined {
  return (
    misbelief(view) ??
    hopeless(view) ??
    trouble(view, TROUBLE) ??
    trouble(view, SOME_TROUBLE) ??
    unreachable(view)
  );
}

/** A balancer still sends to a server that it believes in, and nothing comes back from there. */
function misbelief({ components, links }: WorldView): Cause | undefined {
  const balancers = components.filter(({ rate, state }) => rate > 0 && state === 'up');
  for (const server of components) {
    if (server.rate === 0) continue;
    const believers = balancers.filter(
      (balancer) => believesIn(balancer, server.id) && isLost(balancer, server, links),
    );
    const [first] = believers;
    if (first !== undefined) {
      return { kind: 'believes', balancers: believers.map(({ id }) => id), server: server.id };
    }
  }
  return undefined;
}

function believesIn({ servers }: ComponentView, server: Id): boolean {
  return servers?.some(({ id, believed }) => id === server && believed === 'up') ?? false;
}

function isLost(balancer: ComponentView, server: ComponentView, links: readonly LinkView[]): boolean {
  return !serves(server) || isCut(balancer, server, links);
}

function serves({ state }: ComponentView): boolean {
  return state === 'up' || state === 'stopping';
}

function isCut(a: ComponentView, b: ComponentView, links: readonly LinkView[]): boolean {
  const isAt = (end: Id, { id, host }: ComponentView) => end === id || end === host || end === 'all';
  return links.some(
    ({ cut, ends: [one, other] }) =>
      cut && a.host !== b.host && ((isAt(one, a) && isAt(other, b)) || (isAt(one, b) && isAt(other, a))),
  );
}

/** A balancer that is asked and believes in nobody answers 503 itself. */
function hopeless({ components }: WorldView): Cause | undefined {
  const found = components.filter(
    ({ state, rate, servers }) =>
      state === 'up' && rate > 0 && servers?.every(({ believed }) => believed !== 'up') === true,
  );
  return found.length === 0 ? undefined : { kind: 'no-server', balancers: found.map(({ id }) => id) };
}

/** Nothing comes through from the users. */
function unreachable({ links }: WorldView): Cause | undefined {
  const cut = links.find(({ cut, ends }) => cut && (ends.includes('users') || ends.includes('all')));
  const at = cut?.ends.find((end) => end !== 'users' && end !== 'all');
  return at === undefined ? undefined : { kind: 'trouble', how: 'silent', at: [at] };
}

/** The deepest components where requests fail or pile up. */
function trouble(view: WorldView, limit: number): Cause | undefined {
  const found = view.components.filter(
    (component) => isWanted(component, view) && isTroubled(component, limit),
  );
  const deepest = Math.max(...found.map(depth));
  const at = found.filter((component) => depth(component) === deepest);
  const [first] = at;
  if (first === undefined) return undefined;
  const how = howOf(first);
  return { kind: 'trouble', how, at: at.filter((each) => howOf(each) === how).map(({ id }) => id) };
}

function depth({ kind }: ComponentView): number {
  return DEPTH[kind] ?? -1;
}

/** What its balancers have given up gets only what was on its way. */
function isWanted({ id }: ComponentView, { components }: WorldView): boolean {
  const beliefs = components.flatMap(({ servers }) => servers?.filter((server) => server.id === id) ?? []);
  return beliefs.length === 0 || beliefs.some(({ believed }) => believed === 'up');
}

function isTroubled(component: ComponentView, limit: number): boolean {
  const { kind, rate, failedRate, waiting } = component;
  if (depth(component) < 0) return false;
  if (!serves(component)) return rate > 0 || waiting > 0;
  // a balancer that lives only hands on what happens behind it
  if (kind === 'load-balancer') return false;
  return failedRate >= Math.max(1, rate * limit) || queues(component);
}

/** Seconds' worth of requests that stand there before it is a queue. */
const QUEUE = 0.3;

/** Whether requests pile up there. */
export function queues({ waiting, rate }: ComponentView): boolean {
  return waiting > Math.max(10, rate * QUEUE);
}

function howOf(component: ComponentView): 'refuses' | 'silent' | 'errors' | 'queue' {
  const { state } = component;
  if (state === 'off' || state === 'paused') return 'silent';
  if (!serves(component)) return 'refuses';
  return queues(component) ? 'queue' : 'errors';
}

/** Where requests pile up, the deepest place; for words about waiting. */
export function queuesAt({ components }: WorldView): readonly Id[] {
  const found = components.filter((each) => depth(each) > 0 && queues(each));
  const deepest = Math.max(...found.map(depth));
  return found.filter((each) => depth(each) === deepest).map(({ id }) => id);
}
