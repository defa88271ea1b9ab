import type { Id } from '../topology/types.ts';
import type { Clock } from './engine/clock.ts';
import type { Actor } from './engine/event-queue.ts';
import type { RandomStream } from './engine/random.ts';
import {
  CLOSED,
  CONNECTING,
  type ConnectionHandler,
  type Endpoint,
  Exchange,
  type Listener,
  OPEN,
} from './exchange.ts';
import { type Leg, overhear, type Path } from './path.ts';
import type { Question, Request } from './request.ts';
import type { RulingName } from './ruling.ts';

/** What arrives at an end. */
export const SYN = 0;
export const CONNECTED = 1;
export const DATA = 2;
export const ANSWER = 3;
export const REFUSED = 4;
export const RESET = 5;
export const HANGUP = 6;
export const UNANSWERED = 7;
/** added to a kind: the time has come to send it again */
const AGAIN = 8;

const SECOND = 1_000_000;
/**
 * Linux since 6.5: a SYN is repeated every second until five have gone unanswered, then after twice the time each
 * (ip-sysctl, tcp_syn_linear_timeouts 4; the recordings, made on 6.18, show it)
 */
const SYN_RETRANSMIT = SECOND;
const LINEAR_SYNS = 4;
/** ip-sysctl, tcp_syn_retries: six more, and 131 s after the first the kernel gives up */
const SYN_RETRIES = LINEAR_SYNS + 6;
/** Linux: data is repeated after 200 ms at the earliest, then after twice the time (TCP_RTO_MIN) */
export const DATA_RETRANSMIT = 200_000;
export const LONGEST_RETRANSMIT = 120 * SECOND;
/**
 * A caller that lost its power says no goodbye, and one whose server's address moved says it to another: a server closes
 * a silent connection by itself (nginx, client_header_timeout).
 */
const HALF_OPEN_LIMIT = 60 * SECOND;
/** ip-sysctl, tcp_retries2: the kernel gives up on an open connection after 924.6 s */
const DATA_RETRIES = 15;

/** What becomes of a packet: `lost` is cut off, dropped on the way, or sent to an address that nobody holds. */
export type PacketFate = 'sent' | 'lost' | 'arrived';

/** Follows the requests of users: hears of every packet, and of what is decided about a request on its way. */
export interface RequestFollower {
  packet(fate: PacketFate, kind: number, exchange: Exchange): void;
  ruled(by: Id, name: RulingName, request: Request, about: Id | undefined): void;
}

/** Where a VIP leads at this moment. */
export interface VirtualAddresses {
  /** who a packet for the VIP reaches; undefined when no host answers for it */
  holder(vip: string): Listener | undefined;
}

/**
 * TCP between endpoints, as far as a failure can be told from another: a closed port refuses, a dead host or a cut
 * link is silent and is tried again and again, a hung process is connected to by its kernel.
 */
export class Network implements Actor<Exchange> {
  follower: RequestFollower | undefined = undefined;
  private readonly clock: Clock;
  private readonly losses: RandomStream;
  private readonly pathOf: (caller: Endpoint, callee: Listener) => Path;
  private readonly addresses: VirtualAddresses;

  constructor(
    clock: Clock,
    losses: RandomStream,
    addresses: VirtualAddresses,
    pathOf: (caller: Endpoint, callee: Listener) => Path,
  ) {
    this.clock = clock;
    this.losses = losses;
    this.addresses = addresses;
    this.pathOf = pathOf;
  }

  /** Opens a new connection to `callee`, to ask it this. */
  open(caller: Endpoint, owner: ConnectionHandler, callee: Listener, question: Question): Exchange {
    const exchange = this.begin(caller, owner, callee, question);
    this.transmit(SYN, exchange);
    return exchange;
  }

  /** Opens a connection to whoever holds `vip` when the packet gets there; `likely` is who did last. */
  openVip(
    caller: Endpoint,
    owner: ConnectionHandler,
    vip: string,
    likely: Listener,
    question: Question,
  ): Exchange {
    const exchange = this.begin(caller, owner, likely, question);
    exchange.vip = vip;
    this.transmit(SYN, exchange);
    return exchange;
  }

  /** An exchange over a connection that is open already (keep-alive), to this incarnation of the callee. */
  reopen(
    caller: Endpoint,
    owner: ConnectionHandler,
    callee: Listener,
    incarnation: object,
    question: Question,
  ): Exchange {
    const exchange = this.begin(caller, owner, callee, question);
    exchange.reused = true;
    exchange.phase = OPEN;
    exchange.calleeIncarnation = incarnation;
    this.transmit(DATA, exchange);
    return exchange;
  }

  private begin(caller: Endpoint, owner: ConnectionHandler, callee: Listener, question: Question): Exchange {
    const exchange = new Exchange(caller, owner, callee, this.pathOf(caller, callee), question);
    caller.opened?.add(exchange);
    question.request?.handOn(caller.id, callee.id, this.clock.now);
    return exchange;
  }

  /** The caller, connected, sends its question. */
  send(exchange: Exchange): void {
    exchange.losses = 0;
    this.transmit(DATA, exchange);
  }

  /** The callee answers. */
  answer(exchange: Exchange, status: number): void {
    exchange.callee.forget(exchange);
    if (exchange.phase === CLOSED) return;
    exchange.status = status;
    if (status >= 400) exchange.request?.answeredWith(status, exchange.callee.id);
    exchange.losses = 0;
    this.transmit(ANSWER, exchange);
  }

  /** The callee closes without an answer. */
  drop(exchange: Exchange): void {
    exchange.callee.forget(exchange);
    if (exchange.phase !== CLOSED) this.transmit(RESET, exchange);
  }

  /** The caller has had enough: it closes, and the callee hears of it. */
  hangUp(exchange: Exchange): void {
    if (exchange.phase === CLOSED) return;
    close(exchange);
    exchange.losses = 0;
    if (exchange.calleeIncarnation !== undefined) this.transmit(HANGUP, exchange);
  }

  on(kind: number, exchange: Exchange): void {
    if (kind >= AGAIN) return this.tryAgain(kind - AGAIN, exchange);
    this.follower?.packet('arrived', kind, exchange);
    switch (kind) {
      case SYN:
        return this.arriveSyn(exchange);
      case DATA:
        return this.arriveData(exchange);
      case HANGUP:
        return this.arriveHangup(exchange);
      default:
        return this.arriveAtCaller(kind, exchange);
    }
  }

  private transmit(kind: number, exchange: Exchange): void {
    if (!senderIsOn(kind, exchange)) {
      if (kind === HANGUP) this.clock.after(HALF_OPEN_LIMIT, this, HANGUP, exchange);
      return;
    }
    if (kind === SYN && exchange.vip !== undefined && !this.dial(exchange, exchange.vip)) {
      return this.retransmit(kind, exchange);
    }
    const { path } = exchange;
    const leg: Leg = kind === SYN || kind === DATA || kind === HANGUP ? path.forth : path.back;
    if (path.taps.length > 0 && (kind === DATA || kind === ANSWER)) overhear(path, 1);
    if (path.cut || (leg.loss > 0 && this.losses.chance(leg.loss))) return this.retransmit(kind, exchange);
    this.follower?.packet('sent', kind, exchange);
    this.clock.after(kind === DATA ? leg.delay + exchange.handshake : leg.delay, this, kind, exchange);
  }

  /** Finds who holds the VIP now. */
  private dial(exchange: Exchange, vip: string): boolean {
    const holder = this.addresses.holder(vip);
    if (holder === undefined) return false;
    if (holder !== exchange.callee) {
      if (exchange.losses > 0) moved(exchange, holder);
      exchange.callee = holder;
      exchange.path = this.pathOf(exchange.caller, holder);
    }
    return true;
  }

  private retransmit(kind: number, exchange: Exchange): void {
    this.follower?.packet('lost', kind, exchange);
    // a RST is sent once; whoever misses it finds out when it speaks
    if (kind === RESET || kind === REFUSED) return;
    const syn = isHandshake(kind);
    const first = syn ? SYN_RETRANSMIT : DATA_RETRANSMIT;
    const doublings = Math.max(0, exchange.losses - (syn ? LINEAR_SYNS : 0));
    const wait = Math.min(LONGEST_RETRANSMIT, first * (1 << doublings));
    exchange.losses++;
    this.clock.after(wait, this, kind + AGAIN, exchange);
  }

  private tryAgain(kind: number, exchange: Exchange): void {
    if (exchange.phase === CLOSED && kind !== HANGUP) return;
    const retries = isHandshake(kind) ? SYN_RETRIES : DATA_RETRIES;
    if (exchange.losses > retries) this.giveUp(kind, exchange);
    else this.transmit(kind, exchange);
  }

  /** The kernel stops repeating, and tells its process if that still waits. By then the other end has closed as well. */
  private giveUp(kind: number, exchange: Exchange): void {
    if (kind === CONNECTED) exchange.callee.forget(exchange);
    if (kind === DATA || kind === HANGUP) this.arriveHangup(exchange);
    if (kind === HANGUP || kind === ANSWER) return;
    this.arriveAtCaller(isHandshake(kind) ? UNANSWERED : RESET, exchange);
  }

  private arriveSyn(exchange: Exchange): void {
    if (exchange.phase !== CONNECTING) return;
    const { callee, path } = exchange;
    if (!callee.host.on || path.verdict === 'drop') return this.retransmit(SYN, exchange);
    const answer = path.verdict === 'reject' ? 'refuse' : callee.admit(exchange);
    if (answer === 'drop') return this.retransmit(SYN, exchange);
    if (answer === 'refuse') return this.transmit(REFUSED, exchange);
    exchange.phase = OPEN;
    exchange.calleeIncarnation = callee.incarnation;
    callee.remember(exchange);
    exchange.losses = 0;
    this.transmit(CONNECTED, exchange);
  }

  private arriveData(exchange: Exchange): void {
    const { callee } = exchange;
    if (!callee.host.on) return this.retransmit(DATA, exchange);
    const strayed = this.strayed(exchange);
    if (callee.incarnation !== exchange.calleeIncarnation || strayed) {
      // whoever accepted the connection before its address moved hears of it no more
      if (strayed) this.clock.after(HALF_OPEN_LIMIT, this, HANGUP, exchange);
      if (exchange.phase !== CLOSED) this.transmit(RESET, exchange);
      return;
    }
    exchange.asked = true;
    if (exchange.reused) callee.remember(exchange);
    callee.hear(DATA, exchange);
  }

  /** The VIP has moved meanwhile: the packet reaches a host that knows nothing of the connection. */
  private strayed(exchange: Exchange): boolean {
    return exchange.vip !== undefined && this.addresses.holder(exchange.vip) !== exchange.callee;
  }

  private arriveHangup(exchange: Exchange): void {
    const { callee } = exchange;
    if (!callee.host.on || callee.incarnation !== exchange.calleeIncarnation) return;
    callee.hear(HANGUP, exchange);
  }

  private arriveAtCaller(kind: number, exchange: Exchange): void {
    if (exchange.phase === CLOSED || exchange.caller.incarnation !== exchange.callerIncarnation) return;
    exchange.caller.hear(kind, exchange);
  }
}

/** An attempt that one host never heard of is now one at another. */
function moved(exchange: Exchange, holder: Listener): void {
  exchange.callee.countEnd(false);
  holder.countAttempt();
  const { request } = exchange;
  if (request === undefined) return;
  request.path?.push(holder.id);
  request.lastReached = holder.id;
}

/** A host without power sends nothing, not even what it was about to repeat. */
function senderIsOn(kind: number, exchange: Exchange): boolean {
  if (kind !== SYN && kind !== DATA && kind !== HANGUP) return exchange.callee.host.on;
  return exchange.caller.hasPower;
}

function isHandshake(kind: number): boolean {
  return kind === SYN || kind === CONNECTED;
}

/** It is over for the caller. */
function close(exchange: Exchange): void {
  exchange.phase = CLOSED;
  exchange.caller.opened?.remove(exchange);
}

/** Hands what arrived to the caller's handler, unless the caller has closed meanwhile. */
export function tellOwner(kind: number, exchange: Exchange): void {
  if (exchange.phase === CLOSED) return;
  if (kind !== CONNECTED) close(exchange);
  switch (kind) {
    case CONNECTED:
      return exchange.owner.connected(exchange);
    case ANSWER:
      return exchange.owner.answered(exchange);
    case REFUSED:
      return exchange.owner.refused(exchange);
    case UNANSWERED:
      if (exchange.owner.unanswered === undefined) exchange.owner.refused(exchange);
      else exchange.owner.unanswered(exchange);
      return;
    default:
      return exchange.owner.reset(exchange);
  }
}
