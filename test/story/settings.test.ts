import { expect, test } from 'vitest';
import { beginRun } from '../../src/simulator/run.ts';
import type { Simulation } from '../../src/simulator/simulation.ts';
import type { RequestTrace } from '../../src/simulator/trace.ts';
import { followed } from '../../src/story/request/followed.ts';
import { whyOf } from '../../src/story/why/why.ts';
import { readTopology } from '../../src/topology/read.ts';
import { topologies } from '../ui/simulator/bench.ts';
import { told } from './tell.ts';

/** Runs in which one setting or another rules. */
const RUNS = [
  ['distributed', ['5s kill web-2'], []],
  ['distributed', ['5s kill web-2'], ['redispatch=on']],
  ['distributed', ['5s pause app-2'], []],
  ['distributed', ['5s kill app-2'], []],
  ['distributed', ['5s kill db-2'], []],
  ['distributed', ['5s partition server-1 server-2'], []],
  ['distributed', ['5s spike traffic 8'], []],
  ['scaled-up', ['5s power-off lb-host-1'], []],
  ['scaled-up', ['5s partition lb-host-1 lb-host-2'], []],
  ['scaled-up', ['5s pause db-2'], ['replication=semi-sync']],
  ['scaled-up', ['5s kill app-1'], []],
] as const;

/** The slowest and the first that failed, in the same run again. */
function traced({ topology, seed, script, now }: Simulation): readonly RequestTrace[] {
  const again = beginRun(topology, { seed, faults: script });
  const sampler = again.follow();
  again.advance(now);
  return [sampler.slowest, sampler.firstFailed, sampler.lastFailed].flatMap((trace) => trace ?? []);
}

test.each(RUNS)(
  'each setting that rules in %s, %j, is one that --set takes, with the value that it has',
  (id, script, set) => {
    const { run, lines } = told(id, { seconds: 14, script, set, rate: 60 });
    const { view, simulation } = run;
    const { topology } = simulation;
    const file = topologies.find((each) => each.id === id);
    const whys = lines.flatMap((line) => whyOf(line, { lines, view, topology }).settings);
    const requests = traced(simulation).flatMap(
      (trace) => followed(trace, view.now, topology).decision.setting ?? [],
    );
    const all = new Set([...whys, ...requests].map(({ of, field, value }) => `${of}.${field}=${value}`));
    expect(all.size).toBeGreaterThan(0);
    for (const change of all) {
      const read = readTopology(file?.text ?? '', 'test.yaml', [...set, change]);
      expect(read.problems, change).toEqual([]);
      expect({ ...read.topology, file: '', traffic: 0 }, change).toEqual({
        ...topology,
        file: '',
        traffic: 0,
      });
    }
  },
);
