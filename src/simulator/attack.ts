import { portOf } from '../topology/ports.ts';
import type { Id, Micros, Topology } from '../topology/types.ts';
import type { Actor } from './engine/event-queue.ts';
import type { ProbeResult, Reporter } from './event.ts';
import { CONNECTING, type ConnectionHandler, type Endpoint, type Exchange } from './exchange.ts';
import { tellOwner } from './network.ts';
import { PerSecond } from './per-second.ts';
import type { Process, ProcessWorld } from './process.ts';
import { HTTP_CHECK, TCP_CHECK } from './request.ts';

/** a prober waits this long for an answer before it calls a port filtered, a flood before it lets an attempt go */
const PATIENCE: Micros = 3_000_000;
/** a flood's requests per second */
const FLOOD_RATE = 2000;
const SECOND = 1_000_000;

/** What an attack uses of the world. */
export interface AttackWorld extends ProcessWorld {
  readonly topology: Topology;
  readonly report: Reporter;
  readonly floods: Set<Flood>;
  allProcesses(): readonly Process[];
}

/** Starts an attack from the Internet on a host. Gives back what ends a flood; the others end by themselves. */
export function attack(world: AttackWorld, name: string, host: Id): (() => void) | undefined {
  const targets = world.allProcesses().flatMap((process) => {
    const port = process.host.id === host ? portFor(world, process) : undefined;
    return port === undefined ? [] : [{ process, port }];
  });
  if (name === 'flood') {
    const entry = targets[0];
    if (entry === undefined) return undefined;
    const flood = new Flood(world, entry.process);
    world.floods.add(flood);
    return () => {
      flood.end();
      world.floods.delete(flood);
    };
  }
  const probed =
    name === 'sql-direct' ? targets.filter(({ process }) => process.kind === 'database') : targets;
  if (probed.length === 0) world.report({ who: 'attacker', what: 'rejects', about: host, probe: undefined });
  for (const { process, port } of probed) new Probe(world, process, port, name).begin();
  return undefined;
}

function portFor(world: AttackWorld, process: Process): number | undefined {
  const component = world.topology.components.find(({ id }) => id === process.id);
  return component === undefined ? undefined : portOf(component, world.topology.components);
}

/** One attempt to reach a port from outside. */
class Probe implements ConnectionHandler, Endpoint {
  readonly id = 'attacker';
  readonly incarnation = this;
  readonly hasPower = true;
  private exchange: Exchange | undefined = undefined;
  private decided = false;
  private readonly world: AttackWorld;
  private readonly process: Process;
  private readonly port: number;
  private readonly name: string;

  constructor(world: AttackWorld, process: Process, port: number, name: string) {
    this.world = world;
    this.process = process;
    this.port = port;
    this.name = name;
  }

  begin(): void {
    this.exchange = this.world.network.open(this, this, this.process, TCP_CHECK);
    this.world.clock.after(PATIENCE, this, 0, undefined);
  }

  hear(kind: number, exchange: Exchange): void {
    tellOwner(kind, exchange);
  }

  connected(exchange: Exchange): void {
    this.world.network.hangUp(exchange);
    this.end('connected');
  }

  refused(): void {
    this.end('refused');
  }

  reset(): void {
    this.end('reset');
  }

  answered(): void {
    this.end('connected');
  }

  on(): void {
    if (this.decided) return;
    if (this.exchange !== undefined) this.world.network.hangUp(this.exchange);
    this.end('no-answer');
  }

  private end(result: ProbeResult): void {
    if (this.decided) return;
    this.decided = true;
    const { name: attack, port } = this;
    this.world.report({
      who: 'attacker',
      what: result === 'connected' ? 'gets-through' : 'rejects',
      about: this.process.id,
      probe: { attack, port, result },
    });
  }
}

/** events of a flood */
const NEXT = 0;
const LET_GO = 1;

/** Hostile requests that look like anybody's, until it is restored. */
export class Flood implements ConnectionHandler, Endpoint, Actor<Exchange | undefined> {
  readonly id = 'attacker';
  readonly incarnation = this;
  readonly hasPower = true;
  readonly process: Process;
  private over = false;
  private readonly sent = new PerSecond();
  private readonly heard = new PerSecond();
  private readonly world: AttackWorld;

  constructor(world: AttackWorld, process: Process) {
    this.world = world;
    this.process = process;
    this.waitForNext();
  }

  /** What it sent in the last full second, and how often anything came back, if only a refusal. */
  lastSecond(): { sent: number; heard: number } {
    const { now } = this.world.clock;
    return { sent: this.sent.last(now), heard: this.heard.last(now) };
  }

  private waitForNext(): void {
    const gap = this.world.stream('flood').exponential(SECOND / FLOOD_RATE);
    this.world.clock.after(Math.max(1, Math.round(gap)), this, NEXT, undefined);
  }

  end(): void {
    this.over = true;
  }

  on(_kind: number, exchange: Exchange | undefined): void {
    if (exchange !== undefined) this.letGo(exchange);
    else if (!this.over) this.attack();
  }

  private attack(): void {
    this.sent.count(this.world.clock.now);
    const exchange = this.world.network.open(this, this, this.process, HTTP_CHECK);
    this.world.clock.after(PATIENCE, this, LET_GO, exchange);
    this.waitForNext();
  }

  /** Whoever floods does not wait two minutes for one connection, as a kernel would: it tries the next. */
  private letGo(exchange: Exchange): void {
    if (exchange.phase === CONNECTING) this.world.network.hangUp(exchange);
  }

  hear(kind: number, exchange: Exchange): void {
    this.heard.count(this.world.clock.now);
    tellOwner(kind, exchange);
  }

  connected(exchange: Exchange): void {
    this.world.network.send(exchange);
  }

  refused(): void {
    // it does not care
  }

  reset(): void {
    // it does not care
  }

  answered(): void {
    // it does not care
  }
}
