import type { Certificate, Id, LoadBalancer, Micros, Tls, Topology } from '../topology/types.ts';
import type { Clock } from './engine/clock.ts';

/** Who speaks TLS with which certificate, and whether users still accept it. */
export class Certificates {
  private readonly expired = new Set<string>();
  private readonly certificates: ReadonlyMap<string, Certificate>;
  private readonly balancers: readonly LoadBalancer[];
  private readonly clock: Clock;

  constructor(topology: Topology, clock: Clock) {
    this.clock = clock;
    this.certificates = new Map(topology.certificates.map((certificate) => [certificate.name, certificate]));
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

  isExpired(name: string): boolean {
    const end: Micros = this.certificates.get(name)?.expires ?? Number.POSITIVE_INFINITY;
    return this.expired.has(name) || this.clock.now >= end;
  }

  /** `cert-expire` and `renew` */
  setExpired(name: string, expired: boolean): void {
    if (expired) this.expired.add(name);
    else this.expired.delete(name);
  }
}
