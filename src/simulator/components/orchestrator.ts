import type { Id, Micros, Orchestrator } from '../../topology/types.ts';
import type { Timer } from '../engine/timers.ts';
import type { ConnectionHandler, Exchange } from '../exchange.ts';
import type { HostRuntime } from '../host.ts';
import { Process, type ProcessWorld } from '../process.ts';
import { POLL } from '../request.ts';
import type { Routes } from '../routes.ts';
import type { DatabaseStatus } from './database-admin.ts';
import { Recovery, type Seen, type WatchedDatabase } from './recovery.ts';

const SECOND = 1_000_000;

/** events of the orchestrator */
const LOOK = 1;
const LOOK_TIMEOUT = 2;
const ASKED = 3;
const ANSWERED = 4;

/** One look at a database: does it answer, and what does it say of itself? */
class Look implements ConnectionHandler {
  exchange: Exchange | undefined = undefined;
  timer: Timer | undefined = undefined;
  readonly database: WatchedDatabase;
  private readonly orchestrator: OrchestratorProcess;

  constructor(orchestrator: OrchestratorProcess, database: WatchedDatabase) {
    this.orchestrator = orchestrator;
    this.database = database;
  }

  connected(exchange: Exchange): void {
    this.orchestrator.send(exchange);
  }

  answered(exchange: Exchange): void {
    this.timer?.cancel();
    this.orchestrator.saw(this.database, exchange.reply as DatabaseStatus);
  }

  refused(): void {
    this.timer?.cancel();
  }

  reset(): void {
    this.timer?.cancel();
  }
}

/** What an orchestrator uses of the world. */
export interface OrchestratorWorld extends ProcessWorld {
  readonly routes: Routes;
  readonly orchestrators: readonly OrchestratorProcess[];
  database(id: Id): WatchedDatabase;
}

/**
 * Watches databases and promotes a replica when the primary has been silent for `detect`. It knows only what its own
 * looks told it; with `agree: majority` more than half of all orchestrators must see no primary either.
 */
export class OrchestratorProcess extends Process {
  readonly conf: Orchestrator;
  private readonly seen = new Map<WatchedDatabase, Seen>();
  private primary: WatchedDatabase | undefined = undefined;
  private startedAt: Micros = 0;
  /** when any database was last seen to take writes */
  private writableAt: Micros = 0;
  private votes = new Set<OrchestratorProcess>();
  /** a vote binds for as long as detection takes: nobody else gets it meanwhile */
  private vote: { readonly candidate: OrchestratorProcess; readonly at: Micros } | undefined = undefined;
  private recovery: Recovery | undefined = undefined;
  /** messages of others that came while it hangs, each once: one that is sent again says nothing new */
  private unread = new Set<string>();

  declare protected readonly world: OrchestratorWorld;

  constructor(world: OrchestratorWorld, conf: Orchestrator, id: string, host: HostRuntime) {
    super(world, id, 'orchestrator', host);
    this.conf = conf;
  }

  /** It knows what its configuration says, until its looks are answered. */
  override onStart(): void {
    const { now } = this.world.clock;
    this.startedAt = now;
    this.writableAt = now;
    this.seen.clear();
    this.vote = undefined;
    this.recovery = undefined;
    this.primary = this.watched.find(({ conf }) => conf.role === 'primary');
    const phase = Math.round(this.world.stream(`${this.id} looks`).uniform() * SECOND);
    this.later(phase, LOOK, undefined);
  }

  private get watched(): WatchedDatabase[] {
    return this.conf.watches.map((id) => this.world.database(id));
  }

  override on(kind: number, subject: unknown): void {
    if (this.state !== 'paused') this.unread.clear();
    else if (subject instanceof OrchestratorProcess) {
      const message = `${kind} ${subject.id}`;
      if (this.unread.has(message)) return;
      this.unread.add(message);
    }
    super.on(kind, subject);
  }

  protected override happen(kind: number, subject: unknown): void {
    if (kind === LOOK) {
      this.look();
    } else if (subject instanceof Look) {
      if (subject.exchange !== undefined) this.world.network.hangUp(subject.exchange);
    } else if (kind === ASKED) {
      this.asked(subject as OrchestratorProcess);
    } else if (kind === ANSWERED) {
      this.votes.add(subject as OrchestratorProcess);
      this.decide();
    }
  }

  // -- looking -------------------------------------------------------------------------------------------------

  private look(): void {
    for (const database of this.watched) {
      const look = new Look(this, database);
      look.exchange = this.world.network.open(this, look, database, POLL);
      look.timer = this.timer(SECOND, LOOK_TIMEOUT, look);
    }
    this.recovery?.look();
    if (this.leads || this.missesPrimary(this.standsAfter)) this.ask();
    else this.votes.clear();
    this.later(SECOND, LOOK, undefined);
  }

  send(exchange: Exchange): void {
    this.world.network.send(exchange);
  }

  /** A database has answered. Whoever takes writes is the primary, unless the one that was known still does. */
  saw(database: WatchedDatabase, status: DatabaseStatus): void {
    const seen: Seen = { ...status, at: this.world.clock.now };
    const known = this.primary === undefined ? undefined : this.seen.get(this.primary);
    this.seen.set(database, seen);
    this.recovery?.saw(database, seen);
    if (status.readOnly) return;
    this.writableAt = seen.at;
    const stillTakesWrites = known !== undefined && !known.readOnly && seen.at - known.at < this.conf.detect;
    if (!stillTakesWrites) this.primary = database;
  }

  /**
   * For `detect`, and for `longer`, it has seen none that takes writes, and the primary that it knew was silent, or is
   * fenced: one that makes room in a planned switchover is neither.
   */
  private missesPrimary(longer: Micros): boolean {
    const { primary } = this;
    const patience = this.conf.detect + longer;
    const { now } = this.world.clock;
    if (primary === undefined || now - this.writableAt < patience) return false;
    const last = this.seen.get(primary);
    return last?.fenced === true || now - (last?.at ?? this.startedAt) >= patience;
  }

  // -- agreeing ------------------------------------------------------------------------------------------------

  /** Each node waits a second more than the one before it, so that not all stand for election at once. */
  private get standsAfter(): Micros {
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

  /** Asks for votes; while it leads a recovery again and again, so that nobody else does. */
  private ask(): void {
    if (!this.votesFor(this)) return;
    this.votes = new Set([this]);
    if (this.conf.agree === 'majority') {
      for (const other of this.others) this.message(other, ASKED, this);
    }
    this.decide();
  }

  private asked(candidate: OrchestratorProcess): void {
    if (this.leads || this.world.clock.now - this.writableAt < this.conf.detect) return;
    if (this.votesFor(candidate)) this.message(candidate, ANSWERED, this);
  }

  private message(to: Process, kind: number, subject: unknown): void {
    const delay = this.world.routes.messageDelay(this, to);
    if (delay !== undefined) this.world.clock.after(delay, to, kind, subject);
  }

  // -- recovering ----------------------------------------------------------------------------------------------

  private get leads(): boolean {
    return this.recovery !== undefined && !this.recovery.over;
  }

  private decide(): void {
    const needed = this.conf.agree === 'alone' ? 1 : Math.floor((this.others.length + 1) / 2) + 1;
    const { primary } = this;
    if (primary === undefined || this.votes.size < needed) return;
    if (!this.leads) this.recovery = new Recovery(this.asLeader, primary);
    this.recovery?.proceed();
  }

  private get asLeader(): ConstructorParameters<typeof Recovery>[0] {
    const { clock, network } = this.world;
    return { clock, network, node: this, detect: this.conf.detect, seen: this.seen, goOn: () => this.ask() };
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
