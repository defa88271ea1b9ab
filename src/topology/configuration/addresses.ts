import type { Id, Topology } from '../types.ts';

/**
 * The addresses that configuration files write. A topology has names only: hosts get 10.0.0.1 and on in the order of
 * the file, which is also how keepalived breaks ties here, and virtual IPs 10.0.0.101 and on.
 */
export class Addresses {
  private readonly known = new Map<Id, string>();

  constructor({ hosts, components }: Topology) {
    for (const [index, { id, runs }] of hosts.entries()) {
      const address = `10.0.${index >> 8}.${(index & 255) + 1}`;
      this.known.set(id, address);
      for (const component of runs) if (!this.known.has(component)) this.known.set(component, address);
    }
    const vips = new Set(components.flatMap((each) => (each.kind === 'keepalived' ? [each.vip] : [])));
    for (const [index, vip] of [...vips].entries()) this.known.set(vip, `10.0.0.${101 + index}`);
  }

  /** Of a host, a component (its first host's), or a virtual IP. */
  of(id: Id): string {
    return this.known.get(id) ?? id;
  }
}
