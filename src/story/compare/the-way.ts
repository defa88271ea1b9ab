/**
 * The stages of a course as points in a space, and a way through it: from each stage one switch at a time, as long as a
 * switch lets fewer requests fail or wait in the same night.
 */
import { openRun, type ReadyRun } from '../../course/open-run.ts';
import type { OpenTopology } from '../../course/topologies.ts';
import { isDatabaseProxy } from '../../topology/database-proxy.ts';
import type { Kind, Micros, Switch, Topology } from '../../topology/types.ts';
import { ComparedRun, type Sum } from './side-by-side.ts';

const SECOND: Micros = 1_000_000;

/** How long the night is. */
export const NIGHT: Micros = 200 * SECOND;

/** A point on the way. */
export interface WayPoint {
  readonly topology: string;
  readonly title: string;
  /** the switches that are not as in the file */
  readonly set: readonly string[];
  /** what was changed to come here: a switch, or undefined where a stage begins */
  readonly change: string | undefined;
  readonly sum: Sum;
}

/** A night that is to be let go by before the walk can go on. */
export interface Night {
  /** to be advanced to `NIGHT` */
  readonly run: ComparedRun;
  readonly title: string;
  /** the switch that is tried; undefined: the stage as it stands */
  readonly change: string | undefined;
  /** the way so far */
  readonly points: readonly WayPoint[];
}

/** A walk: it hands out nights, and gives the whole way at its end. */
export type Walk = Generator<Night, readonly WayPoint[], void>;

/**
 * The same night for every site, whatever its parts are called: a web server dies, an application hangs, the host of the
 * primary loses its power, a balancer dies; each is repaired after 30 s. Whoever has no such part is spared it.
 */
export function nightOf({ components }: Topology): readonly string[] {
  const first = (kind: Kind) => components.find((component) => component.kind === kind);
  const primary = components.find((each) => each.kind === 'database' && each.role === 'primary');
  const web = first('web-server')?.id;
  const app = first('app-server')?.id;
  const balancer = components.find(
    (each) => each.kind === 'load-balancer' && !isDatabaseProxy(each, components),
  )?.id;
  return [
    ...(web === undefined ? [] : [`10s kill ${web}`, `40s start ${web}`]),
    ...(app === undefined ? [] : [`60s pause ${app}`, `90s resume ${app}`]),
    ...(primary === undefined ? [] : [`110s power-off ${primary.host}`, `140s power-on ${primary.host}`]),
    ...(balancer === undefined ? [] : [`160s kill ${balancer}`, `190s start ${balancer}`]),
  ];
}

interface Visited extends WayPoint {
  readonly site: Topology;
}

/**
 * Walks from stage to stage. Whoever walks lets each night go by before the next step.
 *
 * @param stages their topologies, in order
 */
export function* walk(stages: readonly string[], openTopology: OpenTopology, seed: number): Walk {
  const points: Visited[] = [];
  const visit: Visit = function* (topology, set, change) {
    const ready = runAt(topology, set, openTopology, seed);
    if (ready === undefined) return undefined;
    const run = new ComparedRun(ready);
    const { title } = ready.topology;
    yield { run, title, change, points: [...points] };
    return { topology, title, set, change, sum: run.sum, site: ready.topology };
  };
  for (const stage of stages) {
    let here = yield* visit(stage, [], undefined);
    if (here === undefined) continue;
    points.push(here);
    for (const choice of here.site.switches) {
      const better: Visited | undefined = yield* best(here, choice, visit);
      if (better === undefined) continue;
      points.push(better);
      here = better;
    }
  }
  return points;
}

type Visit = (
  topology: string,
  set: readonly string[],
  change: string | undefined,
) => Generator<Night, Visited | undefined, void>;

/** The position of a switch that is better than all others and than what is; undefined where none is. */
function* best(
  here: Visited,
  { name, positions, at }: Switch,
  visit: Visit,
): Generator<Night, Visited | undefined, void> {
  let found: Visited | undefined;
  for (const position of positions.filter((each) => each !== at)) {
    const change = `${name}=${position}`;
    const there = yield* visit(here.topology, [...here.set, change], change);
    if (there !== undefined && badOf(there) < badOf(found ?? here)) found = there;
  }
  return found !== undefined && badOf(found) < badOf(here) * (1 - WORTH) ? found : undefined;
}

/** A switch that spares less than this share is not worth a step. */
const WORTH = 0.01;

/** In a long night nearly every user is hurt once; the requests tell more. */
function badOf({ sum: { failed, slow } }: WayPoint): number {
  return failed + slow;
}

function runAt(
  topology: string,
  set: readonly string[],
  openTopology: OpenTopology,
  seed: number,
): ReadyRun | undefined {
  const read = openTopology(topology, set).topology;
  if (read === undefined) return undefined;
  const asked = { topology, set, rate: undefined, for: NIGHT, fault: nightOf(read), seed };
  const opened = openRun(asked, openTopology);
  return 'run' in opened ? opened.run : undefined;
}
