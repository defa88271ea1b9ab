/**
 * Which rows a database holds, by their number in the ledger, as ranges: rows come in ascending order and mostly
 * without gaps, so a day's writes are a handful of numbers.
 */
export class WriteLog {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** the highest row; 0 when empty */
  get last(): number {
    return this.ends[this.ends.length - 1] ?? 0;
  }

  /** Adds a row above all others. */
  add(row: number): void {
    const top = this.ends.length - 1;
    if (top >= 0 && this.ends[top] === row - 1) {
      this.ends[top] = row;
    } else {
      this.starts.push(row);
      this.ends.push(row);
    }
  }

  has(row: number): boolean {
    const range = this.rangeFrom(row);
    return range < this.ends.length && (this.starts[range] as number) <= row;
  }

  /** The lowest row above `row`; undefined when there is none. */
  after(row: number): number | undefined {
    const range = this.rangeFrom(row + 1);
    if (range === this.ends.length) return undefined;
    return Math.max(row + 1, this.starts[range] as number);
  }

  /** The highest row of the range that holds `row`, which must be there. */
  endOfRange(row: number): number {
    return this.ends[this.rangeFrom(row)] ?? row;
  }

  /** The first range that ends at `row` or above; most questions are about the newest rows. */
  private rangeFrom(row: number): number {
    const { ends } = this;
    let high = ends.length;
    if (high === 0 || (ends[high - 1] as number) < row) return high;
    let low = 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) >= row) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
