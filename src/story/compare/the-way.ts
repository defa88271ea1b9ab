/**
 * The stages of a course as points in a space, and a way through it: from each stage one switch at a time, as long as a
 * switch lets fewer requests fail or wait in the same night.
 */
import { openRun, type ReadyRun } from '../../course/open-run.ts';
import type { OpenTopology } from '../../course/topologies.ts';
import type { Kind, Micros, Topology } from '../../topology/types.ts';
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

/** Lets the run of a point go to the end of the night; false: it did not get there. */
export type WalkNight = (run: ComparedRun) => Promise<boolean>;

/**
 * The same night for every site, whatever its parts are called: a web server dies, an application hangs, the host of the
 * primary loses its power, a balancer dies; each is repaired after 30 s. Whoever has no such part is spared it.
 */
export function nightOf({ components }: Topology): readonly string[] {
  const first = (kind: Kind) => components.find((component) => component.kind === kind);
  const primary = components.find((each) => each.kind === 'database' && each.role === 'primary');
  const web = first('web-server')?.id;
  const app = first('app-server')?.id;
  const balancer = first('load-balancer')?.id;
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
 * Walks from stage to stage; undefined when a night did not come to its end.
 *
 * @param stages their topologies, in order
 */
export async function walk(
  stages: readonly string[],
  openTopology: OpenTopology,
  seed: number,
  night: WalkNight,
): Promise<readonly WayPoint[] | undefined> {
  const visit = async (topology: string, set: readonly string[], change: string | undefined) => {
    const run = runAt(topology, set, openTopology, seed);
    if (run === undefined) return undefined;
    const compared = new ComparedRun(run);
    if (!(await night(compared))) throw new Unfinished();
    return { topology, title: run.topology.title, set, change, sum: compared.sum, site: run.topology };
  };
  const points: Visited[] = [];
  try {
    for (const stage of stages) {
      const first = await visit(stage, [], undefined);
      if (first !== undefined) points.push(first, ...(await better(first, visit)));
    }
  } catch (error) {
    if (error instanceof Unfinished) return undefined;
    throw error;
  }
  return points;
}

/** In a long night nearly every user is hurt once; the requests tell more. */
function badOf({ sum: { failed, slow } }: WayPoint): number {
  return failed + slow;
}

class Unfinished extends Error {}

type Visit = (topology: string, set: readonly string[], change: string) => Promise<Visited | undefined>;

/** From a stage one switch after the other: the best position, where one is better than what was before. */
async function better(first: Visited, visit: Visit): Promise<readonly Visited[]> {
  const points: Visited[] = [];
  let here = first;
  for (const { name, positions, at } of first.site.switches) {
    let best = here;
    for (const position of positions.filter((each) => each !== at)) {
      const change = `${name}=${position}`;
      const there = await visit(here.topology, [...here.set, change], change);
      if (there !== undefined && badOf(there) < badOf(best)) best = there;
    }
    if (best !== here) points.push(best);
    here = best;
  }
  return points;
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
