import type { Clock } from './engine/clock.ts';
import type { Reporter, SimulationEvent } from './event.ts';

/** What has happened in a run, oldest first. */
export class EventLog {
  readonly events: SimulationEvent[] = [];
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  readonly report: Reporter = (happening) => {
    this.events.push({ t: this.clock.now / 1_000_000, ...happening });
  };
}
