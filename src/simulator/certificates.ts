import type { Certificate, Id, LoadBalancer, Micros, Tls, Topology } from '../topology/types.ts';
import type { Clock } from './engine/clock.ts';

/** Who speaks TLS with which certificate, and whether users still accept it. */
export class Certificates {
  private readonly certificates: ReadonlyMap<string, Certificate>;
  /** until when users accept each */
  private readonly ends = new Map<string, Micros>();
  private readonly balancers: readonly LoadBalancer[];
  private readonly clock: Clock;

  constructor(topology: Topology, clock: Clock) {
    this.clock = clock;
    this.certificates = new Map(topology.certificates.map((certificate) => [certificate.name, certificate]));
    this.setExpired(undefined, false);
    this.balancers = topology.components.flatMap((component) =>
      component.kind === 'load-balancer' && component.tls !== undefined ? [component] : [],
    );
  }

  /** The TLS settings of who listens at this component; undefined: it speaks plain HTTP to the users. */
  tlsAt(id: Id): Tls | undefined {
    for (const balancer of this.balancers) if (balancer.id === id) return balancer.tls;
    return undefined;
  }

  /** The TLS settings of a balancer that hands TLS on to this web server. */
  tlsBefore(id: Id): Tls | undefined {
    for (const { tls, servers } of this.balancers) {
      if (tls?.mode !== 'terminate' && servers.some((server) => server.id === id)) return tls;
    }
    return undefined;
  }

  keyOf(name: string): Certificate['key'] {
    return this.certificates.get(name)?.key ?? 'rsa2048';
  }

  /** Names of those that users don't accept now. */
  get expired(): readonly string[] {
    return [...this.certificates.keys()].filter((name) => this.isExpired(name));
  }

  isExpired(name: string): boolean {
    return this.clock.now >= (this.ends.get(name) ?? Number.POSITIVE_INFINITY);
  }

  /**
   * `cert-expire` and `renew`, of the certificate that is meant, or of all when none is given. A new certificate lives
   * as long as the first did.
   */
  setExpired(meant: string | undefined, expired: boolean): void {
    for (const { name, expires } of this.certificates.values()) {
      if (meant !== undefined && meant !== name) continue;
      this.ends.set(name, this.clock.now + (expired ? 0 : expires));
    }
  }
}
