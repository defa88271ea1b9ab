// Memory over simulated time: it must not grow, neither at a modest rate for hours (24 with SOAK=1, else 2), nor through
// an hour's faults, nor under a flood that nobody answers.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { load } from './bundle.mjs';
import { tell } from './measure.mjs';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { Simulation, readTopology, parseTimedFault } = await load(at('./simulator.ts'));

const MINUTE = 60 * 1e6;
const HOUR = 60 * MINUTE;
const HOURS = process.env.SOAK === undefined ? 2 : 24;
// what a user sees of each second is kept: five numbers
const KEPT_AN_HOUR = (3600 * 40) / 1e6;

function shipped(file, set = []) {
  return readTopology(readFileSync(at(`../lessons/${file}`), 'utf8'), file, set).topology;
}

/** Heap in MB after an eighth of a time and at its end. */
function heap(topology, faults, until) {
  const simulation = new Simulation(topology, { seed: 1 });
  for (const words of faults) simulation.schedule(parseTimedFault(words, topology).timed);
  const used = [until / 8, until].map((time) => {
    simulation.advance(time);
    collect();
    return process.memoryUsage().heapUsed / 1e6;
  });
  // it must still be there when its heap is measured
  simulation.view();
  return used;
}

function tellGrowth(what, [first, last], until, allowed) {
  const hours = (until * 7) / 8 / HOUR;
  tell(
    what,
    `${first.toFixed(1)} and ${last.toFixed(1)} MB`,
    `flat (a second keeps 40 bytes: ${(hours * KEPT_AN_HOUR).toFixed(1)} MB in all)`,
    last - first < 2 * hours * KEPT_AN_HOUR + allowed,
  );
}

const scaledUp = shipped('3-scaled-up/scaled-up.yaml', ['traffic.rate=5']);
tellGrowth(
  `heap after ${HOURS / 8} and after ${HOURS} simulated hours`,
  heap(scaledUp, [], HOURS * HOUR),
  HOURS * HOUR,
  2,
);

/** Every hour the same, each undone within it: seconds, and what happens. */
const HOURLY = [
  [10, 'partition lb-host-1 lb-host-2'],
  [120, 'heal lb-host-1 lb-host-2'],
  [200, 'partition db-host-1'],
  [500, 'heal db-host-1'],
  [600, 'pause app-1'],
  [700, 'resume app-1'],
  [900, 'power-off lb-host-1'],
  [1000, 'power-on lb-host-1'],
  [1100, 'switchover'],
  [1200, 'pause keepalived-2'],
  [1500, 'resume keepalived-2'],
  [1600, 'attack flood lb-host-1'],
  [1602, 'restore lb-host-1'],
  [1700, 'attack port-scan lb-host-1'],
  [2200, 'slow db-1 50'],
  [2300, 'restore db-1'],
  [2600, 'power-off db-host-2'],
  [2800, 'power-on db-host-2'],
  [3100, 'deploy app-server rolling'],
];
const hourly = Array.from({ length: HOURS }, (_, hour) =>
  HOURLY.map(([second, words]) => `${hour * 3600 + second}s ${words}`),
).flat();
tellGrowth('the same with faults every hour', heap(scaledUp, hourly, HOURS * HOUR), HOURS * HOUR, 2);

const secured = shipped('2-secured/secured.yaml');
for (const host of ['server-1', 'lb-host']) {
  const faults = [`5s attack flood ${host}`];
  tellGrowth(
    `a flood on ${host}, after 1 and after 8 minutes`,
    heap(secured, faults, 8 * MINUTE),
    8 * MINUTE,
    2,
  );
}
