// The same M/M/1 through the engine's public interface: a clock, actors, events.

const ARRIVAL = 0;
const DEPARTURE = 1;

class Queue {
  arrived = 0;
  served = 0;
  sum = 0;

  constructor(clock, stream, customers, meanGap, meanService) {
    this.clock = clock;
    this.stream = stream;
    this.customers = customers;
    this.meanGap = meanGap;
    this.meanService = meanService;
    this.arrivals = new Float64Array(customers);
    clock.after(stream.exponential(meanGap), this, ARRIVAL, undefined);
  }

  on(kind) {
    const { clock, stream } = this;
    if (kind === ARRIVAL) {
      this.arrivals[this.arrived++] = clock.now;
      if (this.arrived < this.customers)
        clock.after(stream.exponential(this.meanGap), this, ARRIVAL, undefined);
      if (this.arrived - this.served === 1) this.serve();
    } else {
      this.sum += clock.now - this.arrivals[this.served++];
      if (this.arrived > this.served) this.serve();
    }
  }

  serve() {
    this.clock.after(this.stream.exponential(this.meanService), this, DEPARTURE, undefined);
  }
}

/** Mean time in the system of `customers`, in the unit of the means. */
export function mm1Engine(Clock, stream, customers, meanGap, meanService) {
  const clock = new Clock();
  const queue = new Queue(clock, stream, customers, meanGap, meanService);
  clock.runTo(Number.MAX_SAFE_INTEGER);
  return queue.sum / customers;
}
