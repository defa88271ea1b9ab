import type { Id } from '../../topology/types.ts';
import type { Timer } from '../engine/timers.ts';
import { CONNECTING, type ConnectionHandler, type Exchange } from '../exchange.ts';
import type { AppServerProcess } from './app-server.ts';

const QUERY_TIMEOUT = 3;

/** One request in the hands of a worker of the application. */
export class AppWork implements ConnectionHandler {
  /** the part of its service time that is spent waiting, not computing */
  wait = 0;
  readonly inbound: Exchange;
  private readonly app: AppServerProcess;
  private readonly tried = new Set<string>();
  private outbound: Exchange | undefined = undefined;
  private timer: Timer | undefined = undefined;

  constructor(app: AppServerProcess, inbound: Exchange) {
    this.app = app;
    this.inbound = inbound;
  }

  /** Asks a database; 500 when there is none left to ask, 200 at once when the application needs none. */
  query(): void {
    const { databases } = this.app;
    if (!databases.needed(this.inbound.write)) return this.app.finish(this, 200);
    const id = databases.choose(this.inbound.write, this.tried, this.app.now);
    if (id === undefined) {
      this.app.rules('no-server', this.inbound, this.last);
      return this.app.finish(this, 500);
    }
    if (this.tried.size > 0) this.app.rules('goes-elsewhere', this.inbound, this.last);
    this.tried.add(id);
    const database = this.app.processOf(id);
    database.countAttempt();
    this.inbound.request?.path?.push(id);
    this.outbound = this.app.network.open(this.app, this, database, this.inbound);
    this.timer = this.app.timer(this.app.conf.databaseTimeout.connect, QUERY_TIMEOUT, this);
  }

  /** the database that it asked last */
  private get last(): Id | undefined {
    return this.outbound?.callee.id;
  }

  connected(exchange: Exchange): void {
    this.timer?.cancel();
    this.timer = this.app.timer(this.app.conf.databaseTimeout.read, QUERY_TIMEOUT, this);
    this.app.network.send(exchange);
  }

  refused(): void {
    this.databaseFailed();
  }

  reset(): void {
    this.databaseFailed();
  }

  happen(kind: number): void {
    if (kind !== QUERY_TIMEOUT) return;
    const connecting = this.outbound?.phase === CONNECTING;
    this.app.rules(connecting ? 'connect-timeout' : 'read-timeout', this.inbound, this.last);
    if (this.outbound !== undefined) this.app.network.hangUp(this.outbound);
    this.databaseFailed();
  }

  answered(exchange: Exchange): void {
    this.timer?.cancel();
    exchange.callee.countEnd(exchange.status < 400);
    this.app.finish(this, exchange.status);
  }

  private databaseFailed(): void {
    this.timer?.cancel();
    const { outbound } = this;
    if (outbound === undefined) return;
    outbound.callee.countEnd(false);
    // a balancer is asked again at once: to leave a server alone is its own affair
    if (this.app.processOf(outbound.callee.id).kind === 'database') {
      this.app.databases.failed(outbound.callee.id, this.app.now);
    }
    this.query();
  }
}
