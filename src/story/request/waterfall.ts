/** One request as a waterfall: what was done, by whom, when, and for how long. */
import type { Ruling, RulingName } from '../../simulator/ruling.ts';
import type { RequestTrace } from '../../simulator/trace.ts';
import type { Id, Micros } from '../../topology/types.ts';
import { type Connection, connectionsOf } from './connections.ts';

export type StepKind =
  /** the user asks the resolver for the address */
  | 'resolves'
  /** connects, and sends the question */
  | 'asks'
  | 'is-refused'
  /** nobody answers to the connection */
  | 'is-unheard'
  /** in the accept queue, until a worker takes it */
  | 'waits'
  /** in the accept queue, and nobody took it as long as anybody waited */
  | 'is-not-taken'
  /** in the balancer's queue, until a server has a place */
  | 'queues'
  | 'works'
  /** has it, and did not answer as long as anybody waited */
  | 'is-silent'
  | 'turns-around'
  | 'awaits-replica'
  | 'answers'
  /** closes the connection without an answer */
  | 'closes'
  /** whoever asked waits no longer */
  | 'gives-up';

export interface Step {
  readonly kind: StepKind;
  /** who does it */
  readonly who: Id | 'users';
  /** with whom */
  readonly whom: Id | 'users' | undefined;
  /** how many stand before it: users 0, whom they ask 1 ... */
  readonly depth: number;
  /** from the start of the request */
  readonly at: Micros;
  readonly takes: Micros;
  /** it goes on */
  readonly goesOn: boolean;
  readonly status: number | undefined;
  /** packets that were lost meanwhile */
  readonly lost: number;
  /** the part of it that a TLS handshake takes */
  readonly handshake: Micros;
}

/** What is over sooner than a packet comes by is no step. */
const SHORT: Micros = 100;

/** Rulings that begin a wait, which lasts until the next thing. */
const WAITS: ReadonlyMap<RulingName, StepKind> = new Map([
  ['queued', 'queues'],
  ['turns-around', 'turns-around'],
  ['awaits-replica', 'awaits-replica'],
]);

/** The steps of a request in the order of time. @param now for what is not over yet */
export function waterfallOf(trace: RequestTrace, now: Micros): readonly Step[] {
  const end = trace.ended ?? now;
  const connections = connectionsOf(trace);
  const steps = new Unfolding(trace, connections, end).steps();
  return steps.toSorted((a, b) => a.at - b.at || a.depth - b.depth);
}

function silent(step: Step): Step {
  return step.kind === 'works' ? { ...step, kind: 'is-silent' } : step;
}

/** Follows every connection to those that were opened because of it. */
class Unfolding {
  readonly #trace: RequestTrace;
  readonly #all: readonly Connection[];
  readonly #end: Micros;

  constructor(trace: RequestTrace, all: readonly Connection[], end: Micros) {
    this.#trace = trace;
    this.#all = all;
    this.#end = end;
  }

  steps(): readonly Step[] {
    const { start } = this.#trace;
    const first = this.#all[0]?.opened ?? this.#end;
    const resolving = first > start ? [this.#step('resolves', 'users', undefined, 0, start, first)] : [];
    return [...resolving, ...this.#all.flatMap((connection) => this.#connection(connection))];
  }

  #connection(connection: Connection): readonly Step[] {
    const depth = this.#depth(connection);
    return [
      this.#opening(connection, depth),
      ...this.#inside(connection, depth + 1),
      ...this.#ending(connection, depth),
    ];
  }

  #opening(connection: Connection, depth: number): Step {
    const { from, to, opened, connected, asked, ended, how, lost, handshake } = connection;
    const isMade = connected !== undefined || asked !== undefined;
    const kind = isMade ? 'asks' : how === 'refuse' ? 'is-refused' : 'is-unheard';
    const until = asked ?? (isMade ? connected : ended);
    return { ...this.#step(kind, from, to, depth, opened, until), lost, handshake };
  }

  /** What the one who was asked does until it answers, or until nobody waits for it. */
  #inside(connection: Connection, depth: number): readonly Step[] {
    const { to, asked, answered, ended } = connection;
    if (asked === undefined) return [];
    const until = answered ?? ended;
    const limit = until ?? this.#end;
    const begins = this.#rulings(to, asked, limit).find(({ name }) => name === 'begins')?.at;
    if (begins === undefined) return [this.#step('is-not-taken', to, undefined, depth, asked, until)];
    const waiting = begins > asked ? [this.#step('waits', to, undefined, depth, asked, begins)] : [];
    return [...waiting, ...this.#work(connection, depth, begins, until)];
  }

  /** The gaps between the connections that it opens. */
  #work(connection: Connection, depth: number, from: Micros, until: Micros | undefined): readonly Step[] {
    const steps: Step[] = [];
    let since: Micros | undefined = from;
    for (const child of this.#all.filter((each) => this.#parent(each) === connection)) {
      if (since !== undefined) steps.push(...this.#gap(connection.to, depth, since, child.opened));
      since = child.ended;
    }
    if (since === undefined) return steps;
    const rest = this.#gap(connection.to, depth, since, until);
    return [...steps, ...(connection.answered === undefined ? rest.map(silent) : rest)];
  }

  /** Work, cut where a ruling begins a wait. */
  #gap(who: Id, depth: number, from: Micros, until: Micros | undefined): readonly Step[] {
    const end = until ?? this.#end;
    const waits = this.#rulings(who, from, end).filter(({ name }) => WAITS.has(name));
    const starts: { readonly kind: StepKind; readonly at: Micros }[] = [
      { kind: 'works', at: from },
      ...waits.map(({ name, at }) => ({ kind: WAITS.get(name) ?? 'works', at })),
    ];
    return starts.flatMap(({ kind, at }, index) => {
      const to = starts[index + 1]?.at ?? until;
      const isShort = kind === 'works' && to !== undefined && to - at < SHORT;
      return isShort ? [] : [this.#step(kind, who, undefined, depth, at, to)];
    });
  }

  #ending(connection: Connection, depth: number): readonly Step[] {
    const { from, to, asked, answered, ended, how, status } = connection;
    if (asked === undefined || how === undefined || how === 'refuse') return [];
    const at = answered ?? ended ?? this.#end;
    if (how === 'gave-up') return [this.#step('gives-up', from, to, depth, at, at)];
    const kind = how === 'answer' ? 'answers' : 'closes';
    return [{ ...this.#step(kind, to, from, depth + 1, at, ended), status }];
  }

  #step(
    kind: StepKind,
    who: Step['who'],
    whom: Step['whom'],
    depth: number,
    from: Micros,
    until: Micros | undefined,
  ): Step {
    const at = from - this.#trace.start;
    const takes = Math.max(0, Math.min(until ?? this.#end, this.#end) - from);
    const goesOn = until === undefined && this.#trace.ended === undefined;
    return { kind, who, whom, depth, at, takes, goesOn, status: undefined, lost: 0, handshake: 0 };
  }

  #rulings(who: Id, from: Micros, until: Micros): readonly Ruling[] {
    return this.#trace.rulings.filter(({ by, at }) => by === who && at >= from && at <= until);
  }

  /** The connection because of which this one was opened. */
  #parent({ from, opened }: Connection): Connection | undefined {
    return this.#all.findLast(
      ({ to, asked, ended }) =>
        to === from && asked !== undefined && asked <= opened && (ended === undefined || ended >= opened),
    );
  }

  #depth(connection: Connection): number {
    const parent = this.#parent(connection);
    return parent === undefined ? 0 : this.#depth(parent) + 1;
  }
}
