import type { Id, Orchestrator } from '../../topology/types.ts';
import type { Timer } from '../engine/timers.ts';
import { type ConnectionHandler, type Exchange, POLL } from '../exchange.ts';
import type { HostRuntime } from '../host.ts';
import { Process, type ProcessWorld } from '../process.ts';
import type { Routes } from '../routes.ts';
import type { DatabaseProcess } from './database.ts';

const SECOND = 1_000_000;

/** events of the orchestrator */
const LOOK = 1;
const LOOK_TIMEOUT = 2;
const ASKED = 3;
const ANSWERED = 4;
const PROMOTE = 5;

/** One look at a database: does it answer, and does it accept writes? */
class Look implements ConnectionHandler {
  exchange: Exchange | undefined = undefined;
  timer: Timer | undefined = undefined;
  readonly database: DatabaseProcess;
  private readonly orchestrator: OrchestratorProcess;

  constructor(orchestrator: OrchestratorProcess, database: DatabaseProcess) {
    this.orchestrator = orchestrator;
    this.database = database;
  }

  connected(exchange: Exchange): void {
    this.orchestrator.send(exchange);
  }

  answered(exchange: Exchange): void {
    this.timer?.cancel();
    this.orchestrator.saw(this.database, exchange.status === 0);
  }

  refused(): void {
    this.timer?.cancel();
  }

  reset(): void {
    this.timer?.cancel();
  }
}

/** A question to the other orchestrators: do you see it too? */
interface Question {
  readonly from: OrchestratorProcess;
  readonly primary: DatabaseProcess;
}

/** What an orchestrator uses of the world. */
export interface OrchestratorWorld extends ProcessWorld {
  readonly routes: Routes;
  readonly orchestrators: readonly OrchestratorProcess[];
  database(id: Id): DatabaseProcess;
}

/**
 * Watches databases and promotes a replica when the primary has been silent for `detect`. It knows only what its own
 * looks told it; with `agree: majority` more than half of all orchestrators must see the same.
 */
export class OrchestratorProcess extends Process {
  readonly conf: Orchestrator;
  private readonly seen = new Map<DatabaseProcess, { at: number; writable: boolean }>();
  private primary: DatabaseProcess | undefined = undefined;
  private votes = new Set<OrchestratorProcess>();
  private promoting = false;
  /** a vote binds for as long as detection takes: nobody else gets it meanwhile */
  private vote: { readonly candidate: OrchestratorProcess; readonly at: number } | undefined = undefined;

  declare protected readonly world: OrchestratorWorld;

  constructor(world: OrchestratorWorld, conf: Orchestrator, id: string, host: HostRuntime) {
    super(world, id, 'orchestrator', host);
    this.conf = conf;
  }

  override onStart(): void {
    const { now } = this.world.clock;
    this.promoting = false;
    this.vote = undefined;
    for (const database of this.watched) {
      this.seen.set(database, { at: now, writable: !database.readOnly });
      if (database.role === 'primary') this.primary = database;
    }
    const phase = Math.round(this.world.stream(`${this.id} looks`).uniform() * SECOND);
    this.later(phase, LOOK, undefined);
  }

  private get watched(): DatabaseProcess[] {
    return this.conf.watches.map((id) => this.world.database(id));
  }

  protected override happen(kind: number, subject: unknown): void {
    if (kind === LOOK) {
      this.look();
    } else if (subject instanceof Look) {
      if (subject.exchange !== undefined) this.world.network.hangUp(subject.exchange);
    } else if (kind === ASKED) {
      this.asked(subject as Question);
    } else if (kind === ANSWERED) {
      this.votes.add(subject as OrchestratorProcess);
      this.decide();
    } else if (kind === PROMOTE) {
      const chosen = subject as DatabaseProcess;
      if (chosen.running) chosen.promote({ by: 'orchestrator', node: this.id });
    }
  }

  private look(): void {
    for (const database of this.watched) {
      const look = new Look(this, database);
      look.exchange = this.world.network.open(this, look, database, POLL);
      look.timer = this.timer(SECOND, LOOK_TIMEOUT, look);
    }
    if (this.suspects(this.primary, this.standsAfter)) this.ask();
    else this.votes.clear();
    this.later(SECOND, LOOK, undefined);
  }

  send(exchange: Exchange): void {
    this.world.network.send(exchange);
  }

  saw(database: DatabaseProcess, writable: boolean): void {
    this.seen.set(database, { at: this.world.clock.now, writable });
    if (!writable || database === this.primary) return;
    if (this.primary === undefined || this.suspects(this.primary)) {
      this.primary = database;
      this.promoting = false;
    }
  }

  /** It has not answered for `detect`, and for `longer`. */
  private suspects(database: DatabaseProcess | undefined, longer = 0): boolean {
    if (database === undefined) return false;
    const last = this.seen.get(database);
    return last !== undefined && this.world.clock.now - last.at >= this.conf.detect + longer;
  }

  /** Each node waits a second more than the one before it, so that not all stand for election at once. */
  private get standsAfter(): number {
    const place = this.world.orchestrators.indexOf(this);
    return this.conf.agree === 'alone' ? 0 : place * SECOND;
  }

  /** Gives its vote, unless another has it. */
  private votesFor(candidate: OrchestratorProcess): boolean {
    const { now } = this.world.clock;
    const bound = this.vote !== undefined && now - this.vote.at < this.conf.detect;
    if (bound && this.vote?.candidate !== candidate) return false;
    this.vote = { candidate, at: now };
    return true;
  }

  /** the other orchestrators that watch the same databases */
  private get others(): OrchestratorProcess[] {
    const [first = ''] = this.conf.watches;
    return this.world.orchestrators.filter((other) => other !== this && other.conf.watches.includes(first));
  }

  private ask(): void {
    const { primary } = this;
    if (primary === undefined || this.promoting || !this.votesFor(this)) return;
    this.votes = new Set([this]);
    if (this.conf.agree === 'majority') {
      for (const other of this.others) this.message(other, ASKED, { from: this, primary });
    }
    this.decide();
  }

  private asked(question: Question): void {
    if (this.promoting || !this.suspects(question.primary)) return;
    if (this.votesFor(question.from)) this.message(question.from, ANSWERED, this);
  }

  private message(to: Process, kind: number, subject: unknown): void {
    const delay = this.world.routes.messageDelay(this, to);
    if (delay !== undefined) this.world.clock.after(delay, to, kind, subject);
  }

  private decide(): void {
    const needed = this.conf.agree === 'alone' ? 1 : Math.floor((this.others.length + 1) / 2) + 1;
    const { primary } = this;
    if (this.promoting || primary === undefined || this.votes.size < needed) return;
    const chosen = this.bestReplica(primary);
    if (chosen === undefined) return;
    const delay = this.world.routes.messageDelay(this, chosen);
    if (delay === undefined) return;
    this.promoting = true;
    if (primary.conf.fencing) primary.fence({ by: 'orchestrator', node: this.id });
    this.later(delay, PROMOTE, chosen);
    for (const database of this.watched) {
      if (
        database !== chosen &&
        database !== primary &&
        this.world.routes.messageDelay(this, database) !== undefined
      ) {
        database.follow(chosen);
      }
    }
  }

  /** The replica that it can reach and that has received most. */
  private bestReplica(primary: DatabaseProcess): DatabaseProcess | undefined {
    const reachable = this.watched.filter(
      (database) =>
        database !== primary &&
        database.running &&
        this.world.routes.messageDelay(this, database) !== undefined,
    );
    return reachable.reduce<DatabaseProcess | undefined>(
      (best, database) =>
        best === undefined || database.received.size > best.received.size ? database : best,
      undefined,
    );
  }

  protected override onDeath(): void {
    this.votes.clear();
  }

  protected override onData(): void {
    // orchestrators talk by messages of their own
  }

  protected override onHangup(): void {
    // nobody connects to it
  }

  override get listening(): boolean {
    return false;
  }

  override busyTime(): number {
    return 0;
  }
}
