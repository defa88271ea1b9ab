import type { Exchange } from './exchange.ts';

/** What an end has opened and what is not over, in no order; adding and removing take constant time. */
export class OpenedConnections {
  private readonly list: Exchange[] = [];

  add(exchange: Exchange): void {
    exchange.place = this.list.length;
    this.list.push(exchange);
  }

  /** The exchange must be there. */
  remove(exchange: Exchange): void {
    const last = this.list.pop();
    if (last === undefined || last === exchange) return;
    this.list[exchange.place] = last;
    last.place = exchange.place;
  }

  all(): Exchange[] {
    return [...this.list];
  }
}
