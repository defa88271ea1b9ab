// What the benchmarks use of the simulator, in one bundle.

export { Clock } from '../src/simulator/engine/clock.ts';
export { RandomStream } from '../src/simulator/engine/random.ts';
export { parseFault, parseTimedFault } from '../src/simulator/faults/parse.ts';
export { simulate } from '../src/simulator/run.ts';
export { Simulation } from '../src/simulator/simulation.ts';
export { failuresOf } from '../src/simulator/spof.ts';
export { readTopology } from '../src/topology/read.ts';
