import type { Host } from '../topology/types.ts';
import type { Clock } from './engine/clock.ts';
import { SharedProcessor } from './engine/shared-processor.ts';

/** A host at run time: its CPUs, and whether it has power. */
export class HostRuntime {
  on = true;
  /** VIPs that stand on its network interface: the kernel answers for them whatever becomes of keepalived */
  readonly vips = new Set<string>();
  readonly conf: Host;
  /** its primary IP address as a number: hosts have theirs in the order of the file */
  readonly address: number;
  readonly processor: SharedProcessor;

  constructor(clock: Clock, conf: Host, address: number) {
    this.conf = conf;
    this.address = address;
    this.processor = new SharedProcessor(clock, conf.cpus);
  }

  get id(): string {
    return this.conf.id;
  }
}
