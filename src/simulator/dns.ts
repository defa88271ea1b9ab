import type { DnsName, Id, Micros } from '../topology/types.ts';
import type { RandomStream } from './engine/random.ts';

/** What one client has in its cache for the name by which it knows the site. */
interface Cached {
  readonly addresses: readonly Id[];
  readonly until: Micros;
}

/** The site's names. Users are spread evenly over them: each knows the site by one. */
export class Zone {
  private readonly names: readonly Name[];

  /** `draws` gives each name its own random stream. */
  constructor(names: readonly DnsName[], draws: (name: string) => RandomStream) {
    this.names = names.map((conf) => new Name(conf, draws(conf.name)));
  }

  /** The name by which a client knows the site. */
  nameOf(client: number): Name {
    const name = this.names[client % this.names.length];
    if (name === undefined) throw new Error('a topology has at least one name');
    return name;
  }

  has(name: string): boolean {
    return this.names.some(({ conf }) => conf.name === name);
  }

  /** The name that is meant, or all of them when none is given. */
  meant(name: string | undefined): readonly Name[] {
    return this.names.filter(({ conf }) => name === undefined || conf.name === name);
  }
}

/**
 * One name and every client's cache of it. Answers live for the TTL and no change reaches a client before; a name
 * that did not resolve is remembered for the negative TTL (RFC 2308). The first answer of a client comes from a
 * resolver that has had it for some time: only what is left of the TTL counts.
 */
export class Name {
  failing = false;
  readonly conf: DnsName;
  private addresses: readonly Id[];
  private readonly caches = new Map<number, Cached>();
  private readonly draws: RandomStream;

  constructor(conf: DnsName, draws: RandomStream) {
    this.conf = conf;
    this.addresses = conf.A;
    this.draws = draws;
  }

  /** Where it leads whoever asks now. */
  get leadsTo(): readonly Id[] {
    return this.addresses;
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
