import type { ServerLine } from '../server-line.ts';
import type { Balance } from './balance.ts';

/** HAProxy counts weights in sixteenths (BE_WEIGHT_SCALE): a server that warms up has few of them */
const SCALE = 16;

/** Where a server stands in the rotation. */
interface Place {
  readonly server: ServerLine;
  readonly index: number;
  weight: number;
  /** `init`: not yet placed in this turn; `current`: placed; `next`: waits for the next turn; `out`: not usable */
  tree: 'init' | 'current' | 'next' | 'out';
  position: number;
  rest: number;
}

/**
 * HAProxy's `roundrobin`: each server is put back `total weight / own weight` places further on, the heaviest first
 * among equals; what falls beyond the turn waits for the next one. That gives a a a b for 3:1 and a a a b a a c for
 * 5:1:1 (recorded from HAProxy 2.6; the scheme is described at the head of its src/lb_fwrr.c).
 */
export class RoundRobin implements Balance {
  readonly roundRobinKind = true;
  private readonly places: Place[];
  private currentWeight = 0;
  private currentPosition = 0;
  private nextWeight = 0;

  constructor(servers: readonly ServerLine[]) {
    this.places = servers.map((server, index) => ({
      server,
      index,
      weight: server.usable ? Math.round(server.effectiveWeight * SCALE) : 0,
      tree: server.usable ? 'init' : 'out',
      position: 0,
      rest: 0,
    }));
    for (const place of this.places) this.nextWeight += place.weight;
    this.currentWeight = this.nextWeight;
    this.currentPosition = this.nextWeight;
  }

  pick(_client: number, avoid: ServerLine | undefined): ServerLine | undefined {
    const aside: Place[] = [];
    const chosen = this.take(avoid, aside);
    for (let i = aside.length - 1; i >= 0; i--) this.putBack(aside[i] as Place);
    return chosen?.server;
  }

  loadChanged(): void {}

  changed(): void {
    for (const place of this.places) {
      const weight = place.server.usable ? Math.round(place.server.effectiveWeight * SCALE) : 0;
      if (weight === place.weight && weight > 0 === (place.tree !== 'out')) continue;
      this.nextWeight += weight - place.weight;
      const wasOut = place.tree === 'out';
      place.weight = weight;
      if (weight === 0) {
        place.tree = 'out';
      } else if (wasOut) {
        // it comes in where its turn would be in the rest of this round
        const left = this.nextWeight + this.currentWeight - this.currentPosition;
        place.position = this.currentPosition + Math.floor(left / weight);
        place.rest = 0;
        this.putBack(place);
      }
    }
  }

  private take(avoid: ServerLine | undefined, aside: Place[]): Place | undefined {
    let switched = false;
    let avoided: Place | undefined;
    for (;;) {
      if (this.currentWeight === 0) {
        this.currentWeight = this.nextWeight;
        this.currentPosition = this.nextWeight;
      }
      let place = this.first();
      if (place === undefined) {
        if (switched) return avoided;
        switched = true;
        this.nextTurn();
        place = this.first();
        if (place === undefined) return avoided;
      }
      this.moveOn(place);
      this.currentPosition++;
      if (!place.server.full) {
        if (place.server !== avoid || avoided !== undefined) {
          aside.push(place);
          return place;
        }
        avoided = place;
      }
      aside.push(place);
      place.tree = 'out';
    }
  }

  /** The next placed server whose position has come, or else the heaviest that has not been placed yet. */
  private first(): Place | undefined {
    let best: Place | undefined;
    let fresh: Place | undefined;
    for (const place of this.places) {
      if (place.tree === 'current') {
        if (best === undefined || before(place, best)) best = place;
      } else if (place.tree === 'init' && (fresh === undefined || place.weight > fresh.weight)) {
        fresh = place;
      }
    }
    if (best !== undefined && best.position <= this.currentPosition) return best;
    if (fresh === undefined) return best;
    fresh.position = 0;
    fresh.rest = 0;
    return fresh;
  }

  private moveOn(place: Place): void {
    if (place.position === 0) place.position = this.currentPosition;
    place.position += Math.floor(this.nextWeight / place.weight);
    place.rest += this.nextWeight % place.weight;
    if (place.rest >= place.weight) {
      place.rest -= place.weight;
      place.position++;
    }
  }

  private putBack(place: Place): void {
    if (place.weight === 0) {
      place.tree = 'out';
      return;
    }
    const turn = this.currentWeight;
    if (place.position >= 2 * turn || place.position >= turn + this.nextWeight) {
      place.position -= turn;
      place.tree = 'next';
    } else {
      place.tree = 'current';
    }
  }

  private nextTurn(): void {
    for (const place of this.places) if (place.tree === 'next') place.tree = 'init';
    this.currentWeight = this.nextWeight;
    this.currentPosition = this.nextWeight;
  }
}

/** Earlier position first, then the heavier, then the one that the file names first. */
function before(a: Place, b: Place): boolean {
  if (a.position !== b.position) return a.position < b.position;
  const keyA = a.rest - a.weight;
  const keyB = b.rest - b.weight;
  return keyA !== keyB ? keyA < keyB : a.index < b.index;
}
