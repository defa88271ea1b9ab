import type { Timer } from '../engine/timers.ts';
import type { ConnectionHandler, Exchange } from '../exchange.ts';
import type { Process } from '../process.ts';
import { POLL } from '../request.ts';
import type { AppServerProcess } from './app-server.ts';

const POLL_TIMEOUT = 8;
const PATIENCE = 1_000_000;

/** One question of an application server to a database: are you read_only? */
export class DatabasePoll implements ConnectionHandler {
  private exchange: Exchange | undefined = undefined;
  private timer: Timer | undefined = undefined;
  private readonly app: AppServerProcess;
  private readonly database: Process;

  constructor(app: AppServerProcess, database: Process) {
    this.app = app;
    this.database = database;
  }

  begin(): void {
    this.exchange = this.app.network.open(this.app, this, this.database, POLL);
    this.timer = this.app.timer(PATIENCE, POLL_TIMEOUT, this);
  }

  connected(exchange: Exchange): void {
    this.app.network.send(exchange);
  }

  answered(exchange: Exchange): void {
    this.timer?.cancel();
    this.app.databases.saw(this.database.id, exchange.status === 0);
  }

  refused(): void {
    this.failed();
  }

  reset(): void {
    this.failed();
  }

  /** its time is up */
  happen(): void {
    if (this.exchange !== undefined) this.app.network.hangUp(this.exchange);
    this.failed();
  }

  private failed(): void {
    this.timer?.cancel();
    this.app.databases.lost(this.database.id);
  }
}
