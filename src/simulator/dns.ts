import type { DnsName, Id, Micros } from '../topology/types.ts';
import type { RandomStream } from './engine/random.ts';

/** What one client has in its cache for the site's name. */
interface Cached {
  readonly addresses: readonly Id[];
  readonly until: Micros;
}

/**
 * The site's name and every client's cache of it. Answers live for the TTL and no change reaches a client before;
 * a name that did not resolve is remembered for the negative TTL (RFC 2308). The first answer of a client comes from
 * a resolver that has had it for some time: only what is left of the TTL counts.
 */
export class Dns {
  failing = false;
  private addresses: readonly Id[];
  private readonly caches = new Map<number, Cached>();
  private readonly conf: DnsName;
  private readonly draws: RandomStream;

  constructor(conf: DnsName, draws: RandomStream) {
    this.conf = conf;
    this.addresses = conf.A;
    this.draws = draws;
  }

  get name(): string {
    return this.conf.name;
  }

  change(addresses: readonly Id[]): void {
    this.addresses = addresses;
  }

  /** What the client's cache says; undefined: it must ask. An empty list: the name does not resolve. */
  cached(client: number, now: Micros): readonly Id[] | undefined {
    const cached = this.caches.get(client);
    return cached !== undefined && cached.until > now ? cached.addresses : undefined;
  }

  /** The client asks. Resolvers hand out several addresses in changing order. */
  ask(client: number, now: Micros): readonly Id[] {
    const first = !this.caches.has(client);
    const addresses = this.failing ? [] : this.order();
    const ttl = this.failing ? this.conf.negativeTtl : this.conf.ttl;
    const left = first && !this.failing ? Math.ceil(this.draws.uniform() * ttl) : ttl;
    this.caches.set(client, { addresses, until: now + left });
    return addresses;
  }

  private order(): readonly Id[] {
    return this.addresses.length > 1 ? this.draws.shuffled(this.addresses) : this.addresses;
  }
}
