import { log } from './elementary.ts';

/** A stream of random numbers for one purpose: the same seed and purpose give the same numbers everywhere. */
export class RandomStream {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** sfc32 (Doty-Humphrey, PractRand), seeded by a hash of both words */
  constructor(seed: number, purpose: string) {
    this.a = seed >>> 0;
    this.b = Math.floor(seed / 4294967296) >>> 0;
    this.c = hash(purpose);
    this.d = 1;
    for (let i = 0; i < 16; i++) this.next();
  }

  /** an integer in 0..2^32-1 */
  next(): number {
    const sum = (this.a + this.b + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** strictly between 0 and 1 */
  uniform(): number {
    return (this.next() + 0.5) / 4294967296;
  }

  /** an integer in 0..n-1 */
  below(n: number): number {
    return Math.floor(this.uniform() * n);
  }

  /** true with probability p */
  chance(p: number): boolean {
    return p > 0 && this.uniform() < p;
  }

  exponential(mean: number): number {
    return -mean * log(this.uniform());
  }

  /** standard normal, by Marsaglia's polar method: no sine or cosine, whose last bit may differ */
  normal(): number {
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const s = x * x + y * y;
      if (s > 0 && s < 1) return x * Math.sqrt((-2 * log(s)) / s);
    }
  }

  /** a shuffled copy */
  shuffled<T>(items: readonly T[]): T[] {
    const copy = items.slice();
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const other = copy[j] as T;
      copy[j] = copy[i] as T;
      copy[i] = other;
    }
    return copy;
  }
}

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  return value >>> 0;
}
