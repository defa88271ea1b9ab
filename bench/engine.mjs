// Engine: M/M/1 against a hand-written loop, and against SimPy where Python has it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { load } from './bundle.mjs';
import { best, tell } from './measure.mjs';
import { mm1Baseline } from './mm1-baseline.mjs';
import { mm1Engine } from './mm1-engine.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { Clock, RandomStream } = await load(at('./simulator.ts'));

const CUSTOMERS = 1_000_000;
const GAP = 12_500;
const SERVICE = 10_000;
const stream = () => new RandomStream(1, 'mm1');

const means = [
  mm1Baseline(stream(), CUSTOMERS, GAP, SERVICE),
  mm1Engine(Clock, stream(), CUSTOMERS, GAP, SERVICE),
];
if (Math.abs(means[0] - means[1]) > 1e-6 * means[0]) {
  throw new Error(`the two don't agree: ${means.join(' and ')}`);
}

// in turn, so that a disturbance hits both
let baseline = Number.POSITIVE_INFINITY;
let engine = Number.POSITIVE_INFINITY;
for (let round = 0; round < 5; round++) {
  baseline = Math.min(
    baseline,
    best(1, () => mm1Baseline(stream(), CUSTOMERS, GAP, SERVICE)),
  );
  engine = Math.min(
    engine,
    best(1, () => mm1Engine(Clock, stream(), CUSTOMERS, GAP, SERVICE)),
  );
}
const ratio = baseline / engine;
tell('M/M/1, 1e6 customers: engine', `${(CUSTOMERS / engine / 1e6).toFixed(2)} M/s`);
tell('against the hand-written loop', `${ratio.toFixed(2)}x`, '>= 0.8x', ratio >= 0.8);

const SAMPLE = 100_000;
const python = spawnSync('python3', [at('./mm1.py'), String(SAMPLE)], { encoding: 'utf8' });
if (python.status === 0) {
  const [took] = python.stdout.trim().split(' ').map(Number);
  const faster = took / SAMPLE / (engine / CUSTOMERS);
  tell('against SimPy', `${faster.toFixed(0)}x`, '>= 25x', faster >= 25);
} else {
  console.log('against SimPy: this Python has none, so it was not tried');
}
