import type { Exchange } from './exchange.ts';
import { invariant } from './invariant.ts';

/** What an end has opened and what is not over, in no order; adding and removing take constant time. */
export class OpenedConnections {
  private readonly list: Exchange[] = [];

  add(exchange: Exchange): void {
    exchange.place = this.list.length;
    this.list.push(exchange);
  }

  remove(exchange: Exchange): void {
    invariant(this.list[exchange.place] === exchange, 'a connection is closed once by whoever opened it');
    const last = this.list.pop() as Exchange;
    if (last === exchange) return;
    this.list[exchange.place] = last;
    last.place = exchange.place;
  }

  all(): Exchange[] {
    return [...this.list];
  }
}
