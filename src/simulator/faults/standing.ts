import { type Fault, placeOf } from './fault.ts';
import { FAULTS } from './table.ts';

/** Ends what a fault has set. */
export type Undo = () => void;

/** What a fault has set. */
export interface Effect {
  readonly undo: Undo;
  /** whether it still acts: something else than its undoing may have ended it */
  readonly acts: () => boolean;
}

/** The faults that act now, in the order in which they began, each with what ends it. */
export class StandingFaults {
  private standing: (Effect & { readonly fault: Fault })[] = [];

  get all(): readonly Fault[] {
    return this.standing.filter(({ acts }) => acts()).map(({ fault }) => fault);
  }

  begin(fault: Fault, effect: Effect): void {
    this.standing.push({ fault, ...effect });
  }

  /** What acts and would end with a fault: what it takes away. */
  endedBy(fault: Fault): readonly Fault[] {
    return this.all.filter((other) => isUndoneBy(other, fault));
  }

  /** Ends what a fault takes away, and what it takes the place of: the same verb at the same place. */
  endBefore(fault: Fault): void {
    const over = this.standing.filter(
      (other) =>
        isUndoneBy(other.fault, fault) || (samePlace(other.fault, fault) && sameVerb(other.fault, fault)),
    );
    this.standing = this.standing.filter((other) => !over.includes(other));
    for (const { undo } of over) undo();
  }
}

function isUndoneBy(fault: Fault, by: Fault): boolean {
  return samePlace(fault, by) && FAULTS[fault.verb].undoneBy === by.verb;
}

/** A port scan takes nothing from a flood, and a delay on the way there nothing from one on the way back. */
function sameVerb(a: Fault, b: Fault): boolean {
  if (a.verb !== b.verb) return false;
  return FAULTS[a.verb].oneWay === true
    ? a.targets.every((target, index) => b.targets[index] === target)
    : a.targets.every((target) => b.targets.includes(target));
}

/** Two ends are the same link from either side. */
function samePlace(a: Fault, b: Fault): boolean {
  const [here, there] = [placeOf(a), placeOf(b)];
  return here.length === there.length && here.every((target) => there.includes(target));
}
