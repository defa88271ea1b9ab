import type { ServerLine } from '../server-line.ts';
import type { Balance } from './balance.ts';

/**
 * The slots of one round, each server as often as its weight says, spread out: the server that has waited for a
 * whole round comes first, else the first in the file (HAProxy 2.6, src/lb_map.c). Weights are divided by their
 * greatest common divisor before. A server that warms up has its whole weight at once here: slowstart is for the dynamic
 * algorithms ("slowstart" in the configuration manual).
 */
export function slotsOf(servers: readonly ServerLine[]): ServerLine[] {
  const usable = servers.filter((server) => server.usable && server.conf.weight > 0);
  const divisor = usable.reduce((gcd, server) => greatestCommonDivisor(gcd, server.conf.weight), 0);
  const weights = usable.map((server) => server.conf.weight / divisor);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const waited = weights.map(() => 0);
  const slots: ServerLine[] = [];
  for (let slot = 0; slot < total; slot++) {
    let best = -1;
    let most = 0;
    for (let i = 0; i < usable.length; i++) {
      waited[i] = (waited[i] as number) + (weights[i] as number);
      const rounds = Math.floor(((waited[i] as number) + total) / total);
      if (best === -1 || rounds > most) {
        most = rounds;
        best = i;
      }
    }
    slots.push(usable[best] as ServerLine);
    waited[best] = (waited[best] as number) - total;
  }
  return slots;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** HAProxy's `static-rr`: walks the slots; weights can't change while it runs. */
export class StaticRoundRobin implements Balance {
  readonly roundRobinKind = true;
  private readonly servers: readonly ServerLine[];
  private slots: ServerLine[];
  private at = 0;

  constructor(servers: readonly ServerLine[]) {
    this.servers = servers;
    this.slots = slotsOf(servers);
  }

  changed(): void {
    this.slots = slotsOf(this.servers);
    this.at = 0;
  }

  loadChanged(): void {}

  pick(_client: number, avoid: ServerLine | undefined): ServerLine | undefined {
    let avoided: ServerLine | undefined;
    for (let tried = 0; tried < this.slots.length; tried++) {
      const server = this.slots[this.at] as ServerLine;
      this.at = (this.at + 1) % this.slots.length;
      if (server.full) continue;
      if (server !== avoid) return server;
      avoided = server;
    }
    return avoided;
  }
}
