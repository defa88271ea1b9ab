import type { BalancedServer } from '../../topology/types.ts';
import type { Process } from '../process.ts';

/** A `server` line of a load balancer: what the balancer knows and believes of one server. */
export class ServerLine {
  /** what the balancer believes: never the truth, only what its checks and connections told it */
  believedUp = true;
  draining = false;
  /** HAProxy's MAINT: no requests, and no checks */
  inMaintenance: boolean;
  /** requests given to it and not finished */
  served = 0;
  /** 0..1 of its weight and maxconn while it warms up (slowstart) */
  warmth = 1;

  /** of its line, until `set weight` changes it */
  weight: number;

  readonly conf: BalancedServer;
  readonly process: Process;
  /** from 1, in the order of the file */
  readonly number: number;

  constructor(conf: BalancedServer, process: Process, number: number) {
    this.conf = conf;
    this.weight = conf.weight;
    this.inMaintenance = conf.disabled;
    this.process = process;
    this.number = number;
  }

  /** It may be given new requests. */
  get usable(): boolean {
    return this.believedUp && !this.draining && !this.inMaintenance && this.weight > 0;
  }

  get effectiveWeight(): number {
    if (this.warmth >= 1) return this.weight;
    // HAProxy keeps weights in sixteenths while a server warms up
    return Math.max(1, Math.ceil(this.weight * 16 * this.warmth)) / 16;
  }

  /** It has as many requests as `maxconn` allows. */
  get full(): boolean {
    const { maxconn } = this.conf;
    if (maxconn === undefined) return false;
    return this.served >= Math.max(1, Math.ceil(maxconn * this.warmth));
  }
}
