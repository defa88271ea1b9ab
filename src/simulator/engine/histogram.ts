/**
 * Counts of latencies in microseconds, in buckets that are at most 1/64 of their value wide. Two can be added
 * without loss, so percentiles over several seconds or servers are percentiles of all their requests.
 */
const SUB = 64;
const BUCKETS = SUB * 40;

export class Histogram {
  count = 0;
  sum = 0;
  max = 0;
  private readonly buckets = new Uint32Array(BUCKETS);

  /** Adds one value, an integer >= 0. */
  add(value: number): void {
    this.count++;
    this.sum += value;
    if (value > this.max) this.max = value;
    const place = bucketOf(value);
    this.buckets[place] = (this.buckets[place] as number) + 1;
  }

  addAll(other: Histogram): void {
    this.count += other.count;
    this.sum += other.sum;
    if (other.max > this.max) this.max = other.max;
    for (let i = 0; i < BUCKETS; i++) {
      this.buckets[i] = (this.buckets[i] as number) + (other.buckets[i] as number);
    }
  }

  clear(): void {
    this.count = 0;
    this.sum = 0;
    this.max = 0;
    this.buckets.fill(0);
  }

  /** Mean of the values; undefined when there are none. */
  get mean(): number | undefined {
    return this.count === 0 ? undefined : this.sum / this.count;
  }

  /** The value that the share `q` (0..1) of all values does not exceed: the middle of its bucket, never above max. */
  quantile(q: number): number | undefined {
    if (this.count === 0) return undefined;
    let left = Math.max(1, Math.ceil(q * this.count));
    for (let i = 0; i < BUCKETS; i++) {
      left -= this.buckets[i] as number;
      if (left <= 0) return Math.min(middleOf(i), this.max);
    }
    return this.max;
  }
}

/** Values under 2*SUB have a bucket each; above, each doubling has SUB buckets. */
function bucketOf(value: number): number {
  if (value < 2 * SUB) return value;
  const doublings = 31 - Math.clz32(Math.min(Math.floor(value / SUB), 0x7fffffff));
  const width = widthOf(doublings);
  return Math.min(BUCKETS - 1, (doublings + 1) * SUB + Math.floor(value / width) - SUB);
}

function middleOf(bucket: number): number {
  if (bucket < 2 * SUB) return bucket;
  const doublings = Math.floor(bucket / SUB) - 1;
  const width = widthOf(doublings);
  return ((bucket % SUB) + SUB) * width + Math.floor(width / 2);
}

/** 2^n without `**`, whose result may differ between versions of V8 */
function widthOf(doublings: number): number {
  return doublings < 31 ? 1 << doublings : 2147483648 * (1 << (doublings - 31));
}
