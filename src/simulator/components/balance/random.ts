import type { RandomStream } from '../../engine/random.ts';
import type { ServerLine } from '../server-line.ts';
import type { Balance } from './balance.ts';

/** points of a server on the ring for each unit of weight (HAProxy's BE_WEIGHT_SCALE) */
const POINTS = 16;
/** HAProxy 2.6 configuration manual, "random": two draws unless another number is given */
const DRAWS = 2;

interface Point {
  readonly key: number;
  readonly server: ServerLine;
}

/**
 * HAProxy's `random`: two draws on a hash ring, and the less busy of the two servers. The ring's arcs are not equal,
 * so neither are the shares: with two servers of one weight HAProxy 2.6 gives one about 42 %.
 */
export class RandomDraws implements Balance {
  readonly roundRobinKind = true;
  private readonly servers: readonly ServerLine[];
  private readonly draws: RandomStream;
  private ring: Point[] = [];

  constructor(servers: readonly ServerLine[], draws: RandomStream) {
    this.servers = servers;
    this.draws = draws;
    this.changed();
  }

  changed(): void {
    const points: Point[] = [];
    this.servers.forEach((server) => {
      const count = server.usable ? Math.round(server.effectiveWeight * POINTS) : 0;
      for (let n = 0; n < count; n++) points.push({ key: avalanche(server.number * 4096 + n), server });
    });
    this.ring = points.sort((a, b) => a.key - b.key);
  }

  loadChanged(): void {}

  pick(_client: number, avoid: ServerLine | undefined): ServerLine | undefined {
    let best: ServerLine | undefined;
    for (let draw = 0; draw < DRAWS; draw++) {
      const server = this.nearest(this.draws.next(), avoid);
      if (server === undefined) return undefined;
      if (
        best === undefined ||
        server.served * best.effectiveWeight <= best.served * server.effectiveWeight
      ) {
        best = server;
      }
    }
    return best?.full === true ? undefined : best;
  }

  private nearest(point: number, avoid: ServerLine | undefined): ServerLine | undefined {
    const { ring } = this;
    if (ring.length === 0) return undefined;
    let low = 0;
    let high = ring.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ring[middle] as Point).key >= point) high = middle;
      else low = middle + 1;
    }
    let at = low % ring.length;
    const behind = (at + ring.length - 1) % ring.length;
    const toNext = ((ring[at] as Point).key - point) >>> 0;
    const toLast = (point - (ring[behind] as Point).key) >>> 0;
    if (toLast <= toNext) at = behind;
    for (let step = 0; step < ring.length; step++) {
      const { server } = ring[(at + step) % ring.length] as Point;
      if (server !== avoid) return server;
    }
    return (ring[at] as Point).server;
  }
}

/** Bob Jenkins' full avalanche integer hash, times a large odd number, as HAProxy spreads its ring. */
function avalanche(n: number): number {
  let a = n | 0;
  a = (a + 0x7ed55d16 + (a << 12)) | 0;
  a = a ^ 0xc761c23c ^ (a >>> 19);
  a = (a + 0x165667b1 + (a << 5)) | 0;
  a = ((a + 0xd3a2646c) ^ (a << 9)) | 0;
  a = (a + 0xfd7046c5 + (a << 3)) | 0;
  a = a ^ 0xb55a4f09 ^ (a >>> 16);
  return Math.imul(a, 3221225473) >>> 0;
}
