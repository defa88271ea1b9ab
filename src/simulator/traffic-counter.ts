import type { Micros } from '../topology/types.ts';
import { Histogram } from './engine/histogram.ts';

/** What a server counts of itself, as stub_status or HAProxy's stats do: from its start, and from 0 after each start. */
export class TrafficCounter {
  requests = 0;
  errors = 0;
  /** since somebody last read it */
  readonly latency = new Histogram();

  count(status: number, took: Micros): void {
    this.requests++;
    if (status >= 500) this.errors++;
    this.latency.add(took);
  }

  restart(): void {
    this.requests = 0;
    this.errors = 0;
    this.latency.clear();
  }
}
