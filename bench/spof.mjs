// `spof scaled-up` on every core, with hangs, against failing the same parts one after the other in one thread without
// them, every request kept: how the search was made at first.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { load } from './bundle.mjs';
import { tell } from './measure.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { simulate, readTopology, parseFault, failuresOf } = await load(at('./simulator.ts'));
const { topology } = readTopology(
  readFileSync(at('../lessons/3-scaled-up/scaled-up.yaml'), 'utf8'),
  'scaled-up.yaml',
);

function oneAfterTheOther() {
  for (const { how, targets } of failuresOf(topology)) {
    if (how === 'pause') continue;
    const { fault } = parseFault([how, ...targets].join(' '), topology);
    for (let seed = 1; seed <= 5; seed++) {
      simulate(topology, { seed, for: 140e6, faults: [{ at: 10e6, fault }], recordRequests: true });
    }
  }
}

function onEveryCore() {
  const { status, stderr } = spawnSync(process.execPath, [at('../dist/cli.js'), 'spof', 'scaled-up'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

function secondsOnTheWall(work) {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

const ratios = [1, 2, 3].map(() => {
  const before = secondsOnTheWall(oneAfterTheOther);
  return secondsOnTheWall(onEveryCore) / before;
});
const [, ratio] = ratios.sort((a, b) => a - b);
tell(
  'spof scaled-up, hangs included, against one thread without',
  `${ratio.toFixed(2)}x`,
  '<= 0.5x',
  ratio <= 0.5,
);
