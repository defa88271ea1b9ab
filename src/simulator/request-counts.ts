import type { Micros } from '../topology/types.ts';
import type { FunctionName } from './function-name.ts';
import type { RequestWatcher } from './metrics.ts';
import type { Request } from './request.ts';

/** An answer that takes so long is late: ordinary ones take a fiftieth of it, and a user has thought of leaving. */
const LATE: Micros = 1_000_000;

interface Count {
  asked: number;
  ok: number;
  late: number;
  decided: number;
}

/** Reads and writes by the second in which they started: how many were asked, how many went well, and how many of these late. */
export class RequestCounts implements RequestWatcher {
  readonly #counts: Readonly<Record<FunctionName, Count[]>> = { reads: [], writes: [] };

  readonly #now: () => Micros;

  constructor(now: () => Micros) {
    this.#now = now;
  }

  started(request: Request): void {
    this.#of(request).asked++;
  }

  decided(request: Request, ok: boolean): void {
    const count = this.#of(request);
    count.decided++;
    if (!ok) return;
    count.ok++;
    if (this.#now() - request.start >= LATE) count.late++;
  }

  asked(name: FunctionName, second: number): number {
    return this.#counts[name][second]?.asked ?? 0;
  }

  ok(name: FunctionName, second: number): number {
    return this.#counts[name][second]?.ok ?? 0;
  }

  /** Of those that went well, the ones that took a second and more. */
  late(name: FunctionName, second: number): number {
    return this.#counts[name][second]?.late ?? 0;
  }

  /** Requests that started before this second and are still waiting. */
  undecidedBefore(end: number): number {
    const waiting = (counts: readonly Count[]) =>
      counts.slice(0, end).reduce((sum, { asked, decided }) => sum + asked - decided, 0);
    return waiting(this.#counts.reads) + waiting(this.#counts.writes);
  }

  #of(request: Request): Count {
    const counts = this.#counts[request.write ? 'writes' : 'reads'];
    const second = Math.floor(request.start / 1_000_000);
    while (counts.length <= second) counts.push({ asked: 0, ok: 0, late: 0, decided: 0 });
    // just made long enough
    return counts[second] as Count;
  }
}
