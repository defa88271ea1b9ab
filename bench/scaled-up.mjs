// The largest shipped topology at 1,000 requests a second, every metric on.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from './bundle.mjs';
import { best, tell } from './measure.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { simulate, readTopology } = await load(at('./simulator.ts'));

const SIMULATED = 60;
const { topology } = readTopology(
  readFileSync(at('../lessons/3-scaled-up/scaled-up.yaml'), 'utf8'),
  'scaled-up.yaml',
  ['traffic.rate=1000', 'app-host-1.cpus=32', 'app-host-2.cpus=32', 'app-1.workers=64', 'app-2.workers=64'],
);
const run = () => simulate(topology, { seed: 1, for: SIMULATED * 1e6, faults: [] });
const { report, simulation } = run();
const took = best(4, run);
const times = SIMULATED / took;
tell('scaled-up at 1,000 requests/s, 60 s: real time', `${times.toFixed(0)}x`, '>= 100x', times >= 100);
tell('events', `${(simulation.eventsFired / took / 1e6).toFixed(2)} M/s`);
tell('availability', `${(report.availability * 100).toFixed(2)} %`);
