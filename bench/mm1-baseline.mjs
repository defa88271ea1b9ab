// M/M/1 as one would write it by hand: two events a customer, a binary heap on typed arrays.

/** Binary heap of times, with a kind for each. */
class Heap {
  constructor(room) {
    this.times = new Float64Array(room);
    this.kinds = new Uint8Array(room);
    this.length = 0;
  }

  push(time, kind) {
    const { times, kinds } = this;
    let at = this.length++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (times[parent] <= time) break;
      times[at] = times[parent];
      kinds[at] = kinds[parent];
      at = parent;
    }
    times[at] = time;
    kinds[at] = kind;
  }

  /** Takes the first one out: its time stays in `time`, its kind is returned. */
  pop() {
    const { times, kinds } = this;
    this.time = times[0];
    const first = kinds[0];
    const length = --this.length;
    const time = times[length];
    const kind = kinds[length];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && times[child + 1] < times[child]) child++;
      if (times[child] >= time) break;
      times[at] = times[child];
      kinds[at] = kinds[child];
      at = child;
    }
    times[at] = time;
    kinds[at] = kind;
    return first;
  }
}

const ARRIVAL = 0;
const DEPARTURE = 1;

/** Mean time in the system of `customers`, in the unit of the means. */
export function mm1Baseline(stream, customers, meanGap, meanService) {
  const heap = new Heap(16);
  const arrivals = new Float64Array(customers);
  let arrived = 0;
  let served = 0;
  let sum = 0;
  heap.push(stream.exponential(meanGap), ARRIVAL);
  while (served < customers) {
    const kind = heap.pop();
    const now = heap.time;
    if (kind === ARRIVAL) {
      arrivals[arrived++] = now;
      if (arrived < customers) heap.push(now + stream.exponential(meanGap), ARRIVAL);
      if (arrived - served === 1) heap.push(now + stream.exponential(meanService), DEPARTURE);
    } else {
      sum += now - arrivals[served++];
      if (arrived > served) heap.push(now + stream.exponential(meanService), DEPARTURE);
    }
  }
  return sum / customers;
}
