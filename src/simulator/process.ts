import type { Id, Kind, Micros } from '../topology/types.ts';
import type { Clock } from './engine/clock.ts';
import type { Actor } from './engine/event-queue.ts';
import type { RandomStream } from './engine/random.ts';
import type { Timer } from './engine/timers.ts';
import { Exchange, type Listener } from './exchange.ts';
import type { HostRuntime } from './host.ts';
import { invariant } from './invariant.ts';
import {
  ANSWER,
  CONNECTED,
  DATA,
  HANGUP,
  type Network,
  REFUSED,
  RESET,
  tellOwner,
  UNANSWERED,
} from './network.ts';
import { OpenedConnections } from './opened-connections.ts';
import { PerSecond } from './per-second.ts';
import type { ProcessState } from './process-state.ts';
import type { Question } from './request.ts';
import type { RulingName } from './ruling.ts';

/** What every process uses of the world. Each kind adds what it uses besides, and nothing else. */
export interface ProcessWorld {
  readonly clock: Clock;
  readonly network: Network;
  /** the random stream for one purpose */
  stream(purpose: string): RandomStream;
}

/** What others asked of a component: attempts directed to it, and how they ended. */
export interface Tally {
  requests: number;
  ok: number;
  failed: number;
}

/** The event that ends a cold start; components number their own from 1. */
const STARTED = 0;

/** Something for a process that was stopped by SIGSTOP when it came. */
interface Held {
  readonly kind: number;
  readonly subject: unknown;
  /** false: it was a timeout, and was cancelled meanwhile */
  readonly live?: boolean;
}

/**
 * A process between its start and its death. Timers and CPU work belong to one and are over with it; whoever is
 * connected to an earlier one is connected to nobody.
 */
export class Incarnation implements Actor<unknown> {
  private readonly process: Process;

  constructor(process: Process) {
    this.process = process;
  }

  on(kind: number, subject: unknown, timer?: Timer): void {
    if (this.process.incarnation === this) this.process.due(kind, subject, timer);
  }
}

/**
 * A process on a host. Killing, pausing and losing power look different from outside, and that is decided here:
 * the kernel accepts connections for a paused process, nobody does for a dead one.
 */
export abstract class Process implements Listener, Actor<unknown> {
  state: ProcessState = 'up';
  incarnation = new Incarnation(this);
  /** service times are multiplied by it */
  slowness = 1;
  /** share of requests answered with 500 */
  errorShare = 0;
  readonly tally: Tally = { requests: 0, ok: 0, failed: 0 };
  private readonly attempts = new PerSecond();
  private readonly failures = new PerSecond();
  private readonly held: Held[] = [];
  private startsAgain = false;
  private first: Exchange | undefined = undefined;
  /** exchanges accepted and not finished */
  inside = 0;
  /** since when the kernel has dropped what it can't put into the accept queue; undefined: it has room */
  fullSince: Micros | undefined = undefined;
  /** exchanges that it has opened and that are not over */
  readonly opened = new OpenedConnections();

  readonly id: Id;
  readonly kind: Kind | 'collector';
  readonly host: HostRuntime;
  protected readonly world: ProcessWorld;
  protected readonly errorDraws: RandomStream;

  constructor(world: ProcessWorld, id: Id, kind: Kind | 'collector', host: HostRuntime) {
    this.world = world;
    this.id = id;
    this.kind = kind;
    this.host = host;
    this.errorDraws = world.stream(`${id} errors`);
  }

  /** Tells whoever follows the request what is decided about it here. */
  rules(name: RulingName, { request }: Question, about?: Id): void {
    if (request !== undefined) this.world.network.follower?.ruled(this.id, name, request, about);
  }

  get hasPower(): boolean {
    return this.host.on;
  }

  /** It executes code now. */
  get running(): boolean {
    return this.state === 'up' || this.state === 'stopping';
  }

  /** Somebody listens on its port, if only the kernel for a paused process. */
  get listening(): boolean {
    return this.state === 'up' || this.state === 'paused';
  }

  // -- what the kernel does for it -----------------------------------------------------------------------------

  /** A SYN has arrived: does the kernel complete the handshake? */
  admit(exchange: Exchange): 'accept' | 'refuse' | 'drop' {
    if (!this.listening) return 'refuse';
    const hasRoom = this.hasRoom(exchange);
    if (hasRoom) this.fullSince = undefined;
    else this.fullSince ??= this.world.clock.now;
    return hasRoom ? 'accept' : 'drop';
  }

  /** Room in the accept queue. While paused nothing leaves it. */
  protected hasRoom(_exchange: Exchange): boolean {
    return this.state !== 'paused' || this.inside < this.backlog + 1;
  }

  /** net.core.somaxconn on Linux since 5.4; HAProxy and nginx (511) ask for no less that matters here */
  protected get backlog(): number {
    return 511;
  }

  remember(exchange: Exchange): void {
    if (exchange.listed) return;
    exchange.listed = true;
    exchange.behind = this.first;
    if (this.first !== undefined) this.first.before = exchange;
    this.first = exchange;
    this.inside++;
  }

  forget(exchange: Exchange): void {
    if (!exchange.listed) return;
    exchange.listed = false;
    if (exchange.before !== undefined) exchange.before.behind = exchange.behind;
    else this.first = exchange.behind;
    if (exchange.behind !== undefined) exchange.behind.before = exchange.before;
    exchange.before = undefined;
    exchange.behind = undefined;
    this.inside--;
    invariant(this.inside >= 0, 'finishes only what it has accepted', this.id);
    if (this.state === 'stopping' && this.unfinished === 0) this.leave();
  }

  /** exchanges that somebody waits for: before it leaves it finishes them */
  get unfinished(): number {
    return this.inside;
  }

  hear(kind: number, exchange: Exchange): void {
    if (this.state === 'paused') this.held.push({ kind, subject: exchange });
    else if (this.running) this.dispatch(kind, exchange);
  }

  /** A message from elsewhere, for whoever it is now. */
  on(kind: number, subject: unknown): void {
    this.due(kind, subject, undefined);
  }

  /** Something of its own is due. */
  due(kind: number, subject: unknown, timer: Timer | undefined): void {
    if (this.running) {
      this.happen(kind, subject);
    } else if (this.state === 'paused') {
      this.held.push(timer === undefined ? { kind, subject } : timer.hold());
    } else if (kind === STARTED) {
      this.becomeUp();
    }
  }

  private dispatch(kind: number, exchange: Exchange): void {
    switch (kind) {
      case DATA:
        if (exchange.listed) this.onData(exchange);
        return;
      case HANGUP:
        return this.onHangup(exchange);
      case CONNECTED:
      case ANSWER:
      case REFUSED:
      case RESET:
      case UNANSWERED:
        return tellOwner(kind, exchange);
    }
  }

  // -- what happens to it --------------------------------------------------------------------------------------

  /** SIGKILL: the kernel resets its connections. */
  kill(): void {
    if (!this.alive) return;
    this.die('killed', true);
  }

  /** Asked to leave: it closes the listener, finishes what it has, exits. */
  stop(): void {
    if (this.state !== 'up') return;
    this.state = 'stopping';
    this.startsAgain = false;
    this.onStop();
    if (this.unfinished === 0) this.leave();
  }

  /** SIGSTOP, or a deadlock: it uses no CPU, and whatever comes is kept for it. */
  pause(): void {
    if (this.state !== 'up') return;
    this.state = 'paused';
    this.host.processor.suspend(this.incarnation);
  }

  /** SIGCONT: it goes on from where it stood, then finds what came meanwhile, in order. */
  resume(): void {
    if (this.state !== 'paused') return;
    this.state = 'up';
    const { held, incarnation } = this;
    this.host.processor.resume(incarnation);
    this.onResume();
    for (const { kind, subject, live } of held.splice(0, held.length)) {
      if (this.incarnation !== incarnation) return;
      if (live === false) continue;
      if (subject instanceof Exchange) this.dispatch(kind, subject);
      else this.happen(kind, subject);
    }
  }

  /** The host lost its power: gone without a word to anyone. */
  losePower(): void {
    this.die('off', false);
  }

  /** A dead process is started again, and one that is about to leave as soon as it has left, as systemd does it. */
  start(): void {
    this.startsAgain = this.state === 'stopping';
    if (this.alive || !this.host.on) return;
    this.state = 'starting';
    const delay = this.startTime;
    if (delay === 0) this.becomeUp();
    else this.later(delay, STARTED, undefined);
  }

  /** It stands in the process table. */
  get exists(): boolean {
    return this.alive && this.state !== 'starting';
  }

  get alive(): boolean {
    return (
      this.state === 'up' || this.state === 'paused' || this.state === 'stopping' || this.state === 'starting'
    );
  }

  /** Time from its start until it listens. */
  protected get startTime(): number {
    return 0;
  }

  private becomeUp(): void {
    this.state = 'up';
    this.onStart();
  }

  private leave(): void {
    const { startsAgain } = this;
    this.die('stopped', true);
    if (startsAgain) this.start();
  }

  /** Its timers and its work are over, and its kernel closes its connections; without power nobody does. */
  private die(state: ProcessState, goodbye: boolean): void {
    this.state = state;
    this.host.processor.drop(this.incarnation);
    this.incarnation = new Incarnation(this);
    this.held.length = 0;
    let exchange = this.first;
    this.first = undefined;
    this.inside = 0;
    this.onDeath();
    for (const opened of this.opened.all()) this.world.network.hangUp(opened);
    while (exchange !== undefined) {
      const next: Exchange | undefined = exchange.behind;
      exchange.listed = false;
      exchange.before = undefined;
      exchange.behind = undefined;
      if (goodbye) this.world.network.drop(exchange);
      exchange = next;
    }
  }

  // -- its time ------------------------------------------------------------------------------------------------

  /** Lets `happen(kind, subject)` be called after a time, unless it has died by then. */
  later(delay: Micros, kind: number, subject: unknown): void {
    this.world.clock.after(delay, this.incarnation, kind, subject);
  }

  /** The same, for what is mostly cancelled. */
  timer(delay: Micros, kind: number, subject: unknown): Timer {
    return this.world.clock.timer(delay, this.incarnation, kind, subject);
  }

  /** Spends CPU time, then `happen(kind, subject)`; it stands still while the process does, and ends with it. */
  compute(work: Micros, kind: number, subject: unknown): void {
    this.host.processor.run(work, this.incarnation, kind, subject);
  }

  // -- what it does itself -------------------------------------------------------------------------------------

  /** A question has arrived. */
  protected abstract onData(exchange: Exchange): void;
  /** The caller of an exchange has closed it. */
  protected abstract onHangup(exchange: Exchange): void;
  /** A timer or a piece of work of its own is due. */
  protected abstract happen(kind: number, subject: unknown): void;
  /** It has started, at the beginning or again. */
  abstract onStart(): void;
  /** It goes on after a stop: what was decided about it meanwhile takes effect. */
  protected onResume(): void {}
  /** It is being asked to leave. */
  protected onStop(): void {}
  /** It is gone: whatever it knew is lost. */
  protected abstract onDeath(): void;
  /** Seconds of work in progress, for `utilisation`: busy time in microseconds per unit of capacity. */
  abstract busyTime(): number;

  /** This request is one of those that `errors` answers with 500. */
  protected fails(): boolean {
    return this.errorDraws.chance(this.errorShare);
  }

  // -- counting ------------------------------------------------------------------------------------------------

  /** A user's request was directed to it. */
  countAttempt(): void {
    this.tally.requests++;
    this.attempts.count(this.world.clock.now);
  }

  countEnd(ok: boolean): void {
    if (ok) {
      this.tally.ok++;
      return;
    }
    this.tally.failed++;
    this.failures.count(this.world.clock.now);
  }

  /** Attempts in the last full second. */
  lastSecond(): { requests: number; failed: number } {
    const { now } = this.world.clock;
    return { requests: this.attempts.last(now), failed: this.failures.last(now) };
  }
}
