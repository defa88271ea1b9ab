import type { LoadBalancer } from '../../../topology/types.ts';
import type { RandomStream } from '../../engine/random.ts';
import type { ServerLine } from '../server-line.ts';
import type { Balance } from './balance.ts';
import { LeastConn } from './leastconn.ts';
import { RandomDraws } from './random.ts';
import { RoundRobin } from './roundrobin.ts';
import { Source } from './source.ts';
import { StaticRoundRobin } from './static-rr.ts';

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
