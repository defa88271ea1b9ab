import type { Id, Micros } from '../topology/types.ts';
import type { Clock } from './engine/clock.ts';
import type { Actor } from './engine/event-queue.ts';
import type { HostRuntime } from './host.ts';
import type { Process } from './process.ts';

/** recorded: a neighbour that had missed the gratuitous ARP asked again after 24.8 s */
const ARP_AGES: Micros = 24_800_000;

/**
 * What the network in front of the hosts believes about virtual IPs: packets go to the host whose gratuitous ARP was
 * heard last, whether or not it still holds the address.
 */
export class VirtualIps implements Actor<string> {
  private readonly believed = new Map<string, HostRuntime>();
  private readonly clock: Clock;
  private readonly hosts: readonly HostRuntime[];
  private readonly listener: (host: Id) => Process | undefined;
  /** an announcement from this host reaches the users' side */
  private readonly heardFrom: (host: Id) => boolean;

  constructor(
    clock: Clock,
    hosts: readonly HostRuntime[],
    listener: (host: Id) => Process | undefined,
    heardFrom: (host: Id) => boolean,
  ) {
    this.clock = clock;
    this.hosts = hosts;
    this.listener = listener;
    this.heardFrom = heardFrom;
  }

  begin(vip: string, host: HostRuntime): void {
    this.believed.set(vip, host);
  }

  /** A gratuitous ARP. */
  announce(vip: string, host: HostRuntime): void {
    if (host.on && this.heardFrom(host.id)) this.believed.set(vip, host);
  }

  /** The address was taken off a host; whoever still believes in it asks again when the entry has aged. */
  dropped(vip: string, host: HostRuntime): void {
    if (this.believed.get(vip) === host) this.clock.after(ARP_AGES, this, 0, vip);
  }

  on(_kind: number, vip: string): void {
    if (this.holder(vip) !== undefined) return;
    const host = this.hosts.find(
      (candidate) => candidate.on && candidate.vips.has(vip) && this.heardFrom(candidate.id),
    );
    if (host !== undefined) this.believed.set(vip, host);
    else if (this.believed.has(vip)) this.clock.after(ARP_AGES, this, 0, vip);
  }

  /** Where packets for each go, and whether that host takes them. */
  view(): { vip: string; leadsTo: Id; isHeld: boolean }[] {
    return [...this.believed].map(([vip, host]) => {
      return { vip, leadsTo: host.id, isHeld: host.on && host.vips.has(vip) };
    });
  }

  /** The load balancer that a packet for the VIP reaches; undefined: nobody answers. */
  holder(vip: string): Process | undefined {
    const host = this.believed.get(vip);
    if (host === undefined || !host.on || !host.vips.has(vip)) return undefined;
    return this.listener(host.id);
  }
}
