import type { Id } from '../types.ts';
import type { WayFinder } from './drawing.ts';
import type { Model } from './model.ts';
import type { Branch, Cell, Pen } from './pen.ts';
import type { Relation } from './relations.ts';
import type { Still } from './still.ts';

export type { Cell };

/** The line of one relation, cell by cell from its sender to its arrowhead. */
export interface Way {
  readonly relation: Relation;
  readonly cells: readonly Cell[];
}

/** The lines of a still drawing, taken apart by who sends to whom. Cells are those of the canvas. */
export class Ways implements WayFinder {
  readonly all: readonly Way[];
  readonly #ties: Still['ties'];
  readonly #homeOf: (id: Id) => Id | undefined;
  readonly #still: Still;
  readonly #found = new Map<string, readonly Cell[]>();

  constructor(model: Model, still: Still) {
    const {
      layout: { pen },
      ties,
      margin,
    } = still;
    this.#still = still;
    const shifted = ({ x, y }: Cell): Cell => ({ x: x + margin, y });
    this.all = relationsOf(pen).map((relation) => ({ relation, cells: wayOf(pen, relation).map(shifted) }));
    this.#ties = ties;
    this.#homeOf = (id) => model.tiers.placeOf.get(id)?.id;
  }

  /**
   * The way from one component, or the users, to another: one line, or two where a virtual IP stands between. Empty
   * where nothing is drawn, as between two processes of one host.
   */
  between(from: Id, to: Id): readonly Cell[] {
    const key = `${from} ${to}`;
    const found = this.#found.get(key) ?? this.#direct(from, to) ?? this.#through(from, to) ?? [];
    this.#found.set(key, found);
    return found;
  }

  towards(id: Id): readonly Cell[] {
    const { layout, canvas, margin } = this.#still;
    const host = layout.nodes.find(({ node }) => node.place.id === this.#homeOf(id));
    if (host === undefined) return [];
    const free = (y: number): Cell[] => {
      const cells: Cell[] = [];
      for (let x = host.x + margin - 1; cells.length < LONGEST_APPROACH && canvas.at(x, y) === ' '; x--) {
        cells.unshift({ x, y });
      }
      return cells;
    };
    const rows = Array.from({ length: host.node.height - 2 }, (_, row) => free(host.y + 1 + row));
    return rows.reduce((longest, cells) => (cells.length > longest.length ? cells : longest), []);
  }

  #direct(from: Id, to: Id): readonly Cell[] | undefined {
    return this.all.find(({ relation }) => relation.from === from && relation.to === to)?.cells;
  }

  /** By way of a virtual IP. */
  #through(from: Id, to: Id): readonly Cell[] | undefined {
    for (const { relation, cells } of this.all) {
      if (relation.from !== from) continue;
      const tie = this.#ties.find(({ vip, host }) => vip === relation.to && host === this.#homeOf(to));
      const rest = tie?.cells ?? this.#direct(relation.to, to);
      if (rest !== undefined) return [...cells, ...rest];
    }
    return undefined;
  }
}

/** So much of what comes from nowhere is seen. */
const LONGEST_APPROACH = 8;

const known = new WeakMap<Still, Ways>();

/** The ways of a still drawing, found once. */
export function waysOf(model: Model, still: Still): Ways {
  const ways = known.get(still) ?? new Ways(model, still);
  known.set(still, ways);
  return ways;
}

function relationsOf({ heads }: Pen): Relation[] {
  return [...new Set(heads.flatMap(({ relations }) => relations))];
}

/** From the arrowhead back to where the line begins, by as few cells as there are: a line has no detours. */
function wayOf(pen: Pen, relation: Relation): readonly Cell[] {
  const own = (branches: readonly Branch[]) =>
    branches.flatMap(({ relations, cells }) => (relations.includes(relation) ? cells : []));
  const [head] = own(pen.heads);
  const [start] = own(pen.starts);
  if (head === undefined || start === undefined) return [];
  const cells = new Map(own(pen.branches).map((cell) => [keyOf(cell), cell]));
  const after = new Map<string, Cell | undefined>([[keyOf(head), undefined]]);
  const open = [head];
  for (const cell of open) {
    for (const next of neighbours(cell)) {
      const known = cells.get(keyOf(next));
      if (known === undefined || after.has(keyOf(known))) continue;
      after.set(keyOf(known), cell);
      open.push(known);
    }
  }
  const way: Cell[] = [];
  for (let at: Cell | undefined = start; at !== undefined; at = after.get(keyOf(at))) way.push(at);
  return way;
}

function keyOf({ x, y }: Cell): string {
  return `${x} ${y}`;
}

function neighbours({ x, y }: Cell): Cell[] {
  return [
    { x: x + 1, y },
    { x: x - 1, y },
    { x, y: y + 1 },
    { x, y: y - 1 },
  ];
}
