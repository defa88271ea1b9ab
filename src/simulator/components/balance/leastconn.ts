import type { ServerLine } from '../server-line.ts';
import type { Balance } from './balance.ts';

/**
 * HAProxy's `leastconn`: the server with the fewest requests in progress for its weight. Servers that are equal
 * stand in line: one goes to the end of the line when its load changes, so idle servers are taken in turn.
 */
export class LeastConn implements Balance {
  readonly roundRobinKind = false;
  private readonly servers: readonly ServerLine[];
  private readonly keys = new Map<ServerLine, { key: number; order: number }>();
  private order = 0;

  constructor(servers: readonly ServerLine[]) {
    this.servers = servers;
    for (const server of servers) this.keys.set(server, { key: 0, order: this.order++ });
  }

  changed(): void {
    for (const server of this.servers) this.loadChanged(server);
  }

  loadChanged(server: ServerLine): void {
    const place = this.keys.get(server);
    if (place === undefined) return;
    const load = server.served === 0 ? 0 : (server.served + 1) / Math.max(server.effectiveWeight, 1 / 16);
    if (load === place.key) return;
    place.key = load;
    place.order = this.order++;
  }

  pick(_client: number, avoid: ServerLine | undefined): ServerLine | undefined {
    let best: ServerLine | undefined;
    let bestPlace: { key: number; order: number } | undefined;
    let avoided: ServerLine | undefined;
    for (const server of this.servers) {
      if (!server.usable || server.effectiveWeight === 0 || server.full) continue;
      if (server === avoid) {
        avoided = server;
        continue;
      }
      const place = this.keys.get(server);
      if (place === undefined) continue;
      if (
        bestPlace === undefined ||
        place.key < bestPlace.key ||
        (place.key === bestPlace.key && place.order < bestPlace.order)
      ) {
        best = server;
        bestPlace = place;
      }
    }
    return best ?? avoided;
  }
}
