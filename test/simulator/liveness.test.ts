import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Topology } from '../../src/topology/types.ts';
import { calmSites } from './generate.ts';
import { read } from './play.ts';
import { scriptsFor, shipped } from './scripts.ts';
import { type Script, type Settled, settle, worse } from './settled.ts';

const SOAK = process.env.SOAK !== undefined;
const RUNS = SOAK ? { shipped: 14_000, generated: 6000 } : { shipped: 90, generated: 30 };
vi.setConfig({ testTimeout: SOAK ? 7_200_000 : 300_000 });

const counts = new Map<string, number>();
let scripts = 0;

afterAll(() => {
  const verbs = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([verb, count]) => `${verb} ${count}`);
  console.log(`${scripts} scripts of faults, all undone: ${verbs.join(', ')}`);
});

const calm = new Map<string, Settled>();

/** The same site, seed and time without any fault. */
function undisturbed(topology: Topology, name: string, { seed, undoneAt }: Script): Settled {
  const key = `${name} ${seed} ${undoneAt}`;
  const settled = calm.get(key) ?? settle(topology, { seed, undoneAt, faults: [] });
  calm.set(key, settled);
  return settled;
}

/** Says what is wrong in the end, with all that repeats it. */
function comesBack(topology: Topology, name: string, script: Script): void {
  scripts++;
  for (const { fault } of script.faults) counts.set(fault.verb, (counts.get(fault.verb) ?? 0) + 1);
  const faults = script.faults.map(({ at, fault }) => `${at}s ${fault.words}`);
  const scene = `${name}, seed ${script.seed}, undone at ${script.undoneAt} s: ${faults.join(', ')}`;
  expect(worse(settle(topology, script), undisturbed(topology, name, script)), scene).toEqual([]);
}

describe('when faults are over, a site is as it was: nobody fails, replicas follow, nothing is left in work', () => {
  const seed = SOAK ? Date.now() : 1;

  it('every shipped one, in every position of its switches', () => {
    const scenes = fc
      .constantFrom(...shipped)
      .chain((site) => scriptsFor(site.topology).map((script) => ({ site, script })));
    fc.assert(
      fc.property(scenes, ({ site, script }) => comesBack(site.topology, site.name, script)),
      { numRuns: RUNS.shipped, seed },
    );
  });

  it('any other', () => {
    const scenes = calmSites.chain((text) => {
      const topology = read(text);
      return scriptsFor(topology).map((script) => ({ text, topology, script }));
    });
    fc.assert(
      fc.property(scenes, ({ text, topology, script }) => {
        calm.clear();
        comesBack(topology, text, script);
      }),
      { numRuns: RUNS.generated, seed },
    );
  });
});
