/**
 * The rows that a database holds, by their number in the ledger (MySQL: gtid_executed). Kept as ranges: rows come in
 * ascending order and mostly without gaps, so a day's writes are a handful of numbers.
 */
export class GtidSet {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private count = 0;

  /** how many rows it holds */
  get size(): number {
    return this.count;
  }

  /** the highest row; 0 when empty */
  get last(): number {
    return this.ends[this.ends.length - 1] ?? 0;
  }

  /** Adds a row; one that is there already changes nothing. */
  add(row: number): void {
    const { starts, ends } = this;
    const range = this.rangeFrom(row);
    if (range < ends.length && (starts[range] as number) <= row) return;
    this.count++;
    const joinsBefore = range > 0 && ends[range - 1] === row - 1;
    const joinsAfter = range < ends.length && starts[range] === row + 1;
    if (joinsBefore && joinsAfter) {
      ends[range - 1] = ends[range] as number;
      starts.splice(range, 1);
      ends.splice(range, 1);
    } else if (joinsBefore) ends[range - 1] = row;
    else if (joinsAfter) starts[range] = row;
    else {
      starts.splice(range, 0, row);
      ends.splice(range, 0, row);
    }
  }

  has(row: number): boolean {
    const range = this.rangeFrom(row);
    return range < this.ends.length && (this.starts[range] as number) <= row;
  }

  /** Its rows that `other` lacks, ascending (GTID_SUBTRACT). */
  minus(other: GtidSet): number[] {
    const rows: number[] = [];
    for (const [range, end] of this.ends.entries()) {
      let row = this.starts[range] as number;
      while (row <= end) {
        if (other.has(row)) row = other.endOfRange(row) + 1;
        else rows.push(row++);
      }
    }
    return rows;
  }

  /** `other` has all that it has (GTID_SUBSET). */
  isWithin(other: GtidSet): boolean {
    return this.ends.every((end, range) => {
      const start = this.starts[range] as number;
      return other.has(start) && other.endOfRange(start) >= end;
    });
  }

  /** The same rows, from now on apart. */
  copy(): GtidSet {
    const copy = new GtidSet();
    copy.starts.push(...this.starts);
    copy.ends.push(...this.ends);
    copy.count = this.count;
    return copy;
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
