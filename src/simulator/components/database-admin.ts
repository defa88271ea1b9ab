import type { Id } from '../../topology/types.ts';
import type { PromotedBy } from '../event.ts';
import { type ConnectionHandler, type Exchange, OPEN } from '../exchange.ts';
import type { Network } from '../network.ts';
import type { Process } from '../process.ts';
import { ORDER } from '../request.ts';

/** What a database tells whoever asks: its variables, and SHOW REPLICA STATUS. */
export interface DatabaseStatus {
  readonly readOnly: boolean;
  /** it was shut out of writing from outside (super_read_only) */
  readonly fenced: boolean;
  /** rows that it has received, applied or not */
  readonly received: number;
  readonly applied: number;
  /** whom it replicates from */
  readonly source: Id | undefined;
}

export type DatabaseCommand =
  | { readonly is: 'promote'; readonly because: PromotedBy }
  | { readonly is: 'follow'; readonly source: Id };

/** A command to a database, over a connection of its own that stays open until it is carried out. */
export class DatabaseOrder implements ConnectionHandler {
  readonly command: DatabaseCommand;
  private readonly exchange: Exchange;
  private readonly network: Network;
  private readonly failed: () => void;

  /** `failed` hears that the connection ended before the command was carried out. */
  constructor(
    network: Network,
    [caller, database]: readonly [Process, Process],
    command: DatabaseCommand,
    failed: () => void,
  ) {
    this.network = network;
    this.command = command;
    this.failed = failed;
    this.exchange = network.open(caller, this, database, ORDER);
  }

  connected(exchange: Exchange): void {
    this.network.send(exchange);
  }

  answered(): void {
    // what the database says of itself from now on tells more
  }

  refused(): void {
    this.failed();
  }

  reset(): void {
    this.failed();
  }

  /** A keepalive: says it again to a server that may have forgotten the connection, and resets it then. */
  repeat(): void {
    if (this.exchange.phase === OPEN) this.network.send(this.exchange);
  }

  abandon(): void {
    this.network.hangUp(this.exchange);
  }
}
