import type { Keepalived, Micros } from '../../topology/types.ts';
import type { Clock } from '../engine/clock.ts';
import type { Listener } from '../exchange.ts';
import { invariant } from '../invariant.ts';
import type { Routes } from '../routes.ts';

const BOTH_MASTER = 'is no master beside another one that it hears and that hears it';

/** keepalived as far as it takes part in an election. */
export interface VrrpInstance extends Listener {
  readonly vrrp: 'MASTER' | 'BACKUP' | 'FAULT';
  readonly running: boolean;
  readonly conf: Pick<Keepalived, 'vip' | 'advertInt'>;
}

/**
 * Holds what VRRP is for: two masters of one virtual IP who hear each other don't both stay. Looked at with each
 * advert of a master, since by then the other must have heard one and the outranked of the two given way.
 */
export class OneMaster {
  /** the other masters that this one exchanges adverts with, and since when */
  private readonly rivals = new Map<VrrpInstance, Micros>();
  private looked: Micros = 0;
  private readonly clock: Clock;
  private readonly routes: Routes;
  private readonly own: VrrpInstance;

  constructor(clock: Clock, routes: Routes, own: VrrpInstance) {
    this.clock = clock;
    this.routes = routes;
    this.own = own;
  }

  /** No peer has been master beside this one for longer than adverts need to settle it. */
  check(peers: readonly VrrpInstance[]): void {
    const { now } = this.clock;
    // it was no master, or hung: what it knew of others is old
    if (now - this.looked > 2 * this.own.conf.advertInt) this.rivals.clear();
    this.looked = now;
    for (const peer of peers) {
      const settling = this.settling(peer);
      const since = this.rivals.get(peer) ?? now;
      if (settling === undefined) this.rivals.delete(peer);
      else this.rivals.set(peer, since);
      invariant(settling === undefined || now - since <= settling, BOTH_MASTER, this.own.id);
    }
  }

  /** How long both may be master from now on; undefined when they aren't, or one can't hear the other. */
  private settling(peer: VrrpInstance): Micros | undefined {
    const { own, routes } = this;
    if (peer.vrrp !== 'MASTER' || !peer.running) return undefined;
    const there = routes.certainAdvertDelay(own, peer);
    const back = routes.certainAdvertDelay(peer, own);
    if (there === undefined || back === undefined) return undefined;
    return 3 * Math.max(own.conf.advertInt, peer.conf.advertInt) + there + back;
  }
}
