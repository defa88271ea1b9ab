import { isPlainText } from '../topology/encryption.ts';
import { portOf } from '../topology/ports.ts';
import type { Component, Id, Micros, Topology } from '../topology/types.ts';
import type { Leg, Path, Wiretap } from './path.ts';

/** delay of a link that the topology does not describe */
const DEFAULT_DELAY: Micros = 100;
/** between two processes of one host: a pass through the kernel's loopback */
const LOOPBACK_DELAY: Micros = 20;

/** One end of a connection. */
export interface End {
  readonly id: Id;
  readonly host: Id;
}

interface Impairment {
  readonly ends: readonly [Id, Id];
  /** added one-way delay, in the direction of `ends` */
  readonly delay: Micros;
  readonly loss: number;
}

/** What lies between hosts: what the topology says, and what faults do to it now. */
export class Links {
  /** pairs that are cut; an absent second end means everything outside the host */
  private readonly cuts: { readonly a: Id; readonly b: Id | undefined }[] = [];
  private readonly impairments: Impairment[] = [];
  private readonly taps: Wiretap[] = [];
  private readonly everTapped: Wiretap[] = [];
  private readonly topology: Topology;
  private readonly components: ReadonlyMap<Id, Component>;

  constructor(topology: Topology) {
    this.topology = topology;
    this.components = new Map(topology.components.map((component) => [component.id, component]));
  }

  /** A path between two ends as it is now. */
  path(from: End, to: End): Path {
    const path: Path = {
      from: from.id,
      to: to.id,
      fromHost: from.host,
      toHost: to.host,
      forth: { delay: 0, loss: 0 },
      back: { delay: 0, loss: 0 },
      cut: false,
      verdict: 'accept',
      plainText: isPlainText((id) => this.components.get(id), from.id, to.id),
      taps: [],
    };
    this.refresh(path);
    return path;
  }

  /** Brings a path up to date after a change. */
  refresh(path: Path): void {
    const from = { id: path.from, host: path.fromHost };
    const to = { id: path.to, host: path.toHost };
    const base = this.base(from, to);
    path.forth.delay = base.delay + this.impaired(from, to, 'delay');
    path.back.delay = base.delay + this.impaired(to, from, 'delay');
    path.forth.loss = Math.min(1, base.loss + this.impaired(from, to, 'loss'));
    path.back.loss = Math.min(1, base.loss + this.impaired(to, from, 'loss'));
    path.cut = this.isCut(from, to);
    path.verdict = this.verdict(from, to);
    path.taps = this.taps.filter((tap) => joins(tap.ends, from, to));
  }

  private base(from: End, to: End): { delay: Micros; loss: number } {
    const exact = this.topology.links.find(({ ends }) => ends.includes(from.id) && ends.includes(to.id));
    const link = exact ?? this.topology.links.find(({ ends }) => joins(ends, from, to));
    if (link !== undefined) return link;
    return { delay: from.host === to.host ? LOOPBACK_DELAY : DEFAULT_DELAY, loss: 0 };
  }

  private impaired(from: End, to: End, what: 'delay' | 'loss'): number {
    let sum = 0;
    for (const impairment of this.impairments) {
      if (is(impairment.ends[0], from) && is(impairment.ends[1], to)) sum += impairment[what];
    }
    return sum;
  }

  isCut(from: End, to: End): boolean {
    if (from.host === to.host) return false;
    return this.cuts.some(({ a, b }) => {
      if (b === undefined) return is(a, from) || is(a, to);
      return (is(a, from) && is(b, to)) || (is(a, to) && is(b, from));
    });
  }

  /** What the firewall of the callee's host says to a new connection. It is stateful: answers pass. */
  private verdict(from: End, to: End): Path['verdict'] {
    const component = this.components.get(to.id);
    const port = component === undefined ? undefined : portOf(component, this.topology.components);
    return port === undefined ? 'accept' : this.firewall(from, to.host, port);
  }

  /** What a host's firewall does with a packet for a port, or with VRRP. */
  firewall(from: End, host: Id, port: number | 'vrrp'): Path['verdict'] {
    const firewall = this.topology.hosts.find((candidate) => candidate.id === host)?.firewall;
    if (firewall === undefined || from.host === host) return 'accept';
    const allowed = firewall.in.some((rule) => rule.port === port && this.covers(rule.from, from));
    return allowed ? 'accept' : firewall.action;
  }

  /** A firewall sees addresses: a rule for a component is one for its host. */
  private covers(rule: Id, from: End): boolean {
    if (rule === 'anywhere' || is(rule, from)) return true;
    return from.id !== 'users' && this.components.get(rule)?.host === from.host;
  }

  // -- faults --------------------------------------------------------------------------------------------------

  /** Cuts two ends from each other, or one from everything. Gives back what heals it. */
  partition(a: Id, b: Id | undefined): () => void {
    return added(this.cuts, { a, b });
  }

  /** Adds delay or loss in the direction of `ends`. Gives back what takes it away. */
  impair(ends: readonly [Id, Id], { delay = 0, loss = 0 }: Partial<Leg>): () => void {
    return added(this.impairments, { ends, delay, loss });
  }

  /** A passive reader on the link. Gives back what removes it; one that comes back goes on counting. */
  wiretap(a: Id, b: Id): () => void {
    let tap = this.everTapped.find(({ ends }) => ends.includes(a) && ends.includes(b));
    if (tap === undefined) {
      tap = { ends: [a, b], messages: 0, readable: 0 };
      this.everTapped.push(tap);
    }
    return added(this.taps, tap);
  }

  /** Every reader there was, those that are gone too. */
  get wiretaps(): readonly Wiretap[] {
    return this.everTapped;
  }
}

function added<T>(list: T[], item: T): () => void {
  list.push(item);
  return () => {
    list.splice(list.indexOf(item), 1);
  };
}

function is(id: Id, end: End): boolean {
  return id === end.id || id === end.host;
}

function joins(ends: readonly [Id, Id], from: End, to: End): boolean {
  return (is(ends[0], from) && is(ends[1], to)) || (is(ends[0], to) && is(ends[1], from));
}
