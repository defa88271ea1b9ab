import type { LoadBalancer } from '../../../topology/types.ts';
import type { RandomStream } from '../../engine/random.ts';
import type { ServerLine } from '../server-line.ts';
import { LeastConn } from './leastconn.ts';
import { RandomDraws } from './random.ts';
import { RoundRobin } from './roundrobin.ts';
import { Source } from './source.ts';
import { StaticRoundRobin } from './static-rr.ts';

/** A `balance` algorithm of HAProxy. */
export interface Balance {
  /**
   * The server for the next request, never one that is full. `avoid` is the server that has just failed it: it is
   * taken only when there is no other.
   */
  pick(client: number, avoid: ServerLine | undefined): ServerLine | undefined;
  /** the set of usable servers, or a weight, has changed */
  changed(): void;
  /** `served` of a server has changed */
  loadChanged(server: ServerLine): void;
  /** HAProxy calls these round robin in kind: a failed connection is redispatched at once (2.6, backend.c) */
  readonly roundRobinKind: boolean;
}

/** The algorithm that `balance` names, over these servers (all active, or all backup). */
export function balanceOf(
  name: LoadBalancer['balance'],
  servers: readonly ServerLine[],
  draws: RandomStream,
): Balance {
  switch (name) {
    case 'roundrobin':
      return new RoundRobin(servers);
    case 'static-rr':
      return new StaticRoundRobin(servers);
    case 'leastconn':
      return new LeastConn(servers);
    case 'source':
      return new Source(servers);
    case 'random':
      return new RandomDraws(servers, draws);
  }
}
