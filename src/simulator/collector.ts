import type { HostRuntime } from './host.ts';
import { Process, type ProcessWorld } from './process.ts';

/** The collector on a host: an agent of the monitoring service. While it is dead, the service is blind there. */
export class CollectorProcess extends Process {
  constructor(world: ProcessWorld, host: HostRuntime) {
    super(world, `collector@${host.id}`, 'collector', host);
  }

  override get listening(): boolean {
    return false;
  }

  override onStart(): void {
    // the monitor asks it at its own pace
  }

  protected override onData(): void {
    // nobody connects to it
  }

  protected override onHangup(): void {
    // nobody connects to it
  }

  protected override happen(): void {
    // it has no events of its own
  }

  protected override onDeath(): void {
    // what it knew was sent already
  }

  override busyTime(): number {
    return 0;
  }
}
