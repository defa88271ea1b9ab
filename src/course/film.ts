/** A diagram's run, happened: what its strokes are drawn from. */
import { beginRun } from '../simulator/run.ts';
import type { RequestTrace } from '../simulator/trace.ts';
import type { WorldView } from '../simulator/view.ts';
import type { Micros, Topology } from '../topology/types.ts';
import { openRun, type ReadyRun } from './open-run.ts';
import type { Growth } from './page-blocks.ts';
import type { OpenTopology } from './topologies.ts';

/** So many requests are simulated in a few hundredths of a second, while somebody turns the page. */
export const mostRequests = 2000;

type RunGrowth = Extract<Growth, { form: 'moments' | 'request' }>;

export type Film =
  /** the world at each stroke's moment */
  | { readonly form: 'moments'; readonly topology: Topology; readonly views: readonly WorldView[] }
  /** the request, and the moment of this look at it */
  | {
      readonly form: 'request';
      readonly topology: Topology;
      readonly trace: RequestTrace;
      readonly now: Micros;
    }
  /** `no-request`: there is none like that; `too-long`: more than `mostRequests`; `wrong`: the run can't begin */
  | { readonly form: 'none'; readonly why: 'no-request' | 'too-long' | 'wrong' };

const known = new WeakMap<RunGrowth, Film>();

/** Lets the run happen, once. */
export function filmOf(growth: RunGrowth, openTopology: OpenTopology): Film {
  const film = known.get(growth) ?? filmed(growth, openTopology);
  known.set(growth, film);
  return film;
}

function filmed(growth: RunGrowth, openTopology: OpenTopology): Film {
  const opened = openRun({ ...growth.run, seed: growth.seed }, openTopology);
  if ('problems' in opened) return { form: 'none', why: 'wrong' };
  const { run } = opened;
  if ((run.topology.traffic.rate * growth.run.for) / 1e6 > mostRequests) {
    return { form: 'none', why: 'too-long' };
  }
  return growth.form === 'request' ? followed(growth, run) : moments(growth, run);
}

function moments({ strokes }: Extract<Growth, { form: 'moments' }>, run: ReadyRun): Film {
  const simulation = beginRun(run.topology, run);
  const views = strokes.map(({ at }) => {
    simulation.advance(Math.max(at, simulation.now));
    return simulation.view();
  });
  return { form: 'moments', topology: run.topology, views };
}

function followed(growth: Extract<Growth, { form: 'request' }>, run: ReadyRun): Film {
  const simulation = beginRun(run.topology, run);
  const sampler = simulation.follow();
  const { request } = growth;
  if (typeof request === 'number') sampler.want(request);
  simulation.advance(growth.run.for);
  const trace =
    typeof request === 'number'
      ? sampler.wanted(request)
      : request === 'slowest'
        ? sampler.slowest
        : sampler.firstFailed;
  return trace === undefined
    ? { form: 'none', why: 'no-request' }
    : { form: 'request', topology: run.topology, trace, now: simulation.now };
}
