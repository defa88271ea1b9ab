import type { Id, Micros, Tls, Topology } from '../topology/types.ts';
import type { Certificates } from './certificates.ts';
import type { Zone } from './dns.ts';
import type { Clock } from './engine/clock.ts';
import type { Actor } from './engine/event-queue.ts';
import type { RandomStream } from './engine/random.ts';
import type { Timer } from './engine/timers.ts';
import {
  CONNECTING,
  type ConnectionHandler,
  type Endpoint,
  type Exchange,
  type Listener,
} from './exchange.ts';
import type { Ledger } from './ledger.ts';
import type { Metrics } from './metrics.ts';
import { type Network, tellOwner } from './network.ts';
import { Request } from './request.ts';
import type { RulingName } from './ruling.ts';
import { handshakeTime } from './tls.ts';

const ARRIVAL = 1;
const LOOKED_UP = 2;
const OUT_OF_PATIENCE = 3;
const NEXT_ADDRESS = 4;
const AGAIN = 5;
const THOUGHT = 6;

/** a question to the resolver and its answer: one round trip of the default link */
const LOOKUP: Micros = 200;

/** What the users use of the world. */
export interface UsersWorld {
  readonly topology: Topology;
  readonly recordsRequests: boolean;
  readonly clock: Clock;
  readonly network: Network;
  readonly certificates: Certificates;
  readonly zone: Zone;
  readonly metrics: Metrics;
  readonly ledger: Ledger;
  stream(purpose: string): RandomStream;
  isVip(address: Id): boolean;
  listenerAt(address: Id): Listener;
  idleLimit(id: Id): Micros;
}

/** A connection that a client keeps open between requests. */
interface Kept {
  readonly listener: Listener;
  readonly incarnation: object;
  readonly vip: string | undefined;
  readonly since: Micros;
}

/** One request as its user lives it. */
class Visit implements ConnectionHandler {
  exchange: Exchange | undefined = undefined;
  patience: Timer | undefined = undefined;
  /** how long this address is tried while there is another */
  connectTimer: Timer | undefined = undefined;
  addresses: readonly Id[] = [];
  next = 0;
  over = false;
  readonly request: Request;
  /** how many times this user has tried already */
  readonly attempt: number;
  private readonly users: Users;

  constructor(users: Users, request: Request, attempt: number) {
    this.users = users;
    this.request = request;
    this.attempt = attempt;
  }

  connected(exchange: Exchange): void {
    this.connectTimer?.cancel();
    this.users.connected(this, exchange);
  }

  refused(): void {
    this.users.connectionFailed(this, 'refused');
  }

  unanswered(): void {
    this.users.connectionFailed(this, 'client-timeout');
  }

  reset(): void {
    this.users.finish(this, 'reset');
  }

  answered(exchange: Exchange): void {
    this.users.answered(this, exchange);
  }
}

/** The users: they arrive, resolve the name, connect, wait as long as they are patient, and perhaps try again. */
export class Users implements Endpoint, Actor<Visit | number> {
  readonly id = 'users';
  readonly incarnation = this;
  readonly hasPower = true;
  private factor = 1;
  private nextId = 1;
  /** when the next user comes, in fractions of a microsecond */
  private due = 0;
  private readonly kept = new Map<number, Kept>();
  private readonly tickets = new Set<number>();
  private readonly world: UsersWorld;
  private readonly clock: Clock;
  private readonly arrivalDraws: RandomStream;
  private readonly clientDraws: RandomStream;
  private readonly writeDraws: RandomStream;
  private readonly traffic: Topology['traffic'];

  constructor(world: UsersWorld) {
    this.world = world;
    this.clock = world.clock;
    this.arrivalDraws = world.stream('arrivals');
    this.clientDraws = world.stream('clients');
    this.writeDraws = world.stream('writes');
    this.traffic = world.topology.traffic;
  }

  begin(): void {
    if (this.traffic.loop === 'open') return this.scheduleArrival();
    for (let client = 0; client < this.traffic.clients; client++) this.think(client);
  }

  /** Arrivals are multiplied by this from now on (the fault `spike traffic`). */
  setFactor(factor: number): void {
    this.factor = factor;
  }

  /** requests per second offered now */
  get rate(): number {
    const { loop, rate } = this.traffic;
    return loop === 'open' ? rate * this.factor : rate;
  }

  private scheduleArrival(): void {
    const rate = this.traffic.rate * this.factor;
    if (rate <= 0) return;
    const mean = 1_000_000 / rate;
    const gap = this.traffic.arrivals === 'even' ? mean : this.arrivalDraws.exponential(mean);
    // gaps are not whole microseconds; the rest is carried on, so that the rate is exact
    this.due = Math.max(this.due, this.clock.now) + gap;
    this.clock.at(Math.max(this.clock.now, Math.round(this.due)), this, ARRIVAL, 0);
  }

  private think(client: number): void {
    const pause = Math.round(this.world.stream('think').exponential(this.traffic.think / this.factor));
    this.clock.after(pause, this, THOUGHT, client);
  }

  on(kind: number, subject: Visit | number): void {
    if (typeof subject === 'number') {
      if (kind === ARRIVAL) {
        this.scheduleArrival();
        this.visit(this.clientDraws.below(this.traffic.clients), 0, undefined);
      } else {
        this.visit(subject, 0, undefined);
      }
      return;
    }
    if (kind === AGAIN) return this.visit(subject.request.client, subject.attempt + 1, subject.request.write);
    if (subject.over) return;
    if (kind === LOOKED_UP) this.lookedUp(subject);
    else if (kind === OUT_OF_PATIENCE) this.outOfPatience(subject);
    else if (kind === NEXT_ADDRESS) this.tooSlow(subject);
  }

  hear(kind: number, exchange: Exchange): void {
    tellOwner(kind, exchange);
  }

  private visit(client: number, attempt: number, write: boolean | undefined): void {
    const writes = write ?? this.writeDraws.chance(this.traffic.writes);
    const request = new Request(this.nextId++, client, writes, this.clock.now, this.world.recordsRequests);
    const visit = new Visit(this, request, attempt);
    this.world.metrics.started(request);
    visit.patience = this.clock.timer(this.traffic.timeout, this, OUT_OF_PATIENCE, visit);
    const kept = this.keptConnection(client);
    if (kept !== undefined) return this.reuse(visit, kept);
    const addresses = this.world.zone.nameOf(client).cached(client, this.clock.now);
    if (addresses !== undefined) this.resolved(visit, addresses);
    else this.clock.after(LOOKUP, this, LOOKED_UP, visit);
  }

  private lookedUp(visit: Visit): void {
    const { client } = visit.request;
    this.resolved(visit, this.world.zone.nameOf(client).ask(client, this.clock.now));
  }

  private resolved(visit: Visit, addresses: readonly Id[]): void {
    if (addresses.length === 0) {
      this.rules('no-address', visit);
      return this.finish(visit, 'dns');
    }
    visit.addresses = addresses;
    this.connect(visit);
  }

  private connect(visit: Visit): void {
    const address = visit.addresses[visit.next++];
    if (address === undefined) return;
    const { network } = this.world;
    const { request } = visit;
    const listener = this.world.listenerAt(address);
    const isVip = this.world.isVip(address);
    const exchange = isVip
      ? network.openVip(this, visit, address, listener, request)
      : network.open(this, visit, listener, request);
    visit.exchange = exchange;
    exchange.callee.countAttempt();
    request.path?.push(exchange.callee.id);
    this.prepareTls(exchange, request.client);
    const more = visit.next < visit.addresses.length && this.traffic.nextAddress;
    if (!more) return;
    // curl gives each address half of the time that is left while there are others to try
    const left = request.start + this.traffic.timeout - this.clock.now;
    visit.connectTimer = this.clock.timer(Math.floor(left / 2), this, NEXT_ADDRESS, visit);
  }

  private prepareTls(exchange: Exchange, client: number): void {
    const tls = this.tlsOf(exchange.callee);
    if (tls === undefined) return;
    exchange.handshakeResumed = tls.resumption && this.tickets.has(client);
    exchange.handshake = handshakeTime(tls, exchange.path, exchange.handshakeResumed);
  }

  private tlsOf({ id }: Listener): Tls | undefined {
    return this.world.certificates.tlsAt(id);
  }

  connected(visit: Visit, exchange: Exchange): void {
    const tls = this.tlsOf(exchange.callee);
    if (tls !== undefined && this.world.certificates.isExpired(tls.certificate)) {
      this.rules('certificate-expired', visit);
      this.world.network.hangUp(exchange);
      return this.finish(visit, 'tls');
    }
    if (tls?.resumption === true) this.tickets.add(visit.request.client);
    this.world.network.send(exchange);
  }

  connectionFailed(visit: Visit, outcome: 'refused' | 'client-timeout'): void {
    visit.connectTimer?.cancel();
    if (this.traffic.nextAddress && visit.next < visit.addresses.length) {
      this.rules('goes-elsewhere', visit);
      visit.exchange?.callee.countEnd(false);
      return this.connect(visit);
    }
    this.finish(visit, outcome);
  }

  private tooSlow(visit: Visit): void {
    if (visit.exchange === undefined || visit.exchange.phase !== CONNECTING) return;
    this.rules('connect-timeout', visit);
    this.world.network.hangUp(visit.exchange);
    visit.exchange.callee.countEnd(false);
    this.connect(visit);
  }

  answered(visit: Visit, exchange: Exchange): void {
    const { request } = visit;
    if (this.traffic.keepAlive && exchange.status < 500) {
      const { callee, calleeIncarnation: incarnation, vip } = exchange;
      if (incarnation !== undefined)
        this.kept.set(request.client, { listener: callee, incarnation, vip, since: this.clock.now });
    }
    if (request.row !== undefined && exchange.status < 400)
      this.world.ledger.acknowledge(request.row, request.client);
    this.finish(visit, `${exchange.status}`);
  }

  private outOfPatience(visit: Visit): void {
    this.rules('out-of-patience', visit);
    if (visit.exchange !== undefined) this.world.network.hangUp(visit.exchange);
    this.finish(visit, 'client-timeout');
  }

  private rules(name: RulingName, { request, exchange }: Visit): void {
    this.world.network.follower?.ruled(this.id, name, request, exchange?.callee.id);
  }

  finish(visit: Visit, outcome: string): void {
    if (visit.over) return;
    visit.over = true;
    visit.patience?.cancel();
    visit.connectTimer?.cancel();
    const ok = isOk(outcome);
    visit.exchange?.callee.countEnd(ok);
    visit.request.isDecided = true;
    if (!ok) visit.request.fail(outcome, visit.exchange?.callee.id);
    this.world.metrics.finished(visit.request, outcome, ok);
    if (!ok && visit.attempt < this.traffic.retries.attempts) this.retry(visit);
    else if (this.traffic.loop === 'closed') this.think(visit.request.client);
  }

  /** Exponential backoff: the wait doubles with each try, give or take the jitter. */
  private retry(visit: Visit): void {
    const { backoff, jitter } = this.traffic.retries;
    const wait = backoff * (1 << Math.min(16, visit.attempt));
    const spread = jitter === 0 ? 0 : wait * jitter * (2 * this.world.stream('retry jitter').uniform() - 1);
    this.clock.after(Math.max(0, Math.round(wait + spread)), this, AGAIN, visit);
  }

  // -- keep-alive ----------------------------------------------------------------------------------------------

  private keptConnection(client: number): Kept | undefined {
    if (!this.traffic.keepAlive) return undefined;
    const kept = this.kept.get(client);
    this.kept.delete(client);
    if (kept === undefined || kept.listener.incarnation !== kept.incarnation) return undefined;
    return this.clock.now - kept.since < this.world.idleLimit(kept.listener.id) ? kept : undefined;
  }

  private reuse(visit: Visit, kept: Kept): void {
    const { request } = visit;
    kept.listener.countAttempt();
    request.path?.push(kept.listener.id);
    const { network } = this.world;
    visit.exchange = network.reopen(this, visit, kept.listener, kept.incarnation, request);
    visit.exchange.vip = kept.vip;
  }
}

/** ok is a status under 400 */
export function isOk(outcome: string): boolean {
  const status = Number(outcome);
  return status > 0 && status < 400;
}
