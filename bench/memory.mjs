// Memory over simulated hours at a modest rate: it must not grow. 24 hours with SOAK=1, else 2.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { load } from './bundle.mjs';
import { tell } from './measure.mjs';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { Simulation, readTopology } = await load(at('./simulator.ts'));

const HOURS = process.env.SOAK === undefined ? 2 : 24;
const HOUR = 3600 * 1e6;
const { topology } = readTopology(
  readFileSync(at('../lessons/3-scaled-up/scaled-up.yaml'), 'utf8'),
  'scaled-up.yaml',
  ['traffic.rate=5'],
);
const simulation = new Simulation(topology, { seed: 1 });
const heap = [];
for (let step = 1; step <= 8; step++) {
  simulation.advance((step * HOURS * HOUR) / 8);
  collect();
  heap.push(process.memoryUsage().heapUsed / 1e6);
}
const [first = 0] = heap;
const last = heap[heap.length - 1] ?? 0;
// what a user sees of each second is kept: five numbers
const kept = (HOURS * 3600 * 40 * 7) / 8 / 1e6;
tell(
  `heap after ${HOURS / 8} and after ${HOURS} simulated hours`,
  `${first.toFixed(1)} and ${last.toFixed(1)} MB`,
);
tell(
  'growth in an hour',
  `${(((last - first) / HOURS) * (8 / 7)).toFixed(2)} MB`,
  `flat (a second keeps 40 bytes: ${kept.toFixed(1)} MB in all)`,
  last - first < 2 * kept + 2,
);
