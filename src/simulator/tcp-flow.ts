import type { Micros } from '../topology/types.ts';
import type { Clock } from './engine/clock.ts';
import type { Actor } from './engine/event-queue.ts';
import type { RandomStream } from './engine/random.ts';
import type { HostRuntime } from './host.ts';
import { DATA_RETRANSMIT, LONGEST_RETRANSMIT } from './network.ts';
import { type Leg, overhear, type Path } from './path.ts';

const ARRIVE = 1;
const RETRANSMIT = 2;

/** Whether what is sent leaves at once, or stands in line behind something that was lost. */
type State =
  | { readonly is: 'flowing' }
  | { readonly is: 'stalled'; readonly retransmitsAfter: Micros }
  | { readonly is: 'closed' };

const FLOWING: State = { is: 'flowing' };
const CLOSED: State = { is: 'closed' };

/** Where a flow leads: over this leg of a path, to this host, to whoever gets what arrives. */
export interface FlowEnds<M> {
  readonly path: Path;
  readonly leg: Leg;
  readonly to: HostRuntime;
  readonly deliver: (messages: readonly M[]) => void;
}

/**
 * One direction of an open TCP connection. What is sent arrives once and in order: a cut link or a lost packet hold it
 * up, with all that is sent after it, until a retransmission gets through.
 */
export class TcpFlow<M> implements Actor<readonly M[]> {
  private state: State = FLOWING;
  /** what was lost, and what waits behind it */
  private waiting: M[] = [];
  private lastArrival: Micros = 0;
  private readonly clock: Clock;
  private readonly losses: RandomStream;
  private readonly ends: FlowEnds<M>;

  constructor(clock: Clock, losses: RandomStream, ends: FlowEnds<M>) {
    this.clock = clock;
    this.losses = losses;
    this.ends = ends;
  }

  send(message: M): void {
    if (this.state.is === 'closed') return;
    this.waiting.push(message);
    if (this.state.is === 'flowing') this.transmit(DATA_RETRANSMIT);
  }

  /** What was sent first of all that has not left yet. */
  get oldestWaiting(): M | undefined {
    return this.waiting[0];
  }

  /** Nothing arrives any more. */
  close(): void {
    this.state = CLOSED;
    this.waiting = [];
  }

  on(kind: number, messages: readonly M[]): void {
    if (this.state.is === 'closed') return;
    if (kind === ARRIVE) this.arrive(messages);
    else if (this.state.is === 'stalled')
      this.transmit(Math.min(LONGEST_RETRANSMIT, 2 * this.state.retransmitsAfter));
  }

  /** Sends all that waits; if it is lost, it is sent again after `patience`. */
  private transmit(patience: Micros): void {
    const { path, leg } = this.ends;
    if (path.cut || this.losses.chance(leg.loss)) return this.stall(patience);
    this.state = FLOWING;
    if (path.taps.length > 0) overhear(path, this.waiting.length);
    // TCP keeps the order even when the delay of the link has just become shorter
    this.lastArrival = Math.max(this.lastArrival, this.clock.now + leg.delay);
    this.clock.at(this.lastArrival, this, ARRIVE, this.waiting);
    this.waiting = [];
  }

  /** A host that has lost its power has forgotten the connection: nothing on it arrives any more. */
  private arrive(messages: readonly M[]): void {
    if (this.ends.to.on) this.ends.deliver(messages);
    else this.close();
  }

  private stall(patience: Micros): void {
    this.state = { is: 'stalled', retransmitsAfter: patience };
    this.clock.after(patience, this, RETRANSMIT, []);
  }
}
