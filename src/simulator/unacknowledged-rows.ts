/** rows in a block */
const BLOCK = 4096;

interface Block {
  readonly bits: Uint8Array;
  /** how many of them are set */
  count: number;
}

/**
 * Rows that were committed and not acknowledged, by their number. Nearly all leave soon after they came, and what never
 * leaves lies among what does: a bit a row, in blocks that go when they are empty.
 */
export class UnacknowledgedRows {
  private readonly blocks = new Map<number, Block>();

  /** Adds a row that is not there. */
  add(row: number): void {
    const place = Math.floor(row / BLOCK);
    let block = this.blocks.get(place);
    if (block === undefined) {
      block = { bits: new Uint8Array(BLOCK / 8), count: 0 };
      this.blocks.set(place, block);
    }
    const byte = (row % BLOCK) >> 3;
    block.bits[byte] = (block.bits[byte] as number) | (1 << (row & 7));
    block.count++;
  }

  has(row: number): boolean {
    const byte = this.blocks.get(Math.floor(row / BLOCK))?.bits[(row % BLOCK) >> 3] ?? 0;
    return (byte & (1 << (row & 7))) !== 0;
  }

  /** Takes a row out; false when it was not there. */
  delete(row: number): boolean {
    const place = Math.floor(row / BLOCK);
    const block = this.blocks.get(place);
    if (block === undefined || !this.has(row)) return false;
    const byte = (row % BLOCK) >> 3;
    block.bits[byte] = (block.bits[byte] as number) & ~(1 << (row & 7));
    if (--block.count === 0) this.blocks.delete(place);
    return true;
  }
}
